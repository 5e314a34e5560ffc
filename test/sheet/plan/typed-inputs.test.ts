import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { sheetWords } from '../../../src/messages/sheet.ts';
import { dateOf } from '../../../src/plan/calendar/calendar.ts';
import { inputsOfPlan, isPossible } from '../../../src/plan/model/inputs.ts';
import type { TypedValue } from '../../../src/sheet/layout/sheet-input.ts';
import {
  doubtSentences,
  misreadNumbers,
  typedDoubts,
} from '../../../src/sheet/plan/typed-doubts.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { computed, factsOf, typedOf, valueAt } from '../../kit/sheet/plan-facts.ts';

/** Ten a week; in one week, or in all months, something else. */
async function sheetWith(
  kpis: readonly string[],
  slips: Readonly<Record<string, TypedValue>>,
  at: number,
  language: Language = 'vi',
) {
  const monthly = (kpi: string) => kpi === 'VISIONFIT';
  const plan = planOf(
    kpis.map((kpi) =>
      planned(kpi, { target: 1000, baseline: 1, cadence: monthly(kpi) ? 'month' : 'week' }),
    ),
    { language, quarter: { year: 2027, month: 7 } },
  );
  const { parts, inputs } = factsOf(plan);
  const columns = inputs.map(({ key, cadence }) => {
    const usual = parts.map((part): TypedValue | null =>
      cadence === 'month' ? (part.endsMonth ? 4 : null) : 10,
    );
    const slip = slips[key];
    const row = cadence === 'month' ? parts.findIndex(({ endsMonth }) => endsMonth) : at;
    return [key, slip === undefined ? usual : usual.with(row, slip)] as const;
  });
  const filled = { inputs: Object.fromEntries(columns), weights: parts.map(() => null) };
  const facts = factsOf(plan, { typed: typedOf(parts, filled) });
  const sheet = await computed(facts);
  return {
    parts,
    warning: (input: string) => valueAt(sheet, 'input', '.warnings', input),
    score: (kpi: string, column: string) => valueAt(sheet, 'score', kpi, column),
    calc: (row: string, column: string) => valueAt(sheet, 'calc', row, column),
    month: (kpi: string, column: string) => valueAt(sheet, 'month', kpi, column),
  };
}

describe('one bad week', () => {
  it.each([
    [-61, '⚠ tuần {day}: không thể dưới 0', '⚠ week of {day}: cannot be below 0'],
    [0.61, '⚠ tuần {day}: là tỷ lệ, không phải số lượng', '⚠ week of {day}: a share, not a count'],
    ['61%', '⚠ tuần {day}: không phải số', '⚠ week of {day}: not a number'],
    ['sáu mươi', '⚠ tuần {day}: không phải số', '⚠ week of {day}: not a number'],
    [true, '⚠ không phải số', '⚠ not a number'],
  ])('of %s is said where it stands, neither summed nor skipped', async (slip, vi, en) => {
    for (const [language, said] of [
      ['vi', vi],
      ['en', en],
    ] as const) {
      const found = await sheetWith(['LEADS', 'CPL'], { LEADS: slip }, 9, language);
      const { parts } = found;
      const from = dateOf(parts[9]?.from ?? 0);
      const day =
        language === 'vi' ? `${`0${from.day}`.slice(-2)}/0${from.month}` : `${from.day} Aug`;
      expect(found.warning('LEADS')).toBe(said.replace('{day}', day));
      expect(found.warning('CPL.cost')).toBe('');
      // As far as the week before, for itself and for what is made of it.
      const before = parts[8]?.to;
      expect([found.score('LEADS', 'actual'), found.score('LEADS', 'through')]).toEqual([
        90,
        before,
      ]);
      expect([found.score('CPL', 'actual'), found.score('CPL', 'through')]).toEqual([1, before]);
      const week = `.w${parts[9]?.week}`;
      expect(found.calc(week, 'LEADS')).not.toBe(10);
      expect(typeof found.calc(week, 'LEADS')).not.toBe('number');
    }
  });

  it('that is the first leaves a KPI without data, and says why', async () => {
    const found = await sheetWith(['LEADS', 'CPL'], { LEADS: -61 }, 0);
    for (const kpi of ['LEADS', 'CPL']) {
      expect(found.score(kpi, 'actual')).toBe('');
      expect(found.score(kpi, 'status')).toBe('○ số nhập không hợp lý');
    }
    const blank = await sheetWith(['LEADS'], { LEADS: '' }, 0);
    expect(blank.score('LEADS', 'status')).toBe('○ chưa có số liệu');
  });

  it('of a level is not the latest, and its month waits', async () => {
    const last = await sheetWith(['FOLLOWERS'], { FOLLOWERS: -5 }, -1);
    expect(last.score('FOLLOWERS', 'actual')).toBe(10);
    expect(last.score('FOLLOWERS', 'through')).toBe(last.parts.at(-2)?.to);
    const month = await sheetWith(['VISIONFIT'], { VISIONFIT: 40 }, 0);
    expect(month.warning('VISIONFIT')).toMatch(/không thể trên 5$/);
    expect(month.month('VISIONFIT', 'm1actual')).toBe('');
    expect(month.month('VISIONFIT', 'm2actual')).toBe(4);
  });

  it('of money may be half of a dollar, and revenue may be given back', async () => {
    const found = await sheetWith(['CPL', 'SALES'], { 'CPL.cost': 0.5, SALES: -20 }, 3);
    expect([found.warning('CPL.cost'), found.warning('SALES')]).toEqual(['', '']);
    expect(found.score('SALES', 'actual')).toBe(10 * (found.parts.length - 1) - 20);
  });
});

describe('typed cells as the panel reads them', () => {
  const plan = planOf([planned('LEADS'), planned('CPL')]);
  const facts = factsOf(plan);
  const [first] = facts.parts;
  const blockOf = (value: string | number | boolean | Date) => ({
    block: 'input' as const,
    area: { row: 1, column: 1, rows: 2, columns: 3 },
    columnKeys: ['title', 'key', 'LEADS'],
    rowKeys: ['key', String(first?.from)],
    values: [
      ['title', 'key', 'LEADS'],
      ['', String(first?.from), value],
    ],
  });
  const read = (value: string | number | boolean | Date) => typedDoubts([blockOf(value)], facts);

  it.each([
    ['12/05/2027', 'date'],
    ['2027-05-12', 'date'],
    ['5.12.27', 'date'],
    ['10:30', 'date'],
    ['61%', 'share'],
    ['150,0 %', 'share'],
    ['46.154', null],
    ['1.046.154 ₫', null],
    ['46154', null],
    ['-61', null],
    ['46 154,50', null],
  ])('that are shown as %s are no number where that is a day or a share', (shown, why) => {
    const texts = [[], ['', '', shown]];
    const [found = null] = misreadNumbers([blockOf(46_154)], texts, facts);
    expect(found?.why ?? null).toBe(why);
    // What formulas would count is written as the text it reads as.
    // The next number typed there is shown as one again.
    const asText = { before: 46_154, after: shown, format: '#,##0' };
    if (why) expect(found?.asText).toMatchObject(asText);
  });

  it.each([
    [new Date(2027, 4, 12), 'date', '“12/05/2027” ở cột “số lead”, tuần 01/01/2027, là một ngày.'],
    ['12/05/2027', 'date', '“12/05/2027”'],
    ['61%', 'share', 'là tỷ lệ, không phải số lượng.'],
    ['sáu mươi', 'text', 'không phải là số.'],
    [-61, 'below', 'nhỏ hơn 0.'],
    [0.61, 'share', 'là tỷ lệ, không phải số lượng.'],
    [true, 'text', 'không phải là số.'],
  ] as const)('say what is wrong with %s', (value, why, words) => {
    const doubts = read(value);
    expect(doubts.map((each) => each.why)).toEqual([why]);
    expect(doubtSentences(doubts, sheetWords('vi'))[0]).toContain(words);
  });

  it('are told of the earliest week first, of each input one', () => {
    const at = (from: number) => read(-1).map((each) => ({ ...each, from, shown: `${from}` }));
    const [told, ...more] = doubtSentences([...at(46_500), ...at(46_400)], sheetWords('vi'));
    expect([told, more]).toEqual([expect.stringMatching(/^“46400”/), []]);
  });

  it('have nothing against a number, nor against a blank', () => {
    for (const value of [0, 1, 61, 1_000_000, '', ' ']) expect(read(value)).toEqual([]);
  });
});

describe('a plan’s inputs', () => {
  it('refuse every number that our functions refuse', () => {
    const plan = planOf(catalogue.map(({ name }) => planned(name)));
    for (const input of inputsOfPlan(plan, catalogue)) {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = input;
      for (const value of [-61, -0.5, 0, 0.61, 1, 5, 6, 40, 1e9]) {
        if (value < min || value > max) expect(isPossible(input, value), input.key).toBe(false);
        else if (!(value > 0 && value < 1)) expect(isPossible(input, value), input.key).toBe(true);
      }
    }
  });
});
