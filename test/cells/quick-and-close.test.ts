import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortArguments } from '../../src/cells/arguments.ts';
import { element } from '../../src/cells/element.ts';
import { isOwnSentence } from '../../src/cells/own-sentence.ts';
import { isError, isLabel } from '../../src/cells/read.ts';
import type { Refusal } from '../../src/cells/refusal.ts';
import { sentence } from '../../src/cells/sentence.ts';
import type { Input } from '../../src/kpi/define.ts';
import { calculated, cellKpi, kpi, kpiTotal, outcome, run, table } from '../kit/engine/table.ts';

const seen = (inputs: readonly unknown[], name = 'CPL') => {
  const found = outcome(() => run(name, inputs));
  return 'refused' in found ? found.refused : found.shown;
};

/** Anything that may stand for an input and be right, its edges among it. */
function plausible(input: Input): fc.Arbitrary<unknown> {
  if ('options' in input) return fc.constantFrom(...Object.keys(input.options), undefined);
  const most = input.max ?? 2000;
  const number = fc.oneof(
    fc.constantFrom(0, 1, input.min ?? -1, most),
    fc.integer({ min: input.min ?? -2000, max: most }),
    fc.double({ min: input.min ?? -2000, max: most, noNaN: true }),
  );
  if (!input.optional) return number;
  return fc.oneof({ arbitrary: number, weight: 3 }, fc.constant(undefined));
}

describe.each(calculated.map((each) => [each.name, each] as const))('%s', (name, { inputs }) => {
  const cell = cellKpi(name);
  const given = fc.tuple(...Object.values(inputs).map(plausible));
  const sorted = (values: readonly unknown[]): readonly unknown[] => {
    const found = sortArguments(cell, values);
    if ('why' in found) throw new Error(found.why);
    return found.singles;
  };

  it('gives at once what a close look gives, wherever it gives a number at once', () => {
    fc.assert(
      fc.property(given, (values) => {
        const singles = sorted(values);
        const quick = cell.quick(...singles);
        const close = element(cell, singles, table);
        if (Number.isFinite(quick)) expect(close).toBe(quick);
        // And there is no number that takes a close look: those would be slow.
        else expect(typeof close).not.toBe('number');
      }),
      { numRuns: 200 },
    );
  });

  it('gives for numbers typed as text what it gives for the numbers', () => {
    fc.assert(
      fc.property(given, (values) => {
        const whole = values.map((each) =>
          typeof each === 'number' ? Math.round(each) + 0 : each,
        );
        const texts = whole.map((each) => (typeof each === 'number' ? String(each) : each));
        const [one, other] = [whole, texts].map((each) => element(cell, sorted(each), table));
        expect(other).toEqual(one);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a header', () => {
  const text = (value: string) => `CPL: lead-generation cost is “${value}”, which is not a number.`;

  it('is the first of several rows: a single row of labels is no header', () => {
    expect(seen([[['Cost', 10]], [['Leads', 5]]])).toEqual([[text('Cost'), 2]]);
    expect(seen([[['Cost', 'Spent']], [['Leads', 'Forms']]])).toEqual([
      [text('Cost'), text('Spent')],
    ]);
    expect(seen(['Cost', 'Leads'])).toBe(text('Cost'));
  });

  it('holds labels in every column of every range', () => {
    const costs = [
      ['May', 'June'],
      [10, 20],
    ];
    const leads = (...head: unknown[]) => [head, [5, 5]];
    expect(seen([costs, leads('May', 'June')])).toEqual([
      ['', ''],
      [2, 4],
    ]);
    expect(seen([costs, leads('May', 4)])).toEqual([
      [text('May'), text('June')],
      [2, 4],
    ]);
    expect(seen([costs, leads(4, 'June')])).toEqual([
      [text('May'), text('June')],
      [2, 4],
    ]);
    const partly = [
      ['May', 7],
      [10, 20],
    ];
    expect(seen([partly, leads('May', 'June')])).toEqual([
      [text('May'), 'CPL: leads is “June”, which is not a number.'],
      [2, 4],
    ]);
    expect(seen([partly, 5])).toEqual([
      [text('May'), 1.4],
      [2, 4],
    ]);
  });

  it('is the same header for a total', () => {
    const costs = [
      ['May', 'June'],
      [10, 20],
    ];
    expect(kpiTotal(['CPL', costs, costs])).toBe(1);
    const found = outcome(() =>
      kpiTotal([
        'CPL',
        costs,
        [
          ['May', 4],
          [5, 5],
        ],
      ]),
    );
    expect(JSON.stringify(found)).toContain('row 1 of the selection');
  });

  it('is made of letters: dashes, dots and question marks are no labels', () => {
    for (const mark of ['-', '—', '…', '?', '***', '(1)', '12/5', '#']) {
      expect(isLabel(mark, table), mark).toBe(false);
      expect(
        seen([
          [[mark], [10]],
          [[mark], [5]],
        ]),
      ).toEqual([[text(mark)], [2]]);
    }
    for (const label of ['Leads', 'số lead', 'Đã chi', '2024 cost', 'リード', '#LEADS', 'n/a']) {
      expect(isLabel(label, table), label).toBe(true);
      expect(
        seen([
          [[label], [10]],
          [[label], [5]],
        ]),
      ).toEqual([[''], [2]]);
    }
  });

  it('is no number typed as text, no error, no answer of ours, no date and no truth', () => {
    const others = ['12 đ', '1.234', '5 USD', '#REF!', 'no leads', 'CPL: leads is missing.'];
    for (const other of [...others, '', ' ', 7, true, null, new Date(0)]) {
      expect(isLabel(other, table), String(other)).toBe(false);
    }
  });
});

describe('an error of the spreadsheet', () => {
  it('is one that spreadsheets really show', () => {
    const errors = ['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#NUM!', '#VALUE!', '#NULL!', '#ERROR!'];
    for (const error of errors) {
      expect(isError(error), error).toBe(true);
      expect(seen([error, 3])).toBe(
        `CPL: lead-generation cost holds the error ${error}. Fix that cell first.`,
      );
    }
  });

  it('is no word after a hash, no error in a sentence and no error in small letters', () => {
    for (const text of ['#LEADS', '#1', '#', '#n/a', 'a #REF!', '#REF! b', '#TETSALE2026', 'N/A']) {
      expect(isError(text), text).toBe(false);
      expect(String(seen([text, 3]))).toContain(`is “${text}”, which is not a number.`);
    }
  });
});

describe('a sentence of our own', () => {
  const [cost, leads] = cellKpi('CPL').inputs.map(({ title }) => title);
  if (!cost || !leads) throw new Error('CPL has two inputs.');
  const size = { rows: 2, columns: 1 };
  const quoting = (value: string): Refusal[] => [
    { why: 'error', input: cost, value: '#N/A' },
    { why: 'text', input: cost, value },
    { why: 'ambiguous', input: cost, value: '1.234' },
    { why: 'date', input: cost },
    { why: 'truth', input: cost },
    { why: 'missing', input: leads },
    { why: 'whole', input: leads },
    { why: 'below', input: cost, value: -5, bound: 0 },
    { why: 'above', input: cost, value: 40, bound: 1 },
    { why: 'choice', input: cost, value, options: ['higher', 'cao hơn'] },
    ...(['<=', '>='] as const).map(
      (sign): Refusal => ({
        why: 'impossible',
        sign,
        left: cost,
        right: leads,
        leftValue: 5,
        rightValue: 6.5,
      }),
    ),
    { why: 'tooLarge' },
    { why: 'tooMany', most: 2 },
    { why: 'shapes', input: cost, size, other: leads, otherSize: size },
    { why: 'halfKnown', known: cost, blank: leads, row: 3 },
    { why: 'inRow', row: 3, refusal: { why: 'text', input: cost, value } },
    { why: 'noName' },
    { why: 'unknownName', value, near: [] },
    { why: 'unknownName', value, near: ['CPL', 'CPA'] },
  ];

  it.each(['en', 'vi'] as const)('is known again whatever it says, in %s', (language) => {
    for (const refusal of quoting('abc')) {
      for (const name of ['CPL', 'KPI', 'KPI_TOTAL']) {
        const said = sentence(name, refusal, language);
        expect(isOwnSentence(said, table), said).toBe(true);
        expect(seen([said, 3], 'ROAS')).toBe(said);
        expect(kpi([said, 3])).toBe(said);
      }
    }
  });

  it('is known again when it quotes a cell of several lines', () => {
    for (const refusal of quoting('first line\nsecond line')) {
      const said = sentence('CPL', refusal, 'en');
      expect(seen([said, 3], 'ROAS'), said).toBe(said);
    }
  });

  it('is passed on by every function, the words for a zero divisor as well', () => {
    const words = calculated.flatMap(({ name }) =>
      cellKpi(name).ways.flatMap(({ divisors }) =>
        divisors.flatMap(({ none }) => [none.en, none.vi]),
      ),
    );
    expect(new Set(words).size).toBeGreaterThan(40);
    for (const said of new Set(words)) expect(seen([said, 3])).toBe(said);
  });

  it('begins with one of our names and ends as sentences end', () => {
    const others = [
      'ROI: 25%',
      'CPL: 4',
      'KPI: doanh thu',
      'NOTES: all is well.',
      'cpl: all is well.',
      'See CPL: all is well.',
      'CPL:',
      'CPL: ',
      'CPL all is well.',
      'No leads',
      'no leads.',
    ];
    for (const text of others) {
      expect(isOwnSentence(text, table), text).toBe(false);
      expect(seen([text, 3])).toBe(
        `CPL: lead-generation cost is “${text}”, which is not a number.`,
      );
    }
  });

  it('quotes no more than 40 characters of what stands in a cell', () => {
    const cut = (value: string) => String(seen([value, 3])).match(/“(.*)”/s)?.[1];
    expect(cut('a'.repeat(40))).toBe('a'.repeat(40));
    expect(cut('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`);
    expect(cut('a'.repeat(5000))).toHaveLength(41);
    const unknown = outcome(() => kpi(['b'.repeat(300), 1, 2]));
    expect(JSON.stringify(unknown)).toContain(`“${'b'.repeat(40)}…”`);
    const choice = String(seen([1, 2, 'c'.repeat(300)], 'ATTAINMENT'));
    expect(choice).toContain(`“${'c'.repeat(40)}…”`);
  });
});

describe('a choice', () => {
  it('is read in either language, in any case, with spaces around it', () => {
    for (const word of [
      'lower',
      ' lower ',
      'LOWER',
      'Lower',
      'thấp hơn',
      'Thấp Hơn',
      ' THẤP HƠN',
    ]) {
      expect(seen([100, 50, word], 'ATTAINMENT'), word).toBe(0.5);
    }
    for (const word of ['higher', ' Higher', 'CAO HƠN', 'cao hơn ']) {
      expect(seen([100, 50, word], 'ATTAINMENT'), word).toBe(2);
    }
  });

  it('is refused with the words it may be', () => {
    const title = cellKpi('ATTAINMENT').inputs[2]?.title.en;
    for (const word of ['low', 'lower than', 'thấp', 1, true, '-']) {
      expect(seen([100, 50, word], 'ATTAINMENT')).toBe(
        `ATTAINMENT: ${title} is “${word}”. Use one of: higher, cao hơn, lower, thấp hơn.`,
      );
    }
  });
});
