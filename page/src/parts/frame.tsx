/** What stands around every view: the plan, the way from view to view, the money, what went wrong. */

import { useEffect, useState } from "preact/hooks";
import { total } from "../money/matching";
import { sources } from "../api/types";
import {
  answer, baseline, canRedo, canUndo, edit, isChanged, notice, openPlan, pictureTimes, plan, plannedMoney, plans, redo, remaining, reset, save, scenario,
  setLanguage, spentMoney, trouble, undo, view, views, waiting,
} from "../state";
import { language, of, t } from "../text/catalogue";
import { indicatorName, sourceName } from "../text/names";
import { chanceOrigin, lastSurvey, Value } from "./provenance";
import { grouped, money, probability, signedMoney } from "../text/numbers";
import { setTheme, theme, type Theme } from "../theme";

export function Header() {
  const p = plan.value;
  return (
    <header class="top">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>{t("page.skip")}</a>
      <div class="brand">
        <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M4 23a12 12 0 0 1 24 0" class="mark-all" /><path d="M4 23A12 12 0 0 1 20.6 11.9" class="mark-part" /></svg>
        <h1>{p ? of(p.title) : "jobcast"}</h1>
        {plans.value.length > 1 ? (
          <select aria-label={t("page.choose_plan")} value={p?.id ?? ""} onChange={(event) => void openPlan(event.currentTarget.value)}>
            {plans.value.map((each) => <option key={each.id} value={each.id}>{of(each.title)}</option>)}
          </select>
        ) : null}
      </div>
      <nav aria-label={t("page.views")}>
        {views.map((each) => <a key={each} href={`#/${each}`} aria-current={view.value === each ? "page" : undefined}>{t(`page.view_${each}`)}</a>)}
      </nav>
      <div class="settings">
        <div class="pair" role="group" aria-label={t("page.language")}>
          <button type="button" lang="ko" aria-pressed={language.value === "ko"} onClick={() => void setLanguage("ko")}>한국어</button>
          <button type="button" lang="en" aria-pressed={language.value === "en"} onClick={() => void setLanguage("en")}>English</button>
        </div>
        <select aria-label={t("page.theme")} value={theme.value} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {(["auto", "light", "dark"] as const).map((each) => <option key={each} value={each}>{t(`page.theme_${each}`)}</option>)}
        </select>
      </div>
    </header>
  );
}

/** The first target's chance, where the screen is too narrow for the odds to stand beside the sliders. */
function LeadChance() {
  const [now, before] = [answer.value, baseline.value];
  const indicators = now?.forecast.indicators ?? [];
  const at = indicators.find((each) => each.survey === lastSurvey(indicators));
  if (!at) return null;
  const planned = before?.forecast.indicators.find((each) => each.id === at.id && each.survey === at.survey);
  const shown = probability(at.probability_published_meets_target, at.monte_carlo_error);
  const was = planned && isChanged.value ? probability(planned.probability_published_meets_target, planned.monte_carlo_error) : undefined;
  return <div class="lead"><dt>{indicatorName(at.id)}</dt><dd><Value origin={() => chanceOrigin(at)}>{shown}</Value>{was === undefined ? null : <small>{t("page.planned_at", was)}</small>}</dd></div>;
}

/** The scenario in hand and its money: in view wherever one is. */
export function ScenarioBar() {
  const s = scenario.value;
  if (!s || !plan.value) return null;
  const [all, left] = [total(spentMoney.value), remaining.value];
  return (
    <section class="scenario-bar" aria-label={t("page.scenario_in_hand")}>
      <div class="scenario-name">
        {isChanged.value ? (
          <input aria-label={t("page.scenario_name")} value={of(s.title)} maxLength={80}
            onChange={(event) => edit({ ...s, title: { ...s.title, [language.value]: event.currentTarget.value.trim() || of(s.title) } }, true)} />
        ) : <b>{t("forecast.scenario_plan")}</b>}
        <span class="tools">
          <button type="button" class="quiet" disabled={!canUndo.value} onClick={undo} title="Ctrl+Z">{t("page.undo")}</button>
          <button type="button" class="quiet" disabled={!canRedo.value} onClick={redo} title="Ctrl+Y">{t("page.redo")}</button>
          <button type="button" class="quiet" disabled={!isChanged.value} onClick={reset}>{t("page.reset")}</button>
          <button type="button" class="primary" disabled={!isChanged.value} onClick={() => void save()}>{t("page.save")}</button>
        </span>
      </div>
      <dl class="money">
        <div><dt>{t("page.total_budget")}</dt><dd data-testid="total-budget"><Value origin={() => ({ title: t("page.total_budget"), shown: money(all), keys: [], how: t("page.sum_of", grouped(plan.value!.programmes.length), sourceName("all")), lever: { level: "all", id: "", source: "all" } })}>{money(all)}</Value></dd></div>
        <div class={left < 0 ? "over" : ""}><dt>{left < 0 ? t("page.over_budget") : t("page.remaining_budget")}</dt><dd data-testid="remaining-budget">{money(Math.abs(left))}</dd></div>
        <LeadChance />
        {sources.map((source) => {
          const change = spentMoney.value[source] - plannedMoney.value[source];
          return <div key={source} class="by-source"><dt>{sourceName(source)}</dt><dd><Value origin={() => ({ title: sourceName(source), shown: money(spentMoney.value[source]), keys: [], how: t("page.sum_of", grouped(plan.value!.programmes.length), sourceName(source)), lever: { level: "all", id: "", source } })}>{money(spentMoney.value[source])}</Value>{change === 0 ? null : <small>{signedMoney(change)}</small>}</dd></div>;
        })}
      </dl>
    </section>
  );
}

export function Trouble() {
  const now = trouble.value;
  return (
    <div role="alert">
      {now ? (
        <section class="trouble">
          <div><h2>{now.title}</h2>{now.lines.map((line) => <p key={line}>{line}</p>)}</div>
          <span>
            {now.retry ? <button type="button" onClick={now.retry}>{t("page.retry")}</button> : null}
            <button type="button" class="quiet" onClick={() => (trouble.value = undefined)} aria-label={t("page.close")}>✕</button>
          </span>
        </section>
      ) : null}
    </div>
  );
}

export function Notice() {
  const now = notice.value;
  useEffect(() => {
    if (!now) return undefined;
    const timer = setTimeout(() => (notice.value = undefined), now.undo ? 15_000 : 5_000);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div role="status" class="notice-place">
      {now ? (
        <p class="notice">{now.text}{now.undo ? <button type="button" onClick={() => { now.undo?.(); notice.value = undefined; }}>{t("page.undo")}</button> : null}</p>
      ) : null}
    </div>
  );
}

function median(list: number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function Footer() {
  const forecast = answer.value?.forecast;
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting.value) { setLate(false); return undefined; }
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, [waiting.value]);
  const times = pictureTimes.value;
  return (
    <footer class="foot">
      {forecast ? <p>{t("forecast.run", grouped(forecast.draws), forecast.seed, forecast.as_of)}</p> : null}
      {times.length > 0 ? <p>{t("page.picture_time", grouped(times[0]!), grouped(median(times)))}</p> : null}
      <p aria-live="polite" class={late ? "busy on" : "busy"}>{late ? t("page.forecasting") : ""}</p>
    </footer>
  );
}
