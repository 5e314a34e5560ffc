import { readFileSync } from 'node:fs';

/** A method as Google's own client describes it. */
interface Method {
  readonly verb: 'get' | 'post';
  readonly host: string;
  /** `/v1beta/{property=properties/*}:runReport` */
  readonly path: string;
  readonly body: string | null;
  readonly scopes: readonly string[];
  readonly request: string;
  readonly response: string;
}

interface Field {
  readonly type: string;
  readonly repeated?: true;
}

type Type =
  | {
      readonly fields: Readonly<Record<string, Field>>;
      readonly oneofs: readonly (readonly string[])[];
    }
  | { readonly values: readonly string[] };

const { methods, types } = JSON.parse(
  readFileSync(new URL('ga4.json', import.meta.url), 'utf8'),
) as {
  readonly methods: Readonly<Record<string, Method>>;
  readonly types: Readonly<Record<string, Type>>;
};

export { methods };

/**
 * What a message written as JSON breaks of its type: fields that there are not, values of another
 * type, names no enum has, two members of a oneof, 64-bit numbers that are not texts. The type's last
 * name is enough: `RunReportResponse`.
 */
export function violations(type: string, json: unknown): string[] {
  const full = Object.keys(types).filter((name) => name === type || name.endsWith(`.${type}`));
  if (full.length !== 1) throw new Error(`${full.length} types are called ${type}`);
  return walk(full[0] ?? type, json, '');
}

function walk(name: string, json: unknown, at: string): string[] {
  const type = types[name];
  if (!type) return scalar(name, json) ? [] : [`${at}: not ${name}: ${JSON.stringify(json)}`];
  if ('values' in type) {
    const known = typeof json === 'string' && type.values.includes(json);
    return known ? [] : [`${at}: no ${name}: ${JSON.stringify(json)}`];
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return [`${at}: not ${name}: ${JSON.stringify(json)}`];
  }
  const found = Object.entries(json).flatMap(([key, value]: [string, unknown]) => {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
    const here = at ? `${at}.${key}` : key;
    if (!field) return [`${here}: unknown`];
    if (!field.repeated) return walk(field.type, value, here);
    return Array.isArray(value)
      ? value.flatMap((each, index) => walk(field.type, each, `${here}[${index}]`))
      : [`${here}: no list`];
  });
  const several = type.oneofs
    .map((oneof) => oneof.filter((member) => Object.hasOwn(json, member)))
    .filter((members) => members.length > 1)
    .map((members) => `${at}: ${members.join(' and ')}`);
  return [...found, ...several];
}

const bounds: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

function scalar(type: string, json: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof json === 'string';
    case 'bool':
      return typeof json === 'boolean';
    case 'int32':
      return Number.isInteger(json) && Math.abs(Number(json) + 0.5) < 2 ** 31;
    case 'int64':
    case 'uint64': {
      if (typeof json !== 'string' || !/^-?\d+$/.test(json)) return false;
      const [least, most] = bounds[type] ?? [0n, 0n];
      return BigInt(json) >= least && BigInt(json) <= most;
    }
    case 'double':
    case 'float':
      return typeof json === 'number'
        ? Number.isFinite(json)
        : ['NaN', 'Infinity', '-Infinity'].includes(String(json));
    case 'google.protobuf.Timestamp':
      return typeof json === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(json);
    default:
      throw new Error(`nothing is known of ${type}`);
  }
}

export interface Called {
  /** The full name of the method. */
  readonly name: string;
  readonly method: Method;
  readonly violations: readonly string[];
}

/** Which method a request calls, and what it breaks of it: path, query and body are its message. */
export function called(request: {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}): Called | null {
  const url = new URL(request.url);
  for (const [name, method] of Object.entries(methods)) {
    const inPath = pathFields(method.path).exec(url.pathname)?.groups;
    const matches = inPath !== undefined || method.path === url.pathname;
    if (!matches || method.verb !== request.method || method.host !== url.host) continue;
    const message: Record<string, unknown> = {
      ...(method.body === '*' && isObject(request.body) ? request.body : {}),
      ...inPath,
    };
    const found: string[] = [];
    if (method.body === null && request.body != null) found.push('a body where there is none');
    if (method.body === '*' && !isObject(request.body)) found.push('no body');
    for (const [key, value] of url.searchParams) {
      const type = types[method.request];
      const field = type && 'fields' in type ? type.fields[key] : undefined;
      message[key] = field?.type === 'int32' && /^\d+$/.test(value) ? Number(value) : value;
    }
    return { name, method, violations: [...found, ...violations(method.request, message)] };
  }
  return null;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{property=properties/*}` stands for exactly one name behind `properties/`. */
function pathFields(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)=([^}]*)\}|[.:]/g, (part, field?: string, shape = '') =>
    field ? `(?<${field}>${shape.replaceAll('*', '[^/:]+')})` : `\\${part}`,
  );
  return new RegExp(`^${pattern}$`);
}
