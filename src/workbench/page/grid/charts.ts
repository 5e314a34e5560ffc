import type { Univer } from '@univerjs/core';
import { show } from '../../locale/show.ts';
import { chartData } from '../../model/chart-data.ts';
import { chartsOf } from '../../model/charts.ts';
import { createElement } from '../dom.ts';
import { lineChart } from './line-chart.ts';
import type { OverGrid } from './over-grid.ts';
import { pageCells, pageNames } from './page-cells.ts';

const otherColors = ['#1a73e8', '#5f6368', '#137333', '#b06000'];

/** Draws the charts of the sheet over its cells, from what the cells hold now. */
export function drawCharts(univer: Univer, over: OverGrid, locale: string): void {
  const cells = pageCells(univer);
  for (const chart of chartsOf(pageNames(univer))) {
    if (chart.sheetId !== over.sheetId) continue;
    const { labels, series, format } = chartData(chart, cells, locale);
    const { left, top } = over.cell(chart.at.row, chart.at.column);
    const clip = over.clip(chart.at.row, chart.at.column);
    const holder = createElement('div', { class: 'chart' });
    const { width, height } = chart;
    Object.assign(holder.style, {
      left: `${left - clip.left}px`,
      top: `${top - clip.top}px`,
      width: `${width * over.zoom}px`,
      height: `${height * over.zoom}px`,
    });
    const lines = series.map((one, i) => ({
      ...one,
      color: chart.colors[i] ?? otherColors[i % otherColors.length]!,
    }));
    const write = (value: number) =>
      show(value, format || (Number.isInteger(value) ? '#,##0' : '#,##0.##'), locale);
    const drawn = lineChart({ title: chart.title, labels, series: lines, write }, width, height);
    drawn.setAttribute('width', '100%');
    drawn.setAttribute('height', '100%');
    holder.append(drawn);
    clip.element.append(holder);
  }
}
