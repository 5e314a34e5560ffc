import { describe, expect, it } from 'vitest';
import { planAnswersWords } from '../../../src/messages/compiled/plan-answers.ts';
import { firstDay } from '../../../src/plan/calendar/calendar.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import type { InjectedFault } from '../../../src/workbench/google/run.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { playedProperty } from '../../kit/desk/played-ga4.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { evenly, onlyLooks } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

const minute = 60_000;
const hour = 60 * minute;
const shop = playedProperty('properties/322000001');
const first = firstDay({ year: 2027, month: 1 });
const costs = Array.from({ length: 90 }, (_, at) => [first + at, 40_000 + at, `Sale ${at % 3}`]);

/** Some points of a run are tried, evenly; every one in a sweep. */
const every = sweep(false, true);
const tried = 2;

/** A point of a run that brings the last days, or all of the quarter again. */
interface Point extends Pick<InjectedFault, 'at' | 'of' | 'when'> {
  readonly anew: boolean;
  /** Whether nothing has changed since the point before. */
  readonly looks: boolean;
  readonly said: string;
}

function planOver(sheet: number): Plan {
  const feed = (input: string, metric: string, more: Partial<Feed> = {}): Feed =>
    feedOf(input, { account: shop.id, metric, ...more });
  const table = { account: 'table-abc123', split: 'Chiến dịch' };
  return lan(
    {
      accounts: [shop, tableOf({ id: table.account, sheet })],
      feeds: [
        feed('LEADS', 'keyEvents', { split: 'sessionDefaultChannelGroup' }),
        feed('VISITORS', 'activeUsers'),
        feed('CPL.cost', 'Chi tiêu', table),
      ],
    },
    [
      planned('LEADS', { weight: 0.5, target: 1240 }),
      planned('CPL', { weight: 0.5, target: 85_000 }),
      planned('VISITORS', { target: 900 }),
    ],
  );
}

/** The data sheet but for the moments, and how far each input is. */
function picture(built: BuiltDesk, plan: Plan): unknown {
  const { cells } = built.desk;
  const id = built.sheet(planAnswersWords('vi').sharedTitle.data);
  const { rows } = cells.extent(id);
  const feeds = blockAt(built.book, plan.id, 'feeds');
  return {
    data: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => cells.value(id, row, column)),
    ),
    coverage: plan.feeds.map(({ input }) =>
      ['from', 'through', 'settled'].map((column) => feeds.value(input, column)),
    ),
  };
}

describe('the built add-on, killed while it fetches', () => {
  it('ends, asked again, with the numbers of a run that nobody killed', {
    timeout: 3_600_000,
  }, async () => {
    const header = ['Ngày', 'Chi tiêu', 'Chiến dịch'];
    const book = {
      sheets: [
        { name: 'Sheet1', rows: [['mine', 1]] },
        { name: 'Ads', rows: [header, ...costs] },
      ],
    };
    const built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' }, book);
    const { desk } = built;
    desk.hurries = true;
    await desk.setClock(Date.UTC(2027, 1, 3, 5));
    const table = ok(await built.panel.listTables()).find(({ name }) => name === 'Ads');
    const plan = planOver(table?.sheet ?? 0);
    ok(await built.panel.buildPlan({ plan, sample: false }));
    await builtRefreshed(built, plan.id, false);

    /** Time passes, and somebody corrects a cost. */
    const later = async (step: number) => {
      await desk.advance(6 * hour);
      const row = 1 + (step % 28);
      desk.cells.write(built.sheet('Ads'), { [row]: { 1: { v: 50_000 + step, t: 2 } } });
      await desk.settle();
    };
    const points: Point[] = [];
    for (const anew of [false, true]) {
      await later(40 + points.length);
      const methods: string[] = [];
      const urls: string[] = [];
      await desk.run('refresh', [{ plan: plan.id, anew }], {
        onCall: (method) => methods.push(method),
        onRequest: (url) => urls.push(url),
      });
      await builtRefreshed(built, plan.id, anew);
      const both = (of: 'call' | 'request', at: number, what: string): Point[] =>
        (['before', 'after'] as const).map((when) => {
          const looks = of === 'call' && (when === 'before' || onlyLooks.test(what));
          return { of, at, when, anew, looks, said: `${when} ${of} ${at}, ${what}, ${anew}` };
        });
      points.push(...methods.flatMap((method, at) => both('call', at + 1, method)));
      points.push(...urls.flatMap((url, at) => both('request', at + 1, url)));
    }

    const effects = points.filter(({ looks }) => every || !looks);
    const chosen = every ? effects : evenly(effects, tried);
    let reached = 0;
    for (const [step, { of, at, when, anew, said }] of chosen.entries()) {
      await later(step);
      const killed = await built.desk.run('refresh', [{ plan: plan.id, anew }], {
        trouble: [{ ...(of ? { of } : {}), at, when, what: 'kill' }],
      });
      // Now and then a run needs a call less than the one before: nothing to delete, no other names.
      if ('killed' in killed) reached += 1;
      else expect(of === 'request' ? killed.requests : killed.calls, said).toBeLessThan(at);
      // What a killed run has taken it keeps for a while.
      await desk.advance(2 * minute);
      await builtRefreshed(built, plan.id, anew);
      const again = picture(built, plan);
      await desk.advance(2 * minute);
      await builtRefreshed(built, plan.id, true);
      expect(again, said).toEqual(picture(built, plan));
    }
    expect(reached).toBeGreaterThan(chosen.length * 0.6);
    console.info(
      `a refresh of the built add-on: killed at ${reached} of ${effects.length} points where something has changed, ${points.length} in all`,
    );
    desk.dispose();
  });
});
