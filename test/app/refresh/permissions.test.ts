import { beforeEach, describe, expect, it } from 'vitest';
import type { Permission } from '../../../src/app/ports/services.ts';
import { runSchedule } from '../../../src/app/schedule/run-schedule.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { ga4Scope } from '../../../src/sources/ga4/methods.ts';
import { ok, problem, unforeseen } from '../../kit/desk/answers.ts';
import { type FakeDesk, openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { covered, fedPlan, feed, hour, refreshed, settle } from '../../kit/desk/fed-desk.ts';
import { error, scriptedGa4, shop } from '../../kit/desk/scripted-ga4.ts';
import { tableOf } from '../../kit/plans/feeds.ts';

beforeEach(() => {
  unforeseen.length = 0;
});

const hourly = { every: 'hour', hour: 0, weekday: 1, mail: true } as const;
const yesterday = dayOf(2027, 2, 13);

/** A plan into which leads flow from Google Analytics, and costs from a tab. */
function mixedDesk(language: Language = 'vi'): FakeDesk {
  const desk = openFakeDesk();
  desk.host.user = language;
  settle(desk);
  desk.outside.answer = scriptedGa4({});
  const sheet = desk.book.addTab('Ads');
  const lines = [
    ['Ngày', 'Chi phí'],
    ...Array.from({ length: 44 }, (_, at) => [dayOf(2027, 1, 1) + at, 100_000]),
  ];
  for (const [row, line] of lines.entries()) {
    for (const [column, value] of line.entries()) {
      desk.book.type(sheet, row + 1, column + 1, value);
    }
  }
  const table = tableOf({ name: 'Ads', sheet });
  const plan = fedPlan({
    feeds: [feed('LEADS'), feed('CPL.cost', { account: table.id, metric: 'Chi phí' })],
    accounts: [shop, table],
  });
  ok(desk.panel.buildPlan({ plan, sample: false }));
  return desk;
}

interface Works {
  readonly left: readonly Permission[];
  readonly table: boolean;
  readonly analytics: boolean;
  readonly mails: number;
}

/** With what is left unticked, what the clock still does; a property that is refused is to be mailed. */
const cases: readonly Works[] = [
  { left: [], table: true, analytics: true, mails: 0 },
  { left: ['mail'], table: true, analytics: true, mails: 0 },
  { left: ['address'], table: true, analytics: true, mails: 0 },
  { left: ['mail', 'address'], table: true, analytics: true, mails: 0 },
  { left: ['clock'], table: true, analytics: true, mails: 0 },
  { left: [ga4Scope], table: true, analytics: false, mails: 1 },
  { left: ['fetch'], table: true, analytics: false, mails: 1 },
  { left: [ga4Scope, 'mail'], table: true, analytics: false, mails: 0 },
  { left: ['sheet'], table: false, analytics: false, mails: 1 },
];

describe('a permission that was left unticked', () => {
  it.each(cases)('stops only what needs it: $left', ({ left, table, analytics, mails }) => {
    const desk = mixedDesk();
    ok(desk.panel.setSchedule(hourly));
    for (const each of left) desk.outside.unticked.add(each);
    desk.outside.now += hour;
    runSchedule(desk.parts);
    const through = (input: string) => covered(desk.book, input, 'through') === yesterday;
    expect([through('CPL.cost'), through('LEADS')]).toEqual([table, analytics]);
    expect(desk.outside.sent.length > 0).toBe(analytics);
    expect(desk.outside.mails).toHaveLength(mails);
    // Once it is ticked, everything goes on by itself.
    desk.outside.unticked.clear();
    desk.outside.now += hour;
    runSchedule(desk.parts);
    expect([through('CPL.cost'), through('LEADS')]).toEqual([true, true]);
    if (!left.includes('sheet')) expect(unforeseen).toEqual([]);
  });

  it.each(['en', 'vi'] as const)(
    'is named where it is needed, and only there, in %s',
    (language) => {
      const said = new Set<string>();
      const desk = mixedDesk(language);
      ok(desk.panel.setSchedule(hourly));
      expect(ok(desk.panel.dataStart()).missing).toEqual({ sentences: [], consent: null });
      for (const left of ['fetch', ga4Scope, 'clock', 'mail', 'address'] as const) {
        desk.outside.unticked.add(left);
        const { sentences, consent } = ok(desk.panel.dataStart()).missing;
        expect(sentences).toHaveLength(1);
        expect(consent).toMatch(/^https:/);
        said.add(sentences[0] ?? '');
        desk.outside.unticked.clear();
      }
      expect(said.size).toBe(5);
      // Without a schedule nobody needs a clock or mails, and tables need nothing.
      ok(desk.panel.setSchedule(null));
      for (const left of ['clock', 'mail', 'address'] as const) desk.outside.unticked.add(left);
      expect(ok(desk.panel.dataStart()).missing.sentences).toEqual([]);
      expect(problem(desk.panel.setSchedule(hourly))).toMatch(
        language === 'en' ? /away/ : /vắng mặt/,
      );
      expect(unforeseen).toEqual([]);
    },
  );

  it('is said of the source that needs it, by hand as by the clock, and not of a table', () => {
    const desk = mixedDesk('en');
    desk.outside.unticked.add(ga4Scope);
    const said = refreshed(desk).join('\n');
    expect(said).toMatch(/Shop VN: the permission to see Google Analytics data/);
    expect(said).toMatch(/Ads.* is in up to 13 Feb 2027/);
    expect(problem(desk.panel.listAccounts({ source: 'ga4', search: '', page: null }))).toContain(
      'the permission to see Google Analytics data',
    );
    desk.outside.unticked.clear();
    desk.outside.unticked.add('fetch');
    expect(refreshed(desk).join('\n')).toContain('external service');
    expect(desk.outside.sent).toEqual([]);
  });

  it('and is only noticed by the system itself is named all the same', () => {
    const desk = mixedDesk('en');
    desk.outside.answer = () =>
      error(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.');
    expect(refreshed(desk).join('\n')).toContain('the permission to see Google Analytics data');
  });

  it('is asked after once a run, and not at all where only tables flow in', () => {
    const desk = mixedDesk();
    const asked: number[] = [];
    const { lacks } = desk.outside;
    desk.outside.lacks = (needed) => {
      if (needed.length > 0) asked.push(needed.length);
      return lacks(needed);
    };
    const plan = ok(desk.panel.openPlan('abc123'));
    const [, cost] = plan.plan.feeds;
    const [, table] = plan.plan.accounts;
    if (!cost || !table) throw new Error('No table.');
    ok(
      desk.panel.saveFeeds({
        plan: 'abc123',
        revision: plan.revision,
        who: 'Lan',
        feeds: [cost],
        accounts: [table],
      }),
    );
    asked.length = 0;
    ok(desk.panel.refresh({ plan: 'abc123', anew: false }));
    expect(asked).toEqual([]);
  });
});
