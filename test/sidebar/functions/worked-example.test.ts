import { describe, expect, it } from 'vitest';
import { catalogue, isCalculated } from '../../../src/kpi/catalogue.ts';
import type { Calculated } from '../../../src/kpi/define.ts';
import { panelWords } from '../../../src/messages/compiled/panel.ts';
import { spoken } from '../../../src/messages/spoken.ts';
import { workedExample } from '../../../src/sidebar/functions/worked-example.ts';
import { formatWithUnit, number } from '../../../src/sidebar/ui/numbers.ts';
import { titleBesideName } from '../../../src/sidebar/ui/titles.ts';

const panelEn = panelWords('en');
const panelVi = panelWords('vi');

const words = { en: panelEn, vi: panelVi };
const functions = catalogue.filter(isCalculated);
const named = (name: string): Calculated => functions.find((kpi) => kpi.name === name)!;

describe('the formula in words', () => {
  it('says the inputs by their titles and × ÷ − for the signs', () => {
    const { formula, inputs } = named('CPL');
    expect(spoken(formula, inputs, 'vi')).toBe('chi phí tạo lead ÷ số lead');
    expect(spoken(formula, inputs, 'en')).toBe('lead-generation cost ÷ leads');
  });

  it('leaves no name of the code and no sign of the keyboard, in any function or variant', () => {
    for (const { formula, variants = [], inputs } of functions) {
      for (const each of [formula, ...variants.map((variant) => variant.formula)]) {
        for (const language of ['en', 'vi'] as const) {
          expect(spoken(each, inputs, language)).not.toMatch(/[*/]|[a-z][A-Z]/);
        }
      }
    }
  });
});

describe('numbers', () => {
  it('are written in the habits of the language, units behind them', () => {
    expect(number(1234567.5, 'vi')).toBe('1.234.567,5');
    expect(number(1234567.5, 'en')).toBe('1,234,567.5');
    expect(formatWithUnit(0.125, 'fraction', 'vi')).toBe('12,5%');
    expect(formatWithUnit(0.5, 'percentagePoints', 'vi', panelVi.unitAfter)).toBe('+0,5 điểm %');
    expect(formatWithUnit(-0.5, 'percentagePoints', 'en', panelEn.unitAfter)).toBe(
      '−0.5 percentage points',
    );
  });
});

describe('a worked example', () => {
  it('puts its numbers into the formula', () => {
    const cpl = named('CPL');
    expect(workedExample(cpl, cpl.examples[0]!, 'vi', panelVi)).toEqual({
      given: [
        { title: 'chi phí tạo lead', value: '1.200' },
        { title: 'số lead', value: '300' },
      ],
      calculation: '1.200 ÷ 300 = 4',
    });
  });

  it('takes the variant that applies, and the default of what was left out', () => {
    const attainment = named('ATTAINMENT');
    const [plain, lower, fromBaseline] = attainment.examples.map(
      (example) => workedExample(attainment, example, 'en', panelEn).calculation,
    );
    expect(plain).toBe('690 ÷ 920 = 75%');
    expect(lower).toBe('87,500 ÷ 100,000 = 87.5%');
    expect(fromBaseline).toBe('(1,150 − 1,000) ÷ (1,200 − 1,000) = 75%');
    const roi = named('ROI');
    const withoutMargin = roi.examples.find(({ given }) => given.margin === undefined)!;
    expect(workedExample(roi, withoutMargin, 'en', panelEn).calculation).toContain('× 100%');
  });

  it('can be read for every function in both languages', () => {
    for (const kpi of functions) {
      for (const example of kpi.examples) {
        for (const language of ['en', 'vi'] as const) {
          const { given, calculation } = workedExample(kpi, example, language, words[language]);
          const shown = [calculation, ...given.map(({ value }) => value)].join(' ');
          expect(shown).not.toMatch(/undefined|NaN|null/);
          expect(given.every(({ value }) => value !== '')).toBe(true);
        }
      }
    }
  });
});

describe('a title beside its name', () => {
  it('does not say the name twice', () => {
    for (const kpi of catalogue) {
      expect(titleBesideName(kpi, 'vi')).not.toContain(`(${kpi.name})`);
    }
  });
});
