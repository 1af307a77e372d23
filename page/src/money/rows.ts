/** The rows of the budget board: the whole plan, its groups, its programmes, each with its money before and after. */

import { sources, type Budget, type Plan, type Programme, type Source } from "../api/types";
import { moneyUnder, planned, sum, total } from "./matching";
import { changeOf, type Lever, type Scenario } from "./scenario";

export type Grouping = "sector" | "department" | "none";
export type Order = "plan" | "money" | "jobs" | "change" | "name";

export interface Row {
  lever: Lever;
  name: string;
  /** What else tells programmes apart: department or sector. */
  detail: string;
  jobs: number;
  before: Budget;
  after: Budget;
  programmes: number;
}

/** Money of one source, or of all. */
export function amount(budget: Budget, source: Source | "all"): number {
  return source === "all" ? total(budget) : budget[source];
}

export interface Names {
  programme(programme: Programme): string;
  sector(id: string): string;
  department(id: string): string;
  whole: string;
}

export interface Wanted {
  grouping: Grouping;
  order: Order;
  source: Source | "all";
  search: string;
}

/** Does every word of the search stand in the programme's names? */
export function found(programme: Programme, search: string, names: Names): boolean {
  const text = [programme.name.ko, programme.name.en, programme.id, names.department(programme.department), names.sector(programme.sector)]
    .join(" ").normalize("NFC").toLowerCase();
  return search.normalize("NFC").toLowerCase().split(/\s+/u).every((word) => text.includes(word));
}

function programmeRow(programme: Programme, money: Map<string, Budget>, wanted: Wanted, names: Names): Row {
  return {
    lever: { level: "programme", id: programme.id, source: wanted.source },
    name: names.programme(programme),
    detail: wanted.grouping === "department" ? names.sector(programme.sector) : names.department(programme.department),
    jobs: programme.jobs,
    before: planned(programme),
    after: money.get(programme.id) ?? planned(programme),
    programmes: 1,
  };
}

function sorted(rows: Row[], wanted: Wanted): Row[] {
  const key: Record<Exclude<Order, "plan" | "name">, (row: Row) => number> = {
    money: (row) => -amount(row.after, wanted.source),
    jobs: (row) => -row.jobs,
    change: (row) => -Math.abs(total(row.after) - total(row.before)),
  };
  if (wanted.order === "plan") return rows;
  if (wanted.order === "name") return [...rows].sort((a, b) => a.name.localeCompare(b.name, "ko"));
  const by = key[wanted.order];
  return [...rows].sort((a, b) => by(a) - by(b));
}

export interface Group {
  row: Row | undefined;
  members: Row[];
}

export function wholeRow(plan: Plan, money: Map<string, Budget>, source: Source | "all", names: Names): Row {
  return {
    lever: { level: "all", id: "", source }, name: names.whole, detail: "",
    jobs: plan.programmes.reduce((all, each) => all + each.jobs, 0),
    before: sum(plan.programmes.map(planned)), after: sum(money.values()), programmes: plan.programmes.length,
  };
}

/** Programmes that fit the search, under their sector or department, each group with a row of its own. */
export function groupsOf(plan: Plan, money: Map<string, Budget>, wanted: Wanted, names: Names): Group[] {
  const fitting = plan.programmes.filter((each) => wanted.search.trim() === "" || found(each, wanted.search.trim(), names));
  const rows = (list: Programme[]) => sorted(list.map((each) => programmeRow(each, money, wanted, names)), wanted);
  if (wanted.grouping === "none") return [{ row: undefined, members: rows(fitting) }];
  const level = wanted.grouping;
  const ids = [...new Set(plan.programmes.map((each) => each[level]))];
  const groups = ids.flatMap((id): Group[] => {
    const members = fitting.filter((each) => each[level] === id);
    if (members.length === 0) return [];
    const all = plan.programmes.filter((each) => each[level] === id);
    const row: Row = {
      lever: { level, id, source: wanted.source }, name: names[level](id), detail: "",
      jobs: all.reduce((jobs, each) => jobs + each.jobs, 0),
      before: sum(all.map(planned)), after: sum(all.map((each) => money.get(each.id) ?? planned(each))), programmes: all.length,
    };
    return [{ row, members: rows(members) }];
  });
  if (wanted.order === "plan") return groups;
  const order = sorted(groups.map((each) => each.row!), wanted);
  return [...groups].sort((a, b) => order.indexOf(a.row!) - order.indexOf(b.row!));
}

/** Where the row's slider stands, in percent: what its own lever says. */
export function position(scenario: Scenario, row: Row): number {
  const written = changeOf(scenario, row.lever)?.budget;
  if (written === undefined) return 0;
  const relative = /^([+-])(.+)%$/u.exec(written);
  if (relative) return Number(relative[1] + relative[2]!);
  const before = amount(row.before, row.lever.source);
  return before > 0 ? 100 * (Number(written.slice(1)) / before - 1) : 0;
}

/** The percentage at which a group's money comes to `wanted`, its own lever and the narrower ones aside. */
export function percentFor(plan: Plan, scenario: Scenario, row: Row, wanted: number): number | undefined {
  const own = changeOf(scenario, row.lever);
  const narrower = (change: Scenario["changes"][number]) => change.select.programme !== undefined;
  const money = moneyUnder(plan, scenario.changes.filter((each) => each !== own && !narrower(each)));
  const { level, id, source } = row.lever;
  const members = plan.programmes.filter((each) => level === "all" || (level !== "programme" && each[level] === id));
  const base = members.reduce((all, each) => all + amount(money.get(each.id) ?? planned(each), source), 0);
  return base > 0 ? 100 * (wanted / base - 1) : undefined;
}

/** Sources that moved though the lever does not name them: what matching took along. */
export function followers(moved: Budget, source: Source | "all"): Source[] {
  return source === "all" ? [] : sources.filter((each) => each !== source && moved[each] !== 0);
}
