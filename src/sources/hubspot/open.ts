import type { Language } from '../../messages/compiled/languages.ts';
import { hubspotWords } from '../../messages/compiled/sources/hubspot.ts';
import type { AccountField, AccountOpening, Asker, Opened } from '../define-source.ts';
import { zoneName } from '../zone.ts';
import type { PortalAccount } from './account.ts';
import { type HubObject, scopes } from './api.ts';
import { dimensions, isDimension, sourceNames } from './dimensions.ts';
import { mayRead, portalLookup, type Stage, stagesLookup } from './lookup.ts';
import { metricOf, stageMetric, usualMetrics, usualStages } from './metrics.ts';
import { proposedFor } from './propose.ts';

const objects: readonly HubObject[] = ['contacts', 'deals'];

/** The account of a key: what it is called, what of it the key may read, and what is proposed. */
export function open(of: AccountOpening<PortalAccount>, asker: Asker): Opened<PortalAccount> {
  const { known, id, fields, language, inputs, plan, zone } = of;
  const say = hubspotWords(language);
  const facts = asker.ask(portalLookup());
  if (known && known.portal !== facts.portal) {
    return asker.ask({ trouble: { kind: 'otherPortal', detail: facts.portal } });
  }
  const readable = objects.filter((object) => isReadable(object, asker));
  if (readable.length === 0) {
    const detail = objects.map((object) => scopes[object]).join(', ');
    return asker.ask({ trouble: { kind: 'scopeLacks', detail } });
  }
  const stages = readable.includes('contacts') ? stagesOf(asker) : [];
  const typed = (fields.name ?? '').trim();
  const account: PortalAccount = {
    source: 'hubspot',
    id,
    name: typed || known?.name || facts.name || facts.portal,
    currency: facts.currency,
    zone: facts.zone,
    portal: facts.portal,
  };
  return {
    account,
    details: [
      [say.hubId, facts.portal],
      [say.zone, facts.zone],
      [say.currency, facts.currency],
    ],
    notices: [
      ...objects
        .filter((object) => !readable.includes(object))
        .map((object) => say.mayNotRead[object]({ scope: scopes[object] })),
      ...(facts.isTest ? [say.testAccount] : []),
      ...(zoneName(zone) === zoneName(facts.zone)
        ? []
        : [say.otherZone({ theirs: facts.zone, ours: zone })]),
      ...(plan.currency === facts.currency
        ? []
        : [say.otherCurrency({ theirs: facts.currency, ours: plan.currency })]),
    ],
    metrics: metricsOf(readable, stages, language),
    dimensions: Object.keys(dimensions)
      .filter((name) => name !== 'pipeline' || readable.includes('deals'))
      .map((name) => ({ name, title: capital(isDimension(name) ? say.dimensions[name] : name) })),
    splits: readable.includes('deals') ? ['source', 'pipeline'] : ['source'],
    known: usualMetrics.map((metric) => ({ metric, dimension: 'source', values: sourceNames })),
    proposals: inputs.flatMap((input) => {
      const proposal = proposedFor(input);
      const metric = metricOf(proposal?.metric ?? null);
      return proposal && metric && readable.includes(metric.object) ? [proposal] : [];
    }),
  };
}

/** Whether the key may read records of a kind; whatever else is wrong ends the opening. */
function isReadable(object: HubObject, asker: Asker): boolean {
  const found = asker.attempt(mayRead(object));
  if ('value' in found) return true;
  return found.trouble.kind === 'scopeLacks' ? false : asker.ask({ trouble: found.trouble });
}

/** The account’s stages; where the key may read contacts but not this, those that every account has. */
function stagesOf(asker: Asker): readonly Stage[] {
  const found = asker.attempt(stagesLookup());
  if ('value' in found) return found.value;
  return found.trouble.kind === 'scopeLacks' ? [] : asker.ask({ trouble: found.trouble });
}

function metricsOf(
  readable: readonly HubObject[],
  stages: readonly Stage[],
  language: Language,
): readonly AccountField[] {
  const say = hubspotWords(language);
  const titles: Readonly<Record<string, string>> = say.metrics;
  const usual = usualMetrics
    .filter((name) => readable.includes(metricOf(name)?.object ?? 'deals'))
    .map((name) => ({ name, title: capital(titles[name] ?? name) }));
  const own = stages
    .filter(({ id }) => !Object.values<string>(usualStages).includes(id))
    .map(({ id, label }) => ({
      name: stageMetric(id),
      title: capital(say.stage({ stage: label })),
    }));
  return [...usual, ...own];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
