import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  a1,
  locateReference,
  looksLikeReference,
  overlap,
  reference,
} from '../../../src/app/functions/reference.ts';
import { panelOver } from '../../kit/desk/fake-desk.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import { table } from '../../kit/engine/table.ts';

const host = (...names: string[]) => fakeHost(Object.fromEntries(names.map((name) => [name, []])));

/** Names that mean something else, or break something, when they are not in quotes. */
const quotedNames = [
  'TRUE',
  'FALSE',
  'true',
  'False',
  'A1',
  'AB12',
  'XFD1048576',
  'R1C1',
  'R',
  'C',
  'RC',
  'r2c3',
  '2026',
  '1',
  '3D',
  'Q1 2026',
  'My ads',
  ' ads',
  'ads ',
  "Tet's ads",
  "''",
  "'",
  "a'b'c",
  'Tổng hợp',
  'Chiến dịch Tết',
  'đơn',
  'a-b',
  'a+b',
  'a!b',
  'a:b',
  'a;b',
  'a,b',
  'a.b',
  '日本',
  '(x)',
  '{x}',
  '"x"',
  '#REF!',
  '$A$1',
  '=1+1',
  '@x',
  'a\tb',
  'a\nb',
  '%',
  '&',
  '^',
  '*',
  `x'!A1)+IMPORTXML("http://e")+('`,
];

describe('a reference', () => {
  it.each(quotedNames)('to the sheet %s has the name in quotes, and leads back to it', (name) => {
    const written = reference({ sheet: name, a1: 'B2:B9' }, null);
    expect(written).toBe(`'${name.replace(/'/g, "''")}'!B2:B9`);
    expect(locateReference(written, host('Other', name))).toMatchObject({
      sheet: name,
      row: 2,
      column: 2,
      rows: 8,
      columns: 1,
    });
  });

  it.each(['Campaigns', 'Ads_data', 'Leads'])(
    'to the sheet %s may be typed without quotes',
    (name) => {
      const written = reference({ sheet: name, a1: 'B2' }, 'Other');
      expect(written).toBe(`'${name}'!B2`);
      expect(locateReference(written, host('Other', name))).toMatchObject({
        sheet: name,
        a1: 'B2',
      });
      expect(locateReference(`'${name}'!B2`, host('Other', name))).toMatchObject({ sheet: name });
      expect(locateReference(`${name}!B2`, host('Other', name))).toMatchObject({ sheet: name });
    },
  );

  it('on the same sheet needs no name', () => {
    for (const name of quotedNames) {
      expect(reference({ sheet: name, a1: 'B2' }, name)).toBe('B2');
      expect(locateReference('B2', host(name, 'Other'))).toMatchObject({ sheet: name });
    }
  });

  it('to a sheet of any name leads back to that sheet', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.string({ minLength: 1, unit: fc.constantFrom("'", '!', 'A', '1', ' ', '"', '(', ';') }),
    );
    fc.assert(
      fc.property(name, (sheet) => {
        const written = reference({ sheet, a1: 'C3' }, null);
        const found = locateReference(written, host('The first', sheet));
        expect(found, written).toMatchObject({ sheet, row: 3, column: 3 });
        expect(written).toMatch(/^'(?:[^']|'')+'!C3$/);
      }),
      { numRuns: 500 },
    );
  });

  it('is read in small letters, with dollar signs and with spaces around it', () => {
    for (const text of ['b2:b9', 'B2:b9', ' b2:B9 ']) {
      expect(locateReference(text, host('Ads'))).toMatchObject({ a1: 'B2:B9', row: 2, rows: 8 });
    }
    expect(locateReference('$b$2:$b$9', host('Ads'))).toMatchObject({ row: 2, column: 2, rows: 8 });
    expect(locateReference("'my ads'!c3", host('Ads', 'my ads'))).toMatchObject({
      sheet: 'my ads',
      row: 3,
    });
    expect(locateReference('b:b', host('Ads'))).toMatchObject({ a1: 'B:B', row: 1, column: 2 });
    expect(locateReference('b2:c', host('Ads'))).toMatchObject({ a1: 'B2:C', row: 2, columns: 2 });
  });

  it.each([
    '',
    'B',
    'B0',
    'ABCD1',
    'B2:',
    ':B2',
    'B2:B3:B4',
    'B2,C2',
    '=B2',
    'B2)',
    '!B2',
    "''!B2",
  ])('is not %j', (text) => {
    expect(looksLikeReference(text)).toBe(false);
    expect(locateReference(text, host('Ads'))).toBeNull();
  });

  it('is nowhere when its sheet is not there', () => {
    expect(locateReference('Other!B2', host('Ads'))).toBeNull();
    expect(locateReference("'Ads '!B2", host('Ads'))).toBeNull();
  });
});

describe('a formula over a sheet with a hostile name', () => {
  /** The formula with everything in quotes taken out, as Sheets reads quotes. */
  const bare = (formula: string) => formula.replace(/'(?:[^']|'')*'/g, '§');
  const hostile = [
    `x'!A1)+IMPORTXML("http://e")+('`,
    `'!A1)+IMPORTXML("http://e")+('`,
    `''!A1;B1)`,
    `a'`,
    `'a`,
    `=HYPERLINK("http://e";"x")`,
  ];

  it.each(hostile)('keeps %s within its quotes', (name) => {
    const over = fakeHost({
      Home: [],
      [name]: [
        ['Spent', 'Leads'],
        [100, 4],
        [50, 2],
      ],
    });
    over.select(name, 'A2:A3');
    const api = panelOver(over, table);
    const spent = api.readSelection();
    over.select(name, 'B2:B3');
    const leads = api.readSelection();
    over.select('Home', 'A1');
    if (!('ok' in spent) || !('ok' in leads)) throw new Error('Nothing was selected.');
    const inputs = [spent.ok.reference, leads.ok.reference];
    const inserted = api.insertFunction({
      name: 'CPL',
      inputs,
      answer: 'rows',
      target: 'Home!D2',
      replace: false,
    });
    const formula = String(over.sheets.Home?.[1]?.[3]);
    expect(inserted).toMatchObject({ ok: { formula } });
    expect(bare(formula)).toBe('=CPL(§!A2:A3;§!B2:B3)');
    expect(formula).toContain(name.replace(/'/g, "''"));
  });

  it('is not written for what a hostile name would be without its quotes', () => {
    const name = hostile[0] as string;
    const over = fakeHost({ Home: [], [name]: [[1, 2]] });
    const inputs = [`'${name}'!A1`, '2'];
    const answer = panelOver(over, table).insertFunction({
      name: 'CPL',
      inputs,
      answer: 'rows',
      target: '',
      replace: false,
    });
    expect('problem' in answer).toBe(true);
    expect(over.sheets).toEqual({ Home: [], [name]: [[1, 2]] });
  });
});

describe('addresses', () => {
  it('count columns as spreadsheets do', () => {
    const cell = (column: number) => a1({ row: 1, column, rows: 1, columns: 1 });
    expect([1, 26, 27, 52, 53, 702, 703, 16384].map(cell)).toEqual([
      'A1',
      'Z1',
      'AA1',
      'AZ1',
      'BA1',
      'ZZ1',
      'AAA1',
      'XFD1',
    ]);
    expect(a1({ row: 2, column: 2, rows: 8, columns: 3 })).toBe('B2:D9');
    expect(a1({ row: 2, column: 2, rows: 1, columns: 2 })).toBe('B2:C2');
  });

  it('overlap on one sheet alone, where they share a cell', () => {
    const area = { sheet: 'Ads', row: 2, column: 2, rows: 2, columns: 2 };
    const moved = (row: number, column: number, sheet = 'Ads') =>
      overlap(area, { ...area, row, column, sheet }) &&
      overlap({ ...area, row, column, sheet }, area);
    expect([moved(2, 2), moved(3, 3), moved(1, 1), moved(1, 3)]).toEqual([true, true, true, true]);
    expect([moved(4, 2), moved(2, 4), moved(0, 2), moved(2, 0)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(moved(2, 2, 'Other')).toBe(false);
  });
});
