import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/messages/compiled/languages.ts';
import { calculated, cellKpi, kpi, outcome, run } from '../kit/engine/table.ts';

const refused = (inputs: readonly unknown[], name = 'CPL', language: Language = 'en') => {
  const found = outcome(() => run(name, inputs, language));
  return 'refused' in found ? found.refused : `shown: ${JSON.stringify(found.shown)}`;
};

describe('a function given single values', () => {
  it('computes', () => {
    expect(run('CPL', [1200, 300])).toBe(4);
  });

  it('answers blank when an input is blank: unknown is not zero', () => {
    for (const blank of ['', null, ' ']) {
      expect(run('CPL', [blank, 300])).toBe('');
      expect(run('CPL', [1200, blank])).toBe('');
    }
  });

  it('says in words that there is nothing to divide by, in the language of the sheet', () => {
    expect(run('CPL', [1200, 0])).toBe('no leads');
    expect(run('CPL', [1200, 0], 'vi')).toBe('không có lead');
    expect(run('CPC', [0, 0])).toBe('no clicks');
  });

  it('takes zero for a number where nothing is divided by it', () => {
    expect(run('CPL', [0, 5])).toBe(0);
  });

  it('refuses what is not a number, with a sentence that names the input', () => {
    expect(refused(['abc', 3])).toBe('CPL: lead-generation cost is “abc”, which is not a number.');
    expect(refused([5, true])).toContain('leads is TRUE or FALSE');
    expect(refused([new Date(0), 3])).toContain('lead-generation cost is a date');
    expect(refused(['#N/A', 3])).toContain('holds the error #N/A');
    expect(refused([-5, 3])).toContain('lead-generation cost is -5. It cannot be below 0.');
    expect(refused(['1.234', 3])).toContain('can be read in two ways');
    expect(refused(['abc', 3], 'CPL', 'vi')).toBe(
      'CPL: chi phí tạo lead đang là “abc”, không phải số.',
    );
  });

  it('says of a cell that only looks empty that it holds spaces', () => {
    expect(refused(['\u00a0', 3])).toContain('holds nothing but spaces');
    expect(refused(['\t', 3], 'CPL', 'vi')).toContain('chỉ có khoảng trắng');
  });

  it('cuts a long text between letters, not through one', () => {
    const sentence = refused([`${'x'.repeat(39)}🙂🙂`, 3]);
    expect(sentence).toContain(`${'x'.repeat(39)}🙂…`);
  });

  it('knows a choice however its accents were typed', () => {
    expect(run('ATTAINMENT', [100, 50, 'thấp hơn'.normalize('NFD')])).toBe(0.5);
  });

  it('refuses a date of another realm as a date', () => {
    const foreign = { [Symbol.toStringTag]: 'Date' };
    expect(refused([foreign, 3])).toContain('is a date');
  });

  it('reads numbers typed as text where they can be read one way only', () => {
    expect(run('CPL', ['1.234,5', '5'])).toBe(246.9);
    expect(run('ROI', [200, 100, '50 %'])).toBe(0);
  });

  it('puts an error before blank, and blank before whatever else is wrong', () => {
    expect(refused(['#REF!', ''])).toContain('#REF!');
    expect(run('CPL', ['abc', ''])).toBe('');
    expect(run('CPL', [-5, ''])).toBe('');
  });

  it('passes a sentence of its own on, unchanged', () => {
    const sentence = refused(['abc', 3]);
    expect(run('ROAS', [sentence, 3])).toBe(sentence);
    expect(run('ROAS', [100, 'no leads'])).toBe('no leads');
    expect(run('ROAS', ['không có lead', 3], 'en')).toBe('không có lead');
  });

  it('refuses what cannot be: more customers lost than there were', () => {
    expect(refused([100, 130], 'CHURN')).toBe(
      'CHURN: customers lost (130) cannot be more than customers at the start (100).',
    );
    expect(refused([100, 90, 95], 'RETENTION')).toContain('cannot be more than');
    expect(refused([100, 190, 5], 'RETENTION')).toContain('cannot be more than');
    expect(run('RETENTION', [100, 95, 20])).toBe(0.75);
  });

  it('refuses a margin typed as 40 instead of 40 %', () => {
    expect(refused([200, 100, 40], 'ROI')).toContain('cannot be above 1');
    expect(run('ROI', [200, 100, 0.4])).toBeCloseTo(-0.2, 12);
  });

  it('gives an optional input its default when left out, and is unknown when it is blank', () => {
    expect(run('ROI', [200, 100])).toBe(1);
    expect(run('ROI', [200, 100, undefined])).toBe(1);
    expect(run('ROI', [200, 100, ''])).toBe('');
  });

  it('measures attainment by direction and from a baseline', () => {
    expect(run('ATTAINMENT', [50, 100])).toBe(0.5);
    expect(run('ATTAINMENT', [100, 50, 'lower'])).toBe(0.5);
    expect(run('ATTAINMENT', [100, 50, 'Thấp hơn'])).toBe(0.5);
    expect(run('ATTAINMENT', [15, 20, 'lower', 10])).toBe(0.5);
    expect(run('ATTAINMENT', [15, 20, '', 10])).toBe(0.5);
    expect(run('ATTAINMENT', [15, 10, undefined, 10])).toBe('target equals baseline');
    expect(run('ATTAINMENT', [15, 0])).toBe('target is zero');
    expect(run('ATTAINMENT', [15, 20, ''])).toBe('');
    expect(refused([15, 20, 'up'], 'ATTAINMENT')).toContain('Use one of: higher');
    expect(refused([15, -20], 'ATTAINMENT')).toContain('target (-20) cannot be less than 0');
  });

  it('tells points from percent', () => {
    expect(run('PPDIFF', [0.025, 0.02])).toBe(0.5);
    expect(run('GROWTHPCT', [0.025, 0.02])).toBeCloseTo(0.25, 12);
    expect(refused([5, -2], 'GROWTHPCT')).toContain('cannot be below 0');
  });

  it('never shows an infinity', () => {
    expect(refused([1e308, 1e-10])).toContain('too large');
  });

  it('asks for what is missing and for nothing that is too much', () => {
    expect(refused([5])).toBe('CPL: leads is missing. Add it to the formula.');
    expect(refused([5, 6, 7])).toContain('at most 2 inputs');
  });
});

describe('a function given ranges', () => {
  const column = (...values: unknown[]) => values.map((value) => [value]);

  it('computes element by element and repeats single values', () => {
    expect(run('CPL', [column(10, 20), column(5, 4)])).toEqual([[2], [5]]);
    expect(run('CPL', [column(10, 20), 5])).toEqual([[2], [4]]);
    expect(
      run('CPL', [
        100,
        [
          [5, 10],
          [20, 50],
        ],
      ]),
    ).toEqual([
      [20, 10],
      [5, 2],
    ]);
  });

  it('keeps a refusal to the element that deserves it', () => {
    expect(run('CPL', [column(10, 'abc', 9), column(5, 4, 0)])).toEqual([
      [2],
      ['CPL: lead-generation cost is “abc”, which is not a number.'],
      ['no leads'],
    ]);
  });

  it('answers blank beside a header of labels', () => {
    expect(run('CPL', [column('Cost', 10), column('Leads', 5)])).toEqual([[''], [2]]);
  });

  it('does not take a row of numbers typed as text for a header', () => {
    expect(run('CPL', [column('10', 10), column('5', 5)])).toEqual([[2], [2]]);
    expect(String(run('CPL', [column('1.234', 10), column('Leads', 5)]))).toContain('two ways');
  });

  it('cuts trailing rows in which every range is blank, and no other', () => {
    expect(run('CPL', [column(10, '', ''), column(5, '', '')])).toEqual([[2]]);
    expect(run('CPL', [column('', 10, ''), column('', 5, 3)])).toEqual([[''], [2], ['']]);
    expect(run('CPL', [column('', ''), column('', '')])).toBe('');
  });

  it('refuses unequal shapes and names both', () => {
    expect(refused([column(1, 2, 3), column(1, 2)])).toBe(
      'CPL: leads is 2 × 1 cells, but lead-generation cost is 3 × 1 cells. Select ranges of the same size.',
    );
  });

  it('treats a range of one cell as that cell', () => {
    expect(run('CPL', [[[10]], [[5]]])).toBe(2);
    expect(run('CPL', [column(10, 20), [[5]]])).toEqual([[2], [4]]);
  });

  it('is done with whole columns of 100,000 mostly blank rows', () => {
    const many = (value: number) =>
      Array.from({ length: 100_000 }, (_, row) => [row < 1143 ? value : '']);
    const answers = run('CPL', [many(10), many(5)]);
    expect(answers).toHaveLength(1143);
    expect(new Set((answers as number[][]).flat())).toEqual(new Set([2]));
  });

  it('asks for the language only when it has a sentence to show', () => {
    const silent = () => {
      throw new Error('asked');
    };
    expect(cellKpi('CPL').quick(10, 5)).toBe(2);
    expect(outcome(() => run('CPL', [column(1, ''), column(1, '')], silent as never))).toEqual({
      shown: [[1]],
    });
  });
});

describe.each(calculated.map(({ name, inputs }) => [name, Object.values(inputs)] as const))(
  '%s',
  (name, inputs) => {
    const cell = fc.oneof(
      { arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }), weight: 3 },
      { arbitrary: fc.integer({ min: 0, max: 100 }), weight: 5 },
      fc.constantFrom(
        '',
        ' ',
        'abc',
        '12 %',
        '1.234',
        'no leads',
        '#N/A',
        true,
        new Date(0),
        'lower',
      ),
    );
    const rows = fc.array(fc.tuple(...inputs.map(() => cell)), { minLength: 2, maxLength: 6 });

    it('gives for a column what it gives cell by cell', () => {
      fc.assert(
        fc.property(rows, (values) => {
          const columns = inputs.map((_, at) => values.map((row) => [row[at]]));
          const found = outcome(() => run(name, columns));
          const spilled = 'shown' in found && Array.isArray(found.shown) ? found.shown : [];
          for (const [at, row] of values.entries()) {
            const single = outcome(() => run(name, row));
            const one = 'refused' in single ? single.refused : single.shown;
            const inColumn = spilled[at]?.[0] ?? '';
            const isHeader = at === 0 && row.every((each) => each === 'abc' || each === 'lower');
            if (!isHeader) expect(inColumn).toStrictEqual(one);
          }
        }),
        { numRuns: 60 },
      );
    });

    it('never answers anything but a finite number, blank or a sentence', () => {
      fc.assert(
        fc.property(fc.tuple(...inputs.map(() => cell)), (row) => {
          const found = outcome(() => run(name, row));
          if ('refused' in found) expect(found.refused).toMatch(/^[A-Z0-9]+: .+[.]$/);
          else if (typeof found.shown === 'number') expect(Number.isFinite(found.shown)).toBe(true);
          else expect(typeof found.shown).toBe('string');
        }),
        { numRuns: 100 },
      );
    });

    it('is called the same way through KPI()', () => {
      fc.assert(
        fc.property(fc.tuple(...inputs.map(() => cell)), (row) => {
          expect(outcome(() => kpi([name.toLowerCase(), ...row]))).toEqual(
            outcome(() => run(name, row)),
          );
        }),
        { numRuns: 20 },
      );
    });
  },
);
