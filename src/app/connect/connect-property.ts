import { dataWords } from '../../messages/data.ts';
import { fold } from '../../messages/fold.ts';
import type { PropertyAccount } from '../../plan/model/feeds.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import { listKeyEvents, listProperties as pageOf, propertyFacts } from '../../sources/ga4/admin.ts';
import { fieldsOf } from '../../sources/ga4/metadata.ts';
import { topValues } from '../../sources/ga4/values.ts';
import type { Lookup, Trouble } from '../../sources/source.ts';
import type { PropertyFacts, PropertyPage } from '../api/data-api.ts';
import { fieldOf } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import type { World } from '../ports/context.ts';

/** So many are shown at once, and so many pages looked through for them; then the panel asks on. */
const mostShown = 50;
const mostPages = 5;
const mostTries = 3;
const longestWaitMs = 8_000;
const propertyId = /^properties\/\d{1,20}$/;
const dimensionName = /^[A-Za-z][\w:-]{0,99}$/;

/** Why a question to a source has no answer, as a sentence with the way out. */
export function sourceProblem(trouble: Trouble, where: string, { language }: World): string {
  const { what, way } = dataWords(language).troubles[trouble.kind];
  return `${what(where, trouble.detail)} ${way}`;
}

/** Asks one thing, again where that helps soon. */
export function ask<T>(lookup: Lookup<T>, where: string, world: World): T {
  const found = tryToAsk(lookup, world);
  if ('trouble' in found) throw new Problem(sourceProblem(found.trouble, where, world));
  return found.value;
}

export function tryToAsk<T>(
  lookup: Lookup<T>,
  { outside }: World,
): { readonly value: T } | { readonly trouble: Trouble } {
  for (let tries = 1; ; tries += 1) {
    const [response] = outside.send([lookup.request]);
    if (!response) return { trouble: { kind: 'noAnswer', detail: '' } };
    const found = lookup.read(response, outside.nowMs());
    if (found.is === 'ok') return { value: found.value };
    const afterMs = found.is === 'retry' ? (found.afterMs ?? 1000 * 2 ** (tries - 1)) : null;
    if (afterMs === null || afterMs > longestWaitMs || tries >= mostTries) {
      return { trouble: found.trouble };
    }
    outside.wait(afterMs);
  }
}

/** Properties whose names or accounts hold what is searched for, whatever its accents. */
export function listProperties(request: unknown, world: World): PropertyPage {
  const search = fieldOf(request, 'search');
  const wanted = fold(typeof search === 'string' ? search.trim().slice(0, 200) : '');
  let page = tokenOf(fieldOf(request, 'page'));
  const properties: PropertyPage['properties'][number][] = [];
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found = ask(pageOf(page), google(world), world);
    page = found.page;
    properties.push(
      ...found.properties.filter(({ account, name, group }) =>
        [name, group, account].some((text) => fold(text).includes(wanted)),
      ),
    );
    if (page === null || properties.length >= mostShown) break;
  }
  return { properties, page };
}

const tokenOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 2000 ? value : null;

const google = ({ language }: World): string => dataWords(language).sources.ga4;

/** A property's own facts, and what can be asked of it. */
export function openProperty(given: unknown, world: World): PropertyFacts {
  const id = propertyIdOf(given, world);
  const account: PropertyAccount = ask(propertyFacts(id), google(world), world);
  const where = whereFrom(account, world.language);
  const fields = ask(fieldsOf(id), where, world);
  const readable = fields.metrics.filter(({ blocked }) => blocked.length === 0);
  const plain = ({ name, title }: { readonly name: string; readonly title: string }) => ({
    name,
    title,
  });
  return {
    account,
    keyEvents: keyEventsOf(id, where, world),
    metrics: readable.map(plain),
    dimensions: fields.dimensions.map(plain),
  };
}

function keyEventsOf(id: string, where: string, world: World): string[] {
  const names: string[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const found: { names: readonly string[]; page: string | null } = ask(
      listKeyEvents(id, page),
      where,
      world,
    );
    names.push(...found.names);
    page = found.page;
    if (page === null) break;
  }
  return names;
}

/** What a dimension of a property held in the last 90 days, the most frequent first. */
export function dimensionValues(request: unknown, world: World): readonly string[] {
  const id = propertyIdOf(fieldOf(request, 'account'), world);
  const dimension = fieldOf(request, 'dimension');
  if (typeof dimension !== 'string' || !dimensionName.test(dimension)) return [];
  return ask(topValues(id, dimension), google(world), world);
}

function propertyIdOf(value: unknown, world: World): string {
  if (typeof value === 'string' && propertyId.test(value)) return value;
  throw new Problem(sourceProblem({ kind: 'propertyGone', detail: '' }, google(world), world));
}
