/** Bars: where the uncertainty comes from, what moves the figures, and who is behind the plan's jobs. */

import type { EChartsCoreOption } from "echarts/core";
import type { Forecast } from "../api/types";
import { t } from "../text/catalogue";
import { differenceText, grouped } from "../text/numbers";
import type { Palette } from "../theme";
import { axis, type DataTable } from "./chart";
import { indicatorName } from "../text/names";

const uncertaintySources = ["parameters", "chance", "execution", "survey"];

export function uncertainty(forecast: Forecast, ids: string[], p: Palette): EChartsCoreOption {
  const share = (indicator: string, source: string) =>
    forecast.uncertainty.find((each) => each.indicator === indicator && each.source === source)?.variance_share ?? 0;
  const colours = [p.series[0], p.series[4], p.series[2], p.series[1]];
  return {
    grid: { left: 20, right: 20, top: 30, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: p.soft, fontSize: 12 } },
    xAxis: { type: "value", max: 1, ...axis(), axisLabel: { color: p.soft, formatter: (value: number) => `${Math.round(100 * value)}%` } },
    yAxis: { type: "category", inverse: true, data: ids.map(indicatorName), ...axis(), axisLabel: { color: p.ink } },
    series: uncertaintySources.map((source, i) => ({
      type: "bar", stack: "all", name: t(`name.source_${source}`), barMaxWidth: 22, itemStyle: { color: colours[i], borderColor: p.paper, borderWidth: 1 },
      data: ids.map((id) => share(id, source)),
      tooltip: { valueFormatter: (value: number) => `${grouped(100 * value, 1)}%` },
    })),
  };
}

export function uncertaintyTable(forecast: Forecast, ids: string[]): DataTable {
  return {
    head: [t("forecast.column_indicator"), ...uncertaintySources.map((source) => t(`name.source_${source}`))],
    rows: ids.map((id) => [indicatorName(id), ...uncertaintySources.map((source) => {
      const found = forecast.uncertainty.find((each) => each.indicator === id && each.source === source);
      return found ? `${grouped(100 * found.variance_share, 1)}%` : "–";
    })]),
  };
}

const parts = ["population", "behaviour", "programmes"];

/* The little of the custom series' interface that is used here. */
interface Api {
  value(dimension: number): number;
  coord(point: [number, number]): [number, number];
}

/** Mean and middle 90 % of what each cause has moved one indicator by since the base year. */
export function causes(forecast: Forecast, indicator: string, unit: "percent" | "persons", p: Palette): EChartsCoreOption {
  const rows = parts.map((part) => forecast.change.find((each) => each.indicator === indicator && each.from === part));
  return {
    grid: { left: 20, right: 24, top: 8, bottom: 4, containLabel: true },
    xAxis: { type: "value", ...axis(), axisLabel: { color: p.soft, hideOverlap: true } },
    yAxis: { type: "category", inverse: true, data: parts.map((part) => t(`name.change_${part}`)), ...axis(), axisLabel: { color: p.ink } },
    series: [
      {
        type: "custom", silent: true, data: rows.map((row, i) => [row?.p05 ?? 0, row?.p95 ?? 0, i]),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_: unknown, api: Api) => {
          const [[left, y], [right]] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
          return { type: "line", shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: p.accentSoft, lineWidth: 5, lineCap: "round" } };
        },
      },
      {
        type: "scatter", symbolSize: 11, itemStyle: { color: p.accent }, data: rows.map((row, i) => [row?.points ?? 0, i]),
        markLine: { silent: true, symbol: "none", lineStyle: { color: p.ink, width: 1, type: "solid" }, label: { show: false }, data: [{ xAxis: 0 }] },
        tooltip: { formatter: (at: { dataIndex: number }) => `${t(`name.change_${parts[at.dataIndex]}`)}\n${differenceText(rows[at.dataIndex]?.points ?? 0, unit)}` },
      },
    ],
  };
}

export function causesTable(forecast: Forecast, indicator: string, unit: "percent" | "persons"): DataTable {
  return {
    head: [t("page.column_cause"), t("page.column_mean"), t("page.interval_90")],
    rows: parts.flatMap((part) => {
      const row = forecast.change.find((each) => each.indicator === indicator && each.from === part);
      return row ? [[t(`name.change_${part}`), differenceText(row.points, unit), t("number.signed_range", differenceText(row.p05, unit), differenceText(row.p95, unit))]] : [];
    }),
  };
}
