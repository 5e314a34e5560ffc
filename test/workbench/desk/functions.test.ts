import { afterAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';

const desks: Desk[] = [];
const open = async (...given: Parameters<typeof openTestDesk>) => {
  const opened = await openTestDesk(...given);
  desks.push(opened.desk);
  return opened;
};
afterAll(() => {
  for (const desk of desks) desk.dispose();
});
const formula = (text: string) => ({ formula: text });

describe('custom functions', () => {
  it('are given what Sheets gives: blanks, dates, errors, fractions, arguments left out', async () => {
    const { shown } = await open([
      [1.5, null, 'x', true, { value: 46000, format: 'dd/mm/yyyy' }, { value: 0.1, format: '0%' }],
      [
        formula('=SHAPE(A1)'),
        formula('=SHAPE(B1,C1)'),
        formula('=SHAPE(D1,E1)'),
        formula('=SHAPE(1/0,"t")'),
        formula('=SHAPE(A1:C1)'),
        formula('=SHAPE(F1,,2)'),
        formula('=SHAPE(A1:A2)'),
      ],
    ]);
    expect(shown('A2')).toBe('Number:1.5 Undefined:undefined');
    expect(shown('B2')).toBe('String:"" String:"x"');
    // Midnight in the spreadsheet's zone, seven hours ahead.
    expect(shown('C2')).toBe('Boolean:true Date:2025-12-08T17:00:00.000Z');
    expect(shown('D2')).toBe('String:"#DIV/0!" String:"t"');
    expect(shown('E2')).toBe('Array:[[1.5,"","x"]]true');
    expect(shown('F2')).toBe('Number:0.1 Undefined:undefined');
  });

  it('spill, stop at what is in the way, and show blank for an empty text', async () => {
    const { desk, shown } = await open([
      [6, 3, formula('=DIVIDE(A1:A4,B1:B4)'), null, formula('=SUM(A2:A1048576)')],
      [6, 0],
      ['x', 2],
      [null, null],
    ]);
    expect(['C1', 'C2', 'C3', 'C4', 'E1'].map(shown)).toEqual([
      '2',
      'nothing below',
      'not a number: x',
      '',
      '6',
    ]);
    desk.cells.write('sheet-1', { 1: { 2: { v: 'mine', t: 1 } } });
    await desk.settle();
    expect([shown('C1'), shown('C2')]).toEqual(['#REF!', 'mine']);
  });

  it('that throw show #ERROR!, with the sentence kept for the cell; IFERROR catches it', async () => {
    const { desk, shown } = await open([
      ['x', 2, formula('=DIVIDE(A1,B1)'), formula('=IFERROR(DIVIDE(A1,B1),"caught")')],
    ]);
    expect([shown('C1'), shown('D1')]).toEqual(['#ERROR!', 'caught']);
    expect(desk.sentences.get('sheet-1', 0, 2)).toBe('not a number: x');
    desk.cells.write('sheet-1', { 0: { 0: { v: 8, t: 2 } } });
    await desk.settle();
    expect(shown('C1')).toBe('4');
    expect(desk.sentences.get('sheet-1', 0, 2)).toBeUndefined();
  });

  it('may read the spreadsheet, not the user, and nothing of the machine', async () => {
    const { desk, shown } = await open([
      [formula('=LOCALE()'), formula('=WHO()'), formula('=GLOBALS()')],
    ]);
    expect(shown('A1')).toBe('en_US');
    expect(shown('B1')).toBe('#ERROR!');
    expect(desk.sentences.get('sheet-1', 0, 1)).toMatch(/^You do not have permission to call/);
    expect(shown('C1')).toBe('undefined,undefined,undefined,undefined');
    await desk.choose({ locale: 'vi_VN' });
    expect(shown('A1')).toBe('vi_VN');
  });

  it('answer whole columns of 100,000 rows, mostly blank', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => (i % 97 < 9 ? [i, 2] : [null, null]));
    const { desk, shown } = await open(rows);
    desk.cells.write('sheet-1', { 0: { 3: { f: '=DIVIDE(A:A,B:B)' } } });
    await desk.settle();
    expect(shown('D5')).toBe('2');
    expect(shown('D99911')).toBe('49955');
  });

  it('miss no change that comes while others are being calculated', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [
      i === 0 ? 1 : null,
      formula(i === 0 ? '=DIVIDE(A1,1)' : `=B${i}+$A$1`),
    ]);
    const { desk, shown } = await open(rows);
    expect(shown('B3000')).toBe('3000');
    let steps = 0;
    const watching = desk.engine.commands.onCommandExecuted(({ id }) => {
      // The engine tells of its progress now and then: in the middle of it comes the next change.
      if (!id.endsWith('formula-calculation-notification') || steps === 5) return;
      steps += 1;
      desk.cells.write('sheet-1', { 0: { 0: { v: steps, t: 2 } } });
    });
    desk.cells.write('sheet-1', { 0: { 0: { v: 7, t: 2 } } });
    await desk.settle();
    watching.dispose();
    expect(steps).toBe(5);
    expect(['B1', 'B2', 'B3000'].map(shown)).toEqual(['5', '10', '15000']);
  });
});
