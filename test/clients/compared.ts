import type { HttpRequest } from '../../src/sources/source.ts';
import type { VendorRequest, VendorResponse } from '../../src/workbench/vendors/vendor.ts';
import { formOf } from '../../src/workbench/vendors/zoho/form.ts';

/**
 * In what a request of ours differs from the one that a vendor's client sent for the same question:
 * a line each of method, host, path, type, query, and of each value in the body, `ours | the client's`.
 */
export function differences(ours: HttpRequest, theirs: VendorRequest): readonly string[] {
  const [own, other] = [new URL(ours.url), new URL(theirs.url)];
  const body = ours.form ?? ours.body;
  return [
    ...line('method', ours.method, theirs.method),
    ...line('host', own.host, other.host),
    ...line('path', decoded(own.pathname), decoded(other.pathname)),
    ...line('type', typeOf(ours), sentType(theirs)),
    ...lines('query.', [...own.searchParams], [...other.searchParams]),
    ...lines('body', leaves(body), leaves(read(theirs))),
  ];
}

/** What of an answer the client has read otherwise than it was sent, or not at all: `sent | read`. */
export const misread = ({ body }: VendorResponse, parsed: unknown): readonly string[] =>
  lines(
    'answer',
    leaves(JSON.parse(body, moments)),
    leaves(JSON.parse(JSON.stringify(parsed, written), moments)),
  );

/** Ids that are longer than a number keeps. */
const written = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

/** A client makes dates of moments, of some of them, and a date is told in another way than it was sent. */
const moments = (_: string, value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d)$/.test(value)
    ? new Date(value).toISOString()
    : value;

/** The same, told on the screen beside which question it was. */
export function told(question: string, found: readonly string[]): readonly string[] {
  console.log(
    [`${question}: ${found.length === 0 ? 'equal' : 'different'}`, ...found].join('\n  '),
  );
  return found;
}

/** How what is sent is written, as `apps-script` says it. */
function typeOf({ form, body }: HttpRequest): string {
  if (form) return 'application/x-www-form-urlencoded';
  return body === null ? absent : 'application/json';
}

const sentType = ({ headers, body }: VendorRequest): string =>
  body === '' ? absent : (headers['content-type']?.split(';')[0] ?? absent);

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

/** A body of JSON, or the fields of a form, whichever way a form is sent. */
function read(request: VendorRequest): unknown {
  if (request.body === '') return null;
  const isForm = /form/.test(request.headers['content-type'] ?? '');
  return isForm ? formOf(request, new URLSearchParams()) : JSON.parse(request.body);
}

/** Every value of a body with its way there: `.filterGroups.0.filters.0.operator`. */
function leaves(value: unknown, way = ''): Pairs {
  if (value === null || value === undefined) return way === '' ? [] : [[way, 'null']];
  if (typeof value !== 'object') return [[way, JSON.stringify(value)]];
  const inner = Object.entries(value).flatMap(([name, each]) => leaves(each, `${way}.${name}`));
  return inner.length > 0 || way === '' ? inner : [[way, Array.isArray(value) ? '[]' : '{}']];
}
