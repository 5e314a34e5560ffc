import { afterEach, describe, expect, it } from 'vitest';
import {
  dateOf,
  firstDay,
  type QuarterName,
  weekParts,
} from '../../../src/plan/calendar/calendar.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { type InputCadence, inputsOfPlan, isOpen } from '../../../src/plan/model/inputs.ts';
import { rateAt, segmentKeys } from '../../../src/sheet/data/feed-columns.ts';
import { restKey, totalKey } from '../../../src/sheet/data/segment-formulas.ts';
import type { PropertyAccount } from '../../../src/sources/ga4/account.ts';
import { periodsOf } from '../../../src/sources/window.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt, typeAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { playedProperty } from '../../kit/desk/played-ga4.ts';
import { feedOf } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { truth, truthBy } from '../../kit/vendors/ga4-truth.ts';

const dayMs = 86_400_000;
const channel = 'sessionDefaultChannelGroup';

const viet = playedProperty('properties/322000001');
const europe = playedProperty('properties/311000002');
const america = playedProperty('properties/311000003');

let built: BuiltDesk | null = null;
afterEach(() => {
  built?.desk.dispose();
  built = null;
});

interface Case {
  readonly account: PropertyAccount;
  readonly quarter: QuarterName;
  /** Days since the quarter began. */
  readonly after: number;
  readonly readings: InputCadence;
  readonly rate: number | null;
}

describe('a plan’s sheet into which a property flows', () => {
  it.each([
    [
      'in Vietnam, when the year has ended',
      {
        account: viet,
        quarter: { year: 2026, month: 12 },
        after: 50,
        readings: 'quarter',
        rate: null,
      },
    ],
    [
      'in Berlin, when summer time has ended',
      {
        account: europe,
        quarter: { year: 2026, month: 10 },
        after: 40,
        readings: 'week',
        rate: 28_000,
      },
    ],
    [
      'in California, when summer time has begun',
      {
        account: america,
        quarter: { year: 2027, month: 3 },
        after: 44,
        readings: 'month',
        rate: null,
      },
    ],
    [
      'in California, when the quarter is over',
      {
        account: america,
        quarter: { year: 2027, month: 1 },
        after: 95,
        readings: 'month',
        rate: null,
      },
    ],
  ] as readonly [string, Case][])(
    'shows what was counted apart, %s',
    { timeout: 240_000 },
    async (where, given) => {
      const { account, quarter, after, readings, rate } = given;
      built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
      const { desk } = built;
      await desk.setClock(Date.UTC(1899, 11, 30, 12) + (firstDay(quarter) + after) * dayMs);
      const feed = (input: string, metric: string, more: Partial<Feed> = {}): Feed =>
        feedOf(input, { account: account.id, metric, ...more });
      const kpis = [
        planned('LEADS', { weight: 0.5, target: 900 }),
        planned('TRAFFIC', { weight: 0.5, target: 9000 }),
        planned('SALES', { target: 5_000_000 }),
        planned('VISITORS', { target: 9000, cadence: readings }),
        planned('SEARCHRANK', { target: 9, cadence: readings }),
      ];
      const currency = rate === null ? account.currency : 'VND';
      const firstMonth = ((quarter.month - 1) % 3) + 1;
      const plan = planOf(kpis, {
        quarter,
        circumstances: { currency, firstMonth },
        accounts: [account],
        feeds: [
          feed('LEADS', 'keyEvents', {
            only: [{ dimension: 'eventName', is: ['generate_lead'] }],
            split: channel,
          }),
          feed('TRAFFIC', 'sessions', { split: channel }),
          feed('SALES', 'purchaseRevenue'),
          feed('VISITORS', 'activeUsers'),
          feed('SEARCHRANK', 'organicGoogleSearchAveragePosition'),
        ],
      });
      ok(await built.panel.buildPlan({ plan, sample: false }));
      const begunMs = desk.now();
      await builtRefreshed(built, plan.id);
      const endedMs = desk.now();
      await desk.settle();
      const { book } = built;
      const shown = (block: 'input' | 'split' | 'feeds') => blockAt(book, plan.id, block);
      const through = Number(shown('feeds').value('LEADS', 'through'));
      if (rate !== null) {
        const at = rateAt(account.currency);
        const parts = weekParts(quarter, 'monday');
        // Without a rate nobody knows what the money is worth.
        for (const { from } of parts)
          expect(shown('input').value(String(from), 'SALES')).toBeNull();
        typeAt(book, plan.id, ['feeds', at.row, at.column], rate);
        await desk.settle();
      }

      const [input, split] = [shown('input'), shown('split')];
      /** What comes in while it is fetched may be in or not. */
      const counted = (feed: Feed, from: number, to: number): readonly number[] =>
        [begunMs, endedMs].map((nowMs) => {
          const { metric, only } = feed;
          const found = truth({
            property: account.id,
            metric: metric ?? '',
            only,
            from,
            to,
            nowMs,
          });
          return feed.input === 'SALES' ? found * (rate ?? 1) : found;
        });
      const like = (stands: unknown, values: readonly number[], told: string) => {
        const close = values.some(
          (value) => Math.abs(Number(stands) - value) <= 1e-6 * Math.max(1, value),
        );
        if (typeof stands !== 'number' || !close) expect(stands, told).toBe(values[0]);
      };
      let checked = 0;
      for (const part of weekParts(quarter, 'monday')) {
        for (const column of inputsOfPlan(plan)) {
          const { key, over, cadence } = column;
          const of = plan.feeds.find(({ input }) => input === key);
          if (!of || !isOpen(column, part)) continue;
          const stands = input.value(String(part.from), key);
          const { day, month } = dateOf(part.from);
          const told = `${key} in the part of the week from ${day}.${month}.`;
          const period =
            over === 'whole'
              ? periodsOf(cadence, quarter, 'monday').find(({ to }) => to === part.to)
              : { from: part.from, to: Math.min(part.to, through) };
          if (!period) throw new Error(told);
          checked += 1;
          if (period.to > through || period.from > through) expect(stands, told).toBeNull();
          else like(stands, counted(of, period.from, period.to), told);
        }
      }
      const first = firstDay(quarter);
      for (const of of plan.feeds.filter(({ split }) => split === channel)) {
        const { metric, only } = of;
        const asked = {
          property: account.id,
          metric: metric ?? '',
          only,
          from: first,
          to: through,
        };
        const maps = [begunMs, endedMs].map((nowMs) => truthBy({ ...asked, nowMs }, channel));
        const names = segmentKeys.map((key) => String(split.value(key, 'title') ?? ''));
        for (const [index, name] of names.entries()) {
          if (name === '') continue;
          const values = maps.map((map) => map.get(name) ?? 0);
          like(
            split.value(segmentKeys[index] ?? '', `seg:${of.input}`),
            values,
            `${of.input} ${name}`,
          );
          checked += 1;
        }
        const rest = maps.map((map) =>
          [...map].reduce((sum, [name, value]) => (names.includes(name) ? sum : sum + value), 0),
        );
        like(split.value(restKey, `seg:${of.input}`), rest, `${of.input}, all other channels`);
        like(
          split.value(totalKey, `seg:${of.input}`),
          counted(of, first, through),
          `${of.input} in all`,
        );
      }
      console.info(`the sheet ${where}: ${checked} cells show what was counted apart`);
    },
  );
});
