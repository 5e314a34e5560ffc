import type { Column, Condition, Literal, Query } from './coql-parse.ts';
import { badColumn, badModule, badQuery, badValue } from './failure.ts';
import type { Field, Row, Value } from './records.ts';

/** What a question is asked of. */
export interface Held {
  fields(module: string): readonly Field[] | null;
  rows(module: string): readonly Row[];
}

/** What a question comes to; `null` for nothing at all, which is answered without a body. */
export function runQuery(query: Query, held: Held): object | null {
  const { module, columns, where, groupBy, orderBy, offset, limit } = query;
  const fields = held.fields(module);
  if (!fields) throw badModule(module);
  const field = (name: string): Field => {
    const found = fields.find((each) => each.name === name);
    if (!found) throw badColumn(name);
    return found;
  };
  const named = namesIn(where);
  for (const name of [...columns.map((each) => each.field), ...named, ...groupBy]) field(name);
  for (const each of orderBy) field(each.field);
  checkValues(where, field);
  const totals = columns.some(({ total }) => total !== null);
  if (totals || groupBy.length > 0) {
    const loose = columns.find((each) => each.total === null && !groupBy.includes(each.field));
    if (loose) throw badQuery(`${loose.field} is neither grouped nor aggregated`);
  }
  // Leads that were converted are left out of a question that does not name the field.
  const hides = module === 'Leads' && !named.includes('Converted__s');
  const rows = held
    .rows(module)
    .filter((row) => !(hides && row.Converted__s === true) && holds(where, row, field));
  const found = totals || groupBy.length > 0 ? grouped(rows, columns, groupBy) : rows;
  const sorted = sortedBy(found, orderBy.length > 0 ? orderBy : [{ field: 'id', down: false }]);
  const shown = sorted.slice(offset, offset + limit);
  if (shown.length === 0) return null;
  const data =
    found === rows
      ? shown.map((row) =>
          Object.fromEntries([
            ...columns.map(({ key, field: of }) => [key, row[of] ?? null]),
            ['id', row.id ?? null],
          ]),
        )
      : shown;
  return { data, info: { count: shown.length, more_records: sorted.length > offset + limit } };
}

function namesIn(where: Condition): readonly string[] {
  return where.is === 'test' ? [where.field] : [...namesIn(where.one), ...namesIn(where.other)];
}

function checkValues(where: Condition, field: (name: string) => Field): void {
  if (where.is !== 'test') {
    checkValues(where.one, field);
    checkValues(where.other, field);
    return;
  }
  const { type } = field(where.field);
  for (const value of where.values) {
    const right =
      type === 'datetime'
        ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(String(value))
        : type === 'date'
          ? /^\d{4}-\d\d-\d\d$/.test(String(value))
          : type === 'boolean'
            ? typeof value === 'boolean'
            : typeof value !== 'boolean';
    if (!right) throw badValue(where.field);
  }
}

function holds(where: Condition, row: Row, field: (name: string) => Field): boolean {
  if (where.is !== 'test') {
    const one = holds(where.one, row, field);
    return where.is === 'both'
      ? one && holds(where.other, row, field)
      : one || holds(where.other, row, field);
  }
  const held = row[where.field] ?? null;
  if (where.by === 'is null') return held === null;
  if (where.by === 'is not null') return held !== null;
  if (held === null) return where.by === '!=' || where.by === 'not in';
  const { type } = field(where.field);
  const compared = where.values.map((value) => order(held, value, type));
  const [first = Number.NaN, second = Number.NaN] = compared;
  const tests: Readonly<Record<string, boolean>> = {
    '=': first === 0,
    '!=': first !== 0,
    '<': first < 0,
    '>': first > 0,
    '<=': first <= 0,
    '>=': first >= 0,
    between: first >= 0 && second <= 0,
    in: compared.includes(0),
    'not in': !compared.includes(0),
  };
  return tests[where.by] ?? false;
}

/** Moments are compared as moments, ids and amounts as numbers, texts without their capitals. */
function order(held: Value, value: Literal, type: Field['type']): number {
  const plain = typeof held === 'object' && held !== null ? held.id : held;
  if (type === 'datetime') return Date.parse(String(plain)) - Date.parse(String(value));
  if (type === 'bigint') return Math.sign(Number(BigInt(String(plain)) - BigInt(String(value))));
  if (typeof plain === 'number') return plain - Number(value);
  const [one, other] = [String(plain).toLowerCase(), String(value).toLowerCase()];
  return one === other ? 0 : one < other ? -1 : 1;
}

function grouped(
  rows: readonly Row[],
  columns: readonly Column[],
  groupBy: readonly string[],
): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(groupBy.map((name) => row[name] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (groupBy.length === 0 && groups.size === 0) groups.set('', []);
  return [...groups.values()].map((group) =>
    Object.fromEntries(columns.map((column) => [column.key, totalOf(column, group)])),
  );
}

function totalOf({ field, total }: Column, group: readonly Row[]): Value {
  if (total === null) return group[0]?.[field] ?? null;
  const held = group.flatMap((row) =>
    row[field] === null || row[field] === undefined ? [] : [row[field]],
  );
  if (total === 'COUNT') return held.length;
  const numbers = held.map(Number);
  const sum = numbers.reduce((all, each) => all + each, 0);
  if (total === 'SUM') return sum;
  if (numbers.length === 0) return null;
  if (total === 'AVG') return sum / numbers.length;
  return total === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
}

function sortedBy(rows: readonly Row[], by: Query['orderBy']): readonly Row[] {
  return [...rows].sort((one, other) => {
    for (const { field, down } of by) {
      const [first, second] = [String(one[field] ?? ''), String(other[field] ?? '')];
      if (first !== second) return (first < second ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
}
