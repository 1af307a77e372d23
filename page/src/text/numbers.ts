/** Numbers as planners write them: 억 and 백만 원, grouped thousands, chances with no more digits than the draws carry. */

import type { Unit } from "../api/types";
import { language, t } from "./catalogue";

const minus = "−";

export function grouped(value: number, decimals = 0): string {
  const text = Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/u.test(text) ? minus + text : text;
}

export function signed(value: number, decimals = 0): string {
  const text = grouped(value, decimals);
  return value > 0 && /[1-9]/u.test(text) ? "+" + text : text;
}

/** Money of thousand won: in 억 or billions from there on, in millions below. */
export function money(thousandWon: number): string {
  if (thousandWon === 0) return t("page.no_money");
  const large = language.value === "ko" ? 1e5 : 1e6;
  if (Math.abs(thousandWon) >= large) return t("number.money_large", grouped(thousandWon / large, 1));
  return t("number.money_million", millions(thousandWon));
}

export function signedMoney(thousandWon: number): string {
  return thousandWon > 0 ? "+" + money(thousandWon) : money(thousandWon);
}

/** Million won without a unit, with decimals only where there are any. */
export function millions(thousandWon: number): string {
  const value = thousandWon / 1000;
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** A chance in steps of 0.1, 1, 5 or 10 points, the finest that the draws carry; never 0 % or 100 %. */
export function probability(value: number, standardError: number): string {
  const steps = [{ points: 0.1, decimals: 1 }, { points: 1, decimals: 0 }, { points: 5, decimals: 0 }, { points: 10, decimals: 0 }];
  const step = steps.slice(0, -1).find((each) => 2 * 100 * standardError <= 1.5 * each.points) ?? steps[3]!;
  const rounded = Math.round((100 * value) / step.points) * step.points;
  if (rounded < 0.5 * step.points) return `<${grouped(step.points, step.decimals)}%`;
  if (rounded > 100 - 0.5 * step.points) return `>${grouped(100 - step.points, step.decimals)}%`;
  return `${grouped(rounded, step.decimals)}%`;
}

/** A published figure: one decimal of a percentage, whole persons. */
export function figure(value: number, unit: Unit): string {
  return unit === "percent" ? `${grouped(value, 1)}%` : grouped(value);
}

/** A difference of figures: percentage points or persons, with its sign and enough digits to be told from nothing. */
export function differenceText(value: number, unit: Unit): string {
  const size = Math.abs(value);
  if (unit === "percent") return t("page.points", signed(value, size < 0.095 ? 3 : size < 0.995 ? 2 : 1));
  return t("page.persons_signed", signed(value, size < 9.5 ? 1 : 0));
}

/** "2024-10" as a month. */
export function survey(id: string): string {
  return t(id.endsWith("-04") ? "number.april" : "number.october", id.slice(0, 4));
}

/** The number that a field holds, read as people type it: grouped, with a unit or a sign; undefined when it is none. */
export function typedNumber(text: string): number | undefined {
  const plain = text.replaceAll(/[\s,]/gu, "").replace(minus, "-").replace(/(백만원?|원|%)$/u, "");
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/u.test(plain) ? Number(plain) : undefined;
}
