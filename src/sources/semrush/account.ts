import type { Account } from '../../plan/model/feeds.ts';
import { accountFacts } from '../account-facts.ts';

/** A site and those it is set against, in one of Semrush’s databases. */
export interface SiteAccount extends Account {
  readonly source: 'semrush';
  readonly domain: string;
  /** `vn`, `us`, `mobile-us`: where people search. */
  readonly database: string;
  readonly competitors: readonly string[];
}

export const mostCompetitors = 4;

/** Semrush's terms let nobody keep its numbers for more than a month without its written consent. */
export const keepDays = 30;

const accountId = /^semrush-[a-z0-9]{6}$/;
const domainName = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;
const databaseName = /^(?:mobile-)?[a-z]{2,3}$/;

export function readSite(record: Readonly<Record<string, unknown>>): SiteAccount | null {
  const facts = accountFacts(record, accountId);
  const { source, domain, database, competitors } = record;
  if (source !== 'semrush' || !facts || !Array.isArray(competitors)) return null;
  const site = domainOf(domain);
  const where = databaseOf(database);
  const others = competitors.flatMap((each) => domainOf(each) ?? []);
  const isWhole = others.length === competitors.length && others.length <= mostCompetitors;
  if (site === null || where === null || !isWhole) return null;
  if (new Set([site, ...others]).size !== others.length + 1) return null;
  return { source, ...facts, domain: site, database: where, competitors: others };
}

/** `https://www.Shop.example/page` as Semrush takes it: `shop.example`; `null` for what is no domain. */
export function domainOf(typed: unknown): string | null {
  if (typeof typed !== 'string') return null;
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  return domainName.test(host) ? host : null;
}

export function databaseOf(typed: unknown): string | null {
  if (typeof typed !== 'string') return null;
  const name = typed.trim().toLowerCase();
  return databaseName.test(name) ? name : null;
}

/** What people type between domains: commas, semicolons, spaces, a line each. */
export const partsOf = (typed: string): readonly string[] =>
  typed.split(/[\s,;]+/).filter((each) => each !== '');
