import type { Handle, SeenSheet } from '../../src/workbench/page/handle.ts';

type Names = ReturnType<Handle['names']>;

/** What stands on a plan's sheet. */
export class SeenPlan {
  constructor(
    readonly cells: SeenSheet,
    private readonly names: Names,
  ) {}

  block(block: string): Names[number] {
    const found = this.names.find(({ name }) => name.endsWith(`_${block}`));
    if (!found) throw new Error(`No block ${block}.`);
    return found;
  }

  /** Row and column of a cell by the keys beside and above it, counted from 0. */
  place(block: string, row: string, column: string): readonly [number, number] {
    const { row: top, column: left, rows, columns } = this.block(block);
    const heads = this.cells.texts[top]?.slice(left, left + columns) ?? [];
    const across = heads.indexOf(column);
    const keys = heads.indexOf('key');
    const down = Array.from({ length: rows }, (_, each) => each).find(
      (each) => each > 0 && this.cells.texts[top + each]?.[left + keys] === row,
    );
    if (down === undefined || across < 0) throw new Error(`No cell ${block} ${row} ${column}.`);
    return [top + down, left + across];
  }

  text(block: string, row: string, column: string): string {
    const [down, across] = this.place(block, row, column);
    return this.cells.texts[down]?.[across] ?? '';
  }

  value(block: string, row: string, column: string): unknown {
    const [down, across] = this.place(block, row, column);
    return this.cells.values[down]?.[across];
  }

  a1(block: string, row: string, column: string): string {
    const [down, across] = this.place(block, row, column);
    return addressOf(down, across);
  }

  keys(block: string): string[] {
    const { row: top, column: left, rows } = this.block(block);
    const keys = this.cells.texts[top]?.indexOf('key', left) ?? -1;
    return this.cells.texts
      .slice(top + 1, top + rows)
      .map((line) => line[keys] ?? '')
      .filter((key) => key !== '' && !key.startsWith('.'));
  }

  /** The columns of a block in which somebody types numbers. */
  inputs(): string[] {
    const { row: top } = this.block('input');
    const marks = this.place('input', '.marks', 'key')[0];
    const heads = this.cells.texts[top] ?? [];
    return heads.filter((_, at) => /▢/.test(this.cells.texts[marks]?.[at] ?? ''));
  }

  shows(text: string): boolean {
    return this.cells.texts.some((line) => line.some((each) => each.includes(text)));
  }

  formulas(): string[] {
    return this.cells.formulas.flat().filter((each) => each !== '');
  }

  /** Cells that show an error; only the hidden rows of a chart leave gaps with `#N/A`. */
  errors(): string[] {
    const { row: top, rows } = this.block('calc');
    return this.cells.texts.flatMap((line, row) =>
      line.flatMap((text, column) => {
        const gap = text === '#N/A' && row >= top && row < top + rows;
        return /^#[A-Z]/.test(text) && !gap ? [`${addressOf(row, column)} ${text}`] : [];
      }),
    );
  }
}

function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
