import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../../src/sources/run.ts';
import type { Assignment, InputRequest, Row, Source } from '../../../src/sources/source.ts';
import { periodsOf } from '../../../src/sources/window.ts';
import { violations } from '../../contracts/walk.ts';
import { answerOf, feedOf, okay, type Property, shop, wantedSum } from './property.ts';

const first = 46_296;
const october = { account: shop, from: first, to: first + 30 };

/** Numbers that depend on all they may depend on, with days on which nothing happened. */
const rule: Property['value'] = (metric, from, to, segment, filter) => {
  const seed = [...`${metric}|${from}|${to}|${segment}|${filter}`].reduce(
    (sum, character) => (sum * 33 + (character.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  return seed % 4 === 0 ? 0 : seed;
};
const property: Property = { value: rule, segments: ['Direct', 'Email', '(not set)'] };

/** Everything that a property says to an assignment. */
function ask(assignment: Assignment<PropertyAccount>, from: Property = property) {
  let run = begin(ga4.plan(assignment));
  while (!ended(run)) {
    const { send } = due(run, ga4.pace, 0);
    const responses = send.map(({ question }) => answerOf(from, ga4.request(question)));
    run = takeResponses(ga4, run, { send, leftMs: 0 }, responses, 0);
  }
  return outcomeOf(run);
}

function rowsOf(
  assignment: Assignment<PropertyAccount>,
  from: Property = property,
): readonly Row[] {
  const outcome = ask(assignment, from);
  if (outcome.is === 'failed') throw new Error(outcome.trouble.kind);
  return outcome.rows;
}

const reading = (input: string, metric: string, unit: InputRequest['unit']): InputRequest => ({
  feed: feedOf(input, metric),
  over: 'whole',
  unit,
  periods: periodsOf('week', { year: 2026, month: 10 }, 'monday'),
});

describe('what Google Analytics answers', () => {
  it('is what was asked for, however little fits into one answer', () => {
    const only = [{ dimension: 'eventName', is: ['generate_lead'] }];
    const wanted = [
      wantedSum('SESSIONS', 'sessions'),
      wantedSum('LEADS', 'keyEvents', { only }),
      wantedSum('CPL.cost', 'cost', { split: 'sessionCampaignName' }),
      reading('USERS', 'totalUsers', 'count'),
    ];
    const unpaged = rowsOf({ ...october, wanted });
    fc.assert(
      fc.property(fc.integer({ min: property.segments.length, max: 120 }), (page) => {
        expect(rowsOf({ ...october, wanted }, { ...property, page })).toEqual(unpaged);
      }),
      { numRuns: 12 },
    );
    const total = (input: string) =>
      unpaged.filter((row) => row.input === input).reduce((sum, { value }) => sum + value, 0);
    const days = Array.from({ length: 31 }, (_, at) => first + at);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    expect(total('SESSIONS')).toBe(sum(days.map((day) => rule('sessions', day, day, '', 'null'))));
    expect(total('CPL.cost')).toBe(
      sum(
        days.flatMap((day) =>
          property.segments.map((segment) => rule('cost', day, day, segment, 'null')),
        ),
      ),
    );
    expect(total('LEADS')).not.toBe(total('SESSIONS'));
  });

  it('is totals where a single day has more segments than fit into one answer', () => {
    const wanted = [wantedSum('CPL.cost', 'cost', { split: 'sessionCampaignName' })];
    const totals = new Map<number, number>();
    for (const { from, value } of rowsOf({ ...october, wanted })) {
      totals.set(from, (totals.get(from) ?? 0) + value);
    }
    const total: Property['value'] = (metric, from, to, segment, filter) =>
      segment === '' ? (totals.get(from) ?? 0) : rule(metric, from, to, segment, filter);
    const outcome = ask({ ...october, wanted }, { ...property, value: total, page: 2 });
    if (outcome.is === 'failed') throw new Error(outcome.trouble.kind);
    expect(outcome.untold).toEqual(['CPL.cost']);
    const days = new Map<number, number>();
    for (const { from, value } of outcome.rows) days.set(from, (days.get(from) ?? 0) + value);
    expect(days).toEqual(totals);
  });

  it('has a row only where there is something, day by day', () => {
    const rows = rowsOf({ ...october, wanted: [wantedSum('SESSIONS', 'sessions')] });
    expect(rows.every(({ value }) => value !== 0)).toBe(true);
    expect(rows.length).toBeLessThan(31);
    expect(rows.every(({ from, to, segment }) => from === to && segment === '')).toBe(true);
  });

  it('never adds up readings of periods: each is one that was answered', () => {
    const wanted = [reading('USERS', 'totalUsers', 'count'), reading('AOV', 'aov', 'moneyEach')];
    const rows = rowsOf({ ...october, wanted });
    const value = (metric: string, { from, to }: Row) => rule(metric, from, to, '', 'null');
    for (const row of rows) {
      expect(row.value).toBe(value(row.input === 'USERS' ? 'totalUsers' : 'aov', row));
    }
    // 1–4 October, four weeks, and the week that October's end cuts, as far as it is over.
    expect(rows.filter(({ input }) => input === 'USERS').map(({ from, to }) => [from, to])).toEqual(
      [
        [0, 3],
        [4, 10],
        [11, 17],
        [18, 24],
        [25, 30],
      ].map((days) => days.map((day) => first + day)),
    );
  });

  it('knows that nobody came, and that an average over nobody is unknown', () => {
    const wanted = [reading('USERS', 'totalUsers', 'count'), reading('AOV', 'aov', 'moneyEach')];
    const rows = rowsOf({ ...october, wanted }, { ...property, value: () => 0 });
    expect(rows.map(({ input, value }) => [input, value])).toEqual(
      Array.from({ length: 5 }, () => ['USERS', 0]),
    );
  });

  it('takes segments that differ only in capitals for one, and nameless ones for «(not set)»', () => {
    const rows = rowsOf(
      {
        account: shop,
        from: first,
        to: first + 1,
        wanted: [wantedSum('CLICKS', 'clicks', { split: 'sessionCampaignName' })],
      },
      {
        value: (_, from) => (from === first ? 1 : 10),
        segments: ['Sale 11.11', 'SALE 11.11', '', '(not set)', '=1+1', 'a\u0000\tb'],
      },
    );
    expect(rows.map(({ segment, value }) => [segment, value])).toEqual([
      ['(not set)', 2],
      ['=1+1', 1],
      ['SALE 11.11', 2],
      ['a b', 1],

      ['(not set)', 20],
      ['=1+1', 10],
      ['SALE 11.11', 20],
      ['a b', 10],
    ]);
  });

  it('says what to know about the numbers, and leaves out what this user may not see', () => {
    const outcome = ask(
      {
        ...october,
        wanted: [wantedSum('CPL.cost', 'advertiserAdCost'), wantedSum('SESSIONS', 'sessions')],
      },
      {
        ...property,
        metadata: {
          subjectToThresholding: true,
          dataLossFromOtherRow: true,
          samplingMetadatas: [{ samplesReadCount: '250', samplingSpaceSize: '1000' }],
          schemaRestrictionResponse: {
            activeMetricRestrictions: [
              { metricName: 'advertiserAdCost', restrictedMetricTypes: ['COST_DATA'] },
            ],
          },
        },
      },
    );
    expect(outcome).toMatchObject({
      is: 'done',
      trust: {
        sampled: 0.25,
        thresholded: true,
        otherRow: true,
        blocked: ['advertiserAdCost'],
        currency: 'VND',
        zone: 'Asia/Ho_Chi_Minh',
      },
    });
    const rows = outcome.is === 'done' ? outcome.rows : [];
    expect([...new Set(rows.map(({ input }) => input))]).toEqual(['SESSIONS']);
  });

  it.each([
    ['otherCurrency', { currencyCode: 'EUR' }, 'EUR'],
    ['otherZone', { timeZone: 'Europe/Berlin' }, 'Europe/Berlin'],
  ] as const)('is refused as %s rather than mixed in', (kind, metadata, detail) => {
    const wanted = [wantedSum('SESSIONS', 'sessions')];
    const outcome = ask({ ...october, wanted }, { ...property, metadata });
    expect(outcome).toMatchObject({ is: 'failed', trouble: { kind, detail }, untilMs: null });
  });

  it('says how many tokens are left, of a paid property too', () => {
    const quotaOf = (hour: object) => {
      const wanted = [wantedSum('SESSIONS', 'sessions')];
      const quota = { tokensPerHour: hour };
      const outcome = ask({ ...october, wanted }, { ...property, quota });
      return outcome.quota?.hour;
    };
    expect(quotaOf({ consumed: 4, remaining: 39_000 })).toEqual({
      used: 4,
      left: 39_000,
      of: 40_000,
    });
    expect(quotaOf({ consumed: 4, remaining: 390_000 })?.of).toBe(400_000);
    expect(quotaOf({ consumed: 4 })?.left).toBe(0);
  });
});

describe('half an answer', () => {
  const wanted = [
    wantedSum('A', 'sessions', { split: 'sessionCampaignName' }),
    wantedSum('B', 'keyEvents', { split: 'sessionCampaignName' }),
  ];
  const [question] = ga4.plan({ account: shop, from: first, to: first + 2, wanted });
  if (!question) throw new Error('no question');
  const good = answerOf(property, ga4.request(question)).body;
  type Answer = { reports: [Record<string, unknown>] };
  const read = (change: (report: Record<string, unknown>) => void) => {
    const answer = JSON.parse(good) as Answer;
    change(answer.reports[0]);
    return (ga4 as Source<typeof question>).parse(question, okay(answer));
  };
  it('is not the whole one, which is as Google describes it', () => {
    expect(violations('BatchRunReportsResponse', JSON.parse(good))).toEqual([]);
    expect('rows' in read(() => {})).toBe(true);
  });

  const cases: Record<string, (report: Record<string, unknown>) => void> = {
    'without its headers': (report) => delete report.metricHeaders,
    'with headers in another order': (report) => (report.metricHeaders as object[]).reverse(),
    'about other dimensions': (report) => {
      report.dimensionHeaders = [{ name: 'date' }, { name: 'country' }];
    },
    'with rows but no count of them': (report) => delete report.rowCount,
    'with a count but no rows': (report) => delete report.rows,
    'with more rows than there are': (report) => {
      report.rowCount = 1;
    },
  };
  it.each(Object.entries(cases))('is one %s', (_, change) => {
    expect(read(change)).toMatchObject({ trouble: { kind: 'halfAnswer' } });
  });

  it('is one with fewer reports, and one that is no JSON', () => {
    expect(ga4.parse(question, okay({ reports: [] }))).toHaveProperty('trouble');
    const cut = { status: 200, headers: {}, body: good.slice(0, -9) };
    expect(ga4.parse(question, cut)).toHaveProperty('trouble');
    expect(ga4.classify(cut, 0, question)).toMatchObject({
      is: 'retry',
      trouble: { kind: 'halfAnswer' },
    });
  });

  it('is never read as whole, wherever it is cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: good.length - 1 }), (length) => {
        const cut = { status: 200, headers: {}, body: good.slice(0, length) };
        expect(ga4.classify(cut, 0, question).is).not.toBe('ok');
      }),
    );
  });
});
