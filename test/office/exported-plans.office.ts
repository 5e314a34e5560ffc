import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/workbench/desk/desk.ts';
import { openBookDesk } from '../kit/workbench/book-desk.ts';
import { exporter } from '../kit/workbench/desk.ts';
import { planLike } from '../kit/workbench/drawn.ts';
import { openPlanDesk, sheetOf } from '../kit/workbench/plan-desk.ts';
import { bookOfPlans } from '../workbench/files/exported-book.ts';
import { recalculated } from './libreoffice.ts';

/** A value as LibreOffice shows it: days and shares have a shape of their own there. */
function same(value: unknown, shown: string): boolean {
  if (typeof value !== 'number') return typeof value === 'boolean' || String(value) === shown;
  if (/\d[-/]\d/.test(shown)) return Number.isInteger(value);
  const number = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
  return Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** Cells in which LibreOffice shows something else than the desk; what asks for the day may. */
function differing(desk: Desk, id: string, there: readonly (readonly string[])[] = []): string[] {
  const { rows, columns } = desk.cells.extent(id);
  const found: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const value = desk.cells.value(id, row, column) ?? '';
      const shown = there[row]?.[column] ?? '';
      const followsDay = /TODAY\(\)/.test(desk.cells.formula(id, row, column, 'en_US'));
      if (!followsDay && !same(value, shown))
        found.push(`${row + 1}:${column + 1} ${value} | ${shown}`);
    }
  }
  return found;
}

describe('LibreOffice', () => {
  it('computes of a book of plans what it shows here', async () => {
    const { desk, sheet } = await bookOfPlans('vi', 'vi_VN');
    const exportDesk = await exporter();
    const sheets = recalculated(await exportDesk(desk));
    const all = ['Lan · Q1 2027', 'Minh · Q1 2027', 'Marketing · Q1 2027'];
    for (const name of all)
      expect(differing(desk, sheet(name), sheets.get(name)), name).toEqual([]);
    desk.dispose();
  });

  it.each([
    ['brand', 'vi', 'vi_VN'],
    ['sales', 'en', 'en_US'],
  ] as const)('computes of the sheet of %s in %s what it shows here', async (...each) => {
    const [role, language, locale] = each;
    const drawing = sheetOf(role, language);
    const { desk, act } = await openPlanDesk(locale);
    const id = await act<number>(['addSheet', 'Lan', drawing.rows, drawing.columns]);
    await act(['draw', id, drawing], ['setNames', id, drawing.names], ['settle']);
    const exportDesk = await exporter();
    const shown = recalculated(await exportDesk(desk)).get('Lan');
    const sheet = desk.engine.workbook().getSheetBySheetName('Lan');
    expect(differing(desk, sheet?.getSheetId() ?? '', shown)).toEqual([]);
    desk.dispose();
  });

  it('computes of a small plan’s sheet what it showed here', async () => {
    const open = await openBookDesk('vi_VN');
    const id = await open.act<number>(['addSheet', 'Lan · Q1 2027', 60, 14]);
    await open.act(['draw', id, planLike], ['setNames', id, planLike.names], ['settle']);
    const exportDesk = await exporter();
    const rows = recalculated(await exportDesk(open.desk)).get('Lan · Q1 2027')!;
    open.desk.dispose();
    expect(rows[2]!.slice(2, 6)).toEqual(['1440', '900', '62.5%', '● đúng tiến độ']);
    expect(rows[18]!.slice(2, 5)).toEqual(['', '', '1440']);
  });
});
