import type { Collection } from './records.ts';
import type { Filter, Search } from './search-request.ts';

/** What is made takes a while until searches find it. */
const indexedMs = 20_000;

/** What a search finds at a moment. */
export function found<R>(search: Search, collection: Collection<R>, nowMs: number): object {
  const { records, properties, createdMs } = collection;
  const value = (record: R, name: string) => properties[name]?.of(record, nowMs) ?? null;
  const passes = (record: R): boolean =>
    createdMs(record) <= nowMs - indexedMs &&
    (search.groups.length === 0 ||
      search.groups.some((group) =>
        group.every((filter) => isPassed(filter, value(record, filter.propertyName))),
      )) &&
    (search.query === '' || isNamed(collection, record, search.query, nowMs));
  const all = records.filter(passes);
  const { sort, after, limit } = search;
  const sorted =
    sort === null
      ? all
      : [...all].sort(by((record) => value(record, sort.propertyName), sort.descending));
  const results = sorted
    .slice(after, after + limit)
    .map((each) => shown(each, collection, search.properties, nowMs));
  const next = after + limit;
  return {
    total: all.length,
    results,
    ...(next < all.length ? { paging: { next: { after: String(next) } } } : {}),
  };
}

/** A record as it is answered: the usual properties, and those that were asked for and are there. */
export function shown<R>(
  record: R,
  { properties, id, createdMs }: Collection<R>,
  asked: readonly string[],
  nowMs: number,
): object {
  const names = ['createdate', 'hs_object_id', ...asked].filter((name) =>
    Object.keys(properties).includes(name),
  );
  const iso = new Date(createdMs(record)).toISOString();
  return {
    id: String(id(record)),
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        textOf(properties[name]?.of(record, nowMs) ?? null, properties[name]?.type),
      ]),
    ),
    createdAt: iso,
    updatedAt: iso,
    archived: false,
  };
}

const textOf = (value: string | number | null, type: string | undefined): string | null =>
  value === null
    ? null
    : type === 'datetime'
      ? new Date(Number(value)).toISOString()
      : String(value);

function isNamed<R>(
  { properties }: Collection<R>,
  record: R,
  query: string,
  nowMs: number,
): boolean {
  const text = Object.values(properties)
    .filter(({ type }) => type === 'string')
    .map(({ of }) => of(record, nowMs))
    .join(' ');
  return text.toLowerCase().includes(query.toLowerCase());
}

const by =
  <R>(value: (record: R) => string | number | null, descending: boolean) =>
  (one: R, other: R): number => {
    const [first, second] = descending ? [value(other), value(one)] : [value(one), value(other)];
    if (first === null || second === null)
      return (first === null ? 1 : 0) - (second === null ? 1 : 0);
    return first < second ? -1 : first > second ? 1 : 0;
  };

function isPassed({ operator, value, highValue, values }: Filter, own: string | number | null) {
  if (operator === 'HAS_PROPERTY') return own !== null;
  if (operator === 'NOT_HAS_PROPERTY') return own === null;
  // What has no value passes only what asks for another one.
  if (own === null) return ['NEQ', 'NOT_IN', 'NOT_CONTAINS_TOKEN'].includes(operator);
  const like = (text: string): string | number => (typeof own === 'number' ? Number(text) : text);
  switch (operator) {
    case 'EQ':
      return own === like(value);
    case 'NEQ':
      return own !== like(value);
    case 'LT':
      return own < like(value);
    case 'LTE':
      return own <= like(value);
    case 'GT':
      return own > like(value);
    case 'GTE':
      return own >= like(value);
    case 'BETWEEN':
      return own >= like(value) && own <= like(highValue);
    case 'IN':
      return values.some((each) => own === like(each));
    case 'NOT_IN':
      return values.every((each) => own !== like(each));
    case 'CONTAINS_TOKEN':
      return String(own).toLowerCase().includes(value.toLowerCase());
    case 'NOT_CONTAINS_TOKEN':
      return !String(own).toLowerCase().includes(value.toLowerCase());
  }
}
