import { expect } from 'vitest';
import type { SeenCell } from '../../src/workbench/page/handle.ts';
import { countAds } from './ads.ts';
import type { workbenchDesk } from './workbench-desk.ts';

const number = (cell: SeenCell) => Number(cell.text.replace(/,/g, ''));

/** That somebody who imports a file of ads and types formulas over it gets the right numbers. */
export async function expectRightNumbers(
  { importFile, read, type }: ReturnType<typeof workbenchDesk>,
  file: string,
): Promise<void> {
  const ads = countAds(file);
  await importFile(file, 'File', 'Import CSV…');
  await expect.poll(async () => (await read('J1')).text).toBe('Spent');
  const typed = {
    N2: `=CPL(J2:J${ads.ads + 1}; K2:K${ads.ads + 1})`,
    O1: '=CPC(J:J; I:I)',
    Q2: '=KPI_TOTAL("CPL"; J:J; K:K)',
    Q3: '=KPI_TOTAL("CPA"; J:J; L:L)',
    Q4: '=KPI_TOTAL("CTR"; I:I; H:H)',
    Q5: '=KPI_TOTAL("CPC"; J:J; I:I)',
    Q6: '=COUNTIF(O1:O2000; "no clicks")',
  };
  for (const [a1, formula] of Object.entries(typed)) {
    await type(a1, formula);
    await expect
      .poll(async () => (await read(a1)).formula, { message: a1 })
      .toBe(formula.replaceAll(';', ','));
  }
  // Numbers come to the page after the server has computed them.
  const shows = (a1: string) => expect.poll(async () => number(await read(a1)));
  await shows('Q2').toBeCloseTo(ads.spent / ads.leads, 4);
  await shows('Q3').toBeCloseTo(ads.spent / ads.customers, 4);
  await shows('Q4').toBeCloseTo(ads.clicks / ads.impressions, 8);
  await shows('Q5').toBeCloseTo(ads.spent / ads.clicks, 5);
  await shows('Q6').toBe(ads.withoutClicks);
  expect(ads.withoutClicks).toBeGreaterThan(100);
  const first = { cost: number(await read('J2')), leads: number(await read('K2')) };
  expect(number(await read('N2'))).toBeCloseTo(first.cost / first.leads, 5);
}
