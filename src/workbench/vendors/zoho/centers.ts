/** Zoho's data centres: where each answers, and where it gives tokens. */
export const centers = [
  ['com', 'www.zohoapis.com', 'accounts.zoho.com'],
  ['eu', 'www.zohoapis.eu', 'accounts.zoho.eu'],
  ['in', 'www.zohoapis.in', 'accounts.zoho.in'],
  ['com.au', 'www.zohoapis.com.au', 'accounts.zoho.com.au'],
  ['jp', 'www.zohoapis.jp', 'accounts.zoho.jp'],
  ['ca', 'www.zohoapis.ca', 'accounts.zohocloud.ca'],
  ['sa', 'www.zohoapis.sa', 'accounts.zoho.sa'],
  ['com.cn', 'www.zohoapis.com.cn', 'accounts.zoho.com.cn'],
] as const;
export type CenterName = (typeof centers)[number][0];
