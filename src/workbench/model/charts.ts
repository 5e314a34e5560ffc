import type { Engine } from '../engine/univer.ts';
import type { RangeBounds } from './address.ts';
import { type NameReader, namedCells, ownNamePrefix, removeName, setName } from './names.ts';

/** A line chart over the grid; its data and its place move with their cells. */
interface ChartFacts {
  readonly title: string;
  readonly colors: readonly string[];
  readonly width: number;
  readonly height: number;
  /** How many rows of the data name the series. */
  readonly headers: number;
  readonly kind: string;
  /** Rows and columns that are hidden are drawn too. */
  readonly hiddenToo: boolean;
}

export interface PlacedChart extends ChartFacts {
  readonly id: string;
  readonly sheetId: string;
  readonly data: RangeBounds;
  /** The cell whose corner it hangs from. */
  readonly at: { readonly row: number; readonly column: number };
}

const prefix = `${ownNamePrefix}chart_`;
const anchorOf = (id: string) => `${id}_at`;

/** The charts of a workbook, in the order in which they were made. */
export function chartsOf(reader: NameReader): PlacedChart[] {
  const names = namedCells(reader).filter(({ name }) => name.startsWith(prefix));
  return names.flatMap(({ name, sheetId, area, comment }) => {
    const anchor = names.find((other) => other.name === anchorOf(name));
    if (!anchor) return [];
    const at = { row: anchor.area.startRow, column: anchor.area.startColumn };
    return [{ ...(JSON.parse(comment) as ChartFacts), id: name, sheetId, data: area, at }];
  });
}

export function addChart(engine: Engine, chart: Omit<PlacedChart, 'id'>): void {
  const taken = new Set(chartsOf(engine).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  const name = `${prefix}${number}`;
  const { sheetId, data, at, ...facts } = chart;
  const corner = {
    startRow: at.row,
    endRow: at.row,
    startColumn: at.column,
    endColumn: at.column,
  };
  setName(engine, { name, sheetId, area: data, comment: JSON.stringify(facts) });
  setName(engine, { name: anchorOf(name), sheetId, area: corner, comment: '' });
}

export function removeChart(engine: Engine, id: string): void {
  removeName(engine, id);
  removeName(engine, anchorOf(id));
}
