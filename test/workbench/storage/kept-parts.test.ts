import { afterEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/workbench/desk/desk.ts';
import { type KeptDesk, parseKeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import { openBookDesk } from '../../kit/workbench/book-desk.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';
import { openTestServer } from '../../kit/workbench/served.ts';

const open: Desk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.dispose();
});

const script = `
function keep(store, key, value) {
  PropertiesService['get' + store + 'Properties']().setProperty(key, value);
}
function read(store, key) { return PropertiesService['get' + store + 'Properties']().getProperty(key); }
function cached(key, value) { CacheService.getDocumentCache().put(key, value); }
function add(name) { return SpreadsheetApp.getActive().insertSheet(name).getSheetId(); }
function drop(name) {
  var book = SpreadsheetApp.getActive();
  book.deleteSheet(book.getSheetByName(name));
}
/** Two of it.
 * @customfunction */
function TWICE(a) { if (a < 0) throw new Error('below zero'); return [[a, a]]; }
`;

async function openDesk(kept?: KeptDesk) {
  const opened = await openTestDesk([['mine', 2]], 'en_US', script, {}, kept);
  open.push(opened.desk);
  return { ...opened, run: (name: string, ...args: unknown[]) => opened.run(name, args) };
}
const textOf = (desk: Desk) => JSON.stringify(desk.kept());
const again = (desk: Desk) => openDesk(JSON.parse(textOf(desk)) as KeptDesk);

describe('what is kept of a spreadsheet', () => {
  it('is what scripts keep with the document, and nothing that is a user’s own', async () => {
    const { desk, run } = await openDesk();
    await run('keep', 'Document', 'pending', 'half done');
    for (const store of ['User', 'Script']) await run('keep', store, 'key', 'sk-SENTINEL');
    await run('cached', 'key', 'sk-SENTINEL');
    desk.user = 'lan@example.com';
    await run('keep', 'User', 'key', 'sk-SENTINEL');
    desk.external.outbox.push({ atMs: 0, from: 'a', to: 'b', subject: 'sk-SENTINEL', body: '' });
    expect(await run('read', 'User', 'key')).toBe('sk-SENTINEL');
    expect(textOf(desk)).not.toContain('SENTINEL');
    const next = await again(desk);
    expect(await next.run('read', 'Document', 'pending')).toBe('half done');
    expect(await next.run('read', 'User', 'key')).toBeNull();
  });

  it('tells when what scripts keep with the document changes, so that it is written', async () => {
    const { events, run } = await openDesk();
    const stored = () => events.filter(({ type }) => type === 'stored').length;
    await run('keep', 'User', 'key', 'x');
    expect(stored()).toBe(0);
    await run('keep', 'Document', 'key', 'x');
    expect(stored()).toBe(1);
  });

  it('remembers the numbers that sheets had: none is given again', async () => {
    const { desk, run } = await openDesk();
    const gone = (await run('add', 'Gone')) as number;
    await run('drop', 'Gone');
    const next = await again(desk);
    expect(await next.run('add', 'New')).toBe(gone + 1);
  });

  it('has answers that spill, and what functions refuse', async () => {
    const { desk, shown } = await openDesk();
    const type = (row: number, f: string) => desk.cells.write('sheet-1', { [row]: { 3: { f } } });
    type(0, '=TWICE(B1)');
    type(1, '=TWICE(0-B1)');
    await desk.settle();
    expect([shown('D1'), shown('E1'), shown('D2')]).toEqual(['2', '2', '#ERROR!']);
    const next = await again(desk);
    expect([next.shown('D1'), next.shown('E1'), next.shown('D2')]).toEqual(['2', '2', '#ERROR!']);
  });

  it('opens on a sheet that is there, where the one looked at is gone', async () => {
    const { desk, run } = await openDesk();
    await run('add', 'Second');
    const kept = { ...desk.kept(), view: { sheetId: 'sheet-9', selection: null } };
    expect((await openDesk(kept)).desk.view.sheetId).toBe('sheet-1');
  });

  it('is of one moment in the middle of a run: cells and notes fit each other', async () => {
    const book = await openBookDesk();
    open.push(book.desk);
    const id = await book.act<number>(['addSheet', 'Ours', 5, 5]);
    const texts: string[] = [];
    await book.desk.run(
      'steps',
      [
        [
          ['keepNote', 'kpi.building', 'abc123'],
          ['renameSheet', id, 'Done'],
        ],
      ],
      { onCall: () => texts.push(textOf(book.desk)) },
    );
    texts.push(textOf(book.desk));
    for (const text of texts) {
      const { kept } = parseKeptDesk(text) as { kept: KeptDesk };
      const renamed = Object.values(kept.workbook.sheets).some(({ name }) => name === 'Done');
      if (renamed) expect(kept.document['kpi.building']).toBe('abc123');
    }
    expect(texts.length).toBeGreaterThan(2);
  });
});

describe('a text that is not what was kept', () => {
  it.each(['', 'null', '[]', '1', '{}', '{"format":1}', '{"format":"1"}', '{"format":0}'])(
    'is not read: %s',
    (text) => expect(parseKeptDesk(text)).toEqual({ unreadable: 'broken' }),
  );

  it('is not read where a part is missing or of another kind, or the end is', async () => {
    const { desk } = await openDesk();
    const kept = desk.kept();
    expect(parseKeptDesk(JSON.stringify(kept))).toHaveProperty('kept');
    for (const name of Object.keys(kept)) {
      for (const wrong of [undefined, null, 7n.toString()]) {
        const text = JSON.stringify({ ...kept, [name]: wrong });
        expect([name, wrong, parseKeptDesk(text)]).toEqual([name, wrong, { unreadable: 'broken' }]);
      }
    }
    const text = JSON.stringify(kept);
    for (const end of [1, text.length >> 1, text.length - 1]) {
      expect(parseKeptDesk(text.slice(0, end))).toEqual({ unreadable: 'broken' });
    }
  });

  it('is not read where its sheets are not whole', async () => {
    const { desk } = await openDesk();
    const kept = desk.kept();
    const { workbook } = kept;
    const first = workbook.sheets['sheet-1'];
    for (const wrong of [
      { sheetOrder: [] },
      { sheetOrder: ['sheet-1', 'sheet-2'] },
      { sheets: { 'sheet-1': 7 } },
      { sheets: { 'sheet-1': { ...first, cellData: { 0: 'no cells' } } } },
      { resources: 'none' },
    ]) {
      const text = JSON.stringify({ ...kept, workbook: { ...workbook, ...wrong } });
      expect(parseKeptDesk(text)).toEqual({ unreadable: 'broken' });
    }
  });

  it('sets the book aside where the engine cannot open it, and shows the example', async () => {
    const { desk } = await openDesk();
    const kept = {
      ...desk.kept(),
      workbook: {
        get sheets(): never {
          throw new Error('no');
        },
      },
    };
    let aside = 0;
    const reads: (() => string)[] = [];
    const server = await openTestServer({
      keeper: {
        kept: kept as unknown as KeptDesk,
        keep: (read) => reads.push(read),
        changed: () => undefined,
        setAside: async () => {
          aside += 1;
        },
        close: async () => undefined,
      },
    });
    const { workbook } = await (await server.ask('GET', '/state')).json();
    expect(workbook.sheets['sheet-1'].name).toBe('Data');
    expect([aside, reads.length]).toEqual([1, 1]);
    await server.served.close();
  });

  it('is said to be newer where it says so', async () => {
    const { desk } = await openDesk();
    const text = JSON.stringify({ ...desk.kept(), format: 2 });
    expect(parseKeptDesk(text)).toEqual({ unreadable: 'newer' });
  });
});
