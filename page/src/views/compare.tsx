/** Scenarios side by side: those of the plan, those kept in the store, and files dropped in. */

import { signal } from "@preact/signals";
import { useEffect, useMemo, useState } from "preact/hooks";
import { fetchForecast, storeScenario } from "../api/requests";
import type { ForecastAnswer, StoredScenario } from "../api/types";
import { Chart } from "../charts/chart";
import { compared, comparedTable } from "../charts/compare";
import { moneyUnder, sum, total } from "../money/matching";
import { BadScenario, flattened, fromToml } from "../money/scenario";
import { Effect } from "../parts/dial";
import { chanceOrigin, lastSurvey, Value } from "../parts/provenance";
import { saveText } from "../parts/save";
import { baseline, draws, duplicate, explainTrouble, loadStored, notice, open, openId, plan, plannedMoney, remove, rename, seed, stored, trouble } from "../state";
import { language, of, t } from "../text/catalogue";
import { indicatorName } from "../text/names";
import { figure, money, probability, survey } from "../text/numbers";
import { palette } from "../theme";

interface Entry {
  key: string;
  name: string;
  toml: string;
  kept?: StoredScenario;
}

const chosen = signal<ReadonlySet<string>>(new Set(["own/county-cut-10"]));
const answers = signal<ReadonlyMap<string, ForecastAnswer>>(new Map());

function fileName(name: string): string {
  return `${name.replaceAll(/[\\/:*?"<>|\s]+/gu, "-")}.toml`;
}

/** Takes a scenario file into the store; what is no scenario is refused with its place. */
async function takeIn(file: File): Promise<void> {
  const p = plan.value;
  if (!p) return;
  if (file.size > 1_000_000) {
    trouble.value = { title: t("page.bad_file", file.name), lines: [t("page.too_large")] };
    return;
  }
  try {
    const text = await file.text();
    const read = fromToml(text);
    // The engine judges what only it knows: names, amounts.
    await fetchForecast(p.id, { scenario_toml: text, draws: 100, seed });
    const kept = await storeScenario(p.id, read.title[language.value] || file.name.replace(/\.toml$/u, ""), text);
    await loadStored();
    chosen.value = new Set([...chosen.value, `kept/${kept.id}`]);
    trouble.value = undefined;
    notice.value = { text: t("page.taken_in", kept.name) };
  } catch (error) {
    if (error instanceof BadScenario) {
      const place = error.line === undefined ? [] : [t("page.fault_place", error.line, error.column ?? 1)];
      trouble.value = { title: t("page.bad_file", file.name), lines: [...place, t(error.reason === "toml" ? "page.not_toml" : "page.not_scenario")] };
      return;
    }
    const found = explainTrouble(error);
    trouble.value = { title: t("page.bad_file", file.name), lines: [found.title, ...found.lines] };
  }
}

function Drop() {
  const [over, setOver] = useState(false);
  return (
    <label class={`drop ${over ? "over" : ""}`}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); for (const file of event.dataTransfer?.files ?? []) void takeIn(file); }}>
      <span>{t("page.drop_here")}</span><br /><b aria-hidden="true">{t("page.choose_file")}</b>
      <input type="file" accept=".toml" aria-label={t("page.choose_file")}
        onChange={(event) => { for (const file of event.currentTarget.files ?? []) void takeIn(file); event.currentTarget.value = ""; }} />
    </label>
  );
}

function Item({ entry }: { entry: Entry }) {
  const checked = chosen.value.has(entry.key);
  const toggle = () => {
    const next = new Set(chosen.value);
    if (!next.delete(entry.key)) next.add(entry.key);
    chosen.value = next;
  };
  const kept = entry.kept;
  const edit = () => {
    open(entry.toml, kept?.id);
    location.hash = "#/budget";
  };
  return (
    <li class={kept && openId.value === kept.id ? "current" : ""}>
      <label class="check"><input type="checkbox" checked={checked} onChange={toggle} aria-label={t("page.compare_this", entry.name)} />{kept ? null : <span>{entry.name}</span>}</label>
      {kept ? <input value={entry.name} aria-label={t("page.name_of", entry.name)} maxLength={80} onChange={(event) => {
        const name = event.currentTarget.value.trim();
        if (name !== "" && name !== entry.name) void rename(kept, name);
      }} /> : null}
      <span class="tools">
        <button type="button" class="quiet" onClick={edit} aria-label={t("page.edit_this", entry.name)}>{t("page.edit")}</button>
        <button type="button" class="quiet" onClick={() => void duplicate(entry.name, entry.toml)} aria-label={t("page.duplicate_this", entry.name)}>{t("page.duplicate")}</button>
        <button type="button" class="quiet" onClick={() => saveText(entry.toml, fileName(entry.name), "application/toml")} aria-label={t("page.download_this", entry.name)}>TOML</button>
        {kept ? <button type="button" class="quiet danger" onClick={() => void remove(kept)} aria-label={t("page.delete_this", entry.name)}>{t("page.delete")}</button> : null}
      </span>
    </li>
  );
}

function budgetOf(toml: string): number | undefined {
  const p = plan.value;
  if (!p) return undefined;
  try {
    const read = flattened(fromToml(toml), (name) => p.scenarios.find((each) => each.id === name)?.toml);
    return total(sum(moneyUnder(p, read.changes).values()));
  } catch {
    return undefined;
  }
}

export function Compare() {
  const [p, base] = [plan.value, baseline.value];
  const colours = palette.value;
  const lang = language.value;
  const [indicator, choose] = useState("employment_rate_15_64");
  const own: Entry[] = (p?.scenarios ?? []).filter((each) => each.id !== "as-written").map((each) => ({ key: `own/${each.id}`, name: of(each.title), toml: each.toml }));
  const kept: Entry[] = stored.value.map((each) => ({ key: `kept/${each.id}`, name: each.name, toml: each.toml, kept: each }));
  const wanted = [...own, ...kept].filter((each) => chosen.value.has(each.key));
  const missing = wanted.find((each) => !answers.value.has(each.toml));
  useEffect(() => { void loadStored().catch((error: unknown) => (trouble.value = explainTrouble(error))); }, [p?.id]);
  useEffect(() => {
    if (!missing || !p) return undefined;
    const controller = new AbortController();
    fetchForecast(p.id, { scenario_toml: missing.toml, draws, seed }, controller.signal)
      .then((got) => (answers.value = new Map([...answers.value, [missing.toml, got]])), (error: unknown) => {
        if (controller.signal.aborted) return;
        const next = new Set(chosen.value);
        next.delete(missing.key);
        chosen.value = next;
        trouble.value = explainTrouble(error);
      });
    return () => controller.abort();
  }, [missing?.toml, p?.id]);
  const columns = wanted.flatMap((each) => {
    const got = answers.value.get(each.toml);
    return got ? [{ ...each, answer: got }] : [];
  });
  const last = lastSurvey(base?.forecast.indicators ?? []);
  const shape = columns.map((each) => each.key + each.name).join("|");
  const drawn = useMemo(() => {
    const known = p?.indicators.find((each) => each.id === indicator) ?? p?.indicators[0];
    if (!known || !base) return undefined;
    const rows = [{ name: t("forecast.scenario_plan"), answer: base }, ...columns]
      .map((each) => ({ name: each.name, at: each.answer.forecast.indicators.find((one) => one.id === known.id && one.survey === last)! }));
    return { known, count: rows.length, option: compared(rows, known, colours), table: comparedTable(rows, known) };
  }, [p, base, shape, indicator, colours, lang, last]);
  if (!p || !base || !drawn) return null;
  const final = base.forecast.indicators.filter((each) => each.survey === last);
  return (
    <>
      <h2>{t("page.view_compare")}</h2>
      <div class="columns narrow-left">
        <section class="card scenarios">
          <h3>{t("page.plan_scenarios")}</h3>
          <ul>{own.map((each) => <Item key={each.key} entry={each} />)}</ul>
          <h3>{t("page.kept_scenarios")}</h3>
          {kept.length === 0 ? <p class="empty">{t("page.none_kept")}</p> : <ul>{kept.map((each) => <Item key={each.key} entry={each} />)}</ul>}
          <Drop />
        </section>
        <section class="card">
          <div class="scroll" tabIndex={0} role="region" aria-label={t("page.side_by_side")}>
            <table class="data compare">
              <caption class="note">{t("page.compare_caption", survey(last))}</caption>
              <thead><tr><th scope="col">{t("forecast.column_indicator")}</th><th scope="col">{t("forecast.scenario_plan")}</th>{columns.map((each) => <th scope="col" key={each.key}>{each.name}</th>)}</tr></thead>
              <tbody>
                <tr><th scope="row">{t("page.total_budget")}</th><td>{money(total(plannedMoney.value))}</td>{columns.map((each) => {
                  const spent = budgetOf(each.toml);
                  return <td key={each.key}>{spent === undefined ? "–" : money(spent)}</td>;
                })}</tr>
                {final.map((at) => (
                  <tr key={at.id}>
                    <th scope="row">{indicatorName(at.id)}<small>{t("forecast.column_target")} {figure(at.target, at.unit)}</small></th>
                    <td><Value origin={() => chanceOrigin(at)}>{probability(at.probability_published_meets_target, at.monte_carlo_error)}</Value><small>{figure(at.published.p50, at.unit)}</small></td>
                    {columns.map((each) => {
                      const own = each.answer.forecast.indicators.find((one) => one.id === at.id && one.survey === last);
                      return (
                        <td key={each.key}>
                          {own ? <><Value origin={() => ({ ...chanceOrigin(own), title: `${each.name}: ${chanceOrigin(own).title}` })}>{probability(own.probability_published_meets_target, own.monte_carlo_error)}</Value><small>{figure(own.published.p50, own.unit)}</small></> : "–"}
                          <Effect difference={each.answer.difference.find((one) => one.id === at.id && one.survey === last)} unit={at.unit} />
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {missing ? <p class="note" aria-live="polite">{t("page.forecasting")}</p> : null}
          <div class="choose"><label>{t("page.draw_indicator")} <select value={indicator} onChange={(event) => choose(event.currentTarget.value)}>
            {p.indicators.map((each) => <option key={each.id} value={each.id}>{of(each.name)}</option>)}
          </select></label></div>
          <Chart title={of(drawn.known.name)} name={`${p.id}-compare`} option={drawn.option} table={drawn.table} height={70 + 44 * drawn.count}
            description={t("page.side_by_side")} note={t("page.strip_note")} />
        </section>
      </div>
    </>
  );
}
