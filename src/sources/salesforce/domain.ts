import type { Hosts } from '../access.ts';

/** The version that is spoken, for all requests: some years pass before Salesforce retires one. */
const version = 'v66.0';

export const salesforceHosts: Hosts = ['https://*.my.salesforce.com/services/'];

const own = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){0,2}\.my\.salesforce\.com$/;
/** Other addresses at which people see the same organisation in their browser. */
const shownAt = /\.(?:lightning\.force\.com|my\.salesforce-setup\.com)$/;

/**
 * The My Domain of an organisation, as its API is asked at, whichever of its addresses somebody has
 * copied; `null` for what is none, as `login.salesforce.com`, which gives no tokens for this.
 */
export function domainOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 300) return null;
  const [host = ''] = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .split(/[/?#]/);
  const domain = host.replace(shownAt, '.my.salesforce.com');
  return own.test(domain) ? domain : null;
}

export const tokensAt = (domain: string): string => `https://${domain}/services/oauth2/token`;
export const apiAt = (domain: string): string => `https://${domain}/services/data/${version}/`;
/** The rest of an answer stands at an address that Salesforce gives, of whichever version. */
export const restAt = (domain: string, path: string): string => `https://${domain}${path}`;
export const isRest = (path: string): boolean =>
  /^\/services\/data\/v\d{2,3}\.0\/query\/[A-Za-z0-9_-]{5,200}$/.test(path);
