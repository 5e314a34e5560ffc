import { meaningOf, type UnansweredCell } from '../../sheet/layout/computed-value.ts';
import type { Rectangle } from '../../sheet/layout/drawing.ts';
import { Problem } from '../api/user-error.ts';
import {
  checkAnswered,
  isComputing,
  patience,
  readAnswered,
} from '../plan-store/answered-cells.ts';
import type { Context } from '../ports/context.ts';

/** More is no KPI table. */
const most = { rows: 200, columns: 40 };

/** The table the user has selected, as people see it; blank rows and columns at its end left out. */
export function selectedTable({
  host,
  spreadsheet,
  services,
  say,
}: Context): readonly (readonly string[])[] {
  const selected = host.selection();
  const sheet = spreadsheet.sheets().find(({ name }) => name === selected?.sheet);
  if (!selected || !sheet) throw new Problem(say.nothingSelected);
  const used = spreadsheet.used(sheet.id);
  const rows = Math.min(selected.rows, used.rows - selected.row + 1);
  const columns = Math.min(selected.columns, used.columns - selected.column + 1);
  if (rows < 1 || columns < 1) throw new Problem(say.selectionBlank);
  if (rows > most.rows || columns > most.columns) {
    throw new Problem(say.selectionBig({ rows: most.rows, columns: most.columns }));
  }
  const area = { row: selected.row, column: selected.column, rows, columns };
  const read = () => spreadsheet.shown(sheet.id, area);
  const shown = readAnswered(read, isComputing, patience.look, { spreadsheet, services });
  checkAnswered(computing(shown, sheet.id, area), { spreadsheet, say });
  const filled = shown.map((line) => line.some((cell) => cell.trim() !== ''));
  if (!filled.includes(true)) throw new Problem(say.selectionBlank);
  return shown.slice(0, filled.lastIndexOf(true) + 1);
}

/** Cells that are still being computed. One that has failed stays as people see it, and is told as no number. */
const computing = (
  shown: readonly (readonly string[])[],
  sheet: number,
  { row, column }: Rectangle,
): Pick<UnansweredCell, 'sheet' | 'row' | 'column' | 'shows'>[] =>
  shown.flatMap((line, down) =>
    line.flatMap((shows, across) =>
      meaningOf(shows) === 'pending'
        ? [{ sheet, row: row + down, column: column + across, shows }]
        : [],
    ),
  );
