import { it } from 'vitest';
import { expectToFeed } from './ads-quarter.ts';

it('a file of 1,143 ads, imported as a tab, feeds a quarter: cost per lead and click, in all and by campaign', async () => {
  await expectToFeed({
    file: 'src/workbench/example/ads.csv',
    quarter: { year: 2026, month: 7 },
    after: Date.UTC(2026, 10, 20, 5),
    campaigns: ['1201', '1202', '1203'],
  });
}, 120_000);
