import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk, DeskEvent } from '../../../src/workbench/desk/desk.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';

let desk: Desk;
let events: DeskEvent[];
let shown: (a1: string) => string;
beforeAll(async () => {
  ({ desk, events, shown } = await openTestDesk(
    [
      ['a', 'b'],
      [4, 2, { formula: '=DIVIDE(A2,B2)' }],
    ],
    'vi_VN',
  ));
});
afterAll(() => desk.dispose());

const ok = async (name: string, ...args: unknown[]) => {
  const result = await desk.run(name, args);
  if (!('ok' in result)) throw new Error(JSON.stringify(result));
  return result.ok;
};

describe('a run', () => {
  it('reads what it wrote, calculated', async () => {
    expect(await ok('writeAndRead')).toBe(4);
    expect(shown('E2')).toBe('4');
  });

  it('finds nothing of the runs before it, well ended, failed or killed', async () => {
    expect([await ok('counted'), await ok('counted')]).toEqual([1, 1]);
    expect(await desk.run('writeThenFail', [])).toMatchObject({ error: 'stopped' });
    const fault = { at: 1, when: 'before', what: 'kill', message: 'gone' } as const;
    expect(await desk.run('writeWell', [], { trouble: [fault] })).toMatchObject({ killed: 'gone' });
    expect(await Promise.all([ok('counted'), ok('counted'), ok('counted')])).toEqual([1, 1, 1]);
  });

  it('keeps its writes when it ends well, and what was flushed when it does not', async () => {
    await ok('writeWell');
    expect(await desk.run('writeThenFail', [])).toMatchObject({ error: 'stopped' });
    expect(await desk.run('flushThenFail', [])).toMatchObject({ error: 'stopped' });
    expect(['E5', 'E6', 'E7', 'E8'].map(shown)).toEqual(['', 'kept', '', 'written']);
  });

  it('drops what was held when it is killed, before or after a call takes effect', async () => {
    const kill = (at: number, when: 'before' | 'after') =>
      desk.run('flushThenFail', [], { trouble: [{ at, when, what: 'kill', message: 'gone' }] });
    desk.cells.write('sheet-1', { 5: { 4: { v: null } } });
    const calls: string[] = [];
    await desk.run('flushThenFail', [], { onCall: (method) => calls.push(method) });
    const flush = calls.indexOf('SpreadsheetApp.flush') + 1;
    desk.cells.write('sheet-1', { 5: { 4: { v: null } } });
    expect(await kill(flush, 'before')).toMatchObject({ killed: 'gone', calls: flush });
    expect(shown('E6')).toBe('');
    expect(await kill(flush, 'after')).toMatchObject({ killed: 'gone' });
    expect(shown('E6')).toBe('kept');
  });

  it('meets a failing and a slow service where it was told to', async () => {
    const fail = { at: 1, when: 'before', what: 'fail', message: 'Service error' } as const;
    expect(await desk.run('writeWell', [], { trouble: [fail] })).toMatchObject({
      error: 'Service error',
    });
    const told: (string | number)[] = [];
    const slow = { at: 2, when: 'before', what: 'slow', ms: 90_000 } as const;
    const result = await desk.run('writeWell', [], {
      trouble: [slow],
      onCall: (_, count) => told.push(count),
      sleep: async (ms) => void told.push(`${ms} ms`),
    });
    expect(result).toMatchObject({ ok: null });
    expect(told.slice(0, 4)).toEqual([1, 2, '90000 ms', 3]);
  });

  it('keeps a formula whose number format it sets, and the formula goes on calculating', async () => {
    const put = async (value: number) => {
      desk.cells.write('sheet-1', { 0: { 6: { v: value, t: 2 } } });
      await desk.settle();
    };
    await put(9);
    await ok('insertFormula');
    expect(await ok('formulasAndFormats')).toEqual([
      ['=DIVIDE(G1;2)', '0.00', '4,50'],
      ['=H1*2', '#,##0', '9'],
      ['=G1', '#,##0', '9'],
    ]);
    await put(11);
    expect(['H1', 'H2', 'I2'].map(shown)).toEqual(['5,50', '11', '11']);
    expect(await ok('formulasAndFormats')).toEqual([
      ['=DIVIDE(G1;2)', '0.00', '5,50'],
      ['=H1*2', '#,##0', '11'],
      ['=G1', '#,##0', '11'],
    ]);
  });

  it('reads text as it is typed in the spreadsheet’s locale, and formulas with its signs', async () => {
    const texts = ['1.234,5', '12,5%', '31/12/2026', "'007", '1.5', '=1,5*2', 'lead'];
    expect(await ok('typed', texts)).toEqual([
      '1.234,50',
      '12,50%',
      '31/12/2026',
      '007',
      '1.5',
      '3',
      'lead',
    ]);
    expect(await ok('formulas')).toEqual(['=DIVIDE(A2;B2)', '']);
  });

  it('knows the selection only when there is one', async () => {
    expect(await ok('selection')).toBeNull();
    desk.view.selection = { startRow: 0, startColumn: 1, endRow: 999, endColumn: 1 };
    expect(await ok('selection')).toEqual(['B:B', 1000, 'Data']);
  });

  it('cannot return a date, call a private name, or what nobody stands in for', async () => {
    expect(await desk.run('dateBack', [])).toMatchObject({ ok: null, illegal: 'result.at: Date' });
    expect(await desk.run('private_', [])).toMatchObject({
      error: expect.stringMatching(/not found/),
    });
    expect(await desk.run('unknown', [])).toMatchObject({
      error: 'The workbench does not stand in for Range.getBackground.',
    });
  });

  it('is ended when it does not end', async () => {
    const result = await desk.run('endless', [], { timeoutMs: 300 });
    expect('ok' in result).toBe(false);
  });

  it('keeps small notes for the user from run to run, and no long ones', async () => {
    await ok('remember', 'CPL');
    expect(await ok('recall')).toBe('CPL');
    expect(await desk.run('remember', ['x'.repeat(10_000)])).toMatchObject({
      error: expect.stringMatching(/too large/),
    });
  });
});

describe('menus and the panel', () => {
  it('are built by onOpen in the user’s language, and opened by a menu item', async () => {
    await desk.open();
    expect(desk.menus[0]?.entries[0]).toEqual({
      kind: 'item',
      caption: 'Open',
      handler: 'openPanel',
    });
    await desk.choose({ language: 'vi' });
    expect(desk.menus[0]?.entries[0]).toMatchObject({ caption: 'Mở' });
    await ok('openPanel');
    expect(desk.panel).toEqual({ title: 'T', html: '<p>panel</p>' });
    expect(events.some(({ type }) => type === 'panel')).toBe(true);
  });
});
