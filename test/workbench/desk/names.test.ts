import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';

const script = `
function book_() { return SpreadsheetApp.getActiveSpreadsheet(); }
function sheet_() { return book_().getSheets()[0]; }
function name() { book_().setNamedRange('ROWS_OF_IT', sheet_().getRange('A2:B3')); }
function read() {
  sheet_().getRange('D1:D2').setFormulas([
    ['=SUMIFS(INDEX(ROWS_OF_IT,0,2),INDEX(ROWS_OF_IT,0,1),"x")'], ['=ROWS(ROWS_OF_IT)']]);
}
function grow() {
  sheet_().insertRowsBefore(3, 3);
  sheet_().getRange('A3:B5').setValues([['x', 2], ['y', 40], ['x', 4]]);
}
function move() { book_().setNamedRange('ROWS_OF_IT', sheet_().getRange('A2:B2')); }
function formats() { return sheet_().getRange('B2:B5').getNumberFormats().join(); }
`;

describe('a name in a formula', () => {
  let desk: Desk;
  let shown: (a1: string) => string;
  const run = async (name: string) => {
    const result = await desk.run(name, []);
    if (!('ok' in result)) throw new Error(JSON.stringify(result));
    await desk.settle();
    return result.ok;
  };
  beforeAll(async () => {
    const rows = [
      ['what', 'value'],
      ['x', { value: 1, format: '0.00' }],
      ['', { value: null, format: '0.0' }],
    ];
    ({ desk, shown } = await openTestDesk(rows, 'en_US', script));
    await run('name');
    await run('read');
  });
  afterAll(() => desk.dispose());

  it('stands for the rows that are inserted into it as well', async () => {
    expect([shown('D1'), shown('D2')]).toEqual(['1', '2']);
    await run('grow');
    expect([shown('D1'), shown('D2')]).toEqual(['7', '5']);
  });

  it('stands for other cells when it is given others', async () => {
    await run('move');
    expect([shown('D1'), shown('D2')]).toEqual(['1', '1']);
  });

  it('has rows inserted that look like those before which they come', async () => {
    expect(await run('formats')).toBe('0.00,0.0,0.0,0.0');
  });
});

const again = `
function book_() { return SpreadsheetApp.getActiveSpreadsheet(); }
function first_() { return book_().getSheets()[0]; }
function make(value) {
  var sheet = book_().insertSheet('Other ' + value);
  sheet.getRange('A1:A3').setValues([[value], [value], [value]]);
  book_().setNamedRange('THEM', sheet.getRange('A1:A3'));
  book_().insertSheet("It's other").getRange('A1:A3').setValues([[value], [value], [value]]);
}
function ask() {
  first_().getRange('D1:D4').setFormulas([
    ['=SUM(THEM)'],
    ['=SUM(Them)+0*LEN("a text so long that the engine keeps only a number of it in its memory")'],
    ['=SUMIFS(INDEX(THEM,0,1),INDEX(THEM,0,1),">0")'],
    ["=SUM('It''s other'!A1:A3)"]]);
}
function drop() {
  first_().getRange('D1:D4').clearContent();
  book_().removeNamedRange('THEM');
  book_().getSheets().slice(1).forEach(function (sheet) { book_().deleteSheet(sheet); });
}
`;

describe('a formula that is written again', () => {
  it('reads what its names and sheets are now, however long ago they were made', async () => {
    const { desk, shown } = await openTestDesk([['mine']], 'en_US', again);
    const run = async (name: string, ...args: unknown[]) => {
      expect(await desk.run(name, args)).toHaveProperty('ok');
      // Everything is calculated in between, so that no change is fresh when the next one comes.
      await desk.settle();
    };
    try {
      for (const value of [1, 20, 300]) {
        await run('make', value);
        await run('ask');
        const sum = String(value * 3);
        expect(['D1', 'D2', 'D3', 'D4'].map(shown)).toEqual([sum, sum, sum, sum]);
        await run('drop');
      }
    } finally {
      desk.dispose();
    }
  });
});

describe('a long formula', () => {
  it('is never taken for another one of which the engine’s number is the same', async () => {
    const long = `+0*LEN("${'x'.repeat(60)}")`;
    // Both come to one number of 32 bits, as the engine reckons it.
    const twins = [`=325174+885230${long}`, `=896367+736517${long}`];
    const { desk, shown } = await openTestDesk([twins.map((formula) => ({ formula }))]);
    try {
      expect([shown('A1'), shown('B1')]).toEqual(['1210404', '1632884']);
    } finally {
      desk.dispose();
    }
  });
});
