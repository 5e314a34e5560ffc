import { describe, expect, it } from 'vitest';
import { zoho } from '../../../src/sources/zoho/source.ts';
import type { Business, Lead } from '../../../src/workbench/vendors/business/people.ts';
import { startOf } from '../../../src/workbench/vendors/days.ts';
import type { Row } from '../../../src/workbench/vendors/zoho/records.ts';
import { account, hanoi, january, played, summed, totals } from './played.ts';

const dayMs = 86_400_000;
const begins = startOf(hanoi, january.from);

/** So many leads on the days of January in turn, every fifth of them converted on the day after. */
function crowd(count: number): Business {
  const leads = Array.from({ length: count }, (_, at): Lead => {
    const createdMs = begins + (at % 31) * dayMs + (at % 1440) * 60_000;
    const sqlMs = at % 5 === 0 ? createdMs + dayMs : null;
    const lead = {
      id: at + 1,
      name: `Khách ${at}`,
      channel: 'direct',
      createdMs,
      mqlMs: sqlMs,
    } as const;
    return { ...lead, sqlMs, customerMs: null, deal: null };
  });
  return { leads, deals: [] };
}

const wanted = [summed('leads')];
const total = ({ input }: { readonly input: string }) => input;
/** Whether a question is a page, whichever. */
const offset = (query: string): number => Number(/limit (\d+), 2000$/.exec(query)?.[1] ?? -1);

/** Changes records of leads once so many calls have come. */
const changing =
  (from: number, change: (rows: readonly Row[]) => readonly Row[]) =>
  (_: string, rows: readonly Row[], calls: number): readonly Row[] =>
    calls >= from ? change(rows) : rows;

describe('more records than a page holds', () => {
  it('are paged through, each page beginning with the last record of the one before', () => {
    const desk = played({ held: crowd(9000) });
    expect(totals(desk.fetch({ wanted }), total)).toEqual({ LEADS: 9000 });
    expect(desk.asked.map(offset)).toEqual([0, 0, 1999, 3998, 5997, -1]);
    expect(desk.asked[5]).toMatch(/^select COUNT\(id\) from Leads where .*Converted__s = true/);
  });

  it('are the same number day by day as on a single page', () => {
    const day = ({ from }: { readonly from: number }) => String(from);
    const days = totals(played({ held: crowd(4650) }).fetch({ wanted }), day);
    expect(new Set(Object.values(days))).toEqual(new Set([150]));
    expect(Object.keys(days)).toHaveLength(31);
  });

  it.each([
    ['one that was read is deleted', (rows: readonly Row[]) => rows.filter((_, at) => at !== 7)],
    ['many that were read are deleted', (rows: readonly Row[]) => rows.slice(700)],
    [
      'the last that was read is deleted',
      (rows: readonly Row[]) => rows.filter((_, at) => at !== 2498),
    ],
    [
      'one comes among those that were read',
      (rows: readonly Row[]) => [{ ...(rows[1] as Row), id: '7328395000010000000' }, ...rows],
    ],
  ])('are read anew where, between two pages, %s', (_, change) => {
    const held = crowd(5000);
    // Sign in, 1,000 that were converted, the first page of the others; then it changes.
    const desk = played({ held, records: changing(4, change) });
    const truth = change(Array.from({ length: 5000 }, (__, at) => ({ id: String(at) }))).length;
    expect(totals(desk.fetch({ wanted }), total)).toEqual({ LEADS: truth });
    expect(desk.asked.map(offset).slice(0, 4)).toEqual([0, 0, 1999, 0]);
  });

  it('do not count a lead twice that is converted while the others are read', () => {
    const convert = (rows: readonly Row[]) =>
      rows.map((row) => (row.id === '7328395000010000002' ? { ...row, Converted__s: true } : row));
    const desk = played({ held: crowd(100), records: changing(3, convert) });
    expect(totals(desk.fetch({ wanted }), total)).toEqual({ LEADS: 100 });
    // Both parts and the count, and then all three again.
    expect(desk.asked).toHaveLength(6);
  });

  it('are left for later where they never stand still', () => {
    let calls = 0;
    const restless = (_: string, rows: readonly Row[]) => rows.slice(++calls % 97);
    expect(played({ held: crowd(6000), records: restless }).fetch({ wanted })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'moving' },
      untilMs: null,
    });
  });

  const full = (from: number, to: number): ReturnType<typeof zoho.parse> => {
    const [first] = zoho.plan({ account, wanted, from, to });
    if (first?.asks.is !== 'page') throw new Error('No page.');
    const asks = { ...first.asks, read: 98_001, last: '1' };
    const lead = { Created_Time: '2027-01-01T10:00:00+07:00', Converted__s: true };
    const data = Array.from({ length: 2000 }, (_, at) => ({ ...lead, id: String(at + 1) }));
    const body = JSON.stringify({ data, info: { count: 2000, more_records: true } });
    return zoho.parse({ ...first, asks }, { status: 200, headers: {}, body });
  };

  it('are asked for fewer days where there are more than can be paged through', () => {
    const page = full(january.from, january.to);
    if ('trouble' in page) throw new Error(page.trouble.kind);
    expect(page.rows).toEqual([]);
    expect(page.more.map(({ from, to }) => [from - january.from, to - january.from])).toEqual([
      [0, 15],
      [16, 30],
    ]);
    // Nothing of what was counted is taken along.
    expect(JSON.stringify(page.more)).not.toContain('"read":9');
  });

  it('say so where a single day is more than that', () => {
    expect(full(january.from, january.from)).toEqual({
      trouble: { kind: 'dayTooLong', detail: '' },
    });
  });
});
