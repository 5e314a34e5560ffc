import { describe, expect, it } from 'vitest';
import { ga4 } from '../../../src/sources/ga4/source.ts';
import { begin, due, ended, outcomeOf, takeResponses } from '../../../src/sources/run.ts';
import type {
  HttpRequest,
  HttpResponse,
  InputRequest,
  Loss,
  LossReason,
} from '../../../src/sources/source.ts';
import { violations } from '../../contracts/walk.ts';
import { answerOf, feedOf, okay, type Property, shop, wantedSum } from './property.ts';

const first = 46_296;
const last = first + 9;
const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
const ask = (wanted: readonly InputRequest[], opening = false) => ({
  account: shop,
  from: first,
  to: last,
  wanted,
  opening,
});
const property: Property = {
  value: (metric, from, to, segment) => (to - from + 1) * 10 + metric.length + segment.length,
  segments: ['Direct', 'Email'],
};
const leads = wantedSum('LEADS', 'keyEvents', {
  only: [{ dimension: 'eventName', is: ['generate_lead'] }],
});
const visits = wantedSum('SESSIONS', 'sessions');
const spend = wantedSum('COST', 'cost', { split: 'sessionCampaignName' });
const users: InputRequest = {
  feed: feedOf('USERS', 'totalUsers'),
  over: 'whole',
  unit: 'count',
  periods: [
    { from: first, to: first + 3 },
    { from: first + 4, to: last },
  ],
};
const followers: InputRequest = { ...visits, feed: feedOf('STOCK', 'stock'), over: 'last' };

interface Line {
  dimensionValues: { value: string }[];
  metricValues: { value?: string }[];
}
interface Report {
  rows?: Line[];
  rowCount?: number;
  metricHeaders: { name: string }[];
  dimensionHeaders?: { name: string }[];
  metadata: Record<string, unknown>;
}
/** Changes a report of an answer; `asked` is what it answers. */
type Change = (report: Report, asked: { dateRanges: object[]; dimensionFilter?: object }) => void;

/** Asks until there is an end; every answer is as Google describes it, and then changed. */
function fetched(
  assignment: ReturnType<typeof ask>,
  change: Change = () => {},
  other: (request: HttpRequest) => HttpResponse | null = () => null,
) {
  let run = begin(ga4.plan(assignment));
  const sent: HttpRequest[] = [];
  let now = 0;
  while (!ended(run)) {
    const { send, untilMs } = due(run, ga4.pace, now);
    now = Math.max(now, untilMs);
    if (send.length === 0) continue;
    const requests = send.map(({ question }) => ga4.request(question));
    sent.push(...requests);
    const responses = requests.map((request) => {
      const given = other(request);
      if (given) return given;
      const { requests: asked } = request.body as { requests: Parameters<Change>[1][] };
      const answer = JSON.parse(answerOf(property, request).body) as { reports: Report[] };
      for (const [at, report] of answer.reports.entries()) {
        if (asked[at]) change(report, asked[at]);
      }
      expect(violations('BatchRunReportsResponse', answer)).toEqual([]);
      return okay(answer);
    });
    run = JSON.parse(
      JSON.stringify(takeResponses(ga4, run, { send, leftMs: now }, responses, now)),
    );
    expect(sent.length).toBeLessThan(100);
  }
  const outcome = outcomeOf(run);
  if (outcome.is === 'failed') throw new Error(outcome.trouble.kind);
  return { ...outcome, sent };
}

const whole = fetched(ask([leads, visits, spend, users, followers]));
/** Days of an input that are lost, as days after the first. */
const lostDays = (lost: readonly Loss[], input: string, why: LossReason) =>
  days.filter((day) =>
    lost.some(
      (each) => each.input === input && each.why === why && each.from <= day && each.to >= day,
    ),
  );
const rowsOf = ({ rows }: Pick<typeof whole, 'rows'>, input: string) =>
  rows.filter((row) => row.input === input);
const except = (input: string, gone: readonly number[]) =>
  rowsOf(whole, input).filter(({ from, to }) => !gone.some((day) => from <= day && to >= day));

/** The report that has this metric. */
const about =
  (metric: string, change: Change): Change =>
  (report, asked) => {
    if (report.metricHeaders.some(({ name }) => name === metric)) change(report, asked);
  };
const dated = (day: number) => {
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
};
const rowOn = (report: Report, day: number) =>
  report.rows?.find(({ dimensionValues }) => dimensionValues[0]?.value === dated(day));
const add = (report: Report, values: readonly string[], numbers: readonly string[]) => {
  report.rows = [
    ...(report.rows ?? []),
    {
      dimensionValues: values.map((value) => ({ value })),
      metricValues: numbers.map((value) => ({ value })),
    },
  ];
  report.rowCount = report.rows.length;
};

describe('days that Google Analytics cuts off', () => {
  const reasons = (...given: object[]): Change =>
    about('sessions', (report) => {
      const dataTruncationType = 'DATA_TRUNCATION_TYPE_PROPERTY';
      report.metadata.dataTruncationReasons = given.map((each) => ({
        dataTruncationType,
        ...each,
      }));
    });
  it.each([
    ['before a date', [{ dataTruncationDate: '2026-10-04' }], [0, 1, 2]],
    ['before none of those asked for', [{ dataTruncationDate: '2026-10-01' }], []],
    [
      'in ranges',
      [
        {
          dataTruncationDateRanges: [
            { startDate: '2026-09-01', endDate: '2026-10-02' },
            { startDate: '2026-10-06', endDate: '2026-10-06' },
          ],
        },
      ],
      [0, 1, 5],
    ],
    [
      'for several reasons',
      [{ dataTruncationDate: '2026-10-02' }, { dataTruncationDate: '2026-10-03' }],
      [0, 1],
    ],
    ['without saying which', [{}], days.map((_, at) => at)],
    [
      'at a date that there is not',
      [{ dataTruncationDate: '2026-13-01' }],
      days.map((_, at) => at),
    ],
  ])('%s are unknown, and not 0', (_, given, at) => {
    const gone = at.map((each) => first + each);
    const found = fetched(ask([leads, visits, users]), reasons(...given));
    expect(lostDays(found.lost, 'SESSIONS', 'cutOff')).toEqual(gone);
    expect(rowsOf(found, 'SESSIONS')).toEqual(except('SESSIONS', gone));
    expect(rowsOf(found, 'LEADS')).toEqual(rowsOf(whole, 'LEADS'));
    expect(rowsOf(found, 'USERS')).toEqual(rowsOf(whole, 'USERS'));
  });

  it('take readings of periods that reach into them along, also such as nobody was counted in', () => {
    const found = fetched(
      ask([users]),
      about('totalUsers', (report) => {
        report.metadata.dataTruncationReasons = [{ dataTruncationDate: '2026-10-02' }];
        report.rows = (report.rows ?? []).slice(1);
        report.rowCount = report.rows.length;
      }),
    );
    expect(rowsOf(found, 'USERS').map(({ from }) => from)).toEqual([first + 4]);
  });
});

describe('a report that is empty for a reason', () => {
  const empty =
    (emptyReason: string): Change =>
    (report) => {
      delete report.rows;
      delete report.rowCount;
      if (emptyReason !== '') report.metadata.emptyReason = emptyReason;
    };

  it('says nothing of its days, and why', () => {
    const found = fetched(ask([visits, users, leads]), about('sessions', empty('NO_ACCESS')));
    expect(lostDays(found.lost, 'SESSIONS', 'empty')).toEqual(days);
    expect(found.lost[0]?.detail).toBe('NO_ACCESS');
    expect(rowsOf(found, 'SESSIONS')).toEqual([]);
    expect(rowsOf(found, 'LEADS')).toEqual(rowsOf(whole, 'LEADS'));
  });

  it('does not say that nobody came', () => {
    const found = fetched(ask([users]), about('totalUsers', empty('X')));
    expect(found.rows).toEqual([]);
    expect(lostDays(found.lost, 'USERS', 'empty')).toEqual(days);
  });

  it('without a reason is one of days on which nothing happened', () => {
    const found = fetched(ask([visits]), about('sessions', empty('')));
    expect([found.rows, found.lost]).toEqual([[], []]);
  });
});

describe('days before a property was made', () => {
  const made =
    (createTime: string) =>
    ({ method, url }: HttpRequest): HttpResponse | null => {
      if (method !== 'get') return null;
      expect(url).toBe(`https://analyticsadmin.googleapis.com/v1beta/${shop.id}`);
      return okay({ name: shop.id, createTime });
    };
  it.each([
    ['in the middle of them', '2026-10-03T05:00:00Z', [0, 1, 2]],
    ['by the clocks of the property', '2026-10-03T17:30:00Z', [0, 1, 2, 3]],
    ['on the first of them', '2026-09-30T18:00:00.123456Z', [0]],
    ['long before', '2024-01-01T00:00:00Z', []],
  ])('are unknown, and so is that day: %s', (_, createTime, at) => {
    const gone = at.map((each) => first + each);
    const wanted = [leads, visits, users];
    const found = fetched(ask(wanted, true), () => {}, made(createTime));
    for (const input of ['LEADS', 'SESSIONS', 'USERS']) {
      expect(lostDays(found.lost, input, 'notYet')).toEqual(gone);
      expect(rowsOf(found, input)).toEqual(except(input, gone));
    }
  });

  it('may be all that were asked for, and more', () => {
    const found = fetched(ask([visits], true), () => {}, made('2026-12-24T05:00:00Z'));
    expect(found.rows).toEqual([]);
    expect(found.lost).toMatchObject([{ from: first, to: first + 84, why: 'notYet' }]);
  });

  it('are looked for only where nothing before is known', () => {
    expect(whole.sent.every(({ method }) => method === 'post')).toBe(true);
  });

  it('are no guess: an answer about another property is half an answer', () => {
    expect(() =>
      fetched(
        ask([visits], true),
        () => {},
        ({ method }) =>
          method === 'get'
            ? okay({ name: 'properties/9', createTime: '2026-10-03T05:00:00Z' })
            : null,
      ),
    ).toThrow('halfAnswer');
  });
});

describe('rows of «(other)» days', () => {
  const split: Change = about('cost', (report) => add(report, ['(other)', '(other)'], ['7']));

  it('are of the day that is asked for alone, so that its totals come', () => {
    const found = fetched(ask([spend]), (report, asked) => {
      const ranges = asked.dateRanges as { startDate: string; endDate: string }[];
      // What was put together is of the fourth day.
      if (ranges[0] && ranges[0].startDate <= '2026-10-04' && ranges[0].endDate >= '2026-10-04') {
        split(report, asked);
      }
    });
    expect(found.lost).toEqual([]);
    const extra = { from: first + 3, to: first + 3, input: 'COST', segment: '(other)', value: 7 };
    expect(rowsOf(found, 'COST')).toHaveLength(rowsOf(whole, 'COST').length + 1);
    expect(found.rows).toContainEqual(extra);
  });

  it('are added to the number of a day that is not told apart', () => {
    const found = fetched(
      ask([visits]),
      about('sessions', (report, { dateRanges }) => {
        const [range] = dateRanges as { startDate: string; endDate: string }[];
        if (range && range.startDate <= '2026-10-04' && range.endDate >= '2026-10-04') {
          add(report, ['(other)'], ['7']);
        }
      }),
    );
    const expected = rowsOf(whole, 'SESSIONS').map((row) =>
      row.from === first + 3 ? { ...row, value: row.value + 7 } : row,
    );
    expect(found.rows).toEqual(expected);
  });

  it('make a reading of that day unknown: people of one row may be people of another', () => {
    const found = fetched(
      ask([followers]),
      about('stock', (report, { dateRanges }) => {
        const [range] = dateRanges as { startDate: string; endDate: string }[];
        if (range && range.startDate <= '2026-10-04' && range.endDate >= '2026-10-04') {
          add(report, ['(other)'], ['7']);
        }
      }),
    );
    expect(lostDays(found.lost, 'STOCK', 'other')).toEqual([first + 3]);
    expect(rowsOf(found, 'STOCK')).toEqual(except('STOCK', [first + 3]));
  });

  it('do not concern what they hold 0 of', () => {
    const found = fetched(
      ask([visits, wantedSum('VIEWS', 'views')]),
      about('sessions', (report) => add(report, ['(other)'], ['0', '0'])),
    );
    expect(found.lost).toEqual([]);
    expect(found.sent).toHaveLength(1);
  });

  it('make unknown what a condition may have left out, on the days of which that is said', () => {
    const found = fetched(
      ask([leads, visits]),
      about('keyEvents', (report, { dateRanges }) => {
        const [range] = dateRanges as { startDate: string; endDate: string }[];
        if (range && range.startDate <= '2026-10-04' && range.endDate >= '2026-10-04') {
          report.metadata.dataLossFromOtherRow = true;
        }
      }),
    );
    expect(lostDays(found.lost, 'LEADS', 'other')).toEqual([first + 3]);
    expect(rowsOf(found, 'LEADS')).toEqual(except('LEADS', [first + 3]));
    expect(rowsOf(found, 'SESSIONS')).toEqual(rowsOf(whole, 'SESSIONS'));
  });

  it('are only remarked on where nothing is left out: totals and segments come', () => {
    const found = fetched(ask([visits, spend, users]), (report) => {
      report.metadata.dataLossFromOtherRow = true;
    });
    expect(found.lost).toEqual([]);
    expect(found.trust.otherRow).toBe(true);
    for (const input of ['SESSIONS', 'COST', 'USERS']) {
      expect(rowsOf(found, input)).toEqual(rowsOf(whole, input));
    }
  });
});

describe('an answer that is spoilt in one place', () => {
  const on = first + 3;
  const number = (text: string | undefined): Change =>
    about('sessions', (report) => {
      const cell = rowOn(report, on)?.metricValues[0];
      if (cell && text !== undefined) cell.value = text;
      else delete cell?.value;
    });
  it.each([
    ['no value', number(undefined)],
    ['an empty value', number('')],
    ['a value that is no number', number('12abc')],
    ['a number that is not finite', number('1e999')],
    ['too few values', about('sessions', (report) => rowOn(report, on)?.metricValues.pop())],
  ])('is whole but for the day of it: %s', (_, change) => {
    const found = fetched(ask([leads, visits, spend, users]), change);
    expect(lostDays(found.lost, 'SESSIONS', 'unreadable')).toEqual([on]);
    expect(rowsOf(found, 'SESSIONS')).toEqual(except('SESSIONS', [on]));
    for (const input of ['LEADS', 'COST', 'USERS']) {
      expect(rowsOf(found, input)).toEqual(rowsOf(whole, input));
    }
  });

  it('is whole but for that metric', () => {
    const found = fetched(
      ask([visits, wantedSum('VIEWS', 'views')]),
      about('views', (report) => {
        const cell = rowOn(report, on)?.metricValues[1];
        if (cell) cell.value = 'x';
      }),
    );
    expect(lostDays(found.lost, 'VIEWS', 'unreadable')).toEqual([on]);
    expect(rowsOf(found, 'SESSIONS')).toEqual(rowsOf(whole, 'SESSIONS'));
  });

  it.each(['20261022', '20261301', '', '2026-10-04'])(
    'is asked for day by day where a date is %j, and is whole but for that day',
    (value) => {
      const found = fetched(
        ask([visits, leads]),
        about('sessions', (report) => {
          const cell = rowOn(report, on)?.dimensionValues[0];
          if (cell) cell.value = value;
        }),
      );
      // `2026-10-04` is no date of the API's, though people could read it.
      expect(lostDays(found.lost, 'SESSIONS', 'unreadable')).toEqual([on]);
      expect(rowsOf(found, 'SESSIONS')).toEqual(except('SESSIONS', [on]));
      expect(rowsOf(found, 'LEADS')).toEqual(rowsOf(whole, 'LEADS'));
    },
  );

  const twice: Change = about('cost', (report) => {
    const row = rowOn(report, on);
    if (row) report.rows?.push(row);
    if (report.rows) report.rowCount = report.rows.length;
  });

  it('has no number of the day of which a row came twice', () => {
    const found = fetched(ask([spend, visits]), twice);
    expect(lostDays(found.lost, 'COST', 'twice')).toEqual([on]);
    expect(rowsOf(found, 'COST')).toEqual(except('COST', [on]));
    expect(rowsOf(found, 'SESSIONS')).toEqual(rowsOf(whole, 'SESSIONS'));
  });

  it('is asked for once more at once, since it may be spoilt by accident', () => {
    let answers = 0;
    const found = fetched(ask([spend, visits]), (report, asked) => {
      answers += report.metricHeaders.some(({ name }) => name === 'cost') ? 1 : 0;
      if (answers === 1) twice(report, asked);
    });
    expect(found.lost).toEqual([]);
    expect(found.rows).toEqual(
      whole.rows.filter(({ input }) => ['COST', 'SESSIONS'].includes(input)),
    );
    expect(answers).toBe(2);
  });
});
