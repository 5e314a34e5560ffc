import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { sheetMoreWords } from '../../../src/messages/compiled/sheet-more.ts';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import { cadences } from '../../../src/plan/model/plan.ts';
import { howCounted, readCadence, readSource } from '../../../src/sheet/plan/method-block.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { sampledFacts } from '../../kit/sheet/sampled-facts.ts';

const sheetMoreEn = sheetMoreWords('en');
const sheetMoreVi = sheetMoreWords('vi');

const range = 'KPI_abc123_method';

describe('how KPIs are counted', () => {
  it.each(['en', 'vi'] as const)('is said of every KPI (%s)', (language) => {
    for (const kpi of catalogue) {
      const how = howCounted(kpi, language);
      expect(how, kpi.name).not.toMatch(/undefined|[{}]|\w \/ \w/);
      expect(how.length, kpi.name).toBeGreaterThan(20);
    }
  });

  it('stands on the sheet with those of the plan’s cells that few change', async () => {
    const leads = planned('LEADS', {
      weight: 0.6,
      lastYear: 0,
      goal: 0.95,
      flag: 0.8,
      source: 'HubSpot',
      definition: '=người để lại số điện thoại, bỏ trùng',
    });
    const bare = planOf([leads, planned('CPL', { weight: 0.3, cadence: 'month' })]);
    const { facts } = sampledFacts(bare, dayOf(2027, 2, 21));
    const drawing = planDrawing(facts, '');
    const sheet = await drawn([{ name: 'Plan', drawing }]);
    const cells = ['weight', 'lastYear', 'goal', 'flag', 'source', 'cadence', 'definition'];
    expect(cells.map((column) => sheet.at(range, 'LEADS', column))).toEqual([
      0.6,
      0,
      0.95,
      0.8,
      'HubSpot',
      'hằng tuần',
      '=người để lại số điện thoại, bỏ trùng',
    ]);
    expect(sheet.at(range, 'CPL', 'source')).toBe('nhập tay');
    expect(sheet.at(range, '.weights', 'weight')).toBe('▲ tổng 90%');
    const whole = typedInto(drawing, range, 'CPL', 'weight', { value: 0.4 });
    const then = await drawn([{ name: 'Plan', drawing: whole }]);
    expect(then.at(range, '.weights', 'weight')).toBe('');
  });

  it('has cadences and sources that are read back in either language', () => {
    for (const language of ['en', 'vi'] as const) {
      const words = sheetMoreWords(language);
      for (const each of cadences) expect(readCadence(` ${words.cadence[each]} `)).toBe(each);
      expect(readSource(words.methodTyped)).toBe('typed');
    }
    expect(readCadence('thỉnh thoảng')).toBeNull();
    expect(readSource(' GA4 ')).toBe('GA4');
    expect(readSource('')).toBe('typed');
  });
});

describe('the words of the sheet', () => {
  it('have the same gaps in both languages', () => {
    const gaps = (words: unknown): unknown =>
      typeof words === 'string'
        ? [...words.matchAll(/\{\w+\}/g)].map(String).sort()
        : Object.fromEntries(
            Object.entries(words as object).map(([key, each]) => [key, gaps(each)]),
          );
    expect(gaps(sheetMoreVi)).toEqual(gaps(sheetMoreEn));
  });

  it('are calm: no exclamation marks, no angle quotes', () => {
    expect(JSON.stringify([sheetMoreEn, sheetMoreVi])).not.toMatch(/[!«»]/);
  });
});
