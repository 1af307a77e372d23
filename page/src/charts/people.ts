/** The age pyramid, whose bars are as tall as their ages are many, and the flows that move it. */

import type { EChartsCoreOption } from "echarts/core";
import { flowNames, type Flow, type FlowName, type PastFlow } from "../api/types";
import { t } from "../text/catalogue";
import { sexName } from "../text/names";
import { grouped } from "../text/numbers";
import type { Palette } from "../theme";
import { oldest } from "./ages";
import { axis, type DataTable } from "./chart";

/** A group of ages of one sex: persons, and the middle 90 % where they are forecast. */
export interface AgeBar {
  from: number;
  /** First age above the group. */
  to: number;
  label: string;
  sex: "male" | "female";
  value: number;
  p05?: number;
  p95?: number;
  /** The base year's persons, drawn as a mark. */
  base?: number;
}

interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** Persons per year of age, so that the area of a bar is its people whatever its width. */
export function pyramid(bars: AgeBar[], limit: number, p: Palette): EChartsCoreOption {
  const side = (sex: AgeBar["sex"], colour: string) => {
    const own = bars.filter((bar) => bar.sex === sex);
    const sign = sex === "male" ? -1 : 1;
    return {
      type: "custom", name: sexName(sex), itemStyle: { color: colour },
      encode: { x: 0, y: [1, 2] },
      data: own.map((bar) => {
        const years = bar.to - bar.from;
        return [(sign * bar.value) / years, bar.from, bar.to, (sign * (bar.p05 ?? bar.value)) / years, (sign * (bar.p95 ?? bar.value)) / years, (sign * (bar.base ?? 0)) / years];
      }),
      renderItem: (_: unknown, api: Api) => {
        const [left, top] = api.coord([0, api.value(2)]);
        const [right, bottom] = api.coord([api.value(0), api.value(1)]);
        const [[low], [high]] = [api.coord([api.value(3), 0]), api.coord([api.value(4), 0])];
        const [base] = api.coord([api.value(5), 0]);
        const middle = (top + bottom) / 2;
        return {
          type: "group",
          children: [
            { type: "rect", shape: { x: Math.min(left, right), y: top + 0.5, width: Math.abs(right - left), height: Math.max(bottom - top - 1, 1) }, style: { fill: colour, opacity: 0.85 } },
            { type: "line", shape: { x1: low, y1: middle, x2: high, y2: middle }, style: { stroke: p.ink, lineWidth: low === high ? 0 : 1.5 } },
            { type: "line", shape: { x1: base, y1: top, x2: base, y2: bottom }, style: { stroke: p.soft, lineWidth: api.value(5) === 0 ? 0 : 1.5, lineDash: [3, 2] } },
          ],
        };
      },
      tooltip: {
        formatter: (at: { dataIndex: number }) => {
          const bar = own[at.dataIndex]!;
          const range = bar.p05 === undefined ? "" : `  (90% ${t("number.range", grouped(bar.p05), grouped(bar.p95 ?? bar.value))})`;
          return `${sexName(sex)} ${bar.label}\n${t("number.persons", grouped(bar.value))}${range}`;
        },
      },
    };
  };
  return {
    grid: { left: 8, right: 16, top: 30, bottom: 20, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: p.soft, fontSize: 12 } },
    xAxis: {
      type: "value", min: -limit, max: limit, interval: limit / 4, ...axis(), name: t("page.per_year_of_age"), nameLocation: "middle", nameGap: 24, nameTextStyle: { color: p.soft, fontSize: 11 },
      axisLabel: { color: p.soft, formatter: (value: number) => grouped(Math.abs(value)), hideOverlap: true },
    },
    yAxis: { type: "value", min: 0, max: oldest, interval: 10, ...axis(), name: t("forecast.column_age"), nameTextStyle: { color: p.soft, fontSize: 11, align: "right" }, nameGap: 8, splitLine: { show: false } },
    series: [side("male", p.series[0]!), side("female", p.series[1]!)],
  };
}

export function pyramidTable(bars: AgeBar[]): DataTable {
  const labels = [...new Set(bars.map((bar) => bar.label))];
  const cell = (label: string, sex: AgeBar["sex"]) => {
    const bar = bars.find((each) => each.label === label && each.sex === sex);
    return bar ? grouped(bar.value) : "–";
  };
  return { head: [t("forecast.column_age"), t("page.male"), t("page.female")], rows: labels.map((label) => [label, cell(label, "male"), cell(label, "female")]) };
}

/** A year's flows: published, or forecast with their middle 90 %. */
export interface YearOfFlows {
  year: number;
  values: Partial<Record<FlowName, { mean: number; p05?: number; p95?: number }>>;
}

/** Years of the past that have something published, then the forecast's. */
export function yearsOfFlows(past: PastFlow[], list: Flow[]): YearOfFlows[] {
  const years = new Map<number, YearOfFlows>();
  for (const each of past) {
    const name = flowNames.find((known) => known === each.item);
    if (name === undefined || !/^\d{4}$/u.test(each.period)) continue;
    const year = years.get(Number(each.period)) ?? { year: Number(each.period), values: {} };
    year.values[name] = { mean: each.value };
    years.set(year.year, year);
  }
  for (const flow of list) {
    const values: YearOfFlows["values"] = {};
    for (const name of flowNames) values[name] = { mean: flow[name], p05: flow[`${name}_p05`], p95: flow[`${name}_p95`] };
    years.set(flow.year, { year: flow.year, values });
  }
  return [...years.values()].sort((a, b) => a.year - b.year);
}

export function flows(list: YearOfFlows[], p: Palette): EChartsCoreOption {
  const colours = [p.series[2], p.series[5], p.series[4], p.series[3]];
  return {
    grid: { left: 12, right: 16, top: 48, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: p.soft, fontSize: 12 } },
    xAxis: { type: "category", data: list.map((flow) => String(flow.year)), ...axis(), axisLabel: { color: p.ink } },
    yAxis: { type: "value", ...axis(), axisLabel: { color: p.soft, formatter: (value: number) => grouped(value) } },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, backgroundColor: p.paper, borderColor: p.line, textStyle: { color: p.ink, fontSize: 12 },
      valueFormatter: (value: number | undefined) => (value === undefined ? "–" : grouped(value)),
    },
    series: flowNames.map((name, i) => ({
      type: "bar", name: t(`name.${name}`), itemStyle: { color: colours[i] }, barMaxWidth: 18,
      data: list.map(({ values }) => ({ value: values[name]?.mean, itemStyle: { opacity: values[name]?.p05 === undefined ? 0.45 : 1 } })),
    })),
  };
}

export function flowsTable(list: YearOfFlows[]): DataTable {
  return {
    head: [t("page.year"), ...flowNames.map((name) => t(`name.${name}`))],
    rows: list.map(({ year, values }) => [String(year), ...flowNames.map((name) => {
      const value = values[name];
      if (!value) return "–";
      return value.p05 === undefined ? grouped(value.mean) : `${grouped(value.mean)} (${t("number.range", grouped(value.p05), grouped(value.p95 ?? value.p05))})`;
    })]),
  };
}
