import { afterEach, describe, expect, it } from 'vitest';
import { openBookDesk, type Step } from '../../kit/workbench/book-desk.ts';
import { drawing } from '../../kit/workbench/drawn.ts';

let open: Awaited<ReturnType<typeof openBookDesk>>;
afterEach(() => open.desk.dispose());

const a1 = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const sheet = drawing([[{ value: 'Leads' }], [{ value: 7 }]], {
  names: [{ name: 'KPI_abc123_card', ...a1(1, 1) }],
});

/** What a run left behind: the cells, the names, the sheets. */
const left = async (id: number) => ({
  cells: await open.act(['values', id, a1(1, 1, 2, 1)]),
  names: ((await open.act(['names'])) as { name: string }[]).map(({ name }) => name),
  names_of_sheets: ((await open.act(['sheets'])) as { name: string }[]).map(({ name }) => name),
});

const blank = [[''], ['']];

describe('a run that is killed', () => {
  it('loses the cells it had written since the last flush, and nothing else', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', '~KPI abc123', 5, 5]);
    const list: Step[] = [
      ['draw', id, sheet],
      ['setNames', id, sheet.names],
      ['keepNote', 'kpi.building', 'abc123'],
      ['renameSheet', id, 'Lan · Q1 2027'],
    ];
    expect(await open.desk.run('stepsThenFail', [list])).toMatchObject({ error: 'stopped' });
    expect(await left(id)).toEqual({
      cells: blank,
      names: ['KPI_abc123_card'],
      names_of_sheets: ['Data', 'Lan · Q1 2027'],
    });
    expect(await open.act(['note', 'kpi.building'])).toBe('abc123');
    await open.desk.run('stepsThenFail', [[...list, ['settle']]]);
    expect((await left(id)).cells).toEqual([['Leads'], [7]]);
  });

  it('stops at any call, before it takes effect or after', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', 'Ours', 5, 5]);
    const list: Step[] = [
      ['draw', id, sheet],
      ['setNames', id, sheet.names],
      ['settle'],
      ['renameSheet', id, 'Done'],
    ];
    const calls: string[] = [];
    await open.desk.run(
      'stepsThenFail',
      [[['draw', id, sheet], ['setNames', id, sheet.names], ['settle']]],
      {
        onCall: (method) => calls.push(method),
      },
    );
    const flush = calls.indexOf('SpreadsheetApp.flush') + 1;
    const kill = async (at: number, when: 'before' | 'after') => {
      await open.act(['wipe', id], ['settle']);
      const trouble = [{ at, when, what: 'kill', message: 'gone' } as const];
      expect(await open.desk.run('steps', [list], { trouble })).toMatchObject({ killed: 'gone' });
      return left(id);
    };
    expect(await kill(flush, 'before')).toMatchObject({ cells: blank, names: ['KPI_abc123_card'] });
    expect(await kill(flush, 'after')).toMatchObject({
      cells: [['Leads'], [7]],
      names_of_sheets: ['Data', 'Ours'],
    });
    expect(await kill(calls.length + 1, 'after')).toMatchObject({
      names_of_sheets: ['Data', 'Done'],
    });
  });

  it('does not mind writing to a sheet that goes before its cells are written', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', 'Ours', 5, 5]);
    const list: Step[] = [
      ['write', id, a1(1, 1), [[7]]],
      ['append', id, [[8]]],
      ['deleteSheet', id],
      ['settle'],
    ];
    expect(await open.desk.run('steps', [list])).toMatchObject({ ok: null });
  });

  it('has put rows where the cells it wrote before them were already written', async () => {
    open = await openBookDesk();
    await open.run('type', 'Data', 'A3', 'three');
    expect(await open.run('appendThenRead', 'Data')).toBe(5);
    await open.run('insertRows', 'Data', 1, 2);
    expect(await open.act(['values', 1, a1(3, 1, 5, 1)])).toEqual([
      ['Mine'],
      [''],
      ['three'],
      ['x'],
      ['y'],
    ]);
  });
});

describe('what Google refuses', () => {
  it.each([
    ['twice', /already exists/],
    ['last', /remove all the sheets/],
    ['hide', /hide all the sheets/],
    ['name', /invalid/],
    ['gone', /does not exist/],
    ['outside', /out of bounds/],
  ])('%s is refused', async (what, why) => {
    open = await openBookDesk();
    await expect(open.run('fail', what)).rejects.toThrow(why);
  });
});

describe('a sheet of a plan’s size', () => {
  it('is drawn, calculated and read back whole', async () => {
    open = await openBookDesk('vi_VN');
    const id = await open.act<number>(['addSheet', 'Ours', 130, 42]);
    const cells = Array.from({ length: 120 }, (_, r) =>
      Array.from({ length: 40 }, (_, c) =>
        c < 13
          ? { formula: `=IF(ISNUMBER($AN${r + 1});$AN${r + 1}*${c}+SUM($AM$1:$AM$120);"")` }
          : { value: r, style: r % 2 ? ('number' as const) : ('strong' as const), format: '#,##0' },
      ),
    );
    await open.act(['draw', id, drawing(cells)], ['settle']);
    const values = await open.act<number[][]>(['values', id, a1(1, 1, 120, 40)]);
    expect(values[119]?.[12]).toBe(119 * 12 + (119 * 120) / 2);
  });
});
