/** The three classes in which `jobcast sensitivity` words what moves a figure, by the same rules. */

import type { Estimate, Finding, SensitivityOf, SensitivityResult } from "../api/sensitivity";

/** What certainly makes up no more of the variance than this is said not to matter. */
const tooLittle = 0.01;

export interface Classes {
  /** Could be known, and known alone would make the figure surer; what would take away most first. */
  worth: Finding[];
  /** No study takes it away: the survey's sample, chance, what is still to come, how the plan is carried out. */
  beyond: { what: "survey" | "chance" | "coming" | "own_hands"; finding: Finding }[];
  /** Certainly less than 1 % each. */
  small: Finding[];
  /** Not a bit of the figure changed. */
  none: Finding[];
  /** Whatever is not said not to matter, the strongest first. */
  listed: Finding[];
}

export function seen(estimate: Estimate): boolean {
  return estimate.low > 0;
}

export function matters(finding: Finding): boolean {
  return finding.published.acts && finding.published.total.high >= tooLittle;
}

export function classesOf(figure: SensitivityOf): Classes {
  const groups = figure.findings.filter((each) => each.level === "group").sort((a, b) => b.published.total.value - a.published.total.value);
  const find = (level: Finding["level"], id: string) => figure.findings.find((each) => each.level === level && each.id === id && each.published.acts);
  const beyond = ([["survey", "group", "survey-error"], ["chance", "group", "chance"], ["coming", "kind", "coming"], ["own_hands", "group", "execution"]] as const)
    .flatMap(([what, level, id]) => {
      const finding = find(level, id);
      return finding ? [{ what, finding }] : [];
    });
  return {
    worth: groups.filter((each) => each.kind === "knowable" && matters(each) && seen(each.published.first_order))
      .sort((a, b) => b.published.first_order.value - a.published.first_order.value),
    beyond,
    small: groups.filter((each) => each.published.acts && !matters(each)),
    none: groups.filter((each) => !each.published.acts),
    listed: groups.filter(matters),
  };
}

/** The key of an explained value as the sensitivity names its input: an assumption without its table; displacement shares deadweight's number. */
export function inputOf(key: string): string {
  return key.replace(/^assumptions\./u, "").replace(/(^|\.)displacement(?=\.|$)/u, "$1deadweight");
}

/** The group of inputs that one of the keys stands in. */
export function groupOf(result: SensitivityResult, indicator: string, keys: string[]): { figure: SensitivityOf; group: Finding } | undefined {
  const figure = result.indicators.find((each) => each.id === indicator);
  const wanted = new Set(keys.map(inputOf));
  const group = figure?.findings.find((each) => each.level === "group" && each.keys?.some((key) => wanted.has(key)));
  return figure && group ? { figure, group } : undefined;
}

const uncertain = /^assumptions\.|(^|\.)(deadweight|displacement|fill|start_delay_days|resident_share|base_ratio|elasticity_expansion|placement_after|insured_share)(\.|$)/u;

/** May the key be of an uncertain input? Before the sensitivity is known, which says it for sure. */
export function mayBeUncertain(key: string): boolean {
  return uncertain.test(key);
}

/** Half of the width of nine in ten futures, were the figure normal. */
export function giveOrTake(variance: number): number {
  return 1.645 * Math.sqrt(Math.max(variance, 0));
}
