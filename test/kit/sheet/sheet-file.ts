import { columnLetters } from '../../../src/sheet/layout/cell-addresses.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { ownFunctions } from '../../../src/workbench/desk/own-functions.ts';
import { writeXlsx } from '../../../src/workbench/files/xlsx.ts';
import type { Found } from '../engine/ironcalc.ts';
import type { Drawn } from './drawn.ts';

/** The tab of the drawing. */
export const tab = 'Lan';

/** Semicolons outside of texts are the commas of a workbook file. */
const withCommas = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|;/g, (part) => (part === ';' ? ',' : part));

/**
 * A drawing as a file that remembers no value; formats are left out, so that days stay numbers. The
 * rows of `data` stand on a sheet of their own: no name is carried, but what it stands for.
 */
export function sheetFile(drawing: Drawing, data?: Drawing): Promise<Uint8Array> {
  const rowsOf = ({ cells }: Drawing) =>
    cells.map((line) =>
      line.map(({ formula, value, text }) =>
        formula === undefined
          ? (text ?? value ?? null)
          : { formula: withoutNames(withCommas(formula), data) },
      ),
    );
  const sheets = [
    { name: tab, rows: rowsOf(drawing) },
    ...(data ? [{ name: 'Data', rows: rowsOf(data) }] : []),
  ];
  const blank = sheets.map(({ rows }) => ({
    values: rows.map((row) => row.map(() => null)),
    spills: [],
  }));
  return writeXlsx({ sheets }, blank, {
    own: ownFunctions('vi'),
    locale: 'vi_VN',
    language: 'vi',
  });
}

const withoutNames = (formula: string, data?: Drawing): string =>
  (data?.names ?? []).reduce((text, { name, row, rows, column, columns }) => {
    const corners = `$${columnLetters(column)}$${row}:$${columnLetters(column + columns - 1)}$${row + rows - 1}`;
    return text.replaceAll(name, `Data!${corners}`);
  }, formula);

/** What another program has computed of a drawing's cells, read by the names of its blocks. */
export function drawnFrom(drawing: Drawing, found: readonly (readonly Found[])[]): Drawn {
  const at = (name: string, row: string, column: string): Found => {
    const area = drawing.names.find((each) => each.name === name);
    const top = (area?.row ?? 1) - 1;
    // The lines above the scorecard's head have no keys beside them.
    const above = ['.title', '.live'].indexOf(row);
    const down =
      above >= 0
        ? top + 1 + above
        : found.findIndex((line, index) => index > top && line[1] === row);
    return found[down]?.[found[top]?.indexOf(column) ?? -1] ?? '';
  };
  return { at, all: () => found.map((line) => [...line]) };
}
