/** The places and values of the audit's findings, worded as app/report/audit_words.cpp words them. */

import type { AuditFinding, AuditSide, Plan } from "../api/types";
import { language, t } from "./catalogue";
import { programmeName } from "./names";
import { grouped, money } from "./numbers";

const columns: Record<string, string> = {
  jobs: "audit.word_jobs", strategy_jobs: "audit.word_jobs", total: "audit.word_total", strategy_budget: "audit.word_total",
  strategy_programmes: "audit.word_sheets", action_sheets: "audit.word_sheets", tasks: "audit.word_tasks", strategies: "audit.word_strategies",
  "sum of sources": "audit.word_sources", "money per job": "audit.word_per_job", "median money per job": "audit.word_median",
  period: "audit.word_period", trainees: "audit.word_trainees",
  national: "name.funding_national", provincial: "name.funding_provincial", county: "name.funding_county", private: "name.funding_private",
};

const units: Record<string, string> = {
  persons: "audit.unit_persons", thousand_persons: "audit.unit_thousand_persons", percent_points: "audit.unit_points",
  won: "audit.unit_won", thousand_won: "audit.unit_thousand_won", million_won: "audit.unit_million_won",
};

/** A cell of a list that jobcast made: its programmes by their names, its columns in words. */
function ownCell(plan: Plan, cell: string): string {
  const at = cell.lastIndexOf(" / ");
  if (at < 0) return cell;
  const row = cell.slice(0, at).split(" + ").map((name) => {
    const found = plan.programmes.find((each) => each.name.ko === name);
    return found ? programmeName(found) : name;
  }).join(" + ");
  const column = cell.slice(at + 3);
  const word = columns[column];
  return `${row} / ${word === undefined ? column : t(word)}`;
}

/** The side's own place as `jobcast explain` knows it: TABLE/ROW/COLUMN, or the programme's id. */
export function keyOf(plan: Plan, side: AuditSide): string | undefined {
  const at = side.cell.lastIndexOf(" / ");
  // A sum of cells, or a heading, has no place of its own.
  if (at < 0 || side.table === "actions" || side.cell.includes(" + ")) return undefined;
  if (side.table === "programmes") return plan.programmes.find((each) => each.name.ko === side.cell.slice(0, at))?.id;
  return `${side.table}/${side.cell.slice(0, at)}/${side.cell.slice(at + 3)}`;
}

export function isNumbered(table: string): boolean {
  return /^[\d-]+$/u.test(table);
}

/** The side's place in words; `titles` has the names of the tables that have no number. */
export function placeOf(plan: Plan, side: AuditSide, titles: ReadonlyMap<string, string>): string {
  if (side.table === "programmes") return t("audit.in_list", ownCell(plan, side.cell));
  if (side.table === "actions") return t("audit.in_sheet", ownCell(plan, side.cell));
  return isNumbered(side.table) ? t("audit.in_numbered", side.table, side.cell) : t("audit.in_table", titles.get(side.table) ?? side.table, side.cell);
}

/** A number with no more decimals than it has, four at most. */
function plain(value: number): string {
  const decimals = /\.(\d+)/u.exec(String(Math.round(Math.abs(value) * 1e4) / 1e4))?.[1]?.length ?? 0;
  return grouped(value, decimals);
}

export function valueText(value: number, unit: string): string {
  if (unit === "date") {
    const day = String(Math.round(value));
    return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
  }
  if (unit === "percent") return `${plain(value)}%`;
  const word = units[unit];
  if (word === undefined) return plain(value);
  // "21,850명" in Korean, "21,850 persons" in English.
  return `${plain(value)}${language.value === "ko" || unit === "percent_points" ? "" : " "}${t(word)}`;
}

/** The first side less what it should be; empty where words differ. */
export function differenceOf(finding: AuditFinding): string {
  const unit = finding.sides[0]?.unit ?? "";
  if (finding.difference === 0 || unit === "date") return "";
  const text = valueText(finding.difference, unit === "percent" ? "percent_points" : unit);
  return finding.difference > 0 ? `+${text}` : text;
}

export function effectOf(finding: AuditFinding): string {
  const { persons, points, won } = finding.effect;
  return [
    ...(persons > 0 ? [t("audit.effect_persons", grouped(persons))] : []),
    ...(points >= 0.005 ? [t("audit.effect_points", grouped(points, points < 0.1 ? 2 : 1))] : []),
    ...(won > 0 ? [money(won / 1000)] : []),
  ].join(", ");
}

/** Does every word of the search stand in what the finding says, or in its places? */
export function mentions(finding: AuditFinding, places: string[], search: string): boolean {
  const text = [finding.message, ...places].join(" ").normalize("NFC").toLowerCase();
  return search.normalize("NFC").toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}
