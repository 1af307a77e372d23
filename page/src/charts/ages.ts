/** Age groups as the API writes them. */

import { t } from "../text/catalogue";

/** Open ends are drawn to here. */
export const oldest = 100;

export function ages(group: string): { from: number; to: number } | undefined {
  const span = /^(\d+)-(\d+)$/u.exec(group);
  if (span) return { from: Number(span[1]), to: Number(span[2]) + 1 };
  const open = /^(\d+)\+$/u.exec(group);
  if (open) return { from: Number(open[1]), to: Math.max(oldest, Number(open[1]) + 5) };
  return /^\d+$/u.test(group) ? { from: Number(group), to: Number(group) + 1 } : undefined;
}

export function ageName(group: string): string {
  if (group === "all") return t("name.all");
  const open = /^(\d+)\+$/u.exec(group);
  if (open) return t("name.age_and_over", open[1]!);
  const span = /^(\d+)-(\d+)$/u.exec(group);
  return span ? t("name.age_range", span[1]!, span[2]!) : group;
}
