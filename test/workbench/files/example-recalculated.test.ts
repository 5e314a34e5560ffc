import { beforeAll, describe, expect, it } from 'vitest';
import type { Found } from '../../kit/engine/ironcalc.ts';
import { type Recalculated, recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { staleExample } from './stale-example.ts';

/** No formula of the example asks for the day. */
const anyDay = 46_000;
const none = { vi: 'không có lead', en: 'no leads' };

describe.each(['vi', 'en'] as const)('the example’s file in %s, computed anew', (language) => {
  let file: Recalculated;
  let example: Awaited<ReturnType<typeof staleExample>>;
  let ads: readonly (readonly Found[])[];
  let summary: readonly (readonly Found[])[];
  beforeAll(async () => {
    example = await staleExample(language);
    file = await recalculated(example.bytes, anyDay);
    ads = file.sheets.get(example.ads)?.slice(1) ?? [];
    summary = file.sheets.get(example.summary) ?? [];
  });

  it('has a formula for every number, and none of them keeps what the file remembers', () => {
    // Five ratios of every ad; cards, sums and ratios on the summary.
    expect(file.formulas).toHaveLength(1143 * 5 + 64);
    expect(file.formulas.filter(({ found }) => found === example.stale)).toEqual([]);
    expect(file.formulas.filter(({ found }) => typeof found === 'object')).toEqual([]);
  });

  it('leaves no function to be computed in other cells', () => {
    expect(file.formulas.filter(({ over }) => over.length > 0)).toEqual([]);
  });

  it('has for every ad the ratios its numbers give', () => {
    expect(ads).toHaveLength(1143);
    example.data.forEach(([, , , , , , , impressions, clicks, spent, leads, sales], row) => {
      const ratios = [
        [spent! / leads!, leads!],
        [spent! / clicks!, clicks!],
        [(spent! * 1000) / impressions!, impressions!],
        [clicks! / impressions!, impressions!],
        [spent! / sales!, sales!],
      ] as const;
      for (const [at, [expected, under]] of ratios.entries()) {
        const found = ads[row]?.[13 + at];
        if (under === 0) expect(found, `row ${row + 2}`).toMatch(/^(?:no|không|chưa) /);
        else expect(found, `row ${row + 2}`).toBeCloseTo(expected, 9);
      }
    });
    expect(ads.filter((row) => row[13] === none[language])).toHaveLength(197);
  });

  it('has a summary that adds up', () => {
    const sum = (column: number) => example.data.reduce((all, row) => all + row[column]!, 0);
    const [impressions, clicks, cost, leads, customers] = [7, 8, 9, 10, 11].map(sum);
    const total = summary[11] ?? [];
    [cost, impressions, clicks, leads, customers].forEach((expected, at) => {
      expect(total[2 + at]).toBeCloseTo(expected!, 6);
    });
    expect(total[7]).toBeCloseTo(cost! / leads!, 9);
    expect(total[9]).toBeCloseTo(cost! / clicks!, 9);
    expect(total[10]).toBeCloseTo((cost! * 1000) / impressions!, 9);
    expect(total[11]).toBeCloseTo(clicks! / impressions!, 12);
    expect(total[12]).toBeCloseTo(customers! / leads!, 12);
    expect(total[13]).toBeCloseTo(cost! / customers!, 9);
    expect(summary[4]?.[0]).toBeCloseTo(cost! / leads!, 9);
    expect(summary[10]?.[7]).toBe(none[language]);
    expect(summary.slice(7, 11).map((row) => String(row[8])[0])).toEqual(['▲', '▼', '▼', '○']);
  });
});
