import type { RangeAddress } from './range.ts';
import { standIn } from './wire.ts';

type GoogleChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type LineBuilder = GoogleAppsScript.Spreadsheet.EmbeddedLineChartBuilder;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** A chart as it is sent out of the context. */
export interface ChartSent {
  readonly id: string | null;
  readonly kind: string;
  readonly title: string;
  readonly colors: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly headers: number;
  readonly hiddenToo: boolean;
  readonly data: RangeAddress | null;
  readonly row: number;
  readonly column: number;
}

const sent = new WeakMap<object, ChartSent>();

/** What was built, ready to be sent. */
export const chartSent = (chart: GoogleChart): ChartSent => sent.get(chart)!;

/** A chart, built or found on a sheet. */
export function chartOf(facts: ChartSent): GoogleChart {
  const chart = standIn('EmbeddedChart', {
    getChartId: () => Number(/\d+$/.exec(facts.id ?? '')?.[0] ?? 0),
  } satisfies Partial<GoogleChart>) as unknown as GoogleChart;
  sent.set(chart, facts);
  return chart;
}

const SHOW_BOTH = 'SHOW_BOTH';
const strategies = {
  IGNORE_BOTH: 'IGNORE_BOTH',
  IGNORE_COLUMNS: 'IGNORE_COLUMNS',
  IGNORE_ROWS: 'IGNORE_ROWS',
  SHOW_BOTH,
};

/** Google's `Charts`, as much of it as charts on sheets need. */
export const charts = standIn('Charts', { ChartHiddenDimensionStrategy: strategies });

/** Builds charts of lines; a width of 600 and a height of 371 pixels are what Google begins with. */
export function chartBuilder(placeOf: (range: GoogleRange) => RangeAddress): Builder {
  let facts: ChartSent = {
    id: null,
    kind: 'line',
    title: '',
    colors: [],
    width: 600,
    height: 371,
    headers: 0,
    hiddenToo: false,
    data: null,
    row: 1,
    column: 1,
  };
  const change = (next: Partial<ChartSent>) => {
    facts = { ...facts, ...next };
    return self;
  };
  const methods = {
    asLineChart: () => change({ kind: 'line' }),
    setTitle: (title: string) => change({ title }),
    setColors: (colors: string[]) => change({ colors }),
    addRange: (range: GoogleRange) => change({ data: placeOf(range) }),
    setNumHeaders: (headers: number) => change({ headers }),
    setHiddenDimensionStrategy: (strategy: unknown) =>
      change({ hiddenToo: strategy === SHOW_BOTH }),
    setOption: (option: string, value: unknown) =>
      option === 'width' || option === 'height' ? change({ [option]: Number(value) }) : self,
    setPosition: (row: number, column: number) => change({ row, column }),
    build: () => chartOf(facts),
  } satisfies Partial<Record<keyof LineBuilder, unknown>>;
  const self = standIn('EmbeddedChartBuilder', methods) as unknown as Builder & LineBuilder;
  return self;
}
