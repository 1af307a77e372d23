/**
 * A scenario as the page edits it: the changes of docs/pack-format.md, section 8, in their order, and whatever else the
 * file says (shocks, replaced values), kept as it is.
 */

import { parse, stringify } from "smol-toml";
import type { Programme, Source, Text } from "../api/types";

export interface Selection {
  programme?: string[];
  department?: string[];
  sector?: string[];
  type?: string[];
  funding?: string[];
  action?: string[];
}
const selectionKeys = ["programme", "department", "sector", "type", "funding", "action"] as const;

export interface Change {
  select: Selection;
  budget?: string;
  matching?: boolean;
  jobs?: string;
  start_delay_days?: number;
  programmes?: string;
}

export interface Scenario {
  title: Text;
  extends: string;
  changes: Change[];
  /** Tables of the file that the page does not edit: shock, uncertainties, assumptions. */
  rest: Record<string, unknown>;
}

export const planFile = "../plan.toml";

export function asWritten(title: Text): Scenario {
  return { title, extends: planFile, changes: [], rest: {} };
}

/** What a slider or a number field moves: the whole plan, a sector, a department or a programme, and one source or all. */
export interface Lever {
  level: "all" | "sector" | "department" | "programme";
  id: string;
  source: Source | "all";
}

function selectionOf(lever: Lever): Selection {
  const selection: Selection = {};
  if (lever.level !== "all") selection[lever.level] = [lever.id];
  if (lever.source !== "all") selection.funding = [lever.source];
  return selection;
}

function same(a: Selection, b: Selection): boolean {
  return selectionKeys.every((key) => {
    const [left, right] = [a[key] ?? [], b[key] ?? []];
    return left.length === right.length && left.every((name, i) => name === right[i]);
  });
}

/** A change that only moves money, of exactly what the lever moves. */
function movedBy(lever: Lever): (change: Change) => boolean {
  const selection = selectionOf(lever);
  return (change) =>
    change.budget !== undefined && change.jobs === undefined && change.start_delay_days === undefined &&
    change.programmes === undefined && same(change.select, selection);
}

export function changeOf(scenario: Scenario, lever: Lever): Change | undefined {
  return scenario.changes.findLast(movedBy(lever));
}

function breadth(change: Change): number {
  if (change.select.programme) return 3;
  if (change.select.department) return 2;
  return change.select.sector ? 1 : 0;
}

/**
 * The scenario with the lever at `budget` ("-10%", "=500" in thousand won), or back in place without. What is said of a
 * programme stands after what is said of its department or sector, so that the narrower has the last word.
 */
export function withLever(scenario: Scenario, lever: Lever, budget: string | undefined, matching = true): Scenario {
  const at = scenario.changes.findLastIndex(movedBy(lever));
  const changes = [...scenario.changes];
  if (budget === undefined) {
    if (at >= 0) changes.splice(at, 1);
    return { ...scenario, changes };
  }
  const change: Change = { select: selectionOf(lever), budget, ...(matching ? {} : { matching: false }) };
  if (at >= 0) changes[at] = change;
  else changes.splice(changes.findLastIndex((each) => breadth(each) <= breadth(change)) + 1, 0, change);
  return { ...scenario, changes };
}

/** "-12.5%", as the scenario format writes a relative change; undefined for none. */
export function percentText(percent: number): string | undefined {
  const rounded = Math.round(Math.max(percent, -100) * 1e6) / 1e6;
  if (rounded === 0) return undefined;
  return `${rounded > 0 ? "+" : "-"}${plain(Math.abs(rounded))}%`;
}

export function amountText(thousandWon: number): string {
  return `=${plain(Math.max(thousandWon, 0))}`;
}

/** Shortest decimal text without an exponent. */
function plain(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(9).replace(/\.?0+$/u, "") : text;
}

export function changed(scenario: Scenario): boolean {
  return scenario.changes.length > 0 || Object.keys(scenario.rest).length > 0;
}

function listOf(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function inlineText(text: Text): string {
  return `{ ko = ${JSON.stringify(text.ko)}, en = ${JSON.stringify(text.en)} }`;
}

/** The file that `jobcast forecast --scenario` reads. */
export function toToml(scenario: Scenario): string {
  const lines = [
    'schema  = "jobcast.scenario/1"',
    `title   = ${inlineText(scenario.title)}`,
    `extends = ${JSON.stringify(scenario.extends)}`,
  ];
  for (const change of scenario.changes) {
    lines.push("", "[[change]]");
    const selected = selectionKeys.flatMap((key) => {
      const names = change.select[key];
      if (!names) return [];
      const quoted = names.map((name) => JSON.stringify(name));
      return [`${key} = ${quoted.length === 1 ? quoted[0] : `[${quoted.join(", ")}]`}`];
    });
    if (selected.length > 0) lines.push(`select = { ${selected.join(", ")} }`);
    if (change.budget !== undefined) lines.push(`budget = ${JSON.stringify(change.budget)}`);
    if (change.matching !== undefined) lines.push(`matching = ${change.matching}`);
    if (change.jobs !== undefined) lines.push(`jobs = ${JSON.stringify(change.jobs)}`);
    if (change.start_delay_days !== undefined) lines.push(`start_delay_days = ${change.start_delay_days}`);
    if (change.programmes !== undefined) lines.push(`programmes = ${JSON.stringify(change.programmes)}`);
  }
  if (Object.keys(scenario.rest).length > 0) lines.push("", stringify(scenario.rest).trimEnd());
  return lines.join("\n") + "\n";
}

/** Thrown for text that is no TOML, or no scenario; `line` and `column` where they are known. */
export class BadScenario extends Error {
  constructor(readonly reason: "toml" | "schema", readonly line?: number, readonly column?: number) {
    super(reason);
  }
}

function changeFrom(entry: Record<string, unknown>): Change {
  const select: Selection = {};
  const written = (entry["select"] ?? {}) as Record<string, unknown>;
  for (const key of selectionKeys) {
    const names = listOf(written[key]);
    if (names) select[key] = names;
  }
  const change: Change = { select };
  if (entry["budget"] !== undefined) change.budget = String(entry["budget"]);
  if (entry["matching"] !== undefined) change.matching = entry["matching"] === true;
  if (entry["jobs"] !== undefined) change.jobs = String(entry["jobs"]);
  if (entry["start_delay_days"] !== undefined) change.start_delay_days = Number(entry["start_delay_days"]);
  if (entry["programmes"] !== undefined) change.programmes = String(entry["programmes"]);
  return change;
}

/** Reads a scenario file. What only the engine can judge (unknown names, bad amounts) it judges when it forecasts. */
export function fromToml(text: string): Scenario {
  let file: Record<string, unknown>;
  try {
    file = parse(text);
  } catch (error) {
    const where = error as { line?: number; column?: number };
    throw new BadScenario("toml", where.line, where.column);
  }
  if (file["schema"] !== "jobcast.scenario/1") throw new BadScenario("schema");
  const title = (file["title"] ?? {}) as Partial<Text>;
  const { schema: _schema, title: _title, extends: parent, change, ...rest } = file;
  return {
    title: { ko: title.ko ?? title.en ?? "", en: title.en ?? title.ko ?? "" },
    extends: typeof parent === "string" ? parent : planFile,
    changes: (Array.isArray(change) ? change : []).map((entry) => changeFrom(entry as Record<string, unknown>)),
    rest,
  };
}

/** A scenario of the plan's own that another extends by the name of its file. */
export function flattened(scenario: Scenario, byName: (name: string) => string | undefined, depth = 0): Scenario {
  const name = /([^/]+)\.toml$/u.exec(scenario.extends)?.[1];
  const parent = name === undefined || name === "plan" || depth > 8 ? undefined : byName(name);
  if (parent === undefined) return scenario;
  const base = flattened(fromToml(parent), byName, depth + 1);
  const rest: Record<string, unknown> = { ...base.rest };
  for (const [key, value] of Object.entries(scenario.rest)) {
    const before = rest[key];
    rest[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value]
      : typeof before === "object" && before !== null && typeof value === "object" ? { ...before, ...value } : value;
  }
  return { ...scenario, extends: base.extends, changes: [...base.changes, ...scenario.changes], rest };
}

/** Does the selection touch the programme? Every list that it gives must hold it. */
export function selects(selection: Selection, programme: Programme, covered: (action: string) => boolean): boolean {
  const holds = (list: string[] | undefined, name: string) => list === undefined || list.includes(name);
  return holds(selection.programme, programme.id) && holds(selection.department, programme.department) &&
    holds(selection.sector, programme.sector) && holds(selection.type, programme.type) &&
    (selection.funding === undefined ||
      selection.funding.some((source) => programme.budget_thousand_won[source as Source] > 0)) &&
    (selection.action === undefined || selection.action.some(covered));
}
