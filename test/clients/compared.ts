import type { HttpRequest } from '../../src/sources/source.ts';
import type { VendorRequest, VendorResponse } from '../../src/workbench/vendors/vendor.ts';

/**
 * In what a request of ours differs from the one that a vendor's client sent for the same question:
 * a line each of method, path, query, and of each value in the body, `ours | the client's`.
 */
export function differences(ours: HttpRequest, theirs: VendorRequest): readonly string[] {
  const [own, other] = [new URL(ours.url), new URL(theirs.url)];
  const body = ours.form ?? ours.body;
  return [
    ...line('method', ours.method, theirs.method),
    ...line('host', own.host, other.host),
    ...line('path', decoded(own.pathname), decoded(other.pathname)),
    ...lines('query.', [...own.searchParams], [...other.searchParams]),
    ...lines('body', leaves(body), leaves(read(theirs))),
  ];
}

/** What of an answer the client has read otherwise than it was sent, or not at all: `sent | read`. */
export const misread = ({ body }: VendorResponse, parsed: unknown): readonly string[] =>
  lines('answer', leaves(JSON.parse(body, moments)), leaves(JSON.parse(JSON.stringify(parsed))));

/** A client makes a date of a moment, and a date tells its thousandths whether they were sent or not. */
const moments = (_: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value)
    ? new Date(value).toISOString()
    : value;

/** The same, told on the screen beside which question it was. */
export function told(question: string, found: readonly string[]): readonly string[] {
  console.log(
    [`${question}: ${found.length === 0 ? 'equal' : 'different'}`, ...found].join('\n  '),
  );
  return found;
}

type Pairs = readonly (readonly [string, string])[];

const absent = '(absent)';

/** What is written as it stands or as `%3A` is the same address. */
const decoded = (path: string): string => decodeURIComponent(path);

const line = (what: string, ours: string, theirs: string): readonly string[] =>
  ours === theirs ? [] : [`${what}: ${ours} | ${theirs}`];

function lines(before: string, ours: Pairs, theirs: Pairs): readonly string[] {
  const [own, other] = [new Map(ours), new Map(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])]
    .sort()
    .flatMap((name) => line(before + name, own.get(name) ?? absent, other.get(name) ?? absent));
}

function read({ body, headers }: VendorRequest): unknown {
  if (body === '') return null;
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body);
}

/** Every value of a body with its way there: `.filterGroups.0.filters.0.operator`. */
function leaves(value: unknown, way = ''): Pairs {
  if (value === null || value === undefined) return way === '' ? [] : [[way, 'null']];
  if (typeof value !== 'object') return [[way, JSON.stringify(value)]];
  const inner = Object.entries(value).flatMap(([name, each]) => leaves(each, `${way}.${name}`));
  return inner.length > 0 || way === '' ? inner : [[way, Array.isArray(value) ? '[]' : '{}']];
}
