/** Population by age and sex, now and to the horizon, and what moves it. */

import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Forecast, Plan } from "../api/types";
import { Chart } from "../charts/chart";
import { ageName, ages, flows, flowsTable, pyramid, pyramidTable, type AgeBar } from "../charts/people";
import { answer, plan } from "../state";
import { language, t } from "../text/catalogue";
import { grouped } from "../text/numbers";
import { palette } from "../theme";

const year = signal<number | undefined>(undefined);
const playing = signal(false);

/** Ages and sexes at the end of a year: forecast, or registered, added up to the forecast's groups. */
export function barsOf(plan: Plan, forecast: Forecast, at: number): AgeBar[] | undefined {
  const groups = [...new Set(forecast.population.map((each) => each.age_group))].filter((group) => ages(group) !== undefined);
  const bars: AgeBar[] = [];
  for (const sex of ["male", "female"] as const) {
    for (const group of groups) {
      const span = ages(group)!;
      const found = forecast.population.find((each) => each.date.startsWith(String(at)) && each.age_group === group && each.sex === sex);
      if (found) {
        bars.push({ ...span, label: ageName(group), sex, value: found.mean, p05: found.p05, p95: found.p95 });
        continue;
      }
      const past = plan.population.filter((each) => each.date.startsWith(String(at)) && each.sex === sex);
      const value = past.find((each) => each.age_group === group)?.value ?? summed(past, span);
      if (value === undefined) return undefined;
      bars.push({ ...span, label: ageName(group), sex, value });
    }
  }
  return bars;
}

/** Persons of a span, from groups that tile it exactly. */
function summed(past: Plan["population"], span: { from: number; to: number }): number | undefined {
  let [at, sum] = [span.from, 0];
  while (at < span.to) {
    const next = past.flatMap((each) => {
      const own = ages(each.age_group);
      return own && own.from === at && (own.to <= span.to || each.age_group.endsWith("+")) ? [{ ...own, value: each.value }] : [];
    }).toSorted((a, b) => a.to - b.to)[0];
    if (!next) return undefined;
    sum += next.value;
    at = next.to;
  }
  return sum;
}

export function People() {
  const [p, now] = [plan.value, answer.value];
  const colours = palette.value;
  const lang = language.value;
  const known = useMemo(() => {
    if (!p || !now) return undefined;
    const candidates = [...new Set([...p.population.map((each) => each.date), ...now.forecast.population.map((each) => each.date)])]
      .map((date) => Number(date.slice(0, 4))).toSorted((a, b) => a - b);
    const byYear = new Map<number, AgeBar[]>();
    for (const each of candidates) {
      const bars = barsOf(p, now.forecast, each);
      if (bars) byYear.set(each, bars);
    }
    const largest = Math.max(...[...byYear.values()].flat().map((bar) => Math.max(bar.value, bar.p95 ?? 0) / (bar.to - bar.from)));
    const scale = 10 ** Math.floor(Math.log10(largest));
    return { byYear, years: [...byYear.keys()], limit: Math.ceil((largest / scale) * 5) / 5 * scale };
  }, [p, now, lang]);
  const years = known?.years ?? [];
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const at = year.value !== undefined && years.includes(year.value) ? year.value : p?.base_year ?? last;
  useEffect(() => {
    if (!playing.value) return undefined;
    const timer = setTimeout(() => {
      if (at >= last) playing.value = false;
      else year.value = at + 1;
    }, 900);
    return () => clearTimeout(timer);
  }, [playing.value, at, last]);
  const bars = known?.byYear.get(at);
  const option = useMemo(() => {
    if (!bars || !known || !p) return undefined;
    const base = known.byYear.get(p.base_year) ?? [];
    const compared = bars.map((bar) => {
      const before = base.find((each) => each.sex === bar.sex && each.from === bar.from)?.value;
      return before === undefined || at === p.base_year ? bar : { ...bar, base: before };
    });
    return pyramid(compared, known.limit, colours);
  }, [bars, known, colours, lang, at, p]);
  const flowOption = useMemo(() => (now ? flows(now.forecast.flows, colours) : undefined), [now, colours, lang]);
  if (!p || !now || !bars || !option || !flowOption) return <p class="empty">{t("page.no_population")}</p>;
  const total = bars.reduce((all, bar) => all + bar.value, 0);
  const old = bars.filter((bar) => bar.from >= 65).reduce((all, bar) => all + bar.value, 0);
  const working = bars.filter((bar) => bar.from >= 15 && bar.to <= 65).reduce((all, bar) => all + bar.value, 0);
  const toggle = () => {
    if (!playing.value && at >= last) year.value = first;
    playing.value = !playing.value;
  };
  return (
    <>
      <h2>{t("page.people_title", at)} {at <= p.base_year ? <small>{t("page.registered")}</small> : <small>{t("page.expected_mark")}</small>}</h2>
      <div class="year-tools">
        <button type="button" onClick={toggle} aria-pressed={playing.value}>{playing.value ? t("page.stop") : t("page.play")}</button>
        <input type="range" min={first} max={last} step="1" value={at} aria-label={t("page.year")} aria-valuetext={t("page.year_is", at)}
          onInput={(event) => { playing.value = false; year.value = Number(event.currentTarget.value); }} />
        <output>{t("page.year_is", at)}</output>
      </div>
      <dl class="figures">
        <div><dt>{t("name.all")}</dt><dd>{t("number.persons", grouped(total))}</dd></div>
        <div><dt>{t("name.age_range", 15, 64)}</dt><dd>{t("number.persons", grouped(working))} <small>{grouped((100 * working) / total, 1)}%</small></dd></div>
        <div><dt>{t("name.age_and_over", 65)}</dt><dd>{t("number.persons", grouped(old))} <small>{grouped((100 * old) / total, 1)}%</small></dd></div>
      </dl>
      <div class="columns">
        <section class="card">
          <Chart title={t("page.pyramid_title", at)} name={`${p.id}-pyramid-${at}`} option={option} table={pyramidTable(bars)} height={460}
            description={t("page.pyramid_says", at, grouped(total), grouped((100 * old) / total, 1))} note={t("page.pyramid_note", p.base_year)} />
        </section>
        <section class="card">
          <Chart title={t("page.flows_title")} name={`${p.id}-flows`} option={flowOption} table={flowsTable(now.forecast.flows)} height={340}
            description={t("page.flows_title")} note={t("page.flows_note")} />
        </section>
      </div>
    </>
  );
}
