import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import { salesforceCrm } from '../../../src/sources/salesforce/entry.ts';
import { metricNames } from '../../../src/sources/salesforce/metrics.ts';
import { salesforce } from '../../../src/sources/salesforce/source.ts';
import { sharesFrom } from '../../../src/workbench/vendors/chance.ts';
import { account, january, noon, played, summed, totals } from './played.ts';
import { dateOfDay, happened } from './truth.ts';

const wanted = metricNames.map((metric) => summed(metric, { split: 'LeadSource' }));
const told = ({ input, from, segment }: { input: string; from: number; segment: string }) =>
  `${input} ${dateOfDay(from)} ${segment}`;

/** What really happened in January, told as rows are. */
function truth(): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { metric, date, channel, value } of happened(noon)) {
    if (date < '2027-01-01' || date > '2027-01-31') continue;
    const key = `${metric.toUpperCase()} ${date} ${channel}`;
    found[key] = (found[key] ?? 0) + value;
  }
  return found;
}

describe('whatever goes wrong with Salesforce', () => {
  const ends: string[] = [];
  it.each(Array.from({ length: 24 }, (_, at) => at + 1))(
    'the numbers are right or there is trouble, never other numbers (seed %i)',
    (seed) => {
      const next = sharesFrom(seed * 7919);
      const desk = played(seed % 2 === 0 ? { groupBatch: 60 } : { mostDays: 12 });
      const { vendor, send } = desk;
      desk.send = (request) => {
        for (const fault of vendor.faults.all) vendor.faults.set(fault, false);
        const share = next();
        const fault = vendor.faults.all[Math.floor(next() * vendor.faults.all.length)];
        if (fault && share < 0.02 + (seed % 4) * 0.08) vendor.faults.set(fault, true);
        return send(request);
      };
      const outcome = desk.fetch({ wanted });
      ends.push(outcome.is === 'failed' ? outcome.trouble.kind : 'done');
      if (outcome.is === 'failed') {
        for (const language of ['en', 'vi'] as const) {
          expect(wordsFor(outcome.trouble, salesforceCrm, language).way).not.toBe('');
        }
        return;
      }
      expect(outcome.lost).toEqual([]);
      expect(totals(outcome, told)).toEqual(truth());
    },
  );

  it('it ends well as well as badly, and badly in many ways', () => {
    expect(ends.filter((end) => end === 'done').length).toBeGreaterThan(4);
    expect(new Set(ends).size).toBeGreaterThan(4);
  });

  const moments = { f: '2027-01-05T03:00:00.000+0000', l: '2027-01-05T04:00:00.000+0000' };
  const group = { d: '2027-01-05', ...moments, n: 3 };
  const read = (metric: string, records: readonly object[], given: object = {}) => {
    const [question] = salesforce.plan({ account, wanted: [summed(metric)], ...january });
    if (!question || !('reading' in question.asks)) throw new Error('Nothing is asked.');
    const { reading } = question.asks;
    const body = JSON.stringify({ totalSize: records.length, done: true, records, ...given });
    const asked = { ...question, asks: { is: 'groups', reading } } as const;
    return salesforce.parse(asked, { status: 200, headers: {}, body });
  };

  it.each([
    ['a group without its day', { ...group, d: undefined }],
    ['a group of no day', { ...group, d: null }],
    ['a day that is none', { ...group, d: '2027-02-30' }],
    ['a moment in the place of a day', { ...group, d: '2027-01-05T00:00:00Z' }],
    ['a group without its number', { ...group, n: undefined }],
    ['a number that is none', { ...group, n: null }],
    ['a text for a number', { ...group, n: 'three' }],
    ['part of a record', { ...group, n: 2.5 }],
    ['a group of nothing', { ...group, n: 0 }],
    ['a group without its first moment', { ...group, f: undefined }],
    ['a last moment that is none', { ...group, l: 'yesterday' }],
  ])('%s is half an answer', (_, record) => {
    expect(read('leads', [group])).toMatchObject({ rows: [{ value: 3 }] });
    expect(read('leads', [record])).toMatchObject({ trouble: { kind: 'halfAnswer' } });
  });

  it.each([
    ['a day outside of those asked for', { d: '2026-12-31', w: true, n: 1, a: 5 }],
    ['neither won nor lost', { d: '2027-01-05', n: 1, a: 5 }],
    ['a sum that is not there', { d: '2027-01-05', w: true, n: 1 }],
    ['a sum that is none', { d: '2027-01-05', w: true, n: 1, a: 'much' }],
  ])('of opportunities, %s is half an answer', (_, record) => {
    expect(read('wonAmount', [record])).toMatchObject({ trouble: { kind: 'halfAnswer' } });
  });

  it('a sum of nothing typed is 0, of large ones written with an exponent what it says', () => {
    const won = { d: '2027-01-05', w: true, n: 1 };
    expect(read('wonAmount', [{ ...won, a: null }])).toMatchObject({ rows: [{ value: 0 }] });
    const body =
      '{"totalSize":1,"done":true,"records":[{"d":"2027-01-05","w":true,"n":1,"a":1.25E9}]}';
    const large = JSON.parse(body).records;
    expect(read('wonAmount', large)).toMatchObject({ rows: [{ value: 1_250_000_000 }] });
  });

  it.each([
    ['more than there are', { totalSize: 2 }],
    ['no total', { totalSize: undefined }],
    ['nothing said of an end', { done: undefined }],
    ['no records', { records: undefined }],
    ['a rest elsewhere', { done: false, totalSize: 2, nextRecordsUrl: 'https://evil.example/x' }],
    [
      'a rest of nothing',
      { done: false, nextRecordsUrl: '/services/data/v66.0/query/0r8xx5R2yF2gs3VASQ-2000' },
    ],
  ])('%s is half an answer', (_, given) => {
    expect(read('leads', [group], given)).toMatchObject({ trouble: { kind: 'halfAnswer' } });
  });

  it('an empty answer is 0 inside of what is covered, fields nobody asked for change nothing', () => {
    expect(read('leads', [])).toMatchObject({ rows: [], more: [] });
    expect(read('leads', [{ ...group, attributes: {}, extra: [1] }], { more: null })).toMatchObject(
      { rows: [{ value: 3 }] },
    );
  });

  it('says nothing of what is not added up by day, which stays unknown', () => {
    const whole = { ...summed('leads'), over: 'whole' as const };
    expect(salesforce.plan({ account, wanted: [whole], ...january })).toEqual([]);
  });

  it('asks for groups by day, and by what inputs are told apart by', () => {
    const desk = played();
    desk.fetch({ wanted });
    expect(desk.asked.filter((query) => query.startsWith('SELECT')).sort()).toEqual([
      'SELECT CloseDate d, IsWon w, LeadSource g0, COUNT(Id) n, SUM(Amount) a FROM Opportunity WHERE IsClosed = true AND CloseDate >= 2027-01-01 AND CloseDate <= 2027-01-31 GROUP BY CloseDate, IsWon, LeadSource',
      'SELECT ConvertedDate d, LeadSource g0, COUNT(Id) n FROM Lead WHERE IsConverted = true AND ConvertedDate >= 2027-01-01 AND ConvertedDate <= 2027-01-31 GROUP BY ConvertedDate, LeadSource',
      'SELECT DAY_ONLY(convertTimezone(CreatedDate)) d, MIN(CreatedDate) f, MAX(CreatedDate) l, LeadSource g0, COUNT(Id) n FROM Lead WHERE CreatedDate >= 2026-12-31T10:00:00Z AND CreatedDate < 2027-02-01T12:00:00Z GROUP BY DAY_ONLY(convertTimezone(CreatedDate)), LeadSource',
      'SELECT DAY_ONLY(convertTimezone(CreatedDate)) d, MIN(CreatedDate) f, MAX(CreatedDate) l, LeadSource g0, COUNT(Id) n FROM Opportunity WHERE CreatedDate >= 2026-12-31T10:00:00Z AND CreatedDate < 2027-02-01T12:00:00Z GROUP BY DAY_ONLY(convertTimezone(CreatedDate)), LeadSource',
    ]);
  });
});
