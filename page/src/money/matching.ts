/**
 * Money under a scenario, as models/programmes/execution.cpp applies it: changes in their order; with the fixed-ratio rule
 * a cut of national, provincial or county money takes the other public sources of the row along in proportion, more money
 * brings none, private money never follows. Amounts are rounded to a won after each change.
 */

import { sources, type Budget, type Plan, type Programme, type Source } from "../api/types";
import { selects, type Change, type Scenario } from "./scenario";

const publicSources: readonly Source[] = ["national", "provincial", "county"];

/** What a change makes of an amount in thousand won; undefined when it is not written as the format has it. */
export function adjusted(before: number, text: string): number | undefined {
  const written = text.replaceAll(/\s/gu, "");
  const relative = /^([+-])(\d+(?:\.\d+)?)%$/u.exec(written);
  if (relative) {
    const share = Number(relative[2]) / 100;
    if (relative[1] === "-" && share > 1) return undefined;
    return before * (1 + (relative[1] === "-" ? -share : share));
  }
  const absolute = /^=(\d+(?:\.\d+)?)$/u.exec(written);
  return absolute ? Number(absolute[1]) : undefined;
}

const toWon = (thousand: number) => Math.round(thousand * 1000) / 1000;

/** A programme's money after one change that selects it. */
export function afterChange(before: Budget, change: Change, fixedRatio: boolean): Budget {
  if (change.budget === undefined) return before;
  const chosen = (source: Source) => change.select.funding === undefined || change.select.funding.includes(source);
  const selected = sources.reduce((sum, source) => sum + (chosen(source) ? before[source] : 0), 0);
  const amount = adjusted(selected, change.budget);
  const ratio = selected > 0 && amount !== undefined ? amount / selected : 1;
  const cut = ratio < 1 && publicSources.some((source) => chosen(source) && before[source] > 0);
  const matched = cut && fixedRatio && change.matching !== false;
  const after = { ...before };
  for (const source of sources) {
    if (chosen(source) || (matched && publicSources.includes(source))) after[source] = toWon(before[source] * ratio);
  }
  return after;
}

const nothing: Budget = { national: 0, provincial: 0, county: 0, private: 0 };

export function planned(programme: Programme): Budget {
  const { national, provincial, county, private: own } = programme.budget_thousand_won;
  return { national, provincial, county, private: own };
}

/** Each programme's money under the changes, by id. A plan without programmes spends nothing. */
export function moneyUnder(plan: Plan, changes: Scenario["changes"]): Map<string, Budget> {
  const covers = new Map(plan.actions.map((action) => [action.id, new Set(action.covers)]));
  const fixedRatio = plan.matching.rule === "fixed-ratio";
  const result = new Map<string, Budget>();
  for (const programme of plan.programmes) {
    let budget = planned(programme);
    let none = false;
    for (const change of changes) {
      // What is selected by source is judged by the plan's own money, as the engine does.
      if (!selects(change.select, programme, (action) => covers.get(action)?.has(programme.id) === true)) continue;
      if (change.programmes !== undefined) none = change.programmes === "none";
      budget = afterChange(budget, change, fixedRatio);
    }
    result.set(programme.id, none ? nothing : budget);
  }
  return result;
}

export function total(budget: Budget): number {
  return sources.reduce((sum, source) => sum + budget[source], 0);
}

export function sum(budgets: Iterable<Budget>): Budget {
  const all = { ...nothing };
  for (const budget of budgets) for (const source of sources) all[source] += budget[source];
  return all;
}

export function less(after: Budget, before: Budget): Budget {
  const difference = { ...nothing };
  for (const source of sources) difference[source] = toWon(after[source] - before[source]);
  return difference;
}

/** What one change moves of the whole plan's money, the others staying as they are. */
export function movedBy(plan: Plan, changes: Scenario["changes"], change: Change): Budget {
  const all = (list: Scenario["changes"]) => sum(moneyUnder(plan, list).values());
  return less(all(changes), all(changes.filter((each) => each !== change)));
}
