import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { exampleBook } from '../../../src/workbench/example/book.ts';
import { makeAdsCsv } from '../../../src/workbench/example/make-ads.ts';
import { tokenize } from '../../../src/workbench/formula/tokenize.ts';
import type { Entry, Scalar } from '../../../src/workbench/model/book.ts';

const file = fileURLToPath(new URL('../../../src/workbench/example/ads.csv', import.meta.url));
const held = (entry: Entry | undefined): Scalar =>
  (entry !== null && typeof entry === 'object' ? entry.value : entry) ?? null;
const formulasOf = (rows: readonly (readonly Entry[])[]) =>
  rows.flatMap((row) =>
    row.flatMap((entry) => (typeof entry === 'object' && entry?.formula ? [entry.formula] : [])),
  );

it('the generator reproduces the committed file byte for byte', () => {
  expect(makeAdsCsv()).toBe(readFileSync(file, 'utf8'));
});

describe('the ads', () => {
  const [, ads] = exampleBook('en').sheets;
  const rows = ads!.rows.slice(1).map((row) => row.map(held));
  const sum = (column: number) => rows.reduce((total, row) => total + (row[column] as number), 0);

  it('are as many and as uneven as in a real export', () => {
    expect(rows).toHaveLength(1143);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set([1201, 1202, 1203]));
    expect(rows.filter((row) => row[8] === 0)).toHaveLength(198);
    expect(rows.filter((row) => row[10] === 0)).toHaveLength(197);
    expect(rows.filter((row) => row[8] === 0 && row[9] !== 0)).toEqual([]);
    expect([7, 8, 10, 11].map(sum)).toEqual([243_908_907, 48_232, 3802, 1282]);
    expect(sum(9)).toBeCloseTo(71_841.45, 2);
  });

  it('stand in the third quarter of 2026', () => {
    const dates = rows.map((row) => row[0] as number);
    expect([Math.min(...dates), Math.max(...dates)]).toEqual([46204, 46295]);
    expect(ads?.columns?.[0]?.format).toBe('dd-mm-yyyy');
  });

  it('have no ad twice', () => {
    expect(new Set(rows.map((row) => row[1])).size).toBe(1143);
  });
});

describe.each(['vi', 'en'] as const)('the book in %s', (language) => {
  const book = exampleBook(language);
  const [summary, ads] = book.sheets;

  it('has a summary and the ads', () => {
    const names = { vi: ['Chiến dịch', 'Quảng cáo'], en: ['Campaigns', 'Ads'] };
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(names[language]);
    expect(formulasOf(ads!.rows)).toContain('=CPL(J2:J1144,K2:K1144)');
    expect(formulasOf(summary!.rows)).toContain('=CPL(C12,F12)');
  });

  it('holds formulas that can be read', () => {
    const formulas = book.sheets.flatMap((sheet) => formulasOf(sheet.rows));
    expect(formulas.length).toBeGreaterThan(50);
    for (const formula of formulas) expect(tokenize(formula, '.')).not.toBeNull();
  });

  it('names sheets that exist', () => {
    for (const formula of formulasOf(summary!.rows)) {
      for (const [, name] of formula.matchAll(/'([^']+)'!/g)) expect(name).toBe(ads?.name);
    }
  });
});

it('both languages have the same cells', () => {
  const shape = (language: Language) =>
    exampleBook(language).sheets.map(({ rows, name: _, ...rest }) => [
      rest.columns,
      rest.merges,
      rows.map((row) => row.map((entry) => (entry === null ? null : typeof held(entry)))),
    ]);
  expect(shape('vi')).toEqual(shape('en'));
});
