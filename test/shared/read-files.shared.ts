import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/workbench/files/csv.ts';
import { adsFile, churnFile } from './published-files.ts';

describe.each(['vi_VN', 'en_US'])('the published files in %s', (locale) => {
  const rowsOf = (fileName: string) => {
    const answer = readCsv(readFileSync(fileName), { fileName, locale });
    if ('problem' in answer) throw new Error(answer.problem.en);
    return answer.ok.sheet.rows;
  };
  const sum = (rows: ReturnType<typeof rowsOf>, column: number) =>
    rows.slice(1).reduce((total, row) => total + (row[column] as number), 0);

  it('ads: totals and dates', () => {
    const rows = rowsOf(adsFile);
    expect(rows).toHaveLength(1144);
    const [impressions, clicks, spent, leads, sales] = [7, 8, 9, 10, 11].map((c) => sum(rows, c));
    expect([impressions, clicks, leads, sales]).toEqual([213_434_828, 38_165, 3264, 1079]);
    expect(spent).toBeCloseTo(58_705.23, 2);
    expect(spent! / leads!).toBeCloseTo(17.9857, 4);
    expect(rows.filter((row) => row[8] === 0)).toHaveLength(207);
    expect(new Set(rows.slice(1).map((row) => row[2]))).toEqual(new Set([916, 936, 1178]));
    expect(rows[1]?.slice(0, 5)).toEqual([45169, 708746, 916, 103916, '30-34']);
  });

  it('churn: who left, and blank charges', () => {
    const rows = rowsOf(churnFile);
    expect(rows).toHaveLength(7044);
    expect(rows.filter((row) => row[20] === 'Yes')).toHaveLength(1869);
    expect(rows.filter((row) => row[20] === 'No')).toHaveLength(5174);
    expect(rows.filter((row) => row[19] === null)).toHaveLength(11);
    expect(rows.slice(1).every((row) => row[19] === null || typeof row[19] === 'number')).toBe(
      true,
    );
  });
});
