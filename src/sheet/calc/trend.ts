import { quoted } from '../../native/twin.ts';
import type { CellAddresses } from '../layout/block.ts';
import { isNumber, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import type { MeasuredKpi } from './kpi-inputs.ts';
import { monthKeys, weekKeys } from './periods.ts';

const blocks = '▁▂▃▄▅▆▇█';

/** The column of the table of spans with one bar per span. */
export const barColumn = ({ kpi }: MeasuredKpi): string => `${kpi.name}:bar`;

/** The spans a KPI's trend is drawn over: weeks, or months where it has no weeks. */
export function trendKeys({ period }: MeasuredKpi, facts: SheetInput): readonly string[] {
  if (period === 'week') return weekKeys(facts);
  return period === 'month' ? monthKeys : [];
}

/** One bar, between the least and the most of them; a gap is a dot, what is to come is nothing. */
export function barOf({ kpi }: MeasuredKpi, span: string, at: CellAddresses): string {
  const value = at.here('calc', span, kpi.name);
  const least = at.cell('calc', kpi.name, 'least');
  const most = at.cell('calc', kpi.name, 'most');
  const height = `ROUND(7*(${value}-${least})/(${most}-${least});0)`;
  const bar = when(`${most}>${least}`, `MID(${quoted(blocks)};1+${height};1)`, quoted('▄'));
  const latest = at.cell('calc', kpi.name, 'week');
  const gap = when(`${at.here('calc', span, 'to')}<${latest}`, quoted('·'), '""');
  return when(isNumber(value), bar, gap);
}

/** The cells of a KPI's own row that the bars are made from, and the bars side by side. */
export function trendOf(
  measured: MeasuredKpi,
  facts: SheetInput,
): readonly [column: string, formula: (at: CellAddresses) => string][] {
  const keys = trendKeys(measured, facts);
  const [first] = keys;
  const last = keys[keys.length - 1];
  if (first === undefined || last === undefined) return [];
  const { name } = measured.kpi;
  const down = (at: CellAddresses, column: string) =>
    `${at.cell('calc', first, column)}:${at.cell('calc', last, column)}`;
  return [
    ['least', (at) => `MIN(${down(at, name)})`],
    ['most', (at) => `MAX(${down(at, name)})`],
    ['week', (at) => `MAXIFS(${down(at, 'to')};${down(at, name)};"<9E+307")`],
    ['trend', (at) => keys.map((key) => at.cell('calc', key, barColumn(measured))).join('&')],
  ];
}
