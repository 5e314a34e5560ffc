import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import { historyOf } from '../../../src/sources/history.ts';
import { zohoCrm } from '../../../src/sources/zoho/entry.ts';
import { metricNames } from '../../../src/sources/zoho/metrics.ts';
import { zoho } from '../../../src/sources/zoho/source.ts';
import { sharesFrom } from '../../../src/workbench/vendors/chance.ts';
import { dayNumber } from '../../../src/workbench/vendors/days.ts';
import { account, january, noon, played, summed, totals } from './played.ts';
import { dateOfDay, happened } from './truth.ts';

const wanted = metricNames.map((metric) => summed(metric, { split: 'Lead_Source' }));
const told = ({ input, from, segment }: { input: string; from: number; segment: string }) =>
  `${input} ${dateOfDay(from)} ${segment}`;
const nonZero = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== 0));

/** What really happened on some days, told as rows are. */
function truth(from: number, to: number): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { metric, date, channel, value } of happened(noon)) {
    if (date < dateOfDay(from) || date > dateOfDay(to)) continue;
    const key = `${metric.toUpperCase()} ${date} ${channel}`;
    found[key] = (found[key] ?? 0) + value;
  }
  return nonZero(found);
}

describe('whatever goes wrong with Zoho CRM', () => {
  const ends: string[] = [];
  it.each(Array.from({ length: 24 }, (_, at) => at + 1))(
    'the numbers are right or there is trouble, never other numbers (seed %i)',
    (seed) => {
      const next = sharesFrom(seed * 7919);
      const desk = played();
      const { vendor, send } = desk;
      desk.send = (request) => {
        for (const fault of vendor.faults.all) vendor.faults.set(fault, false);
        const share = next();
        const fault = vendor.faults.all[Math.floor(next() * vendor.faults.all.length)];
        if (fault && share < 0.02 + (seed % 4) * 0.1) vendor.faults.set(fault, true);
        return send(request);
      };
      const outcome = desk.fetch({ wanted });
      ends.push(outcome.is === 'failed' ? outcome.trouble.kind : 'done');
      if (outcome.is === 'failed') {
        for (const language of ['en', 'vi'] as const) {
          expect(wordsFor(outcome.trouble, zohoCrm, language).way).not.toBe('');
        }
        return;
      }
      expect(outcome.lost).toEqual([]);
      expect(nonZero(totals(outcome, told))).toEqual(truth(january.from, january.to));
    },
  );

  it('it ends well as often as not, and badly in many ways', () => {
    expect(ends.filter((end) => end === 'done').length).toBeGreaterThan(5);
    expect(new Set(ends).size).toBeGreaterThan(3);
  });

  it('a field that may not be seen is no 0', () => {
    const blind = (_: string, rows: readonly Readonly<Record<string, unknown>>[]) =>
      rows.map(({ Amount: _hidden, ...row }) => row) as never;
    const desk = played({ records: blind });
    const { send } = desk;
    // Hidden from the answer as well, not only blank in it.
    desk.send = (request) => {
      const response = send(request);
      return { ...response, body: response.body.replaceAll(',"Amount":null', '') };
    };
    expect(desk.fetch({ wanted: [summed('wonAmount')] })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'badField', detail: 'Amount' },
    });
  });

  it('amounts of several currencies are not added up, and one of them is where it is chosen', () => {
    const desk = played({ manyCurrencies: true });
    expect(desk.fetch({ wanted: [summed('wonAmount')] })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'mixedCurrencies', detail: 'USD' },
    });
    const only = [{ dimension: 'Currency', is: ['VND'] }];
    const own = totals(
      desk.fetch({ wanted: [summed('wonAmount', { only })] }),
      ({ input }) => input,
    );
    expect(own.WONAMOUNT).toBeGreaterThan(0);
    // Dollars are never taken for the organisation's own money.
    const dollars = summed('wonAmount', { only: [{ dimension: 'Currency', is: ['USD'] }] });
    expect(desk.fetch({ wanted: [dollars] })).toMatchObject({
      trouble: { kind: 'mixedCurrencies' },
    });
  });

  it('a value that is renamed, and a stage nobody knows, are told and not counted as nothing', () => {
    const only = [{ dimension: 'Lead_Status', is: ['Marketing Qualified'] }];
    expect(played().fetch({ wanted: [summed('leads', { only })] })).toMatchObject({
      trouble: { kind: 'valueGone', detail: 'Marketing Qualified' },
    });
    const odd = (module: string, rows: readonly Readonly<Record<string, unknown>>[]) =>
      (module === 'Deals' ? rows.map((row) => ({ ...row, Stage: 'Won (old)' })) : rows) as never;
    expect(played({ records: odd }).fetch({ wanted: [summed('dealsWon')] })).toMatchObject({
      trouble: { kind: 'stageUnknown', detail: 'Won (old)' },
    });
  });

  it('another zone or currency than when it was connected is refused', () => {
    const fetch = (given: object) =>
      played().fetch({ wanted, account: { ...account, ...given }, opening: true });
    expect(fetch({ zone: 'Europe/Berlin' })).toMatchObject({
      trouble: { kind: 'otherZone', detail: 'Asia/Ho_Chi_Minh' },
    });
    expect(fetch({ currency: 'USD' })).toMatchObject({
      trouble: { kind: 'otherCurrency', detail: 'VND' },
    });
    // The same zone by its older name is the same.
    expect(fetch({ zone: 'Asia/Saigon' })).toMatchObject({ is: 'done' });
  });

  it.each([
    ['a record without its day', { id: '1', Converted__s: true }],
    ['a day that is none', { id: '1', Converted__s: true, Created_Time: '2027-01-05' }],
    [
      'a moment without an offset',
      { id: '1', Converted__s: true, Created_Time: '2027-01-05T10:00:00' },
    ],
    [
      'a lead of the other part',
      { id: '1', Converted__s: false, Created_Time: '2027-01-05T10:00:00+07:00' },
    ],
    ['a record without an id', { Converted__s: true, Created_Time: '2027-01-05T10:00:00+07:00' }],
    [
      'a record of another year',
      { id: '1', Converted__s: true, Created_Time: '2026-01-05T10:00:00+07:00' },
    ],
  ])('%s is half an answer', (_, record) => {
    const [question] = zoho.plan({ account, wanted: [summed('leads')], ...january });
    if (!question) throw new Error('Nothing is asked.');
    const body = JSON.stringify({ data: [record], info: { count: 1, more_records: false } });
    expect(zoho.parse(question, { status: 200, headers: {}, body })).toMatchObject({
      trouble: { kind: 'halfAnswer' },
    });
  });

  it.each([
    '{"data":[]}',
    '{"info":{"more_records":false}}',
    '{}',
    '[]',
    '{"data":[],"info":{"count":3,"more_records":false}}',
  ])('%s is half an answer', (body) => {
    const [question] = zoho.plan({ account, wanted: [summed('leads')], ...january });
    if (!question) throw new Error('Nothing is asked.');
    expect(zoho.parse(question, { status: 200, headers: {}, body })).toMatchObject({
      trouble: { kind: 'halfAnswer' },
    });
  });
});

describe('what is asked of Zoho CRM', () => {
  const all = metricNames.map((metric) => summed(metric, { split: 'Lead_Source' }));

  it('is one question of COQL with its conditions nested by two, and holds no key', () => {
    const desk = played();
    desk.fetch({ wanted: all });
    expect(desk.asked.filter((query) => query.startsWith('select')).sort()).toEqual(
      [
        "select id, Created_Time, Converted__s, Lead_Source from Leads where ((Created_Time >= '2026-12-31T10:00:00+00:00' and Created_Time < '2027-02-01T12:00:00+00:00') and Converted__s = true) order by id asc limit 0, 2000",
        "select id, Converted_Date_Time, Converted__s, Lead_Source from Leads where ((Converted_Date_Time >= '2026-12-31T10:00:00+00:00' and Converted_Date_Time < '2027-02-01T12:00:00+00:00') and Converted__s = true) order by id asc limit 0, 2000",
        "select id, Created_Time, Lead_Source from Deals where (Created_Time >= '2026-12-31T10:00:00+00:00' and Created_Time < '2027-02-01T12:00:00+00:00') order by id asc limit 0, 2000",
        "select id, Created_Time, Converted__s, Lead_Source from Leads where ((Created_Time >= '2026-12-31T10:00:00+00:00' and Created_Time < '2027-02-01T12:00:00+00:00') and Converted__s = false) order by id asc limit 0, 2000",
        "select id, Closing_Date, Stage, Amount, Lead_Source from Deals where (Closing_Date >= '2027-01-01' and Closing_Date <= '2027-01-31') order by id asc limit 0, 2000",
        "select COUNT(id) from Leads where ((Created_Time >= '2026-12-31T10:00:00+00:00' and Created_Time < '2027-02-01T12:00:00+00:00') and Converted__s = true)",
      ].sort(),
    );
    for (const question of zoho.plan({ account, wanted: all, ...january, opening: true })) {
      expect(JSON.parse(JSON.stringify(question))).toEqual(question);
      const { url, method, body } = zoho.request(question);
      expect(url.length).toBeLessThan(200);
      if (method === 'post') expect(Object.keys(body as object)).toEqual(['select_query']);
    }
  });

  it('is the same for days long past: a year before comes slice by slice and is whole', () => {
    const [from, to] = [dayNumber(2026, 1, 1), dayNumber(2026, 3, 31)];
    const yesterday = january.to;
    const found = all.flatMap((each) => {
      const assignments = historyOf(zohoCrm, account, each, { from, to, yesterday }) ?? [];
      expect(assignments.map((one) => one.to - one.from + 1)).toEqual([31, 31, 28]);
      return assignments.map((one) => totals(played().fetch({ ...one, account }), told));
    });
    expect(nonZero(Object.assign({}, ...found))).toEqual(truth(from, to));
  });

  it('says nothing of what is not added up by day, which stays unknown', () => {
    const whole = { ...summed('leads'), over: 'whole' as const };
    expect(zoho.plan({ account, wanted: [whole], ...january })).toEqual([]);
  });
});
