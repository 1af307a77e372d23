/** An indicator's chance as a dial, the interval of its published figure against the target, and its history. */

import type { Difference, ForecastIndicator, PlanIndicator } from "../api/types";
import { when } from "../charts/fan";
import { t } from "../text/catalogue";
import { indicatorName } from "../text/names";
import { differenceText, figure, probability } from "../text/numbers";
import { chanceOrigin, Value } from "./provenance";

const radius = 52;

function arc(from: number, to: number): string {
  const point = (share: number) => {
    const angle = Math.PI * (1 - share);
    return `${60 + radius * Math.cos(angle)} ${62 - radius * Math.sin(angle)}`;
  };
  return `M${point(from)}A${radius} ${radius} 0 0 1 ${point(to)}`;
}

function Gauge({ share, shareBefore }: { share: number; shareBefore: number | undefined }) {
  const tick = (at: number) => {
    const angle = Math.PI * (1 - at);
    return { x1: 60 + 43 * Math.cos(angle), y1: 62 - 43 * Math.sin(angle), x2: 60 + 60 * Math.cos(angle), y2: 62 - 60 * Math.sin(angle) };
  };
  return (
    <svg class="gauge" viewBox="0 0 120 68" aria-hidden="true">
      <path d={arc(0, 1)} class="gauge-all" />
      {share > 0.002 ? <path d={arc(0, Math.min(share, 1))} class="gauge-share" /> : null}
      <line {...tick(0.5)} class="gauge-half" />
      {shareBefore === undefined ? null : <line {...tick(shareBefore)} class="gauge-before" />}
    </svg>
  );
}

/** 90 % thin, 50 % thick, the median as a point; the target as an upright. */
function Strip({ at, unit }: { at: ForecastIndicator; unit: PlanIndicator["unit"] }) {
  const { p05, p25, p50, p75, p95 } = at.published;
  const low = Math.min(p05, at.target);
  const high = Math.max(p95, at.target);
  const pad = (high - low) * 0.04 || 1;
  const x = (value: number) => (200 * (value - low + pad)) / (high - low + 2 * pad);
  return (
    <div class="strip">
      <svg viewBox="0 0 200 22" preserveAspectRatio="none" aria-hidden="true">
        <line x1={x(p05)} x2={x(p95)} y1="11" y2="11" class="strip-90" />
        <line x1={x(p25)} x2={x(p75)} y1="11" y2="11" class="strip-50" />
        <line x1={x(at.target)} x2={x(at.target)} y1="1" y2="21" class="strip-target" />
        <line x1={x(p50)} x2={x(p50)} y1="6" y2="16" class="strip-median" />
      </svg>
      <div class="strip-ends" aria-hidden="true"><span>{figure(p05, unit)}</span><span>{figure(p95, unit)}</span></div>
    </div>
  );
}

function Spark({ indicator, at }: { indicator: PlanIndicator; at: ForecastIndicator }) {
  const past = indicator.history;
  if (past.length < 2) return <p class="spark-none">{t("page.no_history")}</p>;
  const xs = past.map((each) => when(each.period));
  const all = [...past.map((each) => each.value), at.target, at.published.p50];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const end = when(at.survey);
  const first = xs[0]!;
  const x = (value: number) => 4 + (192 * (value - first)) / (end - first);
  const y = (value: number) => 30 - (26 * (value - low)) / (high - low || 1);
  return (
    <svg class="spark" viewBox="0 0 200 34" preserveAspectRatio="none" role="img" aria-label={t("page.history_from", past[0]!.period.slice(0, 4))}>
      <line x1="0" x2="200" y1={y(at.target)} y2={y(at.target)} class="spark-target" />
      <polyline points={past.map((each, i) => `${x(xs[i]!)},${y(each.value)}`).join(" ")} class="spark-line" />
      <line x1={x(xs.at(-1)!)} y1={y(past.at(-1)!.value)} x2={x(end)} y2={y(at.published.p50)} class="spark-next" />
    </svg>
  );
}

export function Effect({ difference, unit }: { difference: Difference | undefined; unit: PlanIndicator["unit"] }) {
  if (!difference) return null;
  const { mean, p05, p95 } = difference.true;
  const nothing = mean === 0 && p05 === 0 && p95 === 0;
  return (
    <span class={`effect ${difference.too_small_to_see ? "unseen" : "seen"}`}>
      <b>{nothing ? t("page.no_difference") : differenceText(mean, unit)}</b>
      {nothing || !difference.too_small_to_see ? null : <small>{t("page.too_small")}</small>}
    </span>
  );
}

export interface DialProps {
  indicator: PlanIndicator;
  at: ForecastIndicator;
  before: ForecastIndicator | undefined;
  difference: Difference | undefined;
}

export function Dial({ indicator, at, before, difference }: DialProps) {
  const chance = probability(at.probability_published_meets_target, at.monte_carlo_error);
  const unit = indicator.unit;
  const base = at.base;
  const moved = before && difference ? before.probability_published_meets_target : undefined;
  return (
    <article class="card dial" aria-label={t("page.dial_says", indicatorName(at.id), chance)}>
      <h3>{indicatorName(at.id)}</h3>
      <div class="dial-face">
        <Gauge share={at.probability_published_meets_target} shareBefore={moved} />
        <Value class="chance" origin={() => chanceOrigin(at)}>{chance}</Value>
      </div>
      <p class="target-line">
        {t("forecast.column_target")} <Value origin={() => ({ title: t("page.target_of", indicatorName(at.id)), shown: figure(at.target, unit), keys: [at.id], only: `${at.id}.target` })}>{figure(at.target, unit)}</Value>
        {base === null ? null : <>{" · "}{t("page.year_is", Number(at.survey.slice(0, 4)) - 1)} <Value origin={() => ({ title: t("page.base_of", indicatorName(at.id)), shown: figure(base, unit), keys: [at.id], only: `${at.id}.base` })}>{figure(base, unit)}</Value></>}
      </p>
      <Strip at={at} unit={unit} />
      <p class="interval">
        {t("page.median_is")} <Value origin={() => ({ ...chanceOrigin(at), title: t("page.published_of", indicatorName(at.id)), shown: figure(at.published.p50, unit) })}>{figure(at.published.p50, unit)}</Value>
        {" · 90% "}{t("number.range", figure(at.published.p05, unit), figure(at.published.p95, unit))}
      </p>
      <Spark indicator={indicator} at={at} />
      {difference ? <p class="against">{t("page.against_plan")} <Effect difference={difference} unit={unit} /></p> : null}
    </article>
  );
}

