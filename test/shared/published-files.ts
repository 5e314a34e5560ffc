import { existsSync } from 'node:fs';

/** Published files, too large to be kept here; they stand beside the checkout. */
export const adsFile = '../shared/data/facebook-ad-campaigns.csv';
export const churnFile = '../shared/data/telco-customer-churn.csv';

/** Ends the run with one sentence where what it needs is not there. Nothing is passed over. */
export default function needsPublishedFiles(): void {
  const absent = [adsFile, churnFile].filter((file) => !existsSync(file));
  if (absent.length === 0) return;
  console.error(`npm run test:shared needs files beside this checkout: ${absent.join(', ')}.`);
  process.exit(1);
}
