import { playedGoogleAnalytics } from './ga4/google-analytics.ts';
import { playedHubSpot } from './hubspot/hubspot.ts';
import { playedSalesforce } from './salesforce/salesforce-crm.ts';
import { playedSearchConsole } from './search-console/search-console.ts';
import { playedSemrush } from './semrush/semrush.ts';
import type { Vendor } from './vendor.ts';
import { playedZohoCrm } from './zoho/zoho-crm.ts';

/** The outside systems a script can reach here, each in its first state. */
export const vendors = (): Vendor[] => [
  playedGoogleAnalytics(),
  playedSearchConsole(),
  playedHubSpot(),
  playedZohoCrm({ codeAgain: true }),
  playedSalesforce(),
  playedSemrush(),
];
