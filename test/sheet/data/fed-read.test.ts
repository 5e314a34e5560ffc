import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { Feed } from '../../../src/plan/model/feeds.ts';
import { layoutVersion, type Plan } from '../../../src/plan/model/plan.ts';
import { sealOf } from '../../../src/sheet/data/feed-columns.ts';
import { whatCounts } from '../../../src/sheet/data/feed-words.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import type { TypedValues } from '../../../src/sheet/layout/sheet-input.ts';
import { parseMetadata, planMetadata } from '../../../src/sheet/plan/metadata-block.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { readPlan } from '../../../src/sheet/plan/read-plan.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { typedInto } from '../../kit/sheet/drawn.ts';
import { ads, feedOf, shop } from '../../kit/sheet/fed-facts.ts';
import { factsOf, typedOf } from '../../kit/sheet/plan-facts.ts';
import { standing } from '../../kit/sheet/standing-blocks.ts';

const planWith = (feeds: readonly Feed[]): Plan =>
  planOf([planned('LEADS'), planned('CPL'), planned('VISITORS', { cadence: 'month' })], {
    feeds,
    accounts: feeds.length > 0 ? [shop, ads] : [],
  });
const leads = feedOf('LEADS', shop, { split: 'sessionCampaignName' });
const visitors = feedOf('VISITORS', shop, { metric: 'totalUsers' });
const fed = planWith([leads, feedOf('CPL.cost', ads), visitors]);
const { parts } = factsOf(fed);
const typed = typedOf(parts, {
  inputs: {
    LEADS: parts.map((_, at) => (at < 4 ? 10 * at : null)),
    VISITORS: parts.map(({ endsMonth }, at) => (endsMonth && at < 9 ? 700 : null)),
  },
  weights: [],
});

const sheetOf = (plan: Plan, before: TypedValues): Drawing =>
  planDrawing(factsOf(plan, { typed: before }), '{}');
const read = (plan: Plan, drawing: Drawing) =>
  readPlan(standing(drawing), { plan, native: false }, catalogue, shippedSources);
const range = (block: string) => `KPI_abc123_${block}`;
const cell = (drawing: Drawing, block: string, row: string, column: string) => {
  const area = drawing.names.find(({ name }) => name === range(block));
  const across = drawing.cells[(area?.row ?? 1) - 1]?.findIndex(({ value }) => value === column);
  const down = drawing.cells.findIndex(
    (line, index) => index >= (area?.row ?? 1) && line[1]?.value === row,
  );
  return drawing.cells[down]?.[across ?? -1];
};

/** As a refresh leaves it: coverage, segments' names; and a rate that somebody typed. */
function refreshed(drawing: Drawing): Drawing {
  const written = [
    ['feeds', 'LEADS', 'from', { value: 46388 }],
    ['feeds', 'LEADS', 'through', { value: 46400 }],
    ['feeds', 'LEADS', 'settled', { value: 46397 }],
    ['feeds', 'LEADS', 'updated', { value: 46401.25 }],
    ['feeds', 'LEADS', 'trust', { text: '=1+1' }],
    ['feeds', '.rate:USD', 'from', { value: 25_000 }],
    ['split', 's1', 'title', { text: '=HYPERLINK("x")' }],
  ] as const;
  return written.reduce(
    (changed, [block, row, column, value]) => typedInto(changed, range(block), row, column, value),
    drawing,
  );
}

describe('a sheet with data that flows in, read back', () => {
  const drawing = refreshed(sheetOf(fed, typed));
  const found = read(fed, drawing);

  it('is the plan it was built from', () => {
    expect(found.problems).toEqual([]);
    expect(found.plan).toEqual(fed);
    const state = {
      layout: layoutVersion,
      revision: 1,
      frozen: false,
      native: true,
      sample: false,
    };
    expect(parseMetadata(planMetadata(fed, state), shippedSources)?.plan).toEqual(fed);
  });

  it('moves along to a sheet built anew: how far it came, rates, names as texts', () => {
    const again = sheetOf(found.plan, found.typed);
    expect(cell(again, 'feeds', 'LEADS', 'through')?.value).toBe(46400);
    expect(cell(again, 'feeds', 'LEADS', 'updated')?.value).toBe(46401.25);
    expect(cell(again, 'feeds', 'LEADS', 'trust')?.text).toBe('=1+1');
    expect(cell(again, 'feeds', '.rate:USD', 'from')?.value).toBe(25_000);
    expect(cell(again, 'split', 's1', 'title')?.text).toBe('=HYPERLINK("x")');
    const seal = sealOf({ from: 46388, through: 46400, settled: 46397 });
    expect(cell(again, 'feeds', 'LEADS', 'seal')?.value).toBe(seal);
    const { typed: before } = found;
    const leads = { ...before.feeds?.LEADS, seal };
    expect(read(fed, again)).toEqual({
      ...found,
      typed: { ...before, feeds: { ...before.feeds, LEADS: leads } },
    });
  });

  it('keeps a seal that does not fit the days any more: who typed them over has not been asked', () => {
    const over = typedInto(drawing, range('feeds'), 'LEADS', 'seal', { value: 1 });
    const again = sheetOf(fed, read(fed, over).typed);
    expect(cell(again, 'feeds', 'LEADS', 'seal')?.value).toBe(1);
  });

  it.each<readonly [string, Plan]>([
    ['another metric', planWith([{ ...leads, metric: 'sessions' }, ...fed.feeds.slice(1)])],
    ['another place', planWith([{ ...leads, account: ads.id }, ...fed.feeds.slice(1)])],
    ['another currency', { ...fed, accounts: [{ ...shop, currency: 'EUR' }, ads] }],
  ])('is not covered any more by %s', (_, changed) => {
    const again = sheetOf(changed, found.typed);
    expect(cell(again, 'feeds', 'LEADS', 'through')?.value).toBeUndefined();
    expect(cell(again, 'feeds', '.rate:USD', 'from')?.value).toBe(25_000);
  });

  it('is not covered any more by other weeks, where it is read for a week', () => {
    const week = { ...fed, kpis: fed.kpis.map((each) => ({ ...each, cadence: 'week' as const })) };
    let filled = sheetOf(week, {});
    for (const column of ['from', 'through']) {
      for (const row of ['LEADS', 'VISITORS']) {
        filled = typedInto(filled, range('feeds'), row, column, { value: 46400 });
      }
    }
    const before = read(week, filled).typed;
    const circumstances = { ...week.circumstances, weekStart: 'sunday' as const };
    const again = sheetOf({ ...week, circumstances }, before);
    expect(cell(again, 'feeds', 'VISITORS', 'through')?.value).toBeUndefined();
    expect(cell(again, 'feeds', 'LEADS', 'through')?.value).toBe(46400);
  });

  it('keeps what was typed before hidden, and gives it back when nothing flows in any more', () => {
    const first = String(parts[1]?.from);
    expect(cell(drawing, 'input', first, 'LEADS')?.value).toBeUndefined();
    expect(cell(drawing, 'input', first, 'LEADS')?.formula).toContain('KPI_days_abc123');
    const bare = sheetOf(planWith([]), found.typed);
    expect(cell(bare, 'input', first, 'LEADS')?.value).toBe(10);
    expect(cell(bare, 'input', first, 'LEADS')?.style).toBe('typedNumber');
    expect(bare.cells).toEqual(sheetOf(planWith([]), typed).cells);
  });

  it('does not take a number typed over a formula for what was typed', () => {
    const first = String(parts[5]?.from);
    const over = typedInto(drawing, range('input'), first, 'LEADS', { value: 999 });
    expect(read(fed, over).typed).toEqual(found.typed);
  });

  it('keeps the source of a KPI as the plan has it', () => {
    expect(cell(drawing, 'method', 'LEADS', 'source')?.text).toBe('⟳ Google Analytics · Shop VN');
    expect(found.plan.kpis[0]?.source).toBe('typed');
    const named = typedInto(drawing, range('method'), 'LEADS', 'source', { text: 'HubSpot' });
    expect(read(fed, named).plan.kpis[0]?.source).toBe('HubSpot');
  });
});

describe('what flows in, in words', () => {
  const only = [
    { dimension: 'eventName', is: ['generate_lead', 'sign_up'] },
    { dimension: 'landingPage', startsWith: ['/blog'] },
  ];
  it('names the metric and its tests', () => {
    const shown = (language: Language) => [
      whatCounts(
        { metric: 'keyEvents', only, split: 'deviceCategory' },
        shop,
        language,
        shippedSources,
      ),
      whatCounts({ metric: null, only: [], split: null }, ads, language, shippedSources),
      whatCounts({ metric: 'Số tiền', only: [], split: null }, ads, language, shippedSources),
    ];
    expect(shown('vi')).toEqual([
      'sự kiện chính, chỉ sự kiện = generate_lead hoặc sign_up và trang đích bắt đầu bằng /blog, chia theo thiết bị',
      'đếm số hàng',
      'cột “Số tiền”',
    ]);
    expect(shown('en')[0]).toBe(
      'key events, only event = generate_lead or sign_up and landing page begins with /blog, told apart by device',
    );
  });
});
