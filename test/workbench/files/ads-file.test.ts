import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/workbench/files/csv.ts';
import { countAds } from '../../e2e/ads.ts';

const file = 'src/workbench/example/ads.csv';

describe.each(['vi_VN', 'en_US'])('a file of 1,143 ads in %s', (locale) => {
  const read = (bytes: Uint8Array) => {
    const answer = readCsv(bytes, { fileName: 'ads.csv', locale });
    if ('problem' in answer) throw new Error(answer.problem.en);
    return answer.ok.sheet.rows;
  };

  it('is read with its totals and days, whichever way this spreadsheet writes them', () => {
    const rows = read(readFileSync(file));
    const ads = countAds(file);
    const sum = (column: number) =>
      rows.slice(1).reduce((total, row) => total + (row[column] as number), 0);
    expect(rows).toHaveLength(ads.ads + 1);
    const [impressions, clicks, spent, leads, sales] = [7, 8, 9, 10, 11].map(sum);
    expect([impressions, clicks, leads, sales]).toEqual([
      ads.impressions,
      ads.clicks,
      ads.leads,
      ads.customers,
    ]);
    expect(spent).toBeCloseTo(ads.spent, 2);
    expect(rows.filter((row) => row[8] === 0)).toHaveLength(ads.withoutClicks);
    expect(rows[1]?.slice(0, 5)).toEqual([46204, 810412, 1201, 120313, '30-34']);
  });

  it('keeps its columns numbers where some cells hold nothing but a space', () => {
    let line = 0;
    const spaced = readFileSync(file, 'utf8').replace(/^(?:[^,\n]*,){9}[\d.]+/gm, (start) => {
      line += 1;
      return line % 100 === 0 ? start.replace(/[\d.]+$/, ' ') : start;
    });
    const rows = read(new TextEncoder().encode(spaced)).slice(1);
    expect(rows.filter((row) => row[9] === null)).toHaveLength(11);
    expect(rows.every((row) => row[9] === null || typeof row[9] === 'number')).toBe(true);
  });
});
