/** What is worth knowing better: which uncertain inputs the spread of a figure comes from, worked out when it is asked for. */

import { useMemo } from "preact/hooks";
import type { Finding, SensitivityOf } from "../api/sensitivity";
import { sensitivity } from "../api/sensitivity";
import type { PlanIndicator } from "../api/types";
import { Chart } from "../charts/chart";
import { knowing, knowingTable } from "../charts/knowing";
import { classesOf, groupOf, mayBeUncertain, seen } from "../knowing/classes";
import { chosenIndicator, plan } from "../state";
import { language, of, t } from "../text/catalogue";
import { giveOrTakeText, groupName, share, shareRange } from "../text/inputs";
import { indicatorName } from "../text/names";
import { grouped } from "../text/numbers";
import { palette } from "../theme";
import { WorkControl } from "./work";

/** What would go of the spread, in a sentence. */
function worthText(figure: SensitivityOf, finding: Finding): string {
  const alone = finding.published.first_order;
  const variance = figure.published.variance;
  return t("sensitivity.worth", groupName(finding.id), share(alone.value), shareRange(alone), giveOrTakeText(variance, figure.unit), giveOrTakeText((1 - alone.value) * variance, figure.unit));
}

function names(groups: Finding[]): string {
  return groups.map((each) => groupName(each.id)).join(", ");
}

const beyondWords = { survey: "sensitivity.cannot_survey", chance: "sensitivity.cannot_chance", coming: "sensitivity.cannot_coming", own_hands: "sensitivity.in_own_hands" };

function Found({ figure, indicator }: { figure: SensitivityOf; indicator: PlanIndicator }) {
  const colours = palette.value;
  const lang = language.value;
  const classes = useMemo(() => classesOf(figure), [figure]);
  const drawn = useMemo(() => ({ option: knowing(classes.listed, colours), table: knowingTable(classes.listed) }), [classes, colours, lang]);
  const title = t("page.knowing_title", of(indicator.name));
  if (!(figure.published.variance > 0)) return <><h3>{title}</h3><p>{t("sensitivity.nothing_varies")}</p></>;
  const result = sensitivity.of(plan.value?.id)?.result;
  return (
    <div class="knowing">
      <Chart title={title} name={`${plan.value?.id}-knowing-${indicator.id}`} option={drawn.option} table={drawn.table} height={44 + 40 * Math.max(classes.listed.length, 1)}
        description={title} note={t("page.knowing_note", grouped(result?.draws ?? 0))} />
      <div class="classes">
        <h4>{t("sensitivity.worth_knowing")}</h4>
        {classes.worth.length === 0 ? <p>{t("sensitivity.nothing_worth_knowing")}</p> : <ul>{classes.worth.map((each) => <li key={each.id}>{worthText(figure, each)}</li>)}</ul>}
        <h4>{t("sensitivity.not_by_study")}</h4>
        <ul>{classes.beyond.map(({ what, finding }) => <li key={what}>{t(beyondWords[what], share(finding.published.total.value), shareRange(finding.published.total))}</li>)}</ul>
        <h4>{t("page.does_not_matter")}</h4>
        {classes.small.length > 0 ? <p>{t("sensitivity.does_not_matter", names(classes.small))}</p> : null}
        {classes.none.length > 0 ? <p>{t("sensitivity.does_not_act", names(classes.none))}</p> : null}
      </div>
    </div>
  );
}

export function Knowing({ indicator }: { indicator: PlanIndicator }) {
  const p = plan.value;
  if (!p) return null;
  const figure = sensitivity.of(p.id)?.result?.indicators.find((each) => each.id === indicator.id);
  return (
    <section class="card worth">
      {figure ? <Found figure={figure} indicator={indicator} /> : (
        <>
          <h3>{t("page.knowing_title", of(indicator.name))}</h3>
          <p class="note">{t("page.knowing_says")}</p>
          <WorkControl work={sensitivity} plan={p.id} />
        </>
      )}
    </section>
  );
}

/** Of one value: how much surer the chosen indicator's figure would be, were the value's group known exactly. */
export function IfKnown({ keys }: { keys: string[] }) {
  const p = plan.value;
  if (!p) return null;
  const result = sensitivity.of(p.id)?.result;
  const found = result ? groupOf(result, chosenIndicator.value, keys) : undefined;
  if (result ? !found : !keys.some(mayBeUncertain)) return null;
  return (
    <section class="if-known">
      <h3>{t("page.if_known")}</h3>
      <label>{t("page.figure_of")} <select value={chosenIndicator.value} onChange={(event) => (chosenIndicator.value = event.currentTarget.value)}>
        {p.indicators.map((each) => <option key={each.id} value={each.id}>{indicatorName(each.id)}</option>)}
      </select></label>
      {found ? <Verdict figure={found.figure} group={found.group} /> : (
        <>
          <p class="note">{t("page.if_known_says")}</p>
          <WorkControl work={sensitivity} plan={p.id} />
        </>
      )}
    </section>
  );
}

function Verdict({ figure, group }: { figure: SensitivityOf; group: Finding }) {
  const alone = group.published.first_order;
  const others = group.inputs > 1 ? ` ${t("page.group_of", groupName(group.id), grouped(group.inputs))}` : "";
  return (
    <div aria-live="polite">
      <p>{!group.published.acts ? t("page.known_nothing") : seen(alone) ? worthText(figure, group) : t("page.known_unseen", groupName(group.id), shareRange(alone), share(group.published.total.value), shareRange(group.published.total))}</p>
      {others ? <p class="note">{others}</p> : null}
    </div>
  );
}
