import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnIndex,
  columnName,
  decimalOf,
  fromEngine,
  toEngine,
} from '../../../src/workbench/formula/translate.ts';

const cases: readonly (readonly [vi: string, en: string, engine: string])[] = [
  ['=CPL(J2:J1144;K2:K1144)', '=CPL(J2:J1144,K2:K1144)', '=CPL(J2:J1144,K2:K1144)'],
  ['=A1*1,5+,5', '=A1*1.5+.5', '=A1*1.5+.5'],
  ['=SUM({1\\2;3\\4})', '=SUM({1,2;3,4})', '=SUM({1,2;3,4})'],
  ['={SUM(1;2)\\3;4,5\\"a,b"}', '={SUM(1,2),3;4.5,"a,b"}', '={SUM(1,2),3;4.5,"a,b"}'],
  ['=SUM(A2:A)', '=SUM(A2:A)', '=SUM(A2:A1048576)'],
  ['=SUM($A$2:$C)', '=SUM($A$2:$C)', '=SUM($A$2:$C1048576)'],
  ['=SUM(B2:2)', '=SUM(B2:2)', '=SUM(B2:XFD2)'],
  ['=SUM(B2:$2)', '=SUM(B2:$2)', '=SUM(B2:XFD$2)'],
  ['=SUM(K:K;2:2)', '=SUM(K:K,2:2)', '=SUM(K:K,2:2)'],
  [
    "='It''s; 1,5'!A2:A&\"x;1,5\"",
    "='It''s; 1,5'!A2:A&\"x;1,5\"",
    "='It''s; 1,5'!A2:A1048576&\"x;1,5\"",
  ],
  ['=IF(A1>=10%;"""a"";b";)', '=IF(A1>=10%,"""a"";b",)', '=IF(A1>=10%,"""a"";b",)'],
  ['=IFERROR(#N/A;#DIV/0!)', '=IFERROR(#N/A,#DIV/0!)', '=IFERROR(#N/A,#DIV/0!)'],
  ['=1,5E-3*2e+4', '=1.5E-3*2e+4', '=1.5E-3*2e+4'],
  ['=NORM.DIST(1;2;3;TRUE)', '=NORM.DIST(1,2,3,TRUE)', '=NORM.DIST(1,2,3,TRUE)'],
  [
    "=SUM( 'Chiến dịch'!B2 ;\n Dữ_liệu!C2:C )",
    "=SUM( 'Chiến dịch'!B2 ,\n Dữ_liệu!C2:C )",
    "=SUM( 'Chiến dịch'!B2 ,\n Dữ_liệu!C2:C1048576 )",
  ],
  [
    '=ROI(A1;B1;40%)-T[Chi, phí; x]',
    '=ROI(A1,B1,40%)-T[Chi, phí; x]',
    '=ROI(A1,B1,40%)-T[Chi, phí; x]',
  ],
];

describe('a formula as a person of the locale writes it', () => {
  it.each(cases)('%s', (vi, en, engine) => {
    expect(toEngine(vi, 'vi_VN')).toBe(engine);
    expect(toEngine(en, 'en_US')).toBe(engine);
    expect(fromEngine(engine, 'vi_VN')).toBe(vi);
    expect(fromEngine(engine, 'en_US')).toBe(en);
  });

  it('takes a semicolon between arguments in every locale', () => {
    expect(toEngine('=CPL(A1;{1,2;3,4})', 'en_US')).toBe('=CPL(A1,{1,2;3,4})');
  });

  it('takes a comma that cannot be a decimal comma for a separator', () => {
    expect(toEngine('=CPL(J2,K2)', 'vi_VN')).toBe('=CPL(J2,K2)');
    expect(toEngine('=MAX(5,A1)', 'vi_VN')).toBe('=MAX(5,A1)');
    expect(toEngine('=MAX(1,2)', 'vi_VN')).toBe('=MAX(1.2)');
  });

  it('reads an open end that has moved with the rows as open', () => {
    expect(fromEngine('=SUM(A12:A1048586)', 'vi_VN')).toBe('=SUM(A12:A)');
    expect(fromEngine('=SUM(A2:A1048000)', 'en_US')).toBe('=SUM(A2:A)');
    expect(fromEngine('=SUM(A2:A100000)', 'en_US')).toBe('=SUM(A2:A100000)');
  });

  it('leaves what is no formula, or none that can be read, as it is', () => {
    for (const text of ['1,5', 'a;b', '', '="open;1,5', "='open;1,5", '=A1;¤', '=;"']) {
      expect(toEngine(text, 'vi_VN')).toBe(text);
      expect(fromEngine(text, 'vi_VN')).toBe(text);
    }
  });

  it('writes numbers as the locale does', () => {
    expect(['vi_VN', 'de_DE', 'en_US', 'en_GB', 'ja_JP', 'no such'].map(decimalOf)).toEqual([
      ',',
      ',',
      '.',
      '.',
      '.',
      '.',
    ]);
  });
});

describe('any formula', () => {
  const locale = fc.constantFrom('vi_VN', 'en_US');

  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(locale, fc.infiniteStream(fc.nat()), (where, choices) => {
        const typed = `=${expression(where, (below) => (choices.next().value ?? 0) % below, 4)}`;
        expect(fromEngine(toEngine(typed, where), where)).toBe(typed);
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same to the engine in both locales', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (choices) => {
        const [vi, en] = ['vi_VN', 'en_US'].map((where) => {
          let at = 0;
          const pick = (below: number) => (choices[at++ % choices.length] ?? 0) % below;
          return toEngine(`=${expression(where, pick, 4)}`, where);
        });
        expect(vi).toBe(en);
      }),
    );
  });

  it('keeps every string', () => {
    fc.assert(
      fc.property(locale, fc.string({ unit: 'binary' }), (where, content) => {
        const literal = `"${content.replaceAll('"', '""')}"`;
        const sheet = `'${content.replaceAll("'", "''")}'`;
        expect(toEngine(`=LEN(${literal};1)`, where)).toBe(`=LEN(${literal},1)`);
        expect(toEngine(`=${sheet}!A1`, where)).toBe(`=${sheet}!A1`);
      }),
    );
  });

  it('never throws on garbage', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('"', "'", '{', '}', '(', ')', ';', ',', '\\', 'A2:A', '#', '[', '1,5', '='),
    );
    fc.assert(
      fc.property(locale, fc.array(piece), (where, pieces) => {
        const text = `=${pieces.join('')}`;
        expect(typeof toEngine(text, where)).toBe('string');
        expect(typeof fromEngine(text, where)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('names columns both ways', () => {
    fc.assert(
      fc.property(fc.nat(18_277), (index) => {
        expect(columnIndex(columnName(index))).toBe(index);
      }),
    );
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
  });
});

/** A formula without its `=`, in the habits of a locale, from a stream of choices. */
function expression(locale: string, pick: (below: number) => number, depth: number): string {
  const vi = locale === 'vi_VN';
  const next = () => expression(locale, pick, depth - 1);
  const leaves = [
    () => `${pick(1000)}`,
    () => `${pick(100)}${vi ? ',' : '.'}${pick(100)}`,
    () => `${pick(10)}%`,
    () => '"a;b,1""{\\}"',
    () => `$A${pick(99) + 1}`,
    () => `B2:C${pick(99) + 2}`,
    () => `'It''s, 1;5'!A${pick(9) + 1}:A`,
    () => 'Data!K:K',
    () => 'TRUE',
    () => '#N/A',
  ];
  if (depth === 0) return leaves[pick(leaves.length)]!();
  const branches = [
    ...leaves,
    () => `${next()}${['+', '-', '*', '/', '&', '<=', '<>'][pick(7)]}${next()}`,
    () => `(${next()})`,
    () => `IF(${[next(), next(), next()].join(vi ? ';' : ',')})`,
    () => `{${next()}${vi ? '\\' : ','}${next()};${next()}${vi ? '\\' : ','}${next()}}`,
    () => `SUM( ${next()} )`,
  ];
  return branches[pick(branches.length)]!();
}
