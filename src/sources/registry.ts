import type { Account, Feed } from '../plan/model/feeds.ts';
import type { AccountRules } from '../plan/validation/validate-feeds.ts';
import { absentSource } from './absent/entry.ts';
import { manifestFor } from './access.ts';
import type { SourceEntry } from './define-source.ts';
import { googleAnalytics } from './ga4/entry.ts';
import { hubspotCrm } from './hubspot/entry.ts';
import { salesforceCrm } from './salesforce/entry.ts';
import { searchConsole } from './search-console/entry.ts';
import { semrush } from './semrush/entry.ts';
import { tables } from './table/entry.ts';
import { zohoCrm } from './zoho/entry.ts';

/** The sources there are, and the one way to any of them. */
export interface Sources extends AccountRules {
  readonly all: readonly SourceEntry[];
  /**
   * The source of an account of a plan, which has gone through `readAccount`; a stand-in where this
   * build does not contain it.
   */
  of(account: Pick<Account, 'source'>): SourceEntry;
  /** One of those there are. */
  named(id: unknown): SourceEntry | null;
}

export function sourcesOf(all: readonly SourceEntry[]): Sources {
  const named = (id: unknown) => all.find((each) => each.id === id) ?? null;
  const absent = new Map<string, SourceEntry | null>();
  const standIn = (id: string) => {
    const known = absent.get(id);
    const found = known === undefined ? absentSource(id) : known;
    absent.set(id, found);
    return found;
  };
  const known = (id: unknown) => named(id) ?? (typeof id === 'string' ? standIn(id) : null);
  const of = ({ source }: Pick<Account, 'source'>) => {
    const found = known(source);
    if (!found) throw new Error(`There is no source ${source}.`);
    return found;
  };
  return {
    all,
    named,
    of,
    readAccount: (record) => known(record.source)?.readAccount(record) ?? null,
    mayFeed: (feed: Feed, account: Account) => of(account).mayFeed(feed),
  };
}

/** A build has `null` in the place of a source of a flavour that is not its own. */
const isHere = (source: SourceEntry | null): source is SourceEntry => source !== null;

/** What ships, in the order in which it is offered. */
export const shippedSources: Sources = sourcesOf(
  [googleAnalytics, searchConsole, hubspotCrm, zohoCrm, salesforceCrm, semrush, tables].filter(
    isHere,
  ),
);

/** What the manifest names for them, beside what the add-on itself needs. */
export const shippedManifest = () => manifestFor(shippedSources.all.map(({ access }) => access));
