import { it } from 'vitest';
import { expectToFeed } from '../app/refresh/ads-quarter.ts';
import { adsFile } from './published-files.ts';

it('a published set of 1,143 ads of August 2023 feeds a quarter, in all and by campaign', async () => {
  await expectToFeed({
    file: adsFile,
    quarter: { year: 2023, month: 7 },
    after: Date.UTC(2023, 10, 20, 5),
    campaigns: ['1178', '916', '936'],
  });
});
