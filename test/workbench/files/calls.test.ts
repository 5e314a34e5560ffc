import { describe, expect, it } from 'vitest';
import { type OwnFunctions, portable } from '../../../src/workbench/formula/replace-calls.ts';

const own: OwnFunctions = {
  each: new Set(['CPL', 'ROI']),
  whole: new Set(['KPI_TOTAL']),
  twin: (name, args) =>
    args.includes('"unknown"') ? null : `${name.toLowerCase()}<${args.join('|')}>`,
};
const sheets = new Map([
  ['data', 'Data'],
  ['quảng cáo: quý 3', 'Quảng cáo  quý 3'],
]);
const whole = (formula: string) => portable(formula, own, sheets).cellAt(null);
const text = (formula: string) => whole(formula)?.formula ?? null;
const at = (formula: string, row: number, column = 0) =>
  portable(formula, own, sheets).cellAt({ row, column })?.formula ?? null;

describe('our functions in a formula', () => {
  it('give way to their twins, innermost first', () => {
    expect(text('=CPL(A1,B1)')).toBe('cpl<A1|B1>');
    expect(text('=cpl( A1 , B1 )*2')).toBe('(cpl<A1|B1>)*2');
    expect(text('=ROI(CPL(A1,B1),C1,)')).toBe('roi<(cpl<A1|B1>)|C1|>');
    expect(text('=IF(A1>0,CPL(A1,SUM(B1:B9)),"CPL(A1,B1)")')).toBe(
      'IF(A1>0,(cpl<A1|SUM(B1:B9)>),"CPL(A1,B1)")',
    );
    expect(text('=KPI_TOTAL("CPL",A2:A9,Data!B2:B)')).toBe(
      'kpi_total<"CPL"|A2:A9|\'Data\'!B2:B1048576>',
    );
  });

  it('leave the formula unsayable when one has no twin', () => {
    expect(whole('=1+CPL("unknown",B1)')).toBeNull();
  });
});

describe('a spilled answer', () => {
  it('narrows each range to the part of its cell', () => {
    expect(at('=CPL(J2:J1144,K2:K1144)', 0)).toBe('cpl<J2|K2>');
    expect(at('=CPL(J2:J1144,K2:K1144)', 1142)).toBe('cpl<J1144|K1144>');
    expect(at("=CPL('Quảng cáo: quý 3'!$J$2:$K$9,$A$1)", 3, 1)).toBe(
      "cpl<'Quảng cáo  quý 3'!$K$5|$A$1>",
    );
    expect(at('=CPL(J:J,K2:K)', 4)).toBe('cpl<J5|K6>');
    expect(at('=CPL(A1:F1,B9:B9)', 3, 2)).toBe('cpl<C1|B9>');
  });

  it('narrows in what works cell by cell, not in what takes ranges', () => {
    expect(at('=IFERROR(CPL(A1:A9,SUM(B1:B9))*C1:C9,"")', 2)).toBe(
      'IFERROR((cpl<A3|SUM(B1:B9)>)*C3,"")',
    );
    expect(at('=A1:A9/MAX(CPL(A1:A9,B1:B9))', 2)).toBe('A3/MAX((cpl<A1:A9|B1:B9>))');
    expect(at('=KPI_TOTAL("CPL",A1:A9,B1:B9)+A1:A9', 2)).toBe('(kpi_total<"CPL"|A1:A9|B1:B9>)+A3');
  });

  it('of what cannot be told cell by cell is unsayable', () => {
    for (const formula of ['=SORT(A1:A9)', '=TRANSPOSE(A1:C1)', '={1,2;3,4}', '=INDEX(A1:C9,,2)']) {
      expect(at(formula, 0)).toBeNull();
    }
  });
});

describe('any formula', () => {
  it('is computed as an array only where it has to be', () => {
    const asArray = (formula: string) => whole(formula)?.asArray;
    expect(asArray('=SUM(A1:A9)/ROWS(A1:A9)')).toBe(false);
    expect(asArray('=SUMIFS(A:A,B:B,">0")')).toBe(false);
    expect(asArray('=SUM(A1:A9*2)')).toBe(true);
    expect(asArray('=SUM(IF(A1:A9>1,1,0))')).toBe(true);
    expect(asArray('=SUM(CPL(A1:A9,B1:B9))')).toBe(true);
    expect(asArray('=INDEX(A1:A9,2)+MATCH(3,A1:A9,0)')).toBe(false);
  });

  it('keeps its meaning in a file', () => {
    expect(text('=-5^2+10%&"a""b"')).toBe('-5^2+10%&"a""b"');
    expect(text('=MAXIFS(A:A,B:B,1)')).toBe('_xlfn.MAXIFS(A:A,B:B,1)');
    expect(text('=SUM({1,2;3,4})')).toBe('SUM({1,2;3,4})');
    expect(text('=SUM(A2:A,B2:2)')).toBe('SUM(A2:A1048576,B2:XFD2)');
    expect(text('=LOG10(A1)+(B1')).toBe('LOG10(A1)+(B1)');
    expect(text('=PI()')).toBe('PI()');
  });

  it('that only this spreadsheet understands is unsayable', () => {
    for (const formula of [
      '=QUERY(A1:B9,"select A")',
      '=ARRAYFORMULA(A1:A9*2)',
      '=LET(x,1,x)',
      '=NOSUCH(1)',
      '=my_name+1',
      '=Table[Cost]',
      '=A1#',
      "='No such sheet'!A1",
      '=#ERROR!',
      '={A1,B1}',
      '="open',
      '=)',
      'text',
    ]) {
      expect(whole(formula), formula).toBeNull();
    }
  });

  it('speaks of the named areas that the file holds too, where nothing of them is picked out', () => {
    const named = portable(
      '=SUMIFS(INDEX(KPI_data_a,0,7),INDEX(kpi_data_a,0,5),"x")',
      own,
      sheets,
      new Set(['kpi_data_a']),
    );
    expect(named.cellAt(null)?.formula).toBe(
      'SUMIFS(INDEX(KPI_data_a,0,7),INDEX(kpi_data_a,0,5),"x")',
    );
    expect(named.cellAt({ row: 1, column: 0 })).toBeNull();
    expect(whole('=SUM(KPI_data_a)')).toBeNull();
  });

  it('longer than a file holds is unsayable', () => {
    expect(whole(`=${'1+'.repeat(5000)}1`)).toBeNull();
  });
});
