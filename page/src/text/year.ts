/** Places of days and spans in a year of 366 days, as shares of it. */

export const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Share of the year that has passed before a month-day ("03-15"), or after it where `end`. */
export function shareOfYear(monthDay: string, end = false): number {
  const [month = 1, day = 1] = monthDay.split("-").map(Number);
  const before = monthDays.slice(0, month - 1).reduce((all, each) => all + each, 0);
  return (before + day - (end ? 0 : 1)) / 366;
}

/** Spans of the year, a window that crosses the new year in two. */
export function spans(from: string, to: string): { left: number; right: number }[] {
  const [left, right] = [shareOfYear(from), shareOfYear(to, true)];
  return left < right ? [{ left, right }] : [{ left: 0, right }, { left, right: 1 }];
}
