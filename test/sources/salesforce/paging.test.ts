import { describe, expect, it } from 'vitest';
import type { SalesforceQuestion } from '../../../src/sources/salesforce/question.ts';
import { salesforce } from '../../../src/sources/salesforce/source.ts';
import type { Business, Lead } from '../../../src/workbench/vendors/business/people.ts';
import { startOf } from '../../../src/workbench/vendors/days.ts';
import { account, hanoi, january, noon, played, summed, totals } from './played.ts';
import { happened } from './truth.ts';

const dayMs = 86_400_000;
const begins = startOf(hanoi, january.from);
const byInput = ({ input }: { readonly input: string }) => input;

/** So many leads on each of some days of January, each of a source of its own. */
function crowd(perDay: number, days = 31): Business {
  const leads = Array.from({ length: perDay * days }, (_, at): Lead => {
    const createdMs = begins + (at % days) * dayMs + (at % 1439) * 60_000;
    const lead = { id: at + 1, name: `Khách ${at}`, createdMs, mqlMs: null, sqlMs: null } as const;
    const channel = `source ${Math.floor(at / days)}` as Lead['channel'];
    return { ...lead, channel, customerMs: null, deal: null };
  });
  return { leads, deals: [] };
}

const wanted = [summed('leads', { split: 'LeadSource' })];
const queries = (asked: readonly string[]) => asked.filter((each) => each.startsWith('SELECT'));

describe('more groups than an answer holds', () => {
  it('are asked for fewer days, down to where they fit, each once', () => {
    const desk = played({ held: crowd(150) });
    const days = totals(desk.fetch({ wanted }), ({ from }) => String(from));
    expect(Object.values(days)).toEqual(Array.from({ length: 31 }, () => 150));
    // 31 days are refused; so are 16 and 15; four quarters of them are not.
    expect(queries(desk.asked)).toHaveLength(7);
  });

  it('of a single day come as its total, and which input that is is said', () => {
    const desk = played({ held: crowd(2100, 2) });
    const outcome = desk.fetch({ wanted });
    if (outcome.is !== 'done') throw new Error(JSON.stringify(outcome));
    expect(totals(outcome, ({ from, segment }) => `${from - january.from} ${segment}`)).toEqual({
      '0 ': 2100,
      '1 ': 2100,
    });
    expect(outcome.untold).toEqual(['LEADS']);
  });

  it('of a single day that are told apart by a condition alone are trouble, never a part', () => {
    const only = [{ dimension: 'LeadSource', startsWith: ['source'] }];
    const desk = played({ held: crowd(2100, 1) });
    expect(desk.fetch({ wanted: [summed('leads', { only })] })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'dayTooLong' },
    });
  });

  it('exactly as many as it holds may be a part: they are asked for again in halves', () => {
    const [question] = salesforce.plan({ account, wanted: [summed('leads')], ...january });
    const records = Array.from({ length: 2000 }, () => ({
      d: '2027-01-05',
      f: '2027-01-05T03:00:00.000+0000',
      l: '2027-01-05T03:00:00.000+0000',
      n: 1,
    }));
    const body = JSON.stringify({ totalSize: 2000, done: true, records });
    const read = salesforce.parse(question as SalesforceQuestion, {
      status: 200,
      headers: {},
      body,
    });
    expect(read).toMatchObject({ rows: [], more: [{ to: january.from + 15 }, { to: january.to }] });
  });

  it('are read on where Salesforce gives the address of the rest, in batches of its own', () => {
    const desk = played({ held: crowd(100), groupBatch: 1000 });
    const days = totals(desk.fetch({ wanted }), ({ from }) => String(from));
    expect(Object.values(days)).toEqual(Array.from({ length: 31 }, () => 100));
    expect(desk.asked.filter((path) => path.includes('/query/'))).toHaveLength(3);
  });

  it('are read on at an address of another version', () => {
    const desk = played({ held: crowd(100), groupBatch: 1000 });
    desk.spoil = (response) => ({
      ...response,
      body: response.body.replace('/services/data/v66.0/query/', '/services/data/v59.0/query/'),
    });
    expect(totals(desk.fetch({ wanted }), byInput)).toEqual({ LEADS: 3100 });
    expect(desk.asked.filter((path) => path.includes('/v59.0/query/'))).toHaveLength(3);
  });

  it('are none of them used where the rest is lost, or is not as long as was said', () => {
    const lost = played({ held: crowd(100), groupBatch: 1000 });
    lost.spoil = (response, { url }) =>
      url.includes('-2000-')
        ? {
            status: 400,
            headers: {},
            body: '[{"errorCode":"INVALID_QUERY_LOCATOR","message":"invalid query locator"}]',
          }
        : response;
    expect(lost.fetch({ wanted })).toMatchObject({ trouble: { kind: 'readBroken' } });
    for (const spoilt of ['"totalSize":3101', '"totalSize":3099']) {
      const other = played({ held: crowd(100), groupBatch: 1000 });
      other.spoil = (response) => ({
        ...response,
        body: response.body.replace('"totalSize":3100', spoilt),
      });
      expect(other.fetch({ wanted })).toMatchObject({ trouble: { kind: 'halfAnswer' } });
    }
  });

  it('are asked for fewer days where not all are here and no rest is told', () => {
    const desk = played({ held: crowd(100), groupBatch: 1000 });
    desk.spoil = (response) => ({
      ...response,
      body: response.body.replace(/"nextRecordsUrl":"[^"]*",/, ''),
    });
    expect(totals(desk.fetch({ wanted }), byInput)).toEqual({ LEADS: 3100 });
  });
});

describe('a question that takes too long', () => {
  it('is asked for fewer days', () => {
    const desk = played({ mostDays: 10 });
    const rows = totals(desk.fetch({ wanted: [summed('leads'), summed('dealsWon')] }), byInput);
    const count = (metric: string) =>
      happened(noon).filter(
        (each) => each.metric === metric && each.date >= '2027-01-01' && each.date <= '2027-01-31',
      ).length;
    expect(rows).toEqual({ LEADS: count('leads'), DEALSWON: count('dealsWon') });
  });

  it('is trouble where it is one of a single day', () => {
    expect(played({ mostDays: 0.5 }).fetch({ wanted: [summed('leads')] })).toMatchObject({
      is: 'failed',
      trouble: { kind: 'tooSlow' },
    });
  });
});
