import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltDesk } from '../support/built-desk.ts';
import { openBookDesk } from '../workbench/book-desk.ts';
import { exporter } from '../workbench/desk.ts';
import { planLike } from '../workbench/drawn.ts';
import { bookOfPlans } from '../workbench/files/exported-book.ts';
import { recalculated } from './libreoffice.ts';

/** A value as LibreOffice shows it: days and shares have a shape of their own there. */
function same(value: unknown, shown: string): boolean {
  if (typeof value !== 'number') return typeof value === 'boolean' || String(value) === shown;
  if (/\d[-/]\d/.test(shown)) return Number.isInteger(value);
  const number = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
  return Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

describe('LibreOffice', () => {
  let built: BuiltDesk;
  let sheets: ReturnType<typeof recalculated>;
  beforeAll(async () => {
    built = await bookOfPlans('vi', 'vi_VN');
    const exportDesk = await exporter();
    sheets = recalculated(await exportDesk(built.desk));
  });
  afterAll(() => built.desk.dispose());

  it.each(['Lan · Q1 2027', 'Minh · Q1 2027', 'Marketing · Q1 2027'])(
    'computes of %s what it shows here; only days follow its own clock',
    (name) => {
      const { cells } = built.desk;
      const id = built.sheet(name);
      const { rows, columns } = cells.extent(id);
      const differing: string[] = [];
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const value = cells.value(id, row, column) ?? '';
          const there = sheets.get(name)?.[row]?.[column] ?? '';
          const followsDay = /TODAY\(\)/.test(cells.formula(id, row, column, 'en_US'));
          if (followsDay || same(value, there)) continue;
          differing.push(`${row + 1}:${column + 1} ${value} | ${there}`);
        }
      }
      expect(differing).toEqual([]);
    },
  );

  it('computes of a small plan’s sheet what it showed here', async () => {
    const open = await openBookDesk('vi_VN');
    const id = await open.act<number>(['addSheet', 'Lan · Q1 2027', 60, 14]);
    await open.act(['draw', id, planLike], ['settle']);
    const exportDesk = await exporter();
    const rows = recalculated(await exportDesk(open.desk)).get('Lan · Q1 2027')!;
    open.desk.dispose();
    expect(rows[2]!.slice(2, 6)).toEqual(['1440', '900', '62.5%', '● đúng tiến độ']);
    expect(rows[18]!.slice(2, 5)).toEqual(['', '', '1440']);
  });
});
