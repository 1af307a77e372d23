/** The fan: past surveys with the error of their sample, and what the next ones will probably print. */

import type { EChartsCoreOption } from "echarts/core";
import type { ForecastIndicator, PlanIndicator } from "../api/types";
import { t } from "../text/catalogue";
import { figure, survey } from "../text/numbers";
import type { Palette } from "../theme";
import { axis, type DataTable } from "./chart";

/** Half-widths of a normal distribution's middle 90 %. */
const ninety = 1.645;

/** "2023H2" or "2024-10" as years since nothing. */
export function when(period: string): number {
  const half = /^(\d{4})H([12])$/u.exec(period);
  if (half) return Number(half[1]) + (half[2] === "1" ? 3.5 : 9.5) / 12;
  const month = /^(\d{4})-(\d{2})/u.exec(period);
  return month ? Number(month[1]) + (Number(month[2]) - 0.5) / 12 : Number(period) + 11.5 / 12;
}

function periodName(period: string): string {
  const half = /^(\d{4})H([12])$/u.exec(period);
  if (half) return survey(`${half[1]}-${half[2] === "1" ? "04" : "10"}`);
  return /^\d{4}-\d{2}/u.test(period) ? survey(period.slice(0, 7)) : period;
}

/* The little of the custom series' interface that is used here. */
interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

function band(points: [number, number][], colour: string) {
  return {
    type: "custom", silent: true, z: 1, clip: true, data: [0],
    renderItem: (_: unknown, api: Api) => ({
      type: "polygon", shape: { points: points.map((point) => api.coord(point)) }, style: { fill: colour },
    }),
  };
}

export function fan(indicator: PlanIndicator, forecast: ForecastIndicator[], planned: ForecastIndicator[], p: Palette): EChartsCoreOption {
  const past = indicator.history.map((each) => ({ ...each, x: when(each.period) }));
  const last = past.at(-1);
  const start: [number, number][] = last ? [[last.x, last.value]] : [];
  const edge = (low: "p05" | "p25", high: "p95" | "p75"): [number, number][] => [
    ...start,
    ...forecast.map((each): [number, number] => [when(each.survey), each.published[high]]),
    ...[...forecast].reverse().map((each): [number, number] => [when(each.survey), each.published[low]]),
  ];
  const values = [
    ...past.flatMap((each) => [each.value - ninety * (each.standard_error ?? 0), each.value + ninety * (each.standard_error ?? 0)]),
    ...forecast.flatMap((each) => [each.published.p05, each.published.p95]), indicator.target,
  ];
  const reach = Math.max(...values) - Math.min(...values);
  const step = indicator.unit === "percent" ? (reach > 20 ? 5 : reach > 8 ? 2 : 1) : 500;
  const end = Math.max(...forecast.map((each) => when(each.survey)));
  const moved = planned.some((each, i) => Math.abs(each.published.p50 - (forecast[i]?.published.p50 ?? 0)) > 1e-12);
  return {
    grid: { left: 8, right: 16, top: 30, bottom: 8, containLabel: true },
    legend: {
      top: 0, left: 0, itemWidth: 16, itemHeight: 8, textStyle: { color: p.soft, fontSize: 12 },
      data: [t("page.fan_published"), t("page.fan_expected"), ...(moved ? [t("page.fan_plan")] : [])],
    },
    xAxis: {
      type: "value", min: Math.floor(past[0]?.x ?? end - 2), max: end + 0.3, interval: 1, ...axis(), splitLine: { show: false },
      axisLabel: { color: p.soft, formatter: (value: number) => (Number.isInteger(value) && value < end ? String(value) : ""), hideOverlap: true, align: "left" },
    },
    yAxis: {
      type: "value", min: Math.floor(Math.min(...values) / step) * step, max: Math.ceil(Math.max(...values) / step) * step, interval: step * (reach > 8 * step ? 2 : 1), ...axis(),
      axisLabel: { color: p.soft, formatter: (value: number) => (indicator.unit === "percent" ? `${value}%` : value.toLocaleString("en-US")) },
    },
    series: [
      band(edge("p05", "p95"), p.accentSofter),
      band(edge("p25", "p75"), p.accentSoft),
      {
        type: "custom", silent: true, z: 3, data: past.map((each) => [each.x, each.value, each.standard_error ?? 0]),
        renderItem: (_: unknown, api: Api) => {
          const [x, value, error] = [api.value(0), api.value(1), api.value(2)];
          const [[left, top], [, bottom]] = [api.coord([x, value + ninety * error]), api.coord([x, value - ninety * error])];
          return {
            type: "line", shape: { x1: left, y1: top, x2: left, y2: bottom },
            style: { stroke: p.soft, lineWidth: 1.2, opacity: error > 0 ? 0.7 : 0 },
          };
        },
      },
      {
        type: "line", name: t("page.fan_published"), z: 4, data: past.map((each) => [each.x, each.value]), symbol: "circle", symbolSize: 6,
        lineStyle: { color: p.soft, width: 1 }, itemStyle: { color: p.ink },
        tooltip: { formatter: (at: { dataIndex: number }) => pastLine(past[at.dataIndex]!, indicator) },
        markLine: {
          silent: true, symbol: "none", lineStyle: { color: p.target, type: "dashed", width: 1.5 },
          label: { formatter: t("page.target_at", figure(indicator.target, indicator.unit)), position: "insideStartTop", color: p.target, fontSize: 12 },
          data: [{ yAxis: indicator.target }],
        },
      },
      ...(moved ? [{
        type: "line", name: t("page.fan_plan"), z: 4, symbol: "emptyCircle", symbolSize: 6,
        lineStyle: { color: p.soft, type: "dotted", width: 1.5 }, itemStyle: { color: p.soft },
        data: [...start, ...planned.map((each) => [when(each.survey), each.published.p50])],
      }] : []),
      {
        type: "line", name: t("page.fan_expected"), z: 5, symbol: "diamond", symbolSize: 9,
        lineStyle: { color: p.accent, width: 2 }, itemStyle: { color: p.accent },
        data: [...start.map((point) => ({ value: point, symbol: "none" })), ...forecast.map((each) => [when(each.survey), each.published.p50])],
        tooltip: { formatter: (at: { dataIndex: number }) => futureLine(forecast[at.dataIndex - start.length], indicator) },
      },
    ],
    tooltip: { trigger: "item", renderMode: "richText", confine: true, backgroundColor: p.paper, borderColor: p.line, textStyle: { color: p.ink, fontSize: 12 } },
  };
}

function pastLine(past: { period: string; value: number; standard_error: number | null }, indicator: PlanIndicator): string {
  const error = past.standard_error ? ` ± ${figure(ninety * past.standard_error, indicator.unit)}` : "";
  return `${periodName(past.period)}\n${figure(past.value, indicator.unit)}${error}`;
}

function futureLine(at: ForecastIndicator | undefined, indicator: PlanIndicator): string {
  if (!at) return "";
  const { p05, p50, p95 } = at.published;
  return `${survey(at.survey)}\n${figure(p50, indicator.unit)}  (90% ${t("number.range", figure(p05, indicator.unit), figure(p95, indicator.unit))})`;
}

export function fanTable(indicator: PlanIndicator, forecast: ForecastIndicator[]): DataTable {
  const unit = indicator.unit;
  const range = (low: number, high: number) => t("number.range", figure(low, unit), figure(high, unit));
  return {
    head: [t("page.column_survey"), t("page.column_value"), t("page.interval_90")],
    rows: [
      ...indicator.history.map((each) => [
        periodName(each.period), figure(each.value, unit),
        each.standard_error ? range(each.value - ninety * each.standard_error, each.value + ninety * each.standard_error) : "–",
      ]),
      ...forecast.map((each) => [`${survey(each.survey)} ${t("page.expected_mark")}`, figure(each.published.p50, unit), range(each.published.p05, each.published.p95)]),
    ],
  };
}
