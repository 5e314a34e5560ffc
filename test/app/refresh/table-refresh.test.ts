import { beforeEach, describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/app/ports/host.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import { fakeBook } from '../../kit/desk/fake-book.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  fedDesk,
  fedPlan,
  feed,
  logLines,
  refreshed,
} from '../../kit/desk/fed-desk.ts';
import { tableOf } from '../../kit/plans/feeds.ts';

beforeEach(() => {
  unforeseen.length = 0;
});

const first = dayOf(2027, 1, 1);
const yesterday = dayOf(2027, 2, 13);
const head = ['Ngày', 'Số tiền đã chi tiêu (VND)', 'Chiến dịch', 'Lead'];

/** A plan into which costs and leads flow from a table of 44 days, one row each, up to yesterday. */
function tableDesk(): { desk: FakeDesk; sheet: number } {
  const book = fakeBook();
  book.addTab('Notes');
  const sheet = book.addTab('Facebook ads');
  const type = (row: number, line: readonly CellValue[]) => {
    for (const [at, value] of line.entries()) book.type(sheet, row, at + 1, value);
  };
  type(1, head);
  for (let at = 0; at < 44; at += 1) type(at + 2, [first + at, 100_000 + at, 'Sale', 7]);
  const account = tableOf({ name: 'Facebook ads', sheet });
  const plan = fedPlan({
    feeds: [
      feed('CPL.cost', { account: account.id, metric: 'Số tiền đã chi tiêu (VND)' }),
      feed('LEADS', { account: account.id, metric: 'Lead' }),
    ],
    accounts: [account],
  });
  return { desk: fedDesk(plan, book), sheet };
}

const through = ({ book }: FakeDesk, input = 'CPL.cost') => covered(book, input, 'through');
const beside = ({ book }: FakeDesk, input = 'CPL.cost') => String(covered(book, input, 'trust'));
const statusOf = (desk: FakeDesk, input: string) => {
  const found = ok(desk.panel.dataStart()).plans[0]?.feeds.find((each) => each.input === input);
  if (!found) throw new Error(`${input} does not flow in.`);
  return found;
};

describe('a table that is read again at a refresh', () => {
  it('is known up to the row whose day cannot be read, which is said wherever the numbers are', () => {
    const { desk, sheet } = tableDesk();
    refreshed(desk);
    expect([through(desk), beside(desk)]).toEqual([yesterday, '']);
    // After the form has long been closed: one impossible date among good ones.
    desk.book.type(sheet, 12, 1, '31/02/2027');
    desk.outside.now += day;
    const said = refreshed(desk).join(' ');
    expect(through(desk)).toBe(first + 8);
    expect(through(desk, 'LEADS')).toBe(first + 8);
    expect(dataRows(desk.book).every((row) => (row?.to ?? 0) <= first + 8)).toBe(true);
    for (const text of [said, beside(desk), logLines(desk.book).join(' ')]) {
      expect(text).toContain('Facebook ads!A12');
      expect(text).toContain('31/02/2027');
    }
    const status = statusOf(desk, 'CPL.cost');
    expect(status).toMatchObject({ isShort: true, through: '09/01/2027' });
    expect(status.trouble).toContain('Facebook ads!A12');
    expect(status.trust.join()).toContain('Facebook ads!A12');
    expect(unforeseen).toEqual([]);
  });

  it('says it at every refresh as long as it stands, each cell once in the log, and heals', () => {
    const { desk, sheet } = tableDesk();
    desk.book.type(sheet, 12, 1, '');
    refreshed(desk);
    const lines = () => logLines(desk.book).filter((line) => line.includes('Facebook ads!'));
    const before = lines().length;
    expect(before).toBe(1);
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('Facebook ads!A12');
    expect(lines()).toHaveLength(before);
    // Another cell is another thing to do.
    desk.book.type(sheet, 12, 1, first + 10);
    desk.book.type(sheet, 20, 1, 'mai');
    desk.outside.now += day;
    expect(refreshed(desk).join()).toContain('Facebook ads!A20');
    expect(lines()).toHaveLength(before + 1);
    expect(through(desk)).toBe(first + 16);
    desk.book.type(sheet, 20, 1, first + 18);
    desk.outside.now += day;
    expect(refreshed(desk).join()).not.toContain('Facebook ads!');
    expect(beside(desk)).toBe('');
    expect(Number(through(desk))).toBeGreaterThanOrEqual(yesterday);
    expect(statusOf(desk, 'CPL.cost')).toMatchObject({ trouble: '', isShort: false });
  });

  it('counts rows below a joined day for that day, and not below a blank one', () => {
    const { desk, sheet } = tableDesk();
    desk.book.join(sheet, { row: 12, column: 1, rows: 3, columns: 1 });
    refreshed(desk);
    expect(through(desk)).toBe(yesterday);
    const joined = dataRows(desk.book).filter((row) => row?.to === first + 10);
    expect(joined.map((row) => [row?.input, row?.value])).toEqual(
      expect.arrayContaining([
        ['CPL.cost', 300_033],
        ['LEADS', 21],
      ]),
    );
    // A tab on which the same cells are only blank.
    const other = tableDesk();
    other.desk.book.type(other.sheet, 13, 1, '');
    refreshed(other.desk);
    expect(through(other.desk)).toBe(first + 9);
  });

  it('ends one input where its number is none, and leaves the others', () => {
    const { desk, sheet } = tableDesk();
    desk.book.type(sheet, 12, 2, new Date(2026, 4, 12));
    refreshed(desk);
    expect(through(desk)).toBe(first + 9);
    expect(beside(desk)).toContain('Facebook ads!B12: “12/05/2026”');
    expect([through(desk, 'LEADS'), beside(desk, 'LEADS')]).toEqual([yesterday, '']);
    expect(statusOf(desk, 'LEADS')).toMatchObject({ trouble: '', trust: [] });
    expect(statusOf(desk, 'CPL.cost').trouble).toContain('Facebook ads!B12');
  });

  it('sees a currency that a number format shows, and asks for formats of its own columns alone', () => {
    const { desk, sheet } = tableDesk();
    desk.book.format(sheet, 30, 2, '"$"#,##0.00');
    refreshed(desk);
    expect(through(desk)).toBe(first + 27);
    const asked = desk.book.calls.filter((call) => call === 'formats');
    desk.book.calls.length = 0;
    refreshed(desk, 'abc123', true);
    expect(desk.book.calls.filter((call) => call === 'formats')).toHaveLength(2);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('names results that would count as well, of a kind that came after the kinds were chosen', () => {
    const { desk, sheet } = tableDesk();
    const kind = (row: number, text: string) => desk.book.type(sheet, row, 5, text);
    kind(1, 'Loại kết quả');
    for (let row = 2; row < 46; row += 1) kind(row, 'Khách hàng tiềm năng trên trang web');
    const { feeds, accounts } = ok(desk.panel.openPlan('abc123')).plan;
    const only = [{ dimension: 'Loại kết quả', is: ['Khách hàng tiềm năng trên trang web'] }];
    const chosen = feeds.map((each) => (each.input === 'LEADS' ? { ...each, only } : each));
    ok(desk.panel.saveFeeds({ plan: 'abc123', revision: 1, who: 'Lan', feeds: chosen, accounts }));
    refreshed(desk);
    expect(statusOf(desk, 'LEADS').trust).toEqual([]);
    // A campaign with a form on Facebook begins.
    kind(20, 'Khách hàng tiềm năng trên Facebook');
    kind(21, 'Lượt tiếp cận');
    desk.outside.now += day;
    refreshed(desk);
    expect(through(desk, 'LEADS')).toBe(yesterday);
    for (const text of [beside(desk, 'LEADS'), statusOf(desk, 'LEADS').trust.join()]) {
      expect(text).toContain('E20 “Khách hàng tiềm năng trên Facebook”');
      expect(text).not.toContain('E21');
    }
    expect(statusOf(desk, 'CPL.cost').trust).toEqual([]);
  });

  it('previews how far each input is known, and how many totals are left out', () => {
    const { desk, sheet } = tableDesk();
    for (const [at, value] of ['Tổng', 4_400_946, '', 308].entries()) {
      desk.book.type(sheet, 46, at + 1, value);
    }
    desk.book.type(sheet, 12, 4, 'n/a');
    const { feeds, accounts } = ok(desk.panel.openPlan('abc123')).plan;
    const [account] = accounts;
    if (!account) throw new Error('No table.');
    const preview = ok(desk.panel.previewTable({ plan: 'abc123', account, feeds }));
    expect(preview).toMatchObject({ leftOut: 1, through: '13/02/2027' });
    const known = preview.totals.map((each) => [each.input, each.through]);
    expect(known).toEqual([
      ['CPL.cost', '13/02/2027'],
      ['LEADS', '10/01/2027'],
    ]);
  });
});
