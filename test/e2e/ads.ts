import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** What an ad file holds, counted without any of our own code. */
export interface AdTotals {
  readonly ads: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly spent: number;
  readonly leads: number;
  readonly customers: number;
  readonly withoutClicks: number;
}

export function countAds(file: string): AdTotals {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const sum = (column: string) => data.reduce((total, row) => total + Number(row[column]), 0);
  return {
    ads: data.length,
    impressions: sum('Impressions'),
    clicks: sum('Clicks'),
    spent: sum('Spent'),
    leads: sum('Total_Conversion'),
    customers: sum('Approved_Conversion'),
    withoutClicks: data.filter((row) => Number(row.Clicks) === 0).length,
  };
}
