/** What parts of the plan are worth in October: means and middle 90 %. */

import type { EChartsCoreOption } from "echarts/core";
import type { Part } from "../api/attribution";
import type { Unit } from "../api/types";
import { t } from "../text/catalogue";
import { differenceText, grouped, money } from "../text/numbers";
import type { Palette } from "../theme";
import { axis, type DataTable } from "./chart";

export interface NamedPart extends Part {
  name: string;
}

interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

export function worth(parts: NamedPart[], indicator: string, unit: Unit, p: Palette): EChartsCoreOption {
  const effects = parts.map((each) => each.last[indicator]!);
  return {
    grid: { left: 20, right: 24, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: "value", ...axis(), axisLabel: { color: p.soft, hideOverlap: true } },
    yAxis: { type: "category", inverse: true, data: parts.map((each) => each.name), ...axis(), axisLabel: { color: p.ink, width: 190, overflow: "truncate", interval: 0 } },
    series: [
      {
        type: "bar", barMaxWidth: 16, itemStyle: { color: p.accentSoft }, data: effects.map((each) => each.mean),
        tooltip: { formatter: (at: { dataIndex: number }) => `${parts[at.dataIndex]!.name}\n${differenceText(effects[at.dataIndex]!.mean, unit)}\n${money(parts[at.dataIndex]!.won / 1000)}` },
      },
      {
        type: "custom", silent: true, z: 4, data: effects.map((each, i) => [each.p05, each.p95, i]), encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, api: Api) => {
          const [[left, y], [right]] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
          return { type: "line", shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: p.ink, lineWidth: 1.5 } };
        },
      },
    ],
  };
}

export function worthTable(parts: NamedPart[], indicator: string, unit: Unit): DataTable {
  return {
    head: [t("page.column_part"), t("programmes.column_jobs"), t("explain.budget"), t("page.column_mean"), t("page.interval_90"), t("page.column_added")],
    rows: parts.map((each) => {
      const effect = each.last[indicator]!;
      return [
        each.name, grouped(each.plan_jobs), money(each.won / 1000), differenceText(effect.mean, unit),
        t("number.signed_range", differenceText(effect.p05, unit), differenceText(effect.p95, unit)), grouped(each.last["additional_employed"]?.mean ?? 0),
      ];
    }),
  };
}
