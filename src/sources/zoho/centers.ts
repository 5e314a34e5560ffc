import type { Hosts } from '../access.ts';

/**
 * The data centres of Zoho: an account is at one of them, and no other knows it. What stands in a plan
 * is the ending of its addresses; which of them serve as accounts server is Zoho's own list.
 */
const addresses = {
  com: ['https://www.zohoapis.com', 'https://accounts.zoho.com'],
  eu: ['https://www.zohoapis.eu', 'https://accounts.zoho.eu'],
  in: ['https://www.zohoapis.in', 'https://accounts.zoho.in'],
  'com.au': ['https://www.zohoapis.com.au', 'https://accounts.zoho.com.au'],
  jp: ['https://www.zohoapis.jp', 'https://accounts.zoho.jp'],
  ca: ['https://www.zohoapis.ca', 'https://accounts.zohocloud.ca'],
  sa: ['https://www.zohoapis.sa', 'https://accounts.zoho.sa'],
  'com.cn': ['https://www.zohoapis.com.cn', 'https://accounts.zoho.com.cn'],
} as const satisfies Readonly<Record<string, readonly [`https://${string}`, `https://${string}`]>>;
export type Center = keyof typeof addresses;

export const centers = Object.keys(addresses) as readonly Center[];

export const centerOf = (value: unknown): Center | null =>
  centers.find((center) => center === value) ?? null;

/** The center that answers at an address, as Zoho gives it with a token; `null` for none known. */
export const centerAt = (address: string): Center | null =>
  centers.find((center) => addresses[center].some((known) => known === address)) ?? null;

export const apiAt = (center: Center): string => `${addresses[center][0]}/crm/v8/`;
export const tokensAt = (center: Center): string => `${addresses[center][1]}/oauth/v2/token`;

export const apiHosts: Hosts = centers.map(
  (center): Hosts[number] => `${addresses[center][0]}/crm/v8/`,
);
export const tokenHosts: Hosts = centers.map(
  (center): Hosts[number] => `${addresses[center][1]}/oauth/v2/`,
);
