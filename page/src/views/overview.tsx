/** The six targets, the rate's past and future, and how far to trust it. */

import { useMemo } from "preact/hooks";
import type { Forecast } from "../api/types";
import { causes, causesTable, uncertainty, uncertaintyTable } from "../charts/bars";
import { Chart } from "../charts/chart";
import { fan, fanTable } from "../charts/fan";
import { Dial } from "../parts/dial";
import { chanceOrigin, lastSurvey, Value } from "../parts/provenance";
import { Knowing } from "../parts/knowing";
import { Worth } from "../parts/worth";
import { answer, baseline, chosenIndicator, plan } from "../state";
import { language, of, t } from "../text/catalogue";
import { indicatorName, sectorName } from "../text/names";
import { figure, grouped, probability, survey } from "../text/numbers";
import { palette } from "../theme";

const jobColumns = { plan_jobs: "forecast.column_plan_jobs", at_work_in_reference_week: "forecast.column_at_work", net_employment: "forecast.column_net" };
const jobHow = { plan_jobs: "page.jobs_counted", at_work_in_reference_week: "page.jobs_at_work", net_employment: "page.jobs_net" };

function JobsTable({ forecast }: { forecast: Forecast }) {
  const sum = (key: "plan_jobs" | "at_work_in_reference_week" | "net_employment") => forecast.jobs.reduce((all, each) => all + each[key], 0);
  return (
    <section class="card">
      <h3>{t("forecast.jobs_title")}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("forecast.jobs_title")}>
        <table class="data">
          <thead><tr>
            <th scope="col">{t("forecast.column_sector")}</th><th scope="col">{t("forecast.column_plan_jobs")}</th><th scope="col">{t("forecast.column_at_work")}</th>
            <th scope="col">{t("forecast.column_net")}</th><th scope="col">{t("page.interval_90")}</th>
          </tr></thead>
          <tbody>
            {forecast.jobs.map((row) => (
              <tr key={row.sector}>
                <th scope="row">{sectorName(row.sector)}</th>
                {(["plan_jobs", "at_work_in_reference_week", "net_employment"] as const).map((key) => (
                  <td key={key}><Value origin={() => ({ title: `${sectorName(row.sector)}: ${t(jobColumns[key])}`, shown: grouped(row[key]), keys: [], how: t(jobHow[key], grouped(forecast.draws)) })}>{grouped(row[key])}</Value></td>
                ))}<td>{t("number.range", grouped(row.net_employment_p05), grouped(row.net_employment_p95))}</td>
              </tr>
            ))}
            <tr class="sum"><th scope="row">{t("name.all")}</th><td>{grouped(sum("plan_jobs"))}</td><td>{grouped(sum("at_work_in_reference_week"))}</td><td>{grouped(sum("net_employment"))}</td><td /></tr>
          </tbody>
        </table>
      </div>
      <p class="note">{t("forecast.jobs_note", grouped(sum("plan_jobs")), grouped(sum("at_work_in_reference_week")), grouped(sum("net_employment")))}</p>
    </section>
  );
}

function Trust({ forecast }: { forecast: Forecast }) {
  const within = forecast.fit.filter((each) => each.within).length;
  const record = Array.isArray(forecast.track_record) ? forecast.track_record : forecast.track_record ? [forecast.track_record] : [];
  return (
    <section class="card">
      <h3>{t("forecast.closing_title")}</h3>
      <p>{t("forecast.fit", grouped(forecast.fit.length), grouped(within))}</p>
      {record.length > 0 ? record.map((each) => (
        <p key={each.figure}>{t("page.track", grouped(each.hindcasts), grouped(100 * each.coverage_80), grouped(each.crps, 2), grouped(each.last_value_crps, 2))}</p>
      )) : <p>{t("page.no_track")}</p>}
      <h4>{t("forecast.unknown_title")}</h4>
      <ul>{["news", "assumptions", "survey", "model"].map((each) => <li key={each}>{t(`forecast.unknown_${each}`)}</li>)}</ul>
    </section>
  );
}

export function Overview() {
  const [p, now, before] = [plan.value, answer.value, baseline.value];
  const chosen = chosenIndicator.value;
  const colours = palette.value;
  const lang = language.value;
  const charts = useMemo(() => {
    if (!p || !now || !before) return undefined;
    const indicator = p.indicators.find((each) => each.id === chosen) ?? p.indicators[0]!;
    const ids = p.indicators.map((each) => each.id);
    const own = now.forecast.indicators.filter((each) => each.id === indicator.id);
    return {
      indicator, own,
      fan: fan(indicator, own, before.forecast.indicators.filter((each) => each.id === indicator.id), colours),
      fanTable: fanTable(indicator, own),
      split: uncertainty(now.forecast, ids, colours), splitTable: uncertaintyTable(now.forecast, ids),
      causes: causes(now.forecast, indicator.id, indicator.unit, colours), causesTable: causesTable(now.forecast, indicator.id, indicator.unit),
    };
  }, [p, now, before, chosen, colours, lang]);
  if (!p || !now || !before || !charts) return null;
  const last = lastSurvey(now.forecast.indicators);
  const final = now.forecast.indicators.filter((each) => each.survey === last);
  const earlier = now.forecast.indicators.filter((each) => each.survey !== last);
  const lead = charts.own.at(-1)!;
  return (
    <>
      <p class="sentence">{of(now.sentence)}</p>
      <h2>{t("page.chances_in", survey(last))}</h2>
      <div class="dials">
        {final.map((at) => {
          const indicator = p.indicators.find((each) => each.id === at.id);
          return indicator ? (
            <Dial key={at.id} indicator={indicator} at={at}
              before={before.forecast.indicators.find((each) => each.id === at.id && each.survey === last)}
              difference={now.difference.find((each) => each.id === at.id && each.survey === last)} />
          ) : null;
        })}
      </div>
      <p class="note">{t("forecast.chances_note")} {t("page.strip_note")}</p>
      <div class="choose">
        <label>{t("page.draw_indicator")} <select value={chosen} onChange={(event) => (chosenIndicator.value = event.currentTarget.value)}>
          {p.indicators.map((each) => <option key={each.id} value={each.id}>{of(each.name)}</option>)}
        </select></label>
      </div>
      <div class="columns wide-left">
        <section class="card">
          <Chart title={t("page.fan_title", of(charts.indicator.name))} name={`${p.id}-${charts.indicator.id}`} option={charts.fan} table={charts.fanTable} height={340}
            description={t("page.fan_says", of(charts.indicator.name), survey(lead.survey), figure(lead.published.p50, lead.unit), t("number.range", figure(lead.published.p05, lead.unit), figure(lead.published.p95, lead.unit)), figure(lead.target, lead.unit))}
            note={t("page.fan_note")} />
        </section>
        <section class="card">
          <Chart title={t("forecast.change_title", p.base_year, p.plan_year)} name={`${p.id}-causes`} option={charts.causes} table={charts.causesTable} height={190}
            description={t("forecast.change_title", p.base_year, p.plan_year)} note={t("page.causes_note")} />
        </section>
      </div>
      <div class="columns">
        <section class="card">
          <Chart title={t("forecast.uncertainty_title")} name={`${p.id}-uncertainty`} option={charts.split} table={charts.splitTable} height={300}
            description={t("forecast.uncertainty_title")} note={t("forecast.uncertainty_note")} />
        </section>
        <JobsTable forecast={now.forecast} />
      </div>
      <Knowing indicator={charts.indicator} />
      <Worth indicator={charts.indicator} />
      <div class="columns">
        <section class="card">
          <h3>{t("forecast.earlier_title", survey(earlier[0]?.survey ?? last))}</h3>
          <div class="scroll" tabIndex={0} role="region" aria-label={t("forecast.earlier_title", survey(earlier[0]?.survey ?? last))}><table class="data">
            <thead><tr><th scope="col">{t("forecast.column_indicator")}</th><th scope="col">{t("forecast.column_median")}</th><th scope="col">{t("page.interval_90")}</th><th scope="col">{t("forecast.column_chance")}</th></tr></thead>
            <tbody>{earlier.map((each) => (
              <tr key={each.id}>
                <th scope="row">{indicatorName(each.id)}</th><td>{figure(each.published.p50, each.unit)}</td>
                <td>{t("number.range", figure(each.published.p05, each.unit), figure(each.published.p95, each.unit))}</td>
                <td><Value origin={() => chanceOrigin(each)}>{probability(each.probability_published_meets_target, each.monte_carlo_error)}</Value></td>
              </tr>
            ))}</tbody>
          </table></div>
        </section>
        <Trust forecast={now.forecast} />
      </div>
    </>
  );
}
