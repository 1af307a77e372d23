/** What each sector, strategy, source, department and programme is worth, worked out when it is asked for. */

import { useMemo, useState } from "preact/hooks";
import { attribution, groupings, type Grouping, type Part } from "../api/attribution";
import type { Plan, PlanIndicator } from "../api/types";
import { Chart } from "../charts/chart";
import { worth, worthTable } from "../charts/worth";
import { plan } from "../state";
import { language, of, t } from "../text/catalogue";
import { departmentName, programmeName, sectorName, sourceName } from "../text/names";
import { palette } from "../theme";
import { WorkControl } from "./work";

const shownParts = 15;

function partName(p: Plan, by: Grouping, part: Part): string {
  if (by === "sector") return sectorName(part.id);
  if (by === "funding") return sourceName(part.id);
  if (by === "department") return departmentName(p, part.id);
  if (by === "programme") {
    const found = p.programmes.find((each) => each.id === part.id);
    return found ? programmeName(found) : part.id;
  }
  const strategy = p.strategies.find((each) => each.id === part.id);
  return strategy ? of(strategy.name) : part.id;
}

export function Worth({ indicator }: { indicator: PlanIndicator }) {
  const [by, choose] = useState<Grouping>("programme");
  const p = plan.value;
  const result = attribution.of(p?.id)?.result;
  const colours = palette.value;
  const lang = language.value;
  const drawn = useMemo(() => {
    const group = result?.groups.find((each) => each.by === by);
    if (!group || !p) return undefined;
    const size = (part: Part) => Math.abs(part.last[indicator.id]?.mean ?? 0);
    const parts = group.parts.map((part) => ({ ...part, name: partName(p, by, part) })).sort((a, b) => size(b) - size(a)).slice(0, shownParts);
    return { count: parts.length, option: worth(parts, indicator.id, indicator.unit, colours), table: worthTable(parts, indicator.id, indicator.unit) };
  }, [result, by, indicator, p, colours, lang]);
  if (!p) return null;
  return (
    <section class="card worth">
      {drawn ? (
        <>
          <label class="worth-by">{t("page.group_by")} <select value={by} onChange={(event) => choose(event.currentTarget.value as Grouping)}>
            {groupings.map((each) => <option key={each} value={each}>{t(`attribute.by_${each}`)}</option>)}
          </select></label>
          <Chart title={t("page.worth_title", of(indicator.name))} name={`${p.id}-worth-${by}`} option={drawn.option} table={drawn.table} height={40 + 30 * drawn.count}
            description={t("page.worth_title", of(indicator.name))} note={t("page.worth_note")} />
        </>
      ) : (
        <>
          <h3>{t("page.worth_title", of(indicator.name))}</h3>
          <p class="note">{t("page.worth_says")}</p>
          <WorkControl work={attribution} plan={p.id} />
        </>
      )}
    </section>
  );
}
