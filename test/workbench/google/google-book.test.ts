import { afterEach, describe, expect, it } from 'vitest';
import { callsOf, openBookDesk } from '../../kit/workbench/book-desk.ts';
import { drawing } from '../../kit/workbench/drawn.ts';

let open: Awaited<ReturnType<typeof openBookDesk>>;
afterEach(() => open.desk.dispose());

const a1 = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** A desk with one sheet of ours on it. */
async function withSheet(cells: Parameters<typeof drawing>[0], more = {}, locale = 'en_US') {
  open = await openBookDesk(locale);
  const id = await open.act<number>(['addSheet', 'Ours', 40, 12]);
  const drawn = drawing(cells, more);
  await open.act(['draw', id, drawn], ['setNames', id, drawn.names], ['settle']);
  return id;
}

describe('sheets', () => {
  it('are made in exactly the size asked for, and the user stays where they are', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', '~KPI abc123', 57, 31]);
    expect(await open.act(['shown', id, a1(57, 31)])).toEqual([['']]);
    await expect(open.act(['shown', id, a1(58, 31)])).rejects.toThrow(/outside the dimensions/);
    await expect(open.act(['shown', id, a1(57, 32)])).rejects.toThrow(/outside the dimensions/);
    expect(await open.act(['sheets'])).toEqual([
      { id: 1, name: 'Data', hidden: false },
      { id, name: '~KPI abc123', hidden: false },
    ]);
    expect(await open.act(['activeSheet'])).toBe(1);
    await open.act(['showSheet', id]);
    expect(await open.act(['activeSheet'])).toBe(id);
  });

  it('are before the user as we have brought them there, and known to be', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', 'Ours', 5, 5]);
    expect(await open.act(['showSheet', id], ['addSheet', 'Log', 5, 5], ['activeSheet'])).toBe(id);
    expect(await open.act(['activeSheet'])).toBe(id);
    expect(await open.act(['showSheet', id], ['hideSheet', id], ['activeSheet'])).not.toBe(id);
    expect(await open.act(['showSheet', id], ['deleteSheet', id], ['activeSheet'])).not.toBe(id);
  });

  it('keep their ids through renaming, hiding and the going of others', async () => {
    open = await openBookDesk();
    const one = await open.act<number>(['addSheet', 'One', 5, 5]);
    const two = await open.act<number>(['addSheet', 'Two', 5, 5]);
    await open.act(['renameSheet', two, 'Lan · Q1 2027'], ['hideSheet', two], ['deleteSheet', one]);
    expect(await open.act(['sheets'])).toEqual([
      { id: 1, name: 'Data', hidden: false },
      { id: two, name: 'Lan · Q1 2027', hidden: true },
    ]);
    const three = await open.act<number>(['addSheet', 'Three', 5, 5]);
    expect([one, two]).not.toContain(three);
    await open.act(['deleteSheet', three]);
    expect(await open.act(['addSheet', 'Three', 5, 5])).not.toBe(three);
  });
});

describe('drawing', () => {
  it('takes as many calls for a large sheet as for a small one', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', 'Ours', 10, 10]);
    const rows = (count: number) =>
      drawing(
        Array.from({ length: count }, (_, r) =>
          Array.from({ length: 8 }, (_, c) => ({ value: r * c, format: '0.0' })),
        ),
      );
    const small = await callsOf(open.desk, [['draw', id, rows(3)]]);
    const other = await open.act<number>(['addSheet', 'Other', 100, 10]);
    const large = await callsOf(open.desk, [['draw', other, rows(100)]]);
    expect(large).toEqual(small);
    expect(small.length).toBeLessThan(40);
  });

  it('writes texts from outside as the texts they are, whatever they look like', async () => {
    const texts = [
      '=1+1',
      '+84 900',
      '-x',
      '@lan',
      "'tis",
      '1/2',
      '12%',
      'TRUE',
      '1.234,5',
      '0012',
    ];
    const id = await withSheet([texts.map((text) => ({ text })), [{ text: '=A1', format: '@' }]]);
    expect(await open.act(['values', id, a1(1, 1, 1, 10)])).toEqual([texts]);
    expect(await open.act(['formulas', id, a1(1, 1, 2, 2)])).toEqual([
      ['', ''],
      ['', ''],
    ]);
    expect(await open.act(['values', id, a1(2, 1)])).toEqual([['=A1']]);
    await open.act(['write', id, a1(3, 1, 1, 3), [['=1+1', null, '12%']]]);
    expect(await open.act(['values', id, a1(3, 1, 1, 3)])).toEqual([['=1+1', '', '12%']]);
    await open.act(['append', id, [['=1+1', 7]]]);
    expect(await open.act(['values', id, a1(4, 1, 1, 2)])).toEqual([['=1+1', 7]]);
  });

  it('gives cells with what is written the look that is asked for, and else leaves theirs', async () => {
    const id = await withSheet([[{ value: 0.61, format: '0.00%' }]], {}, 'vi_VN');
    const formats = () => open.act(['formats', id, a1(1, 1)]);
    await open.act(['write', id, a1(1, 1), [['61%']]]);
    expect(await formats()).toEqual([['0.00%']]);
    await open.act(['write', id, a1(1, 1), [['61%']], '#,##0']);
    expect(await formats()).toEqual([['#,##0']]);
    expect(await open.act(['values', id, a1(1, 1)])).toEqual([['61%']]);
  });

  it('writes our own words so that none becomes a date or a number', async () => {
    const words = ['46023', '26–31/01', 'Tuần 5', '1/2027', '≥ 100', 'true', 'KPI'];
    const id = await withSheet([words.map((value) => ({ value }))], {}, 'vi_VN');
    expect(await open.act(['values', id, a1(1, 1, 1, 7)])).toEqual([words]);
  });

  it('calculates formulas of every locale, and reads days as serial numbers', async () => {
    const cells = [
      [{ value: 46_023, format: 'dd/mm/yyyy' }, { formula: '=IF(ISNUMBER(A1);A1+9/10;"")' }],
      [{ formula: '=SUM(B1;1)', format: '#,##0.0' }, { value: true }],
    ];
    const id = await withSheet(cells, {}, 'vi_VN');
    expect(await open.act(['values', id, a1(1, 1, 2, 2)])).toEqual([
      [46_023, 46_023.9],
      [46_024.9, true],
    ]);
    expect(await open.act(['shown', id, a1(1, 1, 2, 1)])).toEqual([['01/01/2026'], ['46.024,9']]);
    expect(await open.act(['formulas', id, a1(2, 1)])).toEqual([['=SUM(B1;1)']]);
  });
});

describe('names', () => {
  const names = [{ name: 'KPI_abc123_score', ...a1(3, 1, 4, 2) }];
  const cells = Array.from({ length: 8 }, (_, r) => [{ value: r }]);

  it('follow their cells when rows and columns are put in, and when the sheet is renamed', async () => {
    const id = await withSheet(cells, { names });
    await open.run('insertRows', 'Ours', 1, 2);
    await open.run('insertColumns', 'Ours', 1, 1);
    await open.act(['renameSheet', id, "Lan's plan"]);
    expect(await open.act(['names'])).toEqual([
      { name: 'KPI_abc123_score', sheet: id, ...a1(5, 2, 4, 2) },
    ]);
    await open.run('insertRows', "Lan's plan", 6, 1);
    expect(await open.act(['names'])).toMatchObject([a1(5, 2, 5, 2)]);
  });

  it('shrink with deleted rows, and are gone when all their cells are, or their sheet is', async () => {
    const id = await withSheet(cells, { names });
    await open.run('deleteRows', 'Ours', 4, 1);
    expect(await open.act(['names'])).toMatchObject([a1(3, 1, 3, 2)]);
    await open.run('deleteRows', 'Ours', 3, 3);
    expect(await open.act(['names'])).toEqual([]);
    await open.act(['setName', 'KPI_abc123_score', id, a1(1, 1)]);
    expect(await open.act(['names'])).toHaveLength(1);
    await open.act(['deleteSheet', id]);
    expect(await open.act(['names'])).toEqual([]);
  });

  it('go with a copied sheet, told apart by its name, and are not mixed up', async () => {
    const id = await withSheet(cells, { names });
    await open.desk.copySheet('sheet-2');
    const sheets = await open.act<{ id: number; name: string }[]>(['sheets']);
    const copy = sheets.find(({ name }) => name !== 'Data' && name !== 'Ours')!;
    expect(copy.name).toBe('Copy of Ours');
    expect(await open.act(['names'])).toEqual([
      { name: 'KPI_abc123_score', sheet: id, ...a1(3, 1, 4, 2) },
      { name: `'${copy.name}'!KPI_abc123_score`, sheet: copy.id, ...a1(3, 1, 4, 2) },
    ]);
    await open.act(['renameSheet', copy.id, 'Minh']);
    expect(await open.act(['names'])).toMatchObject([{}, { name: 'Minh!KPI_abc123_score' }]);
    expect(await open.act(['values', copy.id, a1(3, 1)])).toEqual([[2]]);
    await open.act(['removeName', 'Minh!KPI_abc123_score']);
    expect(await open.act(['names'])).toMatchObject([{ sheet: id }]);
    await open.act(['deleteSheet', id]);
    expect(await open.act(['names'])).toEqual([]);
  });

  it('are given many at once, each to its own cells', async () => {
    const areas = [a1(4, 1, 2, 2), a1(1, 1, 3, 2), a1(1, 1), a1(2, 2, 7, 3), a1(1, 1, 3, 1)];
    const many = areas.map((area, at) => ({ name: `KPI_abc123_b${at}`, ...area }));
    const id = await withSheet(cells, { names: many });
    for (const { name, ...area } of many) {
      expect(await open.act(['area', name])).toEqual({ name, sheet: id, ...area });
    }
  });

  it('are taken away in the run that gave them, also where somebody was faster', async () => {
    const id = await withSheet(cells);
    const name = 'KPI_abc123_new';
    await open.act(['setName', name, id, a1(1, 1)], ['removeName', name]);
    expect(await open.act(['names'])).toEqual([]);
    await open.act(['setName', name, id, a1(1, 1)], ['deleteSheet', id], ['removeName', name]);
    expect(await open.act(['names'])).toEqual([]);
  });

  it('are moved by setting them again, removed, and can stand in formulas', async () => {
    const id = await withSheet(cells, { names });
    await open.act(['setName', 'KPI_abc123_score', id, a1(2, 1, 3, 1)]);
    await open.act(['writeFormulas', id, a1(1, 5), [['=SUM(KPI_abc123_score)']]]);
    expect(await open.act(['values', id, a1(1, 5)])).toEqual([[6]]);
    await open.act(['removeName', 'KPI_abc123_score']);
    expect(await open.act(['names'])).toEqual([]);
    await open.act(['removeName', 'KPI_abc123_score']);
  });
});

describe('what stands beside the cells', () => {
  it('is drawn, and wiped off again with everything else', async () => {
    const cells = Array.from({ length: 12 }, (_, r) => [
      { value: r, note: `note ${r}` },
      { allows: { is: 'tick' as const } },
    ]);
    const id = await withSheet(cells, {
      names: [{ name: 'KPI_abc123_calc', ...a1(1, 1, 2, 2) }],
      groups: [{ from: 4, count: 3, folded: true }],
      hiddenRows: [{ from: 9, count: 2 }],
      rules: [{ when: '$A1="bad"', style: 'bad', ...a1(1, 1, 5, 1) }],
      lines: [{ under: 'each', colour: '#dadce0', ...a1(1, 1, 5, 2) }],
      charts: [
        {
          title: 'Leads',
          data: a1(1, 1, 5, 2),
          at: { row: 3, column: 4 },
          width: 400,
          height: 200,
          colours: ['#1a73e8', '#5f6368'],
        },
      ],
      frozen: { rows: 2, columns: 1 },
    });
    expect(await open.run('charts', 'Ours')).toBe(1);
    expect(await open.run('groups', 'Ours', 5)).toEqual([1, 'A4:A6', true]);
    expect(await open.run('notes', 'Ours', 'A2:A3')).toEqual([['note 1'], ['note 2']]);
    await open.run('insertRows', 'Ours', 1, 1);
    expect(await open.run('groups', 'Ours', 7)).toEqual([1, 'A5:A7', true]);
    await open.run('unfold', 'Ours', 5);
    expect(await open.run('groups', 'Ours', 5)).toEqual([1, 'A5:A7', false]);

    await open.act(['wipe', id], ['settle']);
    expect(await open.run('charts', 'Ours')).toBe(0);
    expect(await open.run('groups', 'Ours', 5)).toEqual([0]);
    expect(await open.run('notes', 'Ours', 'A2')).toEqual([['']]);
    expect(await open.act(['names'])).toEqual([]);
    expect(await open.act(['used', id])).toEqual({ ...a1(1, 1), sheet: id });
    const sheet = open.desk.cells.workbook().getSheetBySheetName('Ours')!;
    expect([9, 10, 11].every((row) => sheet.getRowVisible(row))).toBe(true);
    const left = JSON.stringify(open.desk.engine.snapshot().resources);
    expect(left).not.toMatch(/allows-|formula-/);
  });
});

describe('the rest', () => {
  it('knows the day and the moment in the spreadsheet’s time zone', async () => {
    open = await openBookDesk();
    const now = await open.act<string>(['now']);
    const vietnam = new Date(Date.now() + 7 * 3_600_000).toISOString();
    expect(vietnam.replace('T', ' ').startsWith(now.slice(0, 15))).toBe(true);
    const day = Math.floor(Date.parse(`${now.slice(0, 10)}T00:00Z`) / 86_400_000) + 25_569;
    expect(await open.act(['today'])).toBe(day);
  });

  it('goes by the desk’s clock, in scripts and in cells, in the spreadsheet’s time zone', async () => {
    open = await openBookDesk();
    await open.act(['writeFormulas', 1, a1(1, 3, 1, 2), [['=TODAY()', '=INT(NOW())-TODAY()']]]);
    const evening = Date.UTC(2027, 1, 14, 17, 30);
    await open.desk.setClock(evening);
    const day = Date.UTC(2027, 1, 15) / 86_400_000 + 25_569;
    expect(await open.act(['today'])).toBe(day);
    expect(await open.act(['now'])).toMatch(/^2027-02-15 00:3/);
    expect(await open.act(['values', 1, a1(1, 3, 1, 2)])).toEqual([[day, 0]]);
    await open.desk.setClock(evening - 86_400_000);
    expect(await open.act(['values', 1, a1(1, 3)])).toEqual([[day - 1]]);
  });

  it('keeps notes with the document, and words to the panel', async () => {
    open = await openBookDesk();
    await open.act(
      ['keepNote', 'kpi.undo', '{}'],
      ['keepNote', 'kpi.other', 'x'],
      ['tell', 'b', 'half'],
    );
    await open.act(['keepNote', 'kpi.other', null]);
    expect(await open.act(['notes'])).toEqual({ 'kpi.undo': '{}' });
    expect(await open.act(['note', 'kpi.none'])).toBeNull();
    expect(await open.act(['told', 'b'])).toBe('half');
    expect(await open.act(['told', 'c'])).toBeNull();
  });

  it('says who is there only where the platform does, and makes ids of six characters', async () => {
    open = await openBookDesk();
    expect(await open.act(['user'])).toBeNull();
    open.desk.user = 'lan@example.com';
    expect(await open.act(['user'])).toBe('lan@example.com');
    const ids = new Set<string>();
    for (let i = 0; i < 5; i += 1) ids.add(await open.act<string>(['newId']));
    expect([...ids].every((id) => /^[a-z0-9]{6}$/.test(id))).toBe(true);
    expect(ids.size).toBe(5);
  });

  it('sees what others have closed, and is refused there', async () => {
    open = await openBookDesk();
    const id = await open.act<number>(['addSheet', 'Ours', 5, 5]);
    expect(await open.act(['mayChange', id])).toBe(true);
    expect(await open.act(['mayChange', null])).toBe(true);
    open.desk.closed.close({ sheetId: 'sheet-2', area: null });
    expect(await open.act(['mayChange', id])).toBe(false);
    expect(await open.act(['mayChange', null])).toBe(true);
    await expect(open.act(['write', id, a1(1, 1), [[1]]])).rejects.toThrow(/protected/);
    await expect(open.run('insertRows', 'Ours', 1, 1)).rejects.toThrow(/protected/);
  });
});
