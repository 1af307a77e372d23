/** The same figure under several scenarios, one under the other, against the target. */

import type { EChartsCoreOption } from "echarts/core";
import type { ForecastIndicator, PlanIndicator } from "../api/types";
import { t } from "../text/catalogue";
import { figure, probability } from "../text/numbers";
import type { Palette } from "../theme";
import { axis, type DataTable } from "./chart";

export interface ComparedRow {
  name: string;
  at: ForecastIndicator;
}

interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

export function compared(rows: ComparedRow[], indicator: PlanIndicator, p: Palette): EChartsCoreOption {
  const data = rows.map(({ at }, i) => [at.published.p05, at.published.p25, at.published.p50, at.published.p75, at.published.p95, i]);
  const values = [...data.flatMap((row) => row.slice(0, 5)), indicator.target];
  const step = indicator.unit === "percent" ? 1 : 100;
  return {
    grid: { left: 20, right: 24, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: "value", min: Math.floor(Math.min(...values) / step) * step, max: Math.ceil(Math.max(...values) / step) * step, ...axis(),
      axisLabel: { color: p.soft, hideOverlap: true, formatter: (value: number) => figure(value, indicator.unit).replace(".0%", "%") },
    },
    yAxis: { type: "category", inverse: true, data: rows.map((row) => row.name), ...axis(), axisLabel: { color: p.ink, width: 130, overflow: "break", lineHeight: 14 } },
    series: [
      {
        type: "custom", silent: true, data, encode: { x: [0, 4], y: 5 },
        renderItem: (_: unknown, api: Api) => {
          const x = (dimension: number) => api.coord([api.value(dimension), api.value(5)])[0];
          const y = api.coord([api.value(2), api.value(5)])[1];
          const line = (from: number, to: number, width: number, colour: string) => (
            { type: "line", shape: { x1: x(from), y1: y, x2: x(to), y2: y }, style: { stroke: colour, lineWidth: width, lineCap: "round" } });
          return { type: "group", children: [line(0, 4, 3, p.accentSoft), line(1, 3, 9, p.accentSoft)] };
        },
      },
      {
        type: "scatter", symbolSize: 11, itemStyle: { color: p.accent }, data: data.map((row) => [row[2], row[5]]),
        tooltip: {
          formatter: (hit: { dataIndex: number }) => {
            const { name, at } = rows[hit.dataIndex]!;
            return `${name}\n${figure(at.published.p50, at.unit)}  (90% ${t("number.range", figure(at.published.p05, at.unit), figure(at.published.p95, at.unit))})`;
          },
        },
        markLine: {
          silent: true, symbol: "none", lineStyle: { color: p.target, type: "dashed", width: 1.5 },
          label: { formatter: t("page.target_at", figure(indicator.target, indicator.unit)), position: "start", color: p.target, fontSize: 12 },
          data: [{ xAxis: indicator.target }],
        },
      },
    ],
  };
}

export function comparedTable(rows: ComparedRow[], indicator: PlanIndicator): DataTable {
  return {
    head: [t("page.column_scenario"), t("forecast.column_median"), t("page.interval_90"), t("forecast.column_chance")],
    rows: rows.map(({ name, at }) => [
      name, figure(at.published.p50, indicator.unit), t("number.range", figure(at.published.p05, indicator.unit), figure(at.published.p95, indicator.unit)),
      probability(at.probability_published_meets_target, at.monte_carlo_error),
    ]),
  };
}
