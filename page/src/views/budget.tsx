/** The budget board: money moved by sector, department and programme, what follows it, and the odds beside it. */

import { signal } from "@preact/signals";
import { useMemo, useState } from "preact/hooks";
import type { Source } from "../api/types";
import { Chart } from "../charts/chart";
import { fan, fanTable } from "../charts/fan";
import { less, movedBy } from "../money/matching";
import { amount, followers, groupsOf, percentFor, position, wholeRow, type Grouping, type Names, type Order, type Row } from "../money/rows";
import { amountText, changeOf, percentText, withLever, type Lever } from "../money/scenario";
import { Effect } from "../parts/dial";
import { chanceOrigin, lastSurvey, Value } from "../parts/provenance";
import { answer, baseline, edit, money, plan, scenario } from "../state";
import { language, of, t } from "../text/catalogue";
import { departmentName, indicatorName, programmeName, sectorName, sourceName } from "../text/names";
import { figure, grouped, millions, money as moneyText, probability, signed, survey, typedNumber } from "../text/numbers";
import { palette } from "../theme";

const grouping = signal<Grouping>("sector");
const order = signal<Order>("plan");
const source = signal<Source | "all">("county");
const search = signal("");
const matching = signal(true);
const opened = signal<ReadonlySet<string>>(new Set());
/** The lever that was moved last, for the sentence that says what it takes along. */
const lastLever = signal<Lever | undefined>(undefined);

function move(lever: Lever, budget: string | undefined, settled: boolean): void {
  const s = scenario.value;
  if (!s) return;
  lastLever.value = lever;
  edit(withLever(s, lever, budget, matching.value), settled);
}

function keyOf(row: Row): string {
  return `${row.lever.level}/${row.lever.id}`;
}

function AmountField({ row }: { row: Row }) {
  const [bad, setBad] = useState(false);
  const now = amount(row.after, row.lever.source);
  const enter = (field: HTMLInputElement) => {
    const [p, s] = [plan.value, scenario.value];
    const typed = typedNumber(field.value);
    const wanted = typed === undefined || typed < 0 ? undefined : typed * 1000;
    setBad(wanted === undefined);
    if (wanted === undefined || !p || !s) return;
    if (field.value === millions(now)) return;
    if (row.lever.level === "programme") {
      move(row.lever, wanted === amount(row.before, row.lever.source) && changeOf(s, row.lever) === undefined ? undefined : amountText(wanted), true);
      return;
    }
    const percent = percentFor(p, s, row, wanted);
    if (percent !== undefined) move(row.lever, percentText(percent), true);
  };
  return (
    <span class="amount-field">
      <input type="text" inputMode="decimal" value={millions(now)} disabled={amount(row.before, row.lever.source) === 0}
        aria-label={t("page.amount_of", row.name)} aria-invalid={bad} aria-describedby={bad ? "bad-number" : undefined}
        onChange={(event) => enter(event.currentTarget)}
        onKeyDown={(event) => { if (event.key === "Escape") { event.currentTarget.value = millions(now); setBad(false); } }} />
      {bad ? <small id="bad-number" role="alert">{t("page.bad_number")}</small> : null}
    </span>
  );
}

function BoardRow({ row, group, open }: { row: Row; group: boolean; open?: boolean }) {
  const s = scenario.value!;
  const at = position(s, row);
  const before = amount(row.before, row.lever.source);
  const now = amount(row.after, row.lever.source);
  const moved = less(row.after, row.before);
  const follow = followers(moved, row.lever.source);
  const key = keyOf(row);
  const slide = (field: HTMLInputElement, settled: boolean) => move(row.lever, percentText(Number(field.value)), settled);
  const toggle = () => {
    const next = new Set(opened.value);
    if (!next.delete(key)) next.add(key);
    opened.value = next;
  };
  return (
    <tr class={`${row.lever.level} ${now !== before ? "moved" : ""}`}>
      <th scope="row">
        {group ? <button type="button" class="fold" aria-expanded={open} onClick={toggle}><span aria-hidden="true">{open ? "▾" : "▸"}</span> {row.name} <small>{t("programmes.count", row.programmes)}</small></button>
          : <><span class="row-name">{row.name}</span>{row.detail ? <small>{row.detail}</small> : null}</>}
      </th>
      <td class="number jobs">{grouped(row.jobs)}</td>
      <td class="number planned">
        {row.lever.level === "programme"
          ? <Value origin={() => ({ title: row.name, shown: moneyText(before), keys: [row.lever.id, ...["deadweight", "displacement", "fill"].map((each) => `${row.lever.id}.${each}`)], lever: row.lever })}>{millions(before)}</Value>
          : <Value origin={() => ({ title: row.name, shown: moneyText(before), keys: [], how: t("page.sum_of", grouped(row.programmes), sourceName(row.lever.source)), lever: row.lever })}>{millions(before)}</Value>}
      </td>
      <td class="slider">
        <input type="range" min="-100" max="100" step="1" value={Math.max(-100, Math.min(100, Math.round(at)))} disabled={before === 0}
          aria-label={t("page.slider_of", row.name, sourceName(row.lever.source))} aria-valuetext={`${signed(at, Number.isInteger(at) ? 0 : 1)}%, ${moneyText(now)}`}
          onInput={(event) => slide(event.currentTarget, false)} onChange={(event) => slide(event.currentTarget, true)} />
        <output>{at === 0 ? "0%" : `${signed(at, Number.isInteger(at) ? 0 : 1)}%`}</output>
      </td>
      <td class="number field"><AmountField key={`${key}${now}`} row={row} /></td>
      <td class="number change">
        {now === before ? "" : signed((now - before) / 1000, Number.isInteger((now - before) / 1000) ? 0 : 1)}
        {follow.map((each) => <small key={each}>{sourceName(each)} {signed(moved[each] / 1000, 1)}</small>)}
      </td>
    </tr>
  );
}

/** "군비 1억 감소 → 국비 0.8억 함께 감소" of the lever that was moved last. */
function MatchedSentence() {
  const [p, s, lever] = [plan.value, scenario.value, lastLever.value];
  const change = s && lever ? changeOf(s, lever) : undefined;
  let text = t("page.matching_rule");
  if (p && s && lever && change) {
    const moved = movedBy(p, s.changes, change);
    const own = amount(moved, lever.source);
    if (own !== 0) {
      const follow = followers(moved, lever.source);
      const first = t(own < 0 ? "page.falls" : "page.rises", sourceName(lever.source), moneyText(Math.abs(own)));
      const rest = follow.map((each) => `${sourceName(each)} ${moneyText(Math.abs(moved[each]))}`).join(", ");
      text = follow.length > 0 ? t("page.takes_along", first, rest) : t(own < 0 ? "page.alone" : "page.rises_alone", first);
    }
  }
  return <p class="matched" aria-live="polite" data-testid="matched">{text}</p>;
}

function Odds() {
  const [p, now, before] = [plan.value, answer.value, baseline.value];
  const colours = palette.value;
  const lang = language.value;
  const drawn = useMemo(() => {
    const indicator = p?.indicators[0];
    if (!indicator || !now || !before) return undefined;
    const own = now.forecast.indicators.filter((each) => each.id === indicator.id);
    return { indicator, lead: own.at(-1)!, option: fan(indicator, own, before.forecast.indicators.filter((each) => each.id === indicator.id), colours), table: fanTable(indicator, own) };
  }, [p, now, before, colours, lang]);
  if (!p || !now || !drawn) return null;
  const last = lastSurvey(now.forecast.indicators);
  const final = now.forecast.indicators.filter((each) => each.survey === last);
  return (
    <aside class="odds" aria-label={t("page.odds")}>
      <section class="card">
        <h2>{t("page.chances_in", survey(last))}</h2>
        <table class="data odds-table">
          <thead><tr><th scope="col">{t("forecast.column_indicator")}</th><th scope="col">{t("forecast.column_chance")}</th><th scope="col">{t("page.against_plan")}</th></tr></thead>
          <tbody>
            {final.map((at) => (
              <tr key={at.id}>
                <th scope="row">{indicatorName(at.id)}<small>{figure(at.published.p50, at.unit)} · {t("forecast.column_target")} {figure(at.target, at.unit)}</small></th>
                <td>
                  <Value class="chance" origin={() => chanceOrigin(at)}>{probability(at.probability_published_meets_target, at.monte_carlo_error)}</Value>
                  <span class="bar" aria-hidden="true"><span style={{ width: `${100 * at.probability_published_meets_target}%` }} /></span>
                </td>
                <td><Effect difference={now.difference.find((each) => each.id === at.id && each.survey === last)} unit={at.unit} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="note">{t("page.paired_note")}</p>
      </section>
      <section class="card">
        <Chart title={t("page.fan_title", of(drawn.indicator.name))} name={`${p.id}-${drawn.indicator.id}`} option={drawn.option} table={drawn.table} height={230}
          description={t("page.fan_says", of(drawn.indicator.name), survey(drawn.lead.survey), figure(drawn.lead.published.p50, drawn.lead.unit), t("number.range", figure(drawn.lead.published.p05, drawn.lead.unit), figure(drawn.lead.published.p95, drawn.lead.unit)), figure(drawn.lead.target, drawn.lead.unit))} />
      </section>
    </aside>
  );
}

export function Board() {
  const [p, s] = [plan.value, scenario.value];
  if (!p || !s) return null;
  const names: Names = { programme: programmeName, sector: sectorName, department: (id) => departmentName(p, id), whole: t("page.whole_plan") };
  const wanted = { grouping: grouping.value, order: order.value, source: source.value, search: search.value };
  const groups = groupsOf(p, money.value, wanted, names);
  const whole = wholeRow(p, money.value, source.value, names);
  const searching = search.value.trim() !== "";
  const shownCount = groups.reduce((all, each) => all + each.members.length, 0);
  return (
    <div class="board">
      <section class="levers" aria-label={t("page.view_budget")}>
        <div class="board-tools">
          <div class="pair sources" role="group" aria-label={t("page.source")}>
            {(["county", "national", "provincial", "private", "all"] as const).map((each) => (
              <button type="button" key={each} aria-pressed={source.value === each} onClick={() => (source.value = each)}>{sourceName(each)}</button>
            ))}
          </div>
          <label class="check"><input type="checkbox" checked={matching.value} onChange={(event) => (matching.value = event.currentTarget.checked)} /> {t("page.with_matching")}</label>
          <input type="search" placeholder={t("page.search")} aria-label={t("page.search")} value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
          <label>{t("page.group_by")} <select value={grouping.value} onChange={(event) => (grouping.value = event.currentTarget.value as Grouping)}>
            <option value="sector">{t("forecast.column_sector")}</option><option value="department">{t("programmes.column_department")}</option><option value="none">{t("page.no_groups")}</option>
          </select></label>
          <label>{t("page.sort_by")} <select value={order.value} onChange={(event) => (order.value = event.currentTarget.value as Order)}>
            {(["plan", "money", "jobs", "change", "name"] as const).map((each) => <option key={each} value={each}>{t(`page.order_${each}`)}</option>)}
          </select></label>
        </div>
        <MatchedSentence />
        <div class="rows">
          <table>
            <caption class="note">{t("page.board_caption", sourceName(source.value))} {searching ? t("page.found", shownCount) : ""}</caption>
            <thead><tr>
              <th scope="col">{t("programmes.column_name")}</th><th scope="col" class="number jobs">{t("programmes.column_jobs")}</th><th scope="col" class="number planned">{t("page.column_planned")}</th>
              <th scope="col" class="slider">{t("page.column_slider")}</th><th scope="col" class="number field">{t("page.column_now")}</th><th scope="col" class="number change">{t("page.column_change")}</th>
            </tr></thead>
            <tbody><BoardRow row={whole} group={false} /></tbody>
            {groups.map((group) => {
              const open = group.row === undefined || searching || opened.value.has(keyOf(group.row));
              return (
                <tbody key={group.row ? keyOf(group.row) : "none"}>
                  {group.row ? <BoardRow row={group.row} group open={open} /> : null}
                  {open ? group.members.map((row) => <BoardRow key={keyOf(row)} row={row} group={false} />) : null}
                </tbody>
              );
            })}
          </table>
          {shownCount === 0 ? <p class="empty">{t("programmes.none")}</p> : null}
        </div>
      </section>
      <Odds />
    </div>
  );
}


