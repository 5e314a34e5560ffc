import { describe, expect, it } from 'vitest';
import { kpi, kpiTotal, outcome } from '../kit/engine/table.ts';

const column = (...values: unknown[]) => values.map((value) => [value]);
const refused = (...inputs: unknown[]) => {
  const found = outcome(() => kpiTotal(inputs));
  return 'refused' in found ? found.refused : `shown: ${JSON.stringify(found.shown)}`;
};

describe('KPI_TOTAL', () => {
  it('sums first and divides once: it is not the average of ratios', () => {
    expect(kpiTotal(['CPL', column(10, 90), column(1, 3)])).toBe(25);
  });

  it('takes the first number at the start and the last at the end', () => {
    const start = column('Start', 100, 120);
    const end = column('End', 120, 130);
    const gained = column('New', 30, 20);
    expect(kpiTotal(['RETENTION', start, end, gained])).toBe(0.8);
  });

  it('never combines what must not be combined, and takes one reading as it is', () => {
    expect(refused('ROI', column(1, 2), column(1, 2), column(0.4, 0.5))).toContain(
      'gross margin cannot be added up or averaged over rows',
    );
    expect(kpiTotal(['ROI', column(100, 200), column(50, 50), 0.5])).toBe(0.5);
  });

  it('refuses a row that is known only in part, and names it', () => {
    expect(refused('CPL', column('Cost', 10, 20), column('Leads', 5, ''))).toBe(
      'CPL: row 3 of the selection has a value for lead-generation cost but none for leads. Fill it in, or clear the row.',
    );
  });

  it('refuses what is no number and names its row', () => {
    expect(refused('CPL', column(10, 'abc'), column(5, 4))).toContain('row 2 of the selection');
    expect(refused('CPL', column(10, -4), column(5, 4))).toContain('cannot be below 0');
    expect(refused('CPL', column(10, 'no leads'), column(5, 4))).toContain('row 2');
  });

  it('passes over blank rows and a header, and is blank when there is nothing else', () => {
    expect(kpiTotal(['CPL', column('Cost', 10, '', 30), column('Leads', 5, '', 5)])).toBe(4);
    expect(kpiTotal(['CPL', column('Cost', '', ''), column('Leads', '', '')])).toBe('');
  });

  it('says in words that the total to divide by is zero', () => {
    expect(kpiTotal(['CPL', column(10, 20), column(0, 0)])).toBe('no leads');
  });

  it('totals single values as they are', () => {
    expect(kpiTotal(['CPL', 1200, 300])).toBe(4);
    expect(kpiTotal(['CPL', 1200, column(100, 200)])).toBe(4);
    expect(kpiTotal(['CPL', '', column(100, 200)])).toBe('');
  });

  it('checks rules on the totals', () => {
    expect(refused('CHURN', column(100, 90), column(10, 95))).toContain('cannot be more than');
  });

  it('refuses unequal shapes', () => {
    expect(refused('CPL', column(1, 2, 3), column(1, 2))).toContain(
      'Select ranges of the same size',
    );
  });
});

describe('KPI', () => {
  it('finds a function by its name in any case', () => {
    expect(kpi([' cpl ', 1200, 300])).toBe(4);
  });

  it('is blank for a blank name, and passes sentences on', () => {
    expect(kpi(['', 1, 2])).toBe('');
    expect(kpi(['no leads', 1, 2])).toBe('no leads');
  });

  it.each([
    ['CPLX', 'Did you mean CPL'],
    ['constructor', 'there is no KPI named “constructor”'],
    ['__proto__', 'there is no KPI named'],
    ['#N/A', 'there is no KPI named “#N/A”'],
    [undefined, 'begin with the name of one KPI'],
    [[['CPL'], ['CAC']], 'begin with the name of one KPI'],
  ])('refuses the name %s with a sentence', (name, words) => {
    const found = outcome(() => kpi([name, 1, 2]));
    expect(JSON.stringify(found)).toContain(words);
  });
});
