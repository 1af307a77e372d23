/** Any number, one click: what it is, where it comes from, and what changes if it changes. */

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { fetchExplanation, fetchForecast } from "../api/requests";
import type { Difference, Explanation as Found, ForecastIndicator } from "../api/types";
import { toToml, withLever, type Lever } from "../money/scenario";
import { answer, baseline, draws, explainTrouble, plan, scenario, seed } from "../state";
import { IfKnown } from "./knowing";
import { language, t } from "../text/catalogue";
import { differenceText, grouped, probability, survey } from "../text/numbers";
import { indicatorName } from "../text/names";

/** What a number on the page stands for. */
export interface Origin {
  title: string;
  shown: string;
  /** Keys of `jobcast explain`, the number's own first. */
  keys: string[];
  /** The one explanation to show where a key has several: a target, not its base. */
  only?: string;
  /** The forecast that it is a figure of. */
  forecast?: ForecastIndicator;
  /** A sentence on how the page worked it out, where it is neither printed nor forecast. */
  how?: string;
  /** The money that it is, so that a tenth less of it can be tried. */
  lever?: Lever;
}

const shown = signal<Origin | undefined>(undefined);

export function Value({ origin, children, class: extra }: { origin: () => Origin; children: ComponentChildren; class?: string }) {
  return (
    <button type="button" class={`value ${extra ?? ""}`} title={t("page.where_from")} onClick={() => (shown.value = origin())}>{children}</button>
  );
}

const parts: Record<string, string> = { deadweight: "page.part_deadweight", displacement: "page.part_displacement", fill: "page.part_fill" };

/** What a key is about, in a word. */
function partName(key: string): string {
  const word = parts[key.slice(key.lastIndexOf(".") + 1)];
  return word === undefined ? t("programmes.column_name") : t(word);
}

function Explanation({ keys, only }: { keys: string[]; only: string | undefined }) {
  const [key, setKey] = useState(keys[0]);
  const [found, setFound] = useState<Found[] | string>();
  useEffect(() => {
    const controller = new AbortController();
    setFound(undefined);
    if (key === undefined || !plan.value) return undefined;
    fetchExplanation(plan.value.id, key, language.value, controller.signal).then((all) => setFound(only === undefined ? all : all.filter((each) => each.key === only)), (error: unknown) => {
      if (controller.signal.aborted) return;
      const { title, lines } = explainTrouble(error);
      setFound([title, ...lines].join(" "));
    });
    return () => controller.abort();
  }, [key]);
  if (key === undefined) return null;
  return (
    <section>
      <h3>{t("page.from_the_plan")}</h3>
      {keys.length > 1 ? (
        <div class="chips" role="group" aria-label={t("page.parts_of_it")}>
          {keys.map((each) => <button type="button" key={each} aria-pressed={each === key} onClick={() => setKey(each)}>{partName(each)}</button>)}
        </div>
      ) : null}
      <div aria-live="polite">
        {found === undefined ? <p class="note">{t("page.loading")}</p> : typeof found === "string" ? <p>{found}</p> : found.map((each) => (
          <div class="explained" key={each.key + each.title}>
            <h4>{each.title || each.key}</h4>
            <dl>{each.lines.map((line) => <div key={line.label + line.value}><dt>{line.label}</dt><dd>{line.value}</dd></div>)}</dl>
          </div>
        ))}
      </div>
      {typeof found === "object" ? <IfKnown keys={[key, ...found.map((each) => each.key)]} /> : null}
      <p class="note mono">jobcast explain {plan.value?.id} {key}</p>
    </section>
  );
}

/** The forecast with a tenth less of this money than now, against the forecast as it stands. */
function TenthLess({ lever }: { lever: Lever }) {
  const [rows, setRows] = useState<Difference[] | string>();
  const tryIt = () => {
    const [p, s] = [plan.value, scenario.value];
    if (!p || !s) return;
    setRows(t("page.loading"));
    fetchForecast(p.id, { scenario_toml: toToml(withLever({ ...s, changes: [] }, lever, "-10%")), draws, seed })
      .then((got) => setRows(got.difference.filter((each) => each.survey === lastSurvey(got.difference))),
        (error: unknown) => { const { title, lines } = explainTrouble(error); setRows([title, ...lines].join(" ")); });
  };
  return (
    <section>
      <h3>{t("page.if_it_changes")}</h3>
      {rows === undefined ? <button type="button" onClick={tryIt}>{t("page.try_a_tenth_less")}</button> : null}
      <div aria-live="polite">
        {typeof rows === "string" ? <p>{rows}</p> : rows ? (
          <table class="data"><caption class="note">{t("page.tenth_less_caption")}</caption><tbody>{rows.map((row) => (
            <tr key={row.id}><th scope="row">{indicatorName(row.id)}</th><td>{row.true.p05 === 0 && row.true.p95 === 0 ? t("page.no_difference") : differenceText(row.true.mean, unitOf(row.id))}</td></tr>
          ))}</tbody></table>
        ) : null}
      </div>
    </section>
  );
}

export function lastSurvey(list: { survey: string }[]): string {
  return list.reduce((last, each) => (each.survey > last ? each.survey : last), "");
}

function unitOf(id: string): "percent" | "persons" {
  return plan.value?.indicators.find((each) => each.id === id)?.unit ?? "percent";
}

function ForecastOrigin({ figure }: { figure: ForecastIndicator }) {
  const forecast = answer.value?.forecast ?? baseline.value?.forecast;
  if (!forecast) return null;
  const shares = [...forecast.uncertainty.filter((each) => each.indicator === figure.id)].sort((a, b) => b.variance_share - a.variance_share);
  return (
    <section>
      <h3>{t("page.from_the_forecast")}</h3>
      <p>{t("page.forecast_how", grouped(forecast.draws), forecast.seed, forecast.as_of, survey(figure.survey))}</p>
      <p>{t("page.monte_carlo", grouped(100 * figure.monte_carlo_error, 2))} {forecast.calibration ? t("page.calibrated") : t("page.from_priors")}</p>
      <h3>{t("page.if_it_changes")}</h3>
      <p>{t("page.variance_of")}</p>
      <ul>{shares.map((each) => <li key={each.source}>{t(`name.source_${each.source}`)}: {grouped(100 * each.variance_share, 1)}%</li>)}</ul>
      <p class="note">{t("forecast.uncertainty_note")}</p>
    </section>
  );
}

export function Provenance() {
  const dialog = useRef<HTMLDialogElement>(null);
  const origin = shown.value;
  useEffect(() => {
    if (origin && !dialog.current?.open) dialog.current?.showModal();
  }, [origin]);
  return (
    <dialog ref={dialog} class="provenance" aria-labelledby="provenance-title" onClose={() => (shown.value = undefined)}
      onClick={(event) => { if (event.target === dialog.current) dialog.current?.close(); }}>
      {origin ? (
        <article key={origin.title}>
          <header>
            <h2 id="provenance-title">{origin.title}</h2>
            <button type="button" class="quiet" onClick={() => dialog.current?.close()} aria-label={t("page.close")}>✕</button>
          </header>
          <p class="shown">{origin.shown}</p>
          {origin.how ? <p>{origin.how}</p> : null}
          {origin.forecast ? <ForecastOrigin figure={origin.forecast} /> : null}
          {origin.lever ? <TenthLess lever={origin.lever} /> : null}
          <Explanation keys={origin.keys} only={origin.only} />
        </article>
      ) : null}
    </dialog>
  );
}

/** Origin of a forecast's chance. */
export function chanceOrigin(figure: ForecastIndicator): Origin {
  return {
    title: t("page.chance_of", indicatorName(figure.id)),
    shown: probability(figure.probability_published_meets_target, figure.monte_carlo_error),
    keys: [figure.id],
    forecast: figure,
  };
}
