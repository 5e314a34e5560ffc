import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { liftedHere } from './functions.ts';
import { Lift } from './lift.ts';
import { recalculated } from './recalculate.ts';

const rows: readonly (readonly (number | string | boolean | null)[])[] = [
  [1.25, ' a'],
  [46_000, 'B '],
  [true, null],
  ['x', '●'],
];

/** A file with a few cells and a formula in D1; what it says the formula comes to is wrong. */
async function found(formula: string, isArray = true, today = 46_000) {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("Lan's");
  for (const row of rows) sheet.addRow([...row]);
  const value = { formula, result: 123.456 };
  sheet.getCell('D1').value = (
    isArray ? { ...value, shareType: 'array', ref: 'D1' } : value
  ) as never;
  workbook.definedNames.add("'Lan''s'!$A$1:$B$4", 'area');
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const { formulas, sheets } = await recalculated(bytes, today);
  expect(sheets.get("Lan's")?.[0]?.[3]).toEqual(formulas[0]?.found);
  return formulas[0];
}

describe('a file computed anew', () => {
  it.each([
    ['SUMPRODUCT(ISNUMBER(A1:A4)*1)', 2, ['ISNUMBER']],
    ['SUMPRODUCT((LEN(TRIM(B1:B4))>0)*1)', 3, ['LEN']],
    ['SUMPRODUCT(ISNUMBER(INDEX(area,0,1))*1)', 2, ['ISNUMBER']],
    ['SUMPRODUCT(EXACT(LOWER(TRIM(B1:B4)),"b")*(ROW(B1:B4)))', 2, ['EXACT', 'ROW']],
    ['SUMPRODUCT(ROUND(A1:A2,0))', 46_001, ['ROUND']],
    ['SUMPRODUCT(N(A1:A4))', 46_002.25, ['N']],
    ['SUMPRODUCT((MONTH(A1:A2)=12)*1)', 2, ['MONTH']],
    ['SUMPRODUCT(NOT(A1:A3=46000)*1)', 2, ['NOT']],
    ['SUM(ROW(A1:A4)*ISNUMBER(A1:A4))', 3, ['ROW', 'ISNUMBER']],
  ])('computes %s cell by cell where the engine does not go through the range', async (...each) => {
    const [formula, wanted, over] = each;
    expect(await found(formula)).toMatchObject({ found: wanted, over });
  });

  it('goes through ranges with the engine’s own functions where those are known to', async () => {
    const sums: Record<string, readonly [string, number]> = {
      IF: ['IF(A1:A2>2,A1:A2,0)', 46_000],
      IFERROR: ['IFERROR(A1:A4*1,0)', 46_002.25],
      LEFT: ['(LEFT(B1:B4,1)="●")*1', 1],
      LOWER: ['(LOWER(B1:B4)="b ")*1', 1],
      INT: ['INT(A1:A2)', 46_001],
      ABS: ['ABS(A1:A2)', 46_001.25],
    };
    expect(new Set(Object.keys(sums))).toEqual(liftedHere);
    for (const [formula, wanted] of Object.values(sums)) {
      expect(await found(`SUMPRODUCT(${formula})`)).toMatchObject({ found: wanted, over: [] });
    }
  });

  it('keeps all digits, words, truth and errors apart', async () => {
    expect(await found('1/3*1000000', false)).toMatchObject({ found: 1_000_000 / 3 });
    expect(await found('A1&""', false)).toMatchObject({ found: '1.25' });
    expect(await found('A1=1.25', false)).toMatchObject({ found: true });
    expect(await found('NA()', false)).toMatchObject({ found: { error: '#N/A' } });
    expect(await found('IF(A1>5,1,"")', false)).toMatchObject({ found: '' });
  });

  it('has the day it is given', async () => {
    expect(await found('TODAY()-A2', false, 46_007)).toMatchObject({ found: 7 });
  });
});

describe('a formula that Excel would compute otherwise, or that is not known', () => {
  const lift = new Lift(new Map(), 46_000);
  it.each([
    ['A1:A4', /one cell/],
    ['ISNUMBER(A1:A4)*1', /one cell/],
    ['SUM(A1:A4*2)', /one cell/],
    ['SUM(IF(A1:A4>1,1,0))', /one cell/],
    ['SUMPRODUCT(LEN(A:A))', /without an end/],
    ['BESSELJ(A1,2)', /BESSELJ/],
  ])('%s is refused', (formula, said) => {
    expect(() => lift.lift(formula, 'Lan', false)).toThrow(said);
  });
});
