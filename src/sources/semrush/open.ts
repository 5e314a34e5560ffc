import type { Language } from '../../messages/compiled/languages.ts';
import { semrushWords } from '../../messages/compiled/sources/semrush.ts';
import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import type { AccountOpening, Asker, Opened } from '../define-source.ts';
import type { SourceError } from '../source.ts';
import {
  databaseOf,
  domainOf,
  keepDays,
  mostCompetitors,
  partsOf,
  type SiteAccount,
} from './account.ts';
import { proposedFor } from './propose.ts';
import { competitorsMetric, ownMetric, unitsOf } from './question.ts';
import { unitsLookup } from './units.ts';

/** The balance is asked at another host than numbers are: that it does not answer says nothing of them. */
const ofThatHost = [
  ...['webPage', 'halfAnswer', 'noAnswer', 'timedOut', 'unreachable', 'busy', 'serverError'],
  ...['quotaAtOnce', 'limit', 'unknown'],
];

/** The sites as they were typed, whether the key is one, and what they cost; it costs no unit itself. */
export function open(of: AccountOpening<SiteAccount>, asker: Asker): Opened<SiteAccount> {
  const { id, language, inputs } = of;
  const say = semrushWords(language);
  const sites = sitesOf(of);
  if ('kind' in sites) return asker.ask({ trouble: sites });
  const account: SiteAccount = { source: 'semrush', id, ...sites };
  const found = asker.attempt(unitsLookup);
  if ('trouble' in found && !ofThatHost.includes(found.trouble.kind)) return asker.ask(found);
  const cost = unitsOf(account);
  const left = 'value' in found ? found.value : null;
  return {
    account,
    details: [
      [say.domain, account.domain],
      [say.database, account.database],
      [say.competitors, account.competitors.join(', ')],
      [say.unitsLeft, left === null ? say.unitsUnknown : inWords(left, language)],
      [say.cost, say.costUnits({ units: inWords(cost, language) })],
    ],
    notices: [
      ...(left === null ? [say.notTested] : []),
      ...(left !== null && left < cost ? [say.fewUnits] : []),
      say.kept({ days: keepDays }),
      say.estimates,
    ],
    metrics: [ownMetric, ...(account.competitors.length > 0 ? [competitorsMetric] : [])].map(
      (name) => ({ name, title: say.metrics[name === ownMetric ? 'Ot' : 'competitorsOt'] }),
    ),
    dimensions: [],
    splits: [],
    known: [],
    proposals: inputs.flatMap((input) => {
      const proposal = proposedFor(input);
      const lacks = proposal?.metric === competitorsMetric && account.competitors.length === 0;
      return proposal && !lacks ? [proposal] : [];
    }),
  };
}

type Sites = Omit<SiteAccount, 'source' | 'id'>;

function sitesOf({ known, fields, plan }: AccountOpening<SiteAccount>): Sites | SourceError {
  const typed = (field: string, standing: string) => fields[field] ?? standing;
  const ownText = typed('domain', known?.domain ?? '');
  const domain = domainOf(ownText);
  if (domain === null) return { kind: 'badDomain', detail: ownText.slice(0, 80) };
  const databaseText = typed('database', known?.database ?? '');
  const database = databaseOf(databaseText);
  if (database === null) return { kind: 'badDatabase', detail: databaseText.slice(0, 20) };
  const competitors: string[] = [];
  for (const text of partsOf(typed('competitors', known?.competitors.join(', ') ?? ''))) {
    const other = domainOf(text);
    if (other === null) return { kind: 'badDomain', detail: text.slice(0, 80) };
    if (other === domain) return { kind: 'ownAmongOthers', detail: other };
    if (!competitors.includes(other)) competitors.push(other);
  }
  if (competitors.length > mostCompetitors) {
    return { kind: 'tooManySites', detail: String(competitors.length) };
  }
  const currency = known?.currency ?? plan.currency;
  return { name: `${domain} (${database})`, currency, domain, database, competitors };
}

const inWords = (count: number, language: Language): string =>
  formatAmount(count, 'count', 'VND', language);
