/** Population by age and sex, now and to the horizon, and what moves it. */

import { signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { Forecast, Plan } from "../api/types";
import { ageName, ages, oldest } from "../charts/ages";
import { Chart } from "../charts/chart";
import { flows, flowsTable, pyramid, pyramidTable, yearsOfFlows, type AgeBar } from "../charts/people";
import { fetchForecast } from "../api/requests";
import { Value } from "../parts/provenance";
import { answer, draws, explainTrouble, plan, seed, trouble } from "../state";
import { language, t } from "../text/catalogue";
import { grouped } from "../text/numbers";
import { palette } from "../theme";

const year = signal<number | undefined>(undefined);
const playing = signal(false);
/** Ten years from the base year: programmes do not move who lives in the county, so one forecast does for all scenarios. */
const yearsAhead = 10;
const far = signal<{ plan: string; forecast: Forecast } | undefined>(undefined);

/** Ages and sexes at the end of a year: forecast, or registered, in the finest groups that are known of both sexes. */
export function barsOf(plan: Plan, forecast: Forecast, at: number): AgeBar[] | undefined {
  const expected = forecast.population.filter((each) => each.date.startsWith(String(at)));
  const past = plan.population.filter((each) => each.period === String(at));
  const bars: AgeBar[] = [];
  for (const sex of ["male", "female"] as const) {
    const own = expected.length > 0
      ? tiled(expected.filter((each) => each.sex === sex).map((each) => ({ group: each.age_group, value: each.mean, p05: each.p05, p95: each.p95 })))
      : tiled(past.filter((each) => each.sex === sex).map((each) => ({ group: each.age_group, value: each.value })));
    if (!own) return undefined;
    bars.push(...own.map((each) => ({ ...each, sex })));
  }
  return bars;
}

interface Group {
  group: string;
  value: number;
  p05?: number;
  p95?: number;
}

/** The narrowest groups that follow each other from birth to the open end. */
export function tiled(groups: Group[]): Omit<AgeBar, "sex">[] | undefined {
  const bars: Omit<AgeBar, "sex">[] = [];
  for (let at = 0; at < oldest;) {
    const next = [...groups.flatMap((each) => {
      const span = ages(each.group);
      return span?.from === at ? [{ ...each, ...span }] : [];
    })].sort((a, b) => a.to - b.to)[0];
    if (!next) return undefined;
    const { group, ...rest } = next;
    bars.push({ ...rest, label: ageName(group) });
    at = next.to;
  }
  return bars;
}

/** Persons of 65 and over at the end of a year, of both sexes. */
function olderThan64(plan: Plan, bars: AgeBar[], at: number): number | undefined {
  const edge = bars.some((bar) => bar.from === 65);
  return edge ? bars.filter((bar) => bar.from >= 65).reduce((all, bar) => all + bar.value, 0)
    : plan.population.find((each) => each.period === String(at) && each.sex === "both" && each.age_group === "65+")?.value;
}

export function People() {
  const p = plan.value;
  const now = far.value?.plan === p?.id ? far.value : answer.value;
  useEffect(() => {
    if (!p || far.value?.plan === p.id) return undefined;
    const controller = new AbortController();
    fetchForecast(p.id, { draws, seed, until: String(p.base_year + yearsAhead) }, controller.signal)
      .then((got) => (far.value = { plan: p.id, forecast: got.forecast }), (error: unknown) => {
        if (!controller.signal.aborted) trouble.value = explainTrouble(error);
      });
    return () => controller.abort();
  }, [p?.id]);
  const colours = palette.value;
  const lang = language.value;
  const known = useMemo(() => {
    if (!p || !now) return undefined;
    const candidates = [...[...new Set([...p.population.map((each) => each.period), ...now.forecast.population.map((each) => each.date.slice(0, 4))])]
      .map(Number)].sort((a, b) => a - b);
    const byYear = new Map<number, AgeBar[]>();
    for (const each of candidates) {
      const bars = barsOf(p, now.forecast, each);
      if (bars) byYear.set(each, bars);
    }
    const largest = Math.max(...[...byYear.values()].flat().map((bar) => Math.max(bar.value, bar.p95 ?? 0) / (bar.to - bar.from)));
    const scale = 10 ** Math.floor(Math.log10(largest));
    return { byYear, years: [...byYear.keys()], limit: Math.ceil((largest / scale) * 2.5) / 2.5 * scale };
  }, [p, now, lang]);
  const years = known?.years ?? [];
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const start = p !== undefined && years.includes(p.base_year) ? p.base_year : first;
  const at = year.value !== undefined && years.includes(year.value) ? year.value : start;
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
  const flowYears = useMemo(() => (p && now ? yearsOfFlows(p.flows, now.forecast.flows) : []), [p, now]);
  const flowOption = useMemo(() => flows(flowYears, colours), [flowYears, colours, lang]);
  if (!p || !now || !bars || !option) return <p class="empty">{t("page.no_population")}</p>;
  const total = bars.reduce((all, bar) => all + bar.value, 0);
  const young = bars.filter((bar) => bar.to <= 15).reduce((all, bar) => all + bar.value, 0);
  const old = olderThan64(p, bars, at) ?? 0;
  const working = total - young - old;
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
        <div><dt>{t("name.all")}</dt><dd><Value origin={() => ({
          title: t("page.people_title", at), shown: t("number.persons", grouped(total)), keys: ["population"], how: t(at <= p.base_year ? "page.people_counted" : "page.people_expected", grouped(now.forecast.draws)),
        })}>{t("number.persons", grouped(total))}</Value></dd></div>
        <div><dt>{t("name.age_range", 15, 64)}</dt><dd>{t("number.persons", grouped(working))} <small>{grouped((100 * working) / total, 1)}%</small></dd></div>
        <div><dt>{t("name.age_and_over", 65)}</dt><dd>{t("number.persons", grouped(old))} <small>{grouped((100 * old) / total, 1)}%</small></dd></div>
      </dl>
      <div class="columns">
        <section class="card">
          <Chart title={t("page.pyramid_title", at)} name={`${p.id}-pyramid-${at}`} option={option} table={pyramidTable(bars)} height={460}
            description={t("page.pyramid_says", at, grouped(total), grouped((100 * old) / total, 1))} note={t("page.pyramid_note", p.base_year)} />
        </section>
        <section class="card">
          <Chart title={t("page.flows_title")} name={`${p.id}-flows`} option={flowOption} table={flowsTable(flowYears)} height={340}
            description={t("page.flows_title")} note={t("page.flows_note")} />
        </section>
      </div>
    </>
  );
}
