/** What a planner takes into the meeting: the forecast's numbers, the money, the scenario, and the command that makes them again. */

import { batch, signal } from "@preact/signals";
import { fetchForecastCsv, fetchReport, reportFormats, type ReportFormat } from "../api/requests";
import { sources } from "../api/types";
import { planned } from "../money/matching";
import { toToml } from "../money/scenario";
import { saveBytes, saveText } from "../parts/save";
import { answer, draws, explainTrouble, isChanged, money, plan, scenario, seed, trouble } from "../state";
import { language, t } from "../text/catalogue";
import { programmeName } from "../text/names";

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The byte order mark lets a spreadsheet read Korean. */
function csv(rows: (string | number)[][]): string {
  return "\uFEFF" + rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function moneyTable(): string {
  const p = plan.value!;
  return csv([
    ["id", "name", "department", "sector", "jobs", ...sources.map((each) => `${each}_planned_thousand_won`), ...sources.map((each) => `${each}_thousand_won`)],
    ...p.programmes.map((each) => {
      const [before, after] = [planned(each), money.value.get(each.id) ?? planned(each)];
      return [each.id, programmeName(each), each.department, each.sector, each.jobs, ...sources.map((source) => before[source]), ...sources.map((source) => after[source])];
    }),
  ]);
}

async function saveForecastCsv(): Promise<void> {
  const [p, s] = [plan.value, scenario.value];
  if (!p || !s) return;
  try {
    saveText(await fetchForecastCsv(p.id, { ...(isChanged.value ? { scenario_toml: toToml(s) } : {}), draws, seed }), `${p.id}-forecast.csv`, "text/csv");
  } catch (error) {
    trouble.value = explainTrouble(error, () => void saveForecastCsv());
  }
}

interface Making {
  format: ReportFormat;
  controller: AbortController;
}
/** The report that is being made; one at a time. */
const making = signal<Making | undefined>(undefined);
const made = signal<ReportFormat | undefined>(undefined);

async function saveReport(format: ReportFormat): Promise<void> {
  const [p, s] = [plan.value, scenario.value];
  if (!p || !s || making.value) return;
  const controller = new AbortController();
  making.value = { format, controller };
  made.value = undefined;
  try {
    const question = { ...(isChanged.value ? { scenario_toml: toToml(s) } : {}), draws, seed };
    const got = await fetchReport(p.id, format, language.value, question, controller.signal);
    if (controller.signal.aborted) return;
    saveBytes(got.bytes, got.name ?? `${p.id}-report.${format}`);
    batch(() => { made.value = format; trouble.value = undefined; });
  } catch (error) {
    if (!controller.signal.aborted) trouble.value = explainTrouble(error, () => void saveReport(format));
  } finally {
    if (making.value?.controller === controller) making.value = undefined;
  }
}

function cancelReport(): void {
  making.value?.controller.abort();
  making.value = undefined;
}

function Report({ format }: { format: ReportFormat }) {
  const now = making.value;
  const mine = now?.format === format;
  return (
    <section class="card" aria-busy={mine}>
      <h3>{t(`page.take_${format}`)}</h3>
      <p aria-live="polite">{mine ? t("page.making") : made.value === format ? t("page.made") : t(`page.take_${format}_says`)}</p>
      <span class="making">
        {mine ? <><progress aria-label={t("page.making")} /><button type="button" onClick={cancelReport}>{t("page.cancel")}</button></>
          : <button type="button" class="primary" disabled={now !== undefined} onClick={() => void saveReport(format)}>{t("page.download")}</button>}
      </span>
    </section>
  );
}

export function Take() {
  const [p, s, now] = [plan.value, scenario.value, answer.value];
  if (!p || !s || !now) return null;
  const toml = toToml(s);
  const file = isChanged.value ? " --scenario scenario" : "";
  const command = `jobcast forecast ${p.id}${file} --draws ${draws} --seed ${seed}`;
  const things: { id: string; save: () => void }[] = [
    { id: "json", save: () => saveText(JSON.stringify(now.forecast, null, 2) + "\n", `${p.id}-forecast.json`, "application/json") },
    { id: "csv", save: () => void saveForecastCsv() },
    { id: "money", save: () => saveText(moneyTable(), `${p.id}-money.csv`, "text/csv") },
    { id: "toml", save: () => saveText(toml, "scenario.toml", "application/toml") },
    { id: "print", save: () => print() },
  ];
  return (
    <>
      <h2>{t("page.view_take")}</h2>
      <div class="things">
        {reportFormats.map((each) => <Report key={each} format={each} />)}
        {things.map((each) => (
          <section class="card" key={each.id}>
            <h3>{t(`page.take_${each.id}`)}</h3>
            <p>{t(`page.take_${each.id}_says`)}</p>
            <button type="button" class="primary" onClick={each.save}>{t(each.id === "print" ? "page.print" : "page.download")}</button>
          </section>
        ))}
        <section class="card"><h3>{t("page.take_picture")}</h3><p>{t("page.take_picture_says")}</p></section>
      </div>
      <section class="card">
        <h3>{t("page.same_again")}</h3>
        <p>{t("page.same_again_says")}</p>
        <pre class="explanation" tabIndex={0}>{command}</pre>
        <details><summary>{t("page.scenario_file")}</summary><pre class="explanation" tabIndex={0}>{toml}</pre></details>
      </section>
    </>
  );
}
