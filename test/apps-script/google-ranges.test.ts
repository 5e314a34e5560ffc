import { describe, expect, it } from 'vitest';
import { rangesOf } from '../../src/apps-script/google-ranges.ts';

const area = (row: number, column: number, rows = 1, columns = 1) => ({
  row,
  column,
  rows,
  columns,
});

/** A sheet whose ranges are their addresses, and what was asked of it. */
function sheetOf(listed: (addresses: readonly string[]) => readonly string[]) {
  const asked: string[] = [];
  const sheet = {
    getRange: (address: string) => {
      asked.push(address);
      return address;
    },
    getRangeList: (addresses: readonly string[]) => {
      asked.push('list');
      return { getRanges: () => listed(addresses) };
    },
  };
  return { asked, sheet: sheet as unknown as Parameters<typeof rangesOf>[0] };
}

const areas = [area(3, 2, 4, 26), area(1, 1, 2, 3), area(3, 2, 4, 26), area(9, 28)];
const addresses = ['B3:AA6', 'A1:C2', 'B3:AA6', 'AB9:AB9'];

describe('many ranges of a sheet', () => {
  it('are asked for in one list, each once, and are those that were meant', () => {
    const { asked, sheet } = sheetOf((all) => all);
    const rangeOf = rangesOf(sheet, areas);
    expect(areas.map(rangeOf)).toEqual(addresses);
    expect(asked).toEqual(['list']);
  });

  it('are asked for one by one where a list does not give one for each', () => {
    const { asked, sheet } = sheetOf((all) => all.slice(1));
    const rangeOf = rangesOf(sheet, areas);
    expect(areas.map(rangeOf)).toEqual(addresses);
    expect(asked).toEqual(['list', ...new Set(addresses)]);
  });
});
