import { describe, expect, it } from 'vitest';
import type { Computed, Entry, Scalar, Sheet } from '../../../src/workbench/book.ts';
import { exampleBook } from '../../../src/workbench/example/book.ts';
import { writeXlsx } from '../../../src/workbench/files/xlsx.ts';
import { ownFunctions } from '../../../src/workbench/own-functions.ts';
import { libreOffice, recalculated } from './libreoffice.ts';

if (libreOffice === null) {
  it('LibreOffice is absent: exported workbooks were not opened and recalculated', () => {
    console.log('LibreOffice is absent: exported workbooks were not opened and recalculated.');
  });
}

/** Wrong on purpose: what LibreOffice shows is what it has computed itself. */
const stale: Scalar = 123.456;

function staleValues(sheet: Sheet): Computed {
  const formulas = sheet.rows.flatMap((row, r) =>
    row.flatMap((entry, c) => (hasFormula(entry) ? [{ r, c }] : [])),
  );
  const isAds = sheet.rows.length > 1000;
  const rows = isAds ? sheet.rows.length - 1 : 1;
  const spills = isAds ? formulas.map(({ r, c }) => ({ row: r, column: c, rows, columns: 1 })) : [];
  const width = Math.max(...sheet.rows.map((row) => row.length));
  return { values: sheet.rows.map(() => Array<Scalar>(width).fill(stale)), spills };
}

/** A number as LibreOffice writes it in full: `0.0382701875239189%` is a fraction. */
const numberOf = (shown: string | undefined): number =>
  shown?.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);

const hasFormula = (entry: Entry | undefined): boolean =>
  entry !== null && typeof entry === 'object' && entry.formula !== undefined;

describe.runIf(libreOffice !== null).each(['vi', 'en'] as const)(
  'LibreOffice opens and recalculates the example in %s',
  (language) => {
    const book = exampleBook(language);
    const [summary, ads] = book.sheets;
    const data = ads!.rows.slice(1).map((row) => row.slice(0, 12) as number[]);
    const opened = (async () => {
      const bytes = await writeXlsx(book, book.sheets.map(staleValues), {
        own: ownFunctions(language),
        locale: language === 'vi' ? 'vi_VN' : 'en_US',
        language,
      });
      return recalculated(bytes);
    })();
    const none = { vi: 'không có lead', en: 'no leads' }[language];

    it('every ad has the ratios its numbers give', async () => {
      const rows = (await opened).get(ads!.name)!.slice(1);
      expect(rows.length).toBeGreaterThanOrEqual(1143);
      data.forEach(([, , , , , , , impressions, clicks, spent, leads, sales], r) => {
        const [cpl, cpc, cpm, ctr, cpa] = rows[r]!.slice(13);
        const same = (shown: string | undefined, over: number, under: number) => {
          if (under === 0) expect(shown).toMatch(/^(?:no|không|chưa) /);
          else expect(numberOf(shown)).toBeCloseTo(over / under, 9);
        };
        same(cpl, spent!, leads!);
        same(cpc, spent!, clicks!);
        same(cpm, spent! * 1000, impressions!);
        same(ctr, clicks!, impressions!);
        same(cpa, spent!, sales!);
      });
      expect(rows.filter((row) => row[13] === none)).toHaveLength(197);
    }, 120_000);

    it('the summary adds up', async () => {
      const rows = (await opened).get(summary!.name)!;
      const total = rows[11]!.map(numberOf);
      const sum = (column: number) => data.reduce((all, row) => all + row[column]!, 0);
      const [impressions, clicks, cost, leads, customers] = [7, 8, 9, 10, 11].map(sum);
      [cost, impressions, clicks, leads, customers].forEach((expected, i) => {
        expect(total[2 + i]).toBeCloseTo(expected!, 6);
      });
      expect(total[7]).toBeCloseTo(cost! / leads!, 9);
      expect(total[11]).toBeCloseTo(clicks! / impressions!, 12);
      expect(total[13]).toBeCloseTo(cost! / customers!, 9);
      expect(numberOf(rows[4]?.[0])).toBeCloseTo(cost! / leads!, 9);
      expect(rows[10]?.[7]).toBe(none);
      expect(rows.slice(7, 11).map((row) => row[8]?.[0])).toEqual(['▲', '▼', '▼', '○']);
    }, 120_000);
  },
);
