import { beforeEach, describe, expect, it } from 'vitest';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import { branchesOf } from '../../../src/derive/formula.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { twin } from '../../../src/native/twin.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { rateAt } from '../../../src/sheet/data/feed-columns.ts';
import { isOfEarlierTime } from '../../../src/sources/earlier-time.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import {
  covered,
  dataRows,
  day,
  fedDesk,
  fedPlan,
  feed,
  hour,
  logLines,
  refreshed,
} from '../../kit/desk/fed-desk.ts';
import { error, euro, scriptedGa4, shop, usual } from '../../kit/desk/scripted-ga4.ts';
import { planned } from '../../kit/plans/plans.ts';

const first = dayOf(2027, 1, 1);
const yesterday = dayOf(2027, 2, 13);

beforeEach(() => {
  unforeseen.length = 0;
});

const partsOf = ({ host, book, outside }: FakeDesk): Parameters<typeof runSchedule>[0] => ({
  host,
  spreadsheet: book,
  services: outside,
  catalogue,
  table: {},
  native: (kpi, inputs, language) =>
    twin(kpi, branchesOf(kpi), inputs, { language, separator: ';' }),
});

const save = (desk: FakeDesk, feeds: readonly Feed[], accounts: readonly unknown[] = [shop]) =>
  desk.panel.saveFeeds({
    plan: 'abc123',
    revision: ok(desk.panel.openPlan('abc123')).revision,
    who: 'Lan',
    ...({ feeds, accounts } as object),
  } as Parameters<FakeDesk['panel']['saveFeeds']>[0]);

const change = (desk: FakeDesk, given: (plan: Plan) => Partial<Plan>) => {
  const { plan, revision } = ok(desk.panel.openPlan('abc123'));
  return ok(desk.panel.changePlan({ plan: { ...plan, ...given(plan) }, revision, who: 'Lan' }));
};

const valuesOf = (desk: FakeDesk, input: string) =>
  dataRows(desk.book).filter((row) => row?.input === input);

/** A day of the beginning on which each input counts something. */
const inJanuary = (desk: FakeDesk, input: string) =>
  valuesOf(desk, input).filter((row) => (row?.to ?? 0) < first + 20).length;

describe('numbers of an account', () => {
  it('are all fetched again after an input left and came back, whatever failed between', () => {
    const plan = fedPlan({
      feeds: [
        feed('LEADS'),
        feed('TRAFFIC', { account: euro.id, metric: 'sessions' }),
        feed('VISITORS', { metric: 'totalUsers' }),
      ],
      accounts: [shop, euro],
    });
    const desk = fedDesk(plan);
    refreshed(desk);
    const had = inJanuary(desk, 'LEADS');
    expect(had).toBeGreaterThan(10);
    // The shop cannot be asked while its leads do not flow in, and the other one is asked anew.
    desk.outside.answer = scriptedGa4({
      fails: ({ url }) =>
        url.includes(shop.id) && url.includes(':batch')
          ? error(403, 'PERMISSION_DENIED', 'No.')
          : null,
    });
    ok(
      save(
        desk,
        [
          feed('TRAFFIC', { account: euro.id, metric: 'keyEvents' }),
          feed('VISITORS', { metric: 'totalUsers' }),
        ],
        [shop, euro],
      ),
    );
    refreshed(desk);
    desk.outside.answer = scriptedGa4({});
    ok(save(desk, plan.feeds, plan.accounts));
    desk.outside.now += hour;
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'from')).toBe(first);
    expect(inJanuary(desk, 'LEADS')).toBe(had);
  });

  it('are not called restated where they are only not here again yet', () => {
    const desk = fedDesk();
    refreshed(desk);
    let asked = 0;
    // All of it again: the first slice comes, then the quota is spent.
    desk.outside.answer = scriptedGa4({
      fails: ({ url }) => {
        if (!url.includes(':batch')) return null;
        asked += 1;
        return asked > 1
          ? error(429, 'RESOURCE_EXHAUSTED', 'Exhausted property tokens per hour.')
          : null;
      },
    });
    desk.outside.now += hour;
    refreshed(desk, 'abc123', true);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(first + 30);
    expect(logLines(desk.book).filter((line) => line.includes('đã báo'))).toEqual([]);
  });

  it('are told apart by names of what they are told apart by now', () => {
    const desk = fedDesk();
    desk.outside.answer = scriptedGa4({
      segments: Array.from({ length: 12 }, (_, at) => `Kênh ${at}`),
    });
    refreshed(desk);
    const names = () =>
      Array.from({ length: 10 }, (_, at) =>
        String(valueAt(desk.book, 'abc123', 'split', `s${at + 1}`, 'title')),
      );
    expect(names().every((name) => name.startsWith('Kênh'))).toBe(true);
    desk.outside.answer = scriptedGa4({
      segments: Array.from({ length: 12 }, (_, at) => `Chiến dịch ${at}`),
    });
    ok(
      save(desk, [
        feed('LEADS', {
          split: 'sessionDefaultChannelGroup',
          only: [{ dimension: 'eventName', is: ['x'] }],
        }),
      ]),
    );
    refreshed(desk);
    expect(names().every((name) => name.startsWith('Chiến dịch'))).toBe(true);
  });

  it('stand on a sheet again after what flowed in was put back, also when the quarter is over', () => {
    const desk = fedDesk();
    desk.outside.now = Date.UTC(2027, 3, 20, 5);
    desk.book.day = dayOf(2027, 4, 20);
    refreshed(desk);
    ok(
      save(desk, [
        feed('TRAFFIC', { metric: 'sessions' }),
        feed('VISITORS', { metric: 'totalUsers' }),
      ]),
    );
    ok(desk.panel.undo());
    expect(covered(desk.book, 'LEADS', 'through')).toBe('');
    desk.outside.now += day;
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'through')).toBe(dayOf(2027, 3, 31));
    expect(valuesOf(desk, 'LEADS').length).toBeGreaterThan(50);
  });

  it('of a metric that may be seen again are fetched for all days, which are not 0', () => {
    const desk = fedDesk();
    const restricted = { activeMetricRestrictions: [{ metricName: 'sessions' }] };
    const metadata = { schemaRestrictionResponse: restricted };
    const counts: typeof usual = (metric, ...more) =>
      metric === 'sessions' ? 0 : usual(metric, ...more);
    desk.outside.answer = scriptedGa4({ metadata, counts });
    refreshed(desk);
    expect(covered(desk.book, 'TRAFFIC', 'through')).toBe('');
    desk.outside.answer = scriptedGa4({});
    desk.outside.now += day;
    refreshed(desk);
    expect(covered(desk.book, 'TRAFFIC', 'from')).toBe(first);
    expect(inJanuary(desk, 'TRAFFIC')).toBeGreaterThan(10);
  });

  it('stay warned of as long as days that were sampled are not asked for again', () => {
    const desk = fedDesk();
    const samplingMetadatas = [{ samplesReadCount: '50', samplingSpaceSize: '100' }];
    desk.outside.answer = scriptedGa4({ metadata: { samplingMetadatas } });
    refreshed(desk);
    const warned = covered(desk.book, 'LEADS', 'trust');
    expect(warned).not.toBe('');
    desk.outside.answer = scriptedGa4({});
    desk.outside.now += day;
    refreshed(desk);
    expect(covered(desk.book, 'LEADS', 'trust')).toBe(warned);
    refreshed(desk, 'abc123', true);
    expect(covered(desk.book, 'LEADS', 'trust')).toBe('');
  });
});

describe('a plan that is changed', () => {
  it('forgets a rate into a currency that is not its own any more', () => {
    const dollars = { ...shop, currency: 'USD' };
    const desk = fedDesk(
      fedPlan({ feeds: [feed('CPL.cost', { metric: 'advertiserAdCost' })], accounts: [dollars] }),
    );
    const { row, column } = rateAt('USD');
    const rate = () => valueAt(desk.book, 'abc123', 'feeds', row, column);
    typeAt(desk.book, 'abc123', ['feeds', row, column], 25_000);
    change(desk, ({ name }) => ({ name: `${name} 2` }));
    expect(rate()).toBe(25_000);
    change(desk, ({ circumstances }) => ({ circumstances: { ...circumstances, currency: 'EUR' } }));
    expect(rate()).toBe('');
  });

  it('does not let flow into a new KPI of its own what was for another one', () => {
    const own = (title: string, over: 'sum' | 'whole') =>
      ({
        name: 'OWN_A',
        title,
        unit: 'count',
        better: 'higher',
        how: { is: 'typed', over },
        unsaid: [],
      }) as const;
    const base = fedPlan();
    const desk = fedDesk({
      ...base,
      kpis: [...base.kpis, planned('OWN_A')],
      own: [own('Video', 'sum')],
      feeds: [...base.feeds, feed('OWN_A', { metric: 'sessions' })],
    });
    refreshed(desk);
    expect(valuesOf(desk, 'OWN_A').length).toBeGreaterThan(10);
    change(desk, () => ({ own: [own('Workshop', 'whole')] }));
    expect(ok(desk.panel.openPlan('abc123')).plan.feeds).toEqual(base.feeds);
    desk.outside.now += hour;
    refreshed(desk);
    expect(valuesOf(desk, 'OWN_A')).toEqual([]);
    expect(unforeseen).toEqual([]);
  });

  it('refuses to set a quarter against itself', () => {
    const desk = fedDesk();
    change(desk, ({ kpis }) => ({ kpis: [...kpis, planned('TRAFFICGROWTH')] }));
    const input = inputsOfPlan(ok(desk.panel.openPlan('abc123')).plan).find(isOfEarlierTime);
    const key = input?.key ?? '';
    const answer = save(desk, [feed('LEADS'), feed(key, { metric: 'sessions' })]);
    expect(answer).toMatchObject({ field: `feeds.${key}` });
    expect(problem(answer)).toContain('kỳ trước');
  });

  it('flows on after its quarter is opened again, also when the clock has let go of it', () => {
    const desk = fedDesk();
    refreshed(desk);
    desk.book.day = dayOf(2027, 4, 2);
    desk.outside.now = Date.UTC(2027, 3, 2, 5);
    ok(desk.panel.setSchedule({ every: 'hour', hour: 0, weekday: 1, mail: true }));
    ok(desk.panel.closePlan('abc123'));
    desk.outside.now += 2 * hour;
    runSchedule(partsOf(desk));
    expect(desk.book.properties.has('feed.abc123')).toBe(false);
    ok(desk.panel.undo());
    desk.outside.now += 2 * hour;
    runSchedule(partsOf(desk));
    expect(covered(desk.book, 'LEADS', 'through')).toBe(dayOf(2027, 3, 31));
    expect(unforeseen).toEqual([]);
  });
});

describe('whoever else is at it', () => {
  it('a plan that got another name is not told of rows that somebody had written', () => {
    const desk = fedDesk();
    refreshed(desk);
    change(desk, () => ({ name: 'Lan và Minh' }));
    desk.outside.now += day;
    refreshed(desk, 'abc123', true);
    const area = desk.book.named.get('KPI_data_abc123');
    expect(area && desk.book.peek(area.sheet, area.row, area.column)).toBe('Lan và Minh');
    expect(logLines(desk.book).filter((line) => line.includes('hàng'))).toEqual([]);
  });

  it('a quarter that was closed while its data was fetched stays as it is', () => {
    const desk = fedDesk();
    refreshed(desk);
    desk.outside.now = Date.UTC(2027, 3, 2, 5);
    desk.book.day = dayOf(2027, 4, 2);
    const answer = scriptedGa4({});
    let closed = false;
    desk.outside.answer = (request) => {
      if (!closed) {
        closed = true;
        ok(desk.panel.closePlan('abc123'));
      }
      return answer(request);
    };
    const through = covered(desk.book, 'LEADS', 'through');
    desk.panel.refresh({ plan: 'abc123', anew: false });
    expect(covered(desk.book, 'LEADS', 'through')).toBe(through);
  });

  it('the clock of who may read the property fetches, though another one comes by first', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule({ every: 'day', hour: 12, weekday: 1, mail: false }));
    desk.outside.now += day;
    desk.outside.answer = () => error(403, 'PERMISSION_DENIED', 'No.');
    runSchedule(partsOf(desk));
    desk.outside.answer = scriptedGa4({});
    desk.outside.now += hour / 2;
    runSchedule(partsOf(desk));
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday + 1);
    desk.outside.sent.length = 0;
    desk.outside.now += hour;
    runSchedule(partsOf(desk));
    expect(desk.outside.sent).toEqual([]);
  });

  it('the clock says nothing by mail where nobody wants it, and tries again within the hour', () => {
    const desk = fedDesk();
    ok(desk.panel.setSchedule({ every: 'day', hour: 12, weekday: 1, mail: false }));
    desk.outside.now += day;
    desk.outside.granted = false;
    runSchedule(partsOf(desk));
    expect(desk.outside.mails).toEqual([]);
    desk.outside.granted = true;
    desk.outside.answer = () => {
      throw new Error('Something nobody has foreseen.');
    };
    runSchedule(partsOf(desk));
    unforeseen.length = 0;
    desk.outside.answer = scriptedGa4({});
    desk.outside.now += hour;
    runSchedule(partsOf(desk));
    expect(covered(desk.book, 'LEADS', 'through')).toBe(yesterday + 1);
  });
});
