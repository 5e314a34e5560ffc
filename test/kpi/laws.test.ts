import { describe, expect, it } from 'vitest';
import { mostInputs } from '../../src/derive/entries.ts';
import { twinOf } from '../../src/derive/twin.ts';
import { catalogue, isCalculated } from '../../src/kpi/catalogue.ts';
import type { Input, Kpi } from '../../src/kpi/define.ts';
import {
  allPitfalls,
  inputTitle,
  kpiSummary,
  kpiTitle,
  optionWords,
  otherNames,
  whenZero,
} from '../../src/messages/catalogue.ts';
import { type Language, languages } from '../../src/messages/compiled/languages.ts';
import { calculate } from '../kit/engine/ironcalc.ts';
import { sheetsFunctions } from '../kit/engine/sheets-functions.ts';
import { calculated, kpi as kpiByName, run } from '../kit/engine/table.ts';
import { unitProblems } from '../kit/kpi/unit-problems.ts';

/** Signatures people already have in their sheets: they never change. */
const signatures =
  `CPL(cost; leads) CPA(cost; conversions) CAC(cost; newCustomers) CPC(cost; clicks)
  CPM(cost; impressions) CTR(clicks; impressions) CVR(conversions; visits)
  ROI(revenue; cost; [margin]) ROAS(revenue; cost) AOV(revenue; orders)
  RETENTION(customersAtStart; customersAtEnd; newCustomers) CHURN(customersAtStart; customersLost)
  REPEATRATE(repeatCustomers; customers) CLV(orderValue; ordersPerYear; years; [margin])
  WINRATE(won; lost) LOSSRATE(won; lost) LEADCVR(customers; leads) MQLRATE(mqls; leads)
  SQLRATE(sqls; mqls) NPS(promoters; passives; detractors) CSAT(satisfied; responses)
  SOV(own; competitors) MARKETSHARE(own; market) OPENRATE(opens; delivered)
  EMAILCTR(clicks; delivered) CTOR(clicks; opens) UNSUBRATE(unsubscribes; delivered)
  BOUNCE(engagedSessions; sessions) ENGRATE(interactions; reach) GROWTHPCT(now; before)
  PPDIFF(now; before) ATTAINMENT(actual; target; [better]; [baseline])`
    .replace(/\s+/g, ' ')
    .match(/[A-Z]+\([^)]*\)/g);

const each = <T extends { name: string }>(kpis: readonly T[]) =>
  kpis.map((kpi) => [kpi.name, kpi] as const);

describe('the catalogue', () => {
  it('knows every KPI from K01 to K69', () => {
    const known = new Set(catalogue.map(({ k }) => k));
    const all = Array.from({ length: 69 }, (_, index) => `K${String(index + 1).padStart(2, '0')}`);
    expect(all.filter((code) => !known.has(code as `K${number}`))).toEqual([]);
  });

  it('uses no name twice', () => {
    const names = catalogue.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('keeps the signatures people already use', () => {
    const found = new Set(
      calculated.map(({ name, inputs }) => {
        const list = Object.entries(inputs).map(([input, { optional }]) =>
          optional ? `[${input}]` : input,
        );
        return `${name}(${list.join('; ')})`;
      }),
    );
    expect(signatures).toHaveLength(32);
    expect(signatures?.filter((signature) => !found.has(signature))).toEqual([]);
  });
});

describe.each(each(catalogue))('%s', (name, kpi) => {
  it('has a name a cell can call', () => {
    expect(name).toMatch(/^[A-Z][A-Z0-9]{2,13}$/);
    expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
    expect(sheetsFunctions.has(name)).toBe(false);
  });

  it('is written in every language, in calm words', () => {
    for (const language of languages) {
      const texts = textsOf(kpi, language);
      expect(texts.length).toBeGreaterThan(3);
      for (const text of texts) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/[!<>]|\*\/|\bTODO\b/);
      }
    }
    expect(kpiTitle(kpi, 'vi')).not.toBe(kpiTitle(kpi, 'en'));
    expect(kpiSummary(kpi, 'vi')).not.toBe(kpiSummary(kpi, 'en'));
  });

  it('names the place of its accepted definition, and at least one pitfall', () => {
    expect(new URL(kpi.source).protocol).toBe('https:');
    expect(allPitfalls(kpi, 'en').length).toBeGreaterThan(0);
  });
});

describe.each(each(calculated))('the function %s', (name, kpi) => {
  const inputs = Object.keys(kpi.inputs);
  const given = (values: (typeof kpi.examples)[number]['given']) => {
    const list = inputs.map((input) => values[input]);
    while (list.at(-1) === undefined) list.pop();
    return list;
  };

  it('has inputs KPI() can reach, the optional ones last', () => {
    expect(inputs.length).toBeLessThanOrEqual(mostInputs);
    const optional = Object.values(kpi.inputs).map((input) => Boolean(input.optional));
    expect(optional).toEqual([...optional].sort());
  });

  it('names its choices in English first, then in the other languages', () => {
    for (const input of Object.values(kpi.inputs)) {
      if (!('options' in input)) continue;
      for (const option of input.options) {
        const words = optionWords(input, option);
        expect(words[0]).toBe(option);
        expect(words).toHaveLength(languages.length);
        expect(words.map((word) => word.toLowerCase())).toEqual(words);
      }
    }
  });

  it('agrees in its units', () => {
    expect(unitProblems(kpi)).toEqual([]);
  });

  it('gives what its examples say, by its own name, by KPI() and as a twin', () => {
    expect(kpi.examples.length).toBeGreaterThan(0);
    for (const { given: values, gives } of kpi.examples) {
      const list = given(values);
      expect(run(name, list)).toBeCloseTo(gives, 10);
      expect(kpiByName([name, ...list])).toBe(run(name, list));
      const texts = list.map((value) => (typeof value === 'string' ? `"${value}"` : value));
      const constants = texts.map((value) => (value === undefined ? undefined : String(value)));
      const formula = twinOf(kpi, constants, { language: 'en', separator: ',' });
      expect(calculate([[{ formula }]])[0]?.[0]).toBeCloseTo(gives, 10);
    }
  });

  it('has an example of every variant', () => {
    const shapes = new Set(kpi.examples.map(({ given: values }) => given(values).length));
    const needed = inputs.filter((input) => !kpi.inputs[input]?.optional).length;
    expect(shapes.size).toBeGreaterThanOrEqual(inputs.length > needed ? 2 : 1);
  });
});

it('what is counted has a quantity, not a formula', () => {
  const counted = catalogue.filter((kpi) => !isCalculated(kpi));
  expect(counted.length).toBeGreaterThan(20);
});

/** Every text of an entry in a language, but for other names, of which there may be none. */
function textsOf(kpi: Kpi, language: Language): string[] {
  const inputs = isCalculated(kpi) ? Object.values(kpi.inputs) : [kpi.counts];
  return [
    kpiTitle(kpi, language),
    kpiSummary(kpi, language),
    ...allPitfalls(kpi, language),
    ...otherNames(kpi, language),
    ...inputs.flatMap((input) => [inputTitle(input, language), ...noneOf(kpi, input, language)]),
  ];
}

const noneOf = (kpi: Kpi, input: Input, language: Language): string[] => {
  const said = whenZero(kpi, input, language);
  return said === undefined ? [] : [said];
};
