/** Shares of a figure's variance by group of inputs: alone and in all, with their 90 % intervals. */

import type { EChartsCoreOption } from "echarts/core";
import type { Estimate, Finding } from "../api/sensitivity";
import { seen } from "../knowing/classes";
import { t } from "../text/catalogue";
import { groupName, kindName, share, shareRange } from "../text/inputs";
import type { Palette } from "../theme";
import { axis, type DataTable } from "./chart";

interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

const measures = ["first_order", "total"] as const;

export function knowing(groups: Finding[], p: Palette): EChartsCoreOption {
  const estimate = (group: Finding, measure: (typeof measures)[number]): Estimate => group.published[measure];
  const names = [t("sensitivity.column_alone"), t("sensitivity.column_total")];
  const colours = [p.accent, p.accentSoft];
  return {
    grid: { left: 12, right: 24, top: 30, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: p.soft, fontSize: 12 }, data: names },
    xAxis: { type: "value", min: 0, splitNumber: 3, ...axis(), axisLabel: { color: p.soft, hideOverlap: true, formatter: (value: number) => `${Math.round(100 * value)}%` } },
    yAxis: { type: "category", inverse: true, data: groups.map((each) => groupName(each.id)), ...axis(), axisLabel: { color: p.ink, width: 150, overflow: "break", interval: 0, lineHeight: 14 } },
    series: measures.flatMap((measure, side) => [
      {
        type: "bar", name: names[side], barWidth: 9, barGap: "40%", itemStyle: { color: colours[side] }, data: groups.map((each) => Math.max(estimate(each, measure).value, 0)),
        tooltip: { formatter: (at: { dataIndex: number }) => {
          const group = groups[at.dataIndex]!;
          const found = estimate(group, measure);
          return `${groupName(group.id)}\n${names[side]} ${share(found.value)} (90% ${shareRange(found)})`;
        } },
      },
      {
        type: "custom", silent: true, z: 4, data: groups.map((each, i) => [Math.max(estimate(each, measure).low, 0), Math.max(estimate(each, measure).high, 0), i]), encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, api: Api) => {
          const [[left, middle], [right]] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
          // The two bars of a category stand 9 high and 0.4 of that apart.
          const y = middle + (side === 0 ? -6.3 : 6.3);
          return { type: "line", shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: p.ink, lineWidth: 1.5 } };
        },
      },
    ]),
  };
}

export function knowingTable(groups: Finding[]): DataTable {
  return {
    head: [t("sensitivity.column_group"), t("page.column_class"), t("sensitivity.column_alone"), t("page.interval_90"), t("sensitivity.column_total"), t("page.interval_90")],
    rows: groups.map((each) => {
      const { first_order: alone, total } = each.published;
      return [groupName(each.id), kindName(each), seen(alone) ? share(alone.value) : t("sensitivity.not_above_zero"), shareRange(alone), share(total.value), shareRange(total)];
    }),
  };
}
