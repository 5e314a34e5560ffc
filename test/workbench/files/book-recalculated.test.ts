import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltDesk } from '../../kit/desk/built-desk.ts';
import { type Comparison, compareWithDesk } from '../../kit/engine/recalculated/compare.ts';
import { type Recalculated, recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { exporter } from '../../kit/workbench/desk.ts';
import { bookDay, bookOfPlans } from './exported-book.ts';

let built: BuiltDesk;
let file: Recalculated;
let sheets: Record<string, Comparison>;

beforeAll(async () => {
  built = await bookOfPlans('vi', 'vi_VN');
  const exportDesk = await exporter();
  file = await recalculated(await exportDesk(built.desk), bookDay);
  sheets = compareWithDesk(file, built.desk);
});
afterAll(() => built.desk.dispose());

const each = <Key extends keyof Comparison>(key: Key) =>
  Object.fromEntries(Object.entries(sheets).map(([name, found]) => [name, found[key]]));

/** By sheet, where there are any. */
const counts = (key: 'compared' | 'inCells' | 'overHeaders') =>
  Object.fromEntries(Object.entries(each(key)).filter(([, count]) => count !== 0));

describe('the file of a book of plans, computed anew', () => {
  it('comes to what the workbench shows, in every cell of every sheet', () => {
    expect(Object.values(each('differing')).flat()).toEqual([]);
  });

  it('has every formula that stands in the workbench, and all of them are compared', () => {
    expect(Object.values(each('onlyValues')).flat()).toEqual([]);
    expect(counts('compared')).toEqual({
      'Lan · Q1 2027': 796,
      'Minh · Q1 2027': 744,
      'Marketing · Q1 2027': 252,
    });
    expect(counts('overHeaders')).toEqual({ 'Minh · Q1 2027': 4 });
  });

  it('needs cells for functions over ranges in a known number of formulas', () => {
    expect(counts('inCells')).toEqual({
      'Lan · Q1 2027': 25,
      'Minh · Q1 2027': 15,
      'Marketing · Q1 2027': 42,
    });
    expect([...new Set(file.formulas.flatMap(({ over }) => over))].sort()).toEqual([
      'ISERROR',
      'ISNUMBER',
      'ISTEXT',
      'ROW',
    ]);
  });
});
