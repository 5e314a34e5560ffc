import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/workbench/desk.ts';
import { openTestDesk } from './desk.ts';

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
