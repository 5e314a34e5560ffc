import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { Cadence } from '../../../src/plan/model/plan.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import { ok } from '../../kit/desk/answers.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { covered, dataRows, day, fedDesk, feed } from '../../kit/desk/fed-desk.ts';
import { error, euro, scriptedGa4, shop, usual } from '../../kit/desk/scripted-ga4.ts';
import { sweep } from '../../kit/run/sweep.ts';

const segments = ['Organic Search', 'Paid Social'];
const split = 'sessionDefaultChannelGroup';
const first = dayOf(2027, 1, 1);
const keys = ['LEADS', 'TRAFFIC', 'VISITORS', 'CPL.cost'];

type Deed =
  | { readonly is: 'save'; readonly feeds: readonly Feed[] }
  | { readonly is: 'refresh'; readonly anew: boolean }
  | { readonly is: 'later'; readonly days: number }
  | { readonly is: 'fails'; readonly account: string; readonly after: number }
  | { readonly is: 'cadence'; readonly cadence: Cadence }
  | { readonly is: 'delete'; readonly share: number }
  | { readonly is: 'undo' }
  | { readonly is: 'close' };

const someFeed = (input: string): fc.Arbitrary<Feed | null> =>
  fc.option(
    fc
      .record({
        account: fc.constantFrom(shop.id, euro.id),
        metric: fc.constantFrom('keyEvents', 'sessions', 'totalUsers'),
        split: fc.constantFrom(null, split),
      })
      .map((given) => feed(input, given)),
    { freq: 4 },
  );
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(...keys.map(someFeed))
    .map((feeds): Deed => ({ is: 'save', feeds: feeds.flatMap((each) => each ?? []) })),
  fc.boolean().map((anew): Deed => ({ is: 'refresh', anew })),
  fc.constant<Deed>({ is: 'refresh', anew: false }),
  fc.constantFrom(0.01, 1, 3, 40, 70).map((days): Deed => ({ is: 'later', days })),
  fc
    .record({ account: fc.constantFrom(shop.id, euro.id), after: fc.integer({ min: 0, max: 2 }) })
    .map((given): Deed => ({ is: 'fails', ...given })),
  fc
    .constantFrom('week' as const, 'month' as const, 'quarter' as const)
    .map((cadence): Deed => ({ is: 'cadence', cadence })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((share): Deed => ({ is: 'delete', share })),
  fc.constant<Deed>({ is: 'undo' }),
  fc.constant<Deed>({ is: 'close' }),
);

/** Says whether everything has been fetched anew, whatever somebody had deleted. */
function act(desk: FakeDesk, deed: Deed): boolean {
  const { panel, outside, book } = desk;
  const answer = scriptedGa4({});
  // The undo of the build has taken it away.
  if (!('ok' in panel.openPlan('abc123'))) return false;
  if (deed.is === 'later') {
    outside.now += deed.days * day;
    book.day = Math.floor(outside.now / day) + 25569;
  } else if (deed.is === 'fails') {
    let asked = 0;
    outside.answer = (request) => {
      if (!request.url.includes(deed.account) || !request.url.includes(':batch'))
        return answer(request);
      asked += 1;
      return asked > deed.after ? error(403, 'PERMISSION_DENIED', 'No.') : answer(request);
    };
  } else if (deed.is === 'save') {
    const { revision } = ok(panel.openPlan('abc123'));
    outside.answer = answer;
    const accounts: PropertyAccount[] = [shop, euro];
    panel.saveFeeds({ plan: 'abc123', revision, who: 'Lan', feeds: deed.feeds, accounts });
  } else if (deed.is === 'refresh') {
    for (let calls = 0; calls < 20; calls += 1) {
      const said = panel.refresh({ plan: 'abc123', anew: deed.anew });
      if (!('ok' in said) || said.ok.done) break;
    }
    outside.answer = answer;
    const now = panel.dataStart();
    const [plan] = 'ok' in now ? now.ok.plans : [];
    return deed.anew && (plan?.feeds.every(({ trouble }) => trouble === '') ?? false);
  } else if (deed.is === 'cadence') {
    const { plan, revision } = ok(panel.openPlan('abc123'));
    const kpis = plan.kpis.map((each) =>
      each.kpi === 'VISITORS' ? { ...each, cadence: deed.cadence } : each,
    );
    panel.changePlan({ plan: { ...plan, kpis }, revision, who: 'Lan' });
  } else if (deed.is === 'delete') {
    const area = book.named.get('KPI_data_abc123');
    if (area && area.rows > 3) {
      book.deleteRows(area.sheet, area.row + 1 + Math.floor(deed.share * (area.rows - 3)), 1);
    }
  } else if (deed.is === 'undo') panel.undo();
  else panel.closePlan('abc123');
  return false;
}

/** That every day which counts as known has the numbers that there are. */
function check(desk: FakeDesk, deleted: boolean): void {
  const opened = desk.panel.openPlan('abc123');
  if (!('ok' in opened)) return;
  const { plan } = opened.ok;
  const rows = desk.book.named.has('KPI_data_abc123') ? dataRows(desk.book) : [];
  for (const { input, account, metric, split: by } of plan.feeds) {
    const [from, through] = ['from', 'through'].map((column) => covered(desk.book, input, column));
    if (typeof from !== 'number' || typeof through !== 'number' || deleted) continue;
    const own = rows.filter((row) => row?.input === input && row.account === account);
    if (input === 'VISITORS') {
      const cadence = plan.kpis.find(({ kpi }) => kpi === 'VISITORS')?.cadence;
      const longest = Math.max(...own.map((row) => (row ? row.to - row.from : 0)));
      if (cadence === 'week') expect(longest).toBeLessThan(7);
      for (const row of own) {
        if (!row) continue;
        let sum = 0;
        for (let on = row.from; on <= row.to; on += 1) sum += usual(metric ?? '', on, '');
        expect([input, row.from, row.to, row.value]).toEqual([input, row.from, row.to, sum]);
      }
      // One reading after the other, without a gap; a week that runs may still have none.
      const ends = own.flatMap((row) => (row ? [row.from, row.to + 1] : []));
      const starts = [first, ...ends.slice(1).filter((_, at) => at % 2 === 0)].slice(0, own.length);
      expect(own.map((row) => row?.from)).toEqual(starts);
      if (cadence === 'week') expect(through - (ends[ends.length - 1] ?? first)).toBeLessThan(6);
      continue;
    }
    for (let on = from; on <= through; on += 1) {
      const parts = by === null ? [''] : segments;
      const truth = parts.reduce((sum, part) => sum + usual(metric ?? '', on, part), 0);
      const stands = own
        .filter((row) => row?.to === on)
        .reduce((sum, row) => sum + (row?.value ?? 0), 0);
      expect([input, on, stands]).toEqual([input, on, truth]);
    }
  }
}

const runs = sweep(4, 400);

describe('whatever is done to what flows in', () => {
  it('what is said to be known is what there is', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 5, maxLength: 14 }), (deeds) => {
        const desk = fedDesk();
        let deleted = false;
        for (const each of deeds) {
          const anew = act(desk, each);
          deleted = (deleted || each.is === 'delete') && !anew;
          check(desk, deleted);
        }
      }),
      { numRuns: runs, endOnFailure: false, seed: 1 },
    );
  });
});
