/**
 * A chart of Apache ECharts on a canvas, and the same numbers as a table for who cannot see it. The canvas renderer sets
 * styles through the object model alone, which a policy of style-src 'self' allows; tooltips are drawn, not markup.
 */

import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts, type EChartsCoreOption } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useLayoutEffect, useRef } from "preact/hooks";
import { saveUrl } from "../parts/save";
import { t } from "../text/catalogue";
import { palette } from "../theme";

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

export interface DataTable {
  head: string[];
  rows: string[][];
}

export interface ChartProps {
  title: string;
  /** What a screen reader says of the picture. */
  description: string;
  option: EChartsCoreOption;
  table: DataTable;
  height: number;
  name: string;
  note?: string;
}

const fonts = 'system-ui, -apple-system, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

/** What all charts have alike: no movement, the page's letters, tooltips drawn on the canvas. */
export function frame(): EChartsCoreOption {
  const p = palette.value;
  return {
    animation: false,
    textStyle: { fontFamily: fonts, color: p.soft, fontSize: 12 },
    color: p.series,
    tooltip: {
      renderMode: "richText", confine: true, backgroundColor: p.paper, borderColor: p.line,
      textStyle: { color: p.ink, fontSize: 12, fontFamily: fonts },
    },
  };
}

export function axis(): Record<string, unknown> {
  const p = palette.value;
  return {
    axisLine: { lineStyle: { color: p.line } }, axisTick: { show: false },
    axisLabel: { color: p.soft, fontSize: 12 }, splitLine: { lineStyle: { color: p.line, opacity: 0.6 } },
  };
}

export function Chart(props: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>();
  // Before the next frame, so that the chart is in the same picture as the numbers beside it.
  useLayoutEffect(() => {
    if (!place.current) return undefined;
    const made = init(place.current, undefined, { renderer: "canvas" });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current);
    return () => { watch.disconnect(); made.dispose(); chart.current = undefined; };
  }, []);
  useLayoutEffect(() => chart.current?.setOption({ ...frame(), ...props.option }, { notMerge: true, lazyUpdate: false }), [props.option]);
  const picture = () => {
    const url = chart.current?.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: palette.value.paper });
    if (url) saveUrl(url, `${props.name}.png`);
  };
  return (
    <figure class="chart">
      <figcaption><h3>{props.title}</h3></figcaption>
      <div ref={place} class="canvas" style={{ height: `${props.height}px` }} role="img" aria-label={props.description} />
      {props.note ? <p class="note">{props.note}</p> : null}
      <div class="chart-tools">
        <details>
          <summary>{t("page.as_table")}</summary>
          <div class="scroll" tabIndex={0} role="region" aria-label={props.title}>
            <table class="data">
              <thead><tr>{props.table.head.map((cell) => <th scope="col" key={cell}>{cell}</th>)}</tr></thead>
              <tbody>{props.table.rows.map((row) => (
                <tr key={row.join("|")}>{row.map((cell, i) => (i === 0 ? <th scope="row" key={i}>{cell}</th> : <td key={i}>{cell}</td>))}</tr>
              ))}</tbody>
            </table>
          </div>
        </details>
        <button type="button" class="quiet" onClick={picture} aria-label={t("page.save_picture_of", props.title)}>{t("page.save_picture")}</button>
      </div>
    </figure>
  );
}
