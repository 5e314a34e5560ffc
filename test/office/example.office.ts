import { describe, expect, it } from 'vitest';
import { staleExample } from '../workbench/files/stale-example.ts';
import { recalculated } from './libreoffice.ts';

/** A number as LibreOffice writes it in full: `0.0382701875239189%` is a fraction. */
const numberOf = (shown: string | undefined): number =>
  shown?.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);

describe.each(['vi', 'en'] as const)(
  'LibreOffice opens and recalculates the example in %s',
  (language) => {
    const opened = (async () => {
      const { bytes, ...rest } = await staleExample(language);
      return { ...rest, sheets: recalculated(bytes) };
    })();
    const none = { vi: 'không có lead', en: 'no leads' }[language];

    it('every ad has the ratios its numbers give', async () => {
      const { sheets, ads, data } = await opened;
      const rows = sheets.get(ads)!.slice(1);
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
      const { sheets, summary, data } = await opened;
      const rows = sheets.get(summary)!;
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
