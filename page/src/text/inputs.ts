/** Names of groups of uncertain inputs, and shares of a variance. */

import type { Estimate, Finding } from "../api/sensitivity";
import type { Unit } from "../api/types";
import { giveOrTake } from "../knowing/classes";
import { t } from "./catalogue";
import { sectorName } from "./names";
import { grouped } from "./numbers";

export function groupName(id: string): string {
  const deadweight = /^deadweight\.(.+)$/u.exec(id);
  return deadweight ? t("sensitivity.group_deadweight", sectorName(deadweight[1]!)) : t(`sensitivity.group_${id.replaceAll("-", "_")}`);
}

export function kindName(finding: Finding): string {
  return finding.kind === null ? "" : t(`sensitivity.kind_${finding.kind}`);
}

export function share(value: number): string {
  if (value > 0 && value < 0.0005) return "<0.1%";
  return `${grouped(100 * value, 1)}%`;
}

export function shareRange({ low, high }: Estimate): string {
  const [from, to] = [grouped(100 * low, 1), grouped(100 * high, 1)];
  return `${low < 0 ? t("number.signed_range", from, to) : t("number.range", from, to)}%`;
}

/** "±3.27%p" in words: what nine in ten futures stay within. */
export function giveOrTakeText(variance: number, unit: Unit): string {
  const half = giveOrTake(variance);
  return unit === "percent" ? t("sensitivity.points", grouped(half, 2)) : t("number.persons", grouped(half));
}
