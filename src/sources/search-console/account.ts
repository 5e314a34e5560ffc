import { hashText } from '../../messages/hash-text.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { lineOf } from '../../plan/validation/field-reader.ts';
import { accountFacts } from '../account-facts.ts';

/** A site as Search Console has it: a domain with all of its addresses, or what begins like one. */
export interface SiteAccount extends Account {
  readonly source: 'searchConsole';
  readonly zone: typeof pacific;
  /** `sc-domain:shop.example`, `https://shop.example/` */
  readonly site: string;
}

/** Days of Search Console begin and end in California, wherever the site's people are. */
export const pacific = 'America/Los_Angeles';

/** What stands for a currency where nothing is counted in money, as ISO 4217 has it. */
const noCurrency = 'XXX';
const sites = /^(?:sc-domain:[^\s/|]{1,180}|https?:\/\/[^\s|]{1,180})$/;

/** Whether it is the name of a site, and short enough to be kept. */
export const isSite = (text: string): boolean => sites.test(text);

/** The same for everybody who connects the site. */
export const siteId = (site: string): string =>
  `searchConsole-${hashText(site).toString(36).padStart(6, '0').slice(-6)}`;

/** As people say it: `shop.example` for all of a domain, the address for what begins like one. */
export const siteName = (site: string): string => site.replace(/^sc-domain:/, '');

export const siteAccount = (site: string): SiteAccount => ({
  source: 'searchConsole',
  id: siteId(site),
  name: siteName(site),
  currency: noCurrency,
  zone: pacific,
  site,
});

export function readSite(record: Readonly<Record<string, unknown>>): SiteAccount | null {
  const { source } = record;
  const facts = accountFacts(record, /^searchConsole-[a-z0-9]{6}$/);
  const site = lineOf(record.site);
  if (source !== 'searchConsole' || !facts || !site || !isSite(site)) return null;
  if (facts.id !== siteId(site) || record.zone !== pacific) return null;
  return { source, ...facts, zone: pacific, site };
}
