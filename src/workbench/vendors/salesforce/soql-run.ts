import { dayIn, isoDate } from '../days.ts';
import { badColumn, badValue, malformed, notGrouped } from './failure.ts';
import type { Field, Held, Row, Value } from './objects.ts';
import type { Condition, Query, Term } from './soql-parse.ts';

const totals = ['count', 'count_distinct', 'sum', 'min', 'max', 'avg'];
const isTotal = ({ calls: [outer = ''] }: Term): boolean => totals.includes(outer);

/** In whose name a question is run. */
export interface Asking {
  /** `convertTimezone` knows it alone. */
  readonly zone: string;
  /** What an amount is worth in the currency in which sums come. */
  worth(row: Row): number;
}

/** What a question comes to; whether its rows are groups. */
export function runQuery(
  query: Query,
  held: Held,
  asking: Asking,
): { readonly rows: readonly Row[]; readonly grouped: boolean } {
  const { columns, object, where, groupBy, orderBy, limit } = query;
  const field = (name: string): Field => {
    const found = held.fields.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!found) throw badColumn(name, object);
    return found;
  };
  const terms = [
    ...columns.map(({ term }) => term),
    ...groupBy,
    ...orderBy.map(({ term }) => term),
  ];
  for (const term of terms) checkTerm(term, field);
  for (const term of groupBy) {
    const { type, name } = field(term.field);
    const plain = term.calls.length === 0;
    if (isTotal(term) || (plain && ['textarea', 'datetime', 'currency'].includes(type))) {
      throw notGrouped(name);
    }
  }
  if (where) checkCondition(where, field);
  const grouped = groupBy.length > 0 || columns.some(({ term }) => isTotal(term));
  const same = (one: Term, other: Term) => JSON.stringify(one) === JSON.stringify(other);
  const names = columns.map(({ alias }) => alias).filter((alias) => alias !== null);
  const twice = names.find((alias, nth) => names.indexOf(alias) !== nth);
  if (twice !== undefined) throw malformed(`duplicate alias: ${twice}`);
  if (grouped) {
    const loose = columns.find(
      ({ term }) => !isTotal(term) && !groupBy.some((each) => same(each, term)),
    );
    if (loose) throw malformed(`Field must be grouped or aggregated: ${loose.term.field}`);
  } else if (names.length > 0) {
    throw malformed('only aggregate expressions use field aliasing');
  }
  const rows = held.rows().filter((row) => where === null || holds(where, row, field));
  const sorted = sortedBy(rows, orderBy, asking);
  const found = grouped ? groupsOf(sorted, query, asking) : sorted.map((row) => plain(row, query));
  return { rows: limit === null ? found : found.slice(0, limit), grouped };
}

function checkTerm({ calls, field: name }: Term, field: (name: string) => Field): void {
  if (name === '') {
    if (calls.length !== 1 || calls[0] !== 'count') throw malformed("unexpected token: ')'");
    return;
  }
  const { type } = field(name);
  const [outer, inner] = calls;
  if (outer === undefined) return;
  if (outer === 'day_only') {
    if (type !== 'datetime' || (inner !== undefined && inner !== 'converttimezone')) {
      throw malformed(`Invalid function on field ${name}: DAY_ONLY`);
    }
    return;
  }
  if (!totals.includes(outer) || calls.length > 1) {
    throw malformed(`Invalid function: ${outer}`);
  }
  if (outer === 'sum' && type !== 'currency') {
    throw malformed(`field ${name} does not support aggregate operator SUM`);
  }
}

function checkCondition(where: Condition, field: (name: string) => Field): void {
  if (where.is !== 'test') {
    for (const part of where.parts) checkCondition(part, field);
    return;
  }
  const { name, type } = field(where.field);
  const wanted =
    type === 'datetime' || type === 'date' || type === 'boolean'
      ? type
      : type === 'currency'
        ? 'number'
        : 'text';
  for (const value of where.values) {
    if (value.is === wanted || value.is === 'null') continue;
    throw badValue(name, type === 'datetime' ? 'dateTime' : wanted);
  }
}

function holds(where: Condition, row: Row, field: (name: string) => Field): boolean {
  if (where.is !== 'test') {
    const each = (part: Condition) => holds(part, row, field);
    return where.is === 'all' ? where.parts.every(each) : where.parts.some(each);
  }
  const { name, type } = field(where.field);
  const value = row[name] ?? null;
  const order = where.values.map((literal): number => {
    if (literal.is === 'null') return value === null ? 0 : 1;
    if (value === null) return Number.NaN;
    if (type === 'datetime') return momentOf(value) - Date.parse(literal.value);
    if (literal.is === 'number') return Number(value) - Number(literal.value);
    const [one, other] = [String(value).toLowerCase(), literal.value.toLowerCase()];
    return one === other ? 0 : one < other ? -1 : 1;
  });
  const [first = Number.NaN] = order;
  if (where.by === 'like') return isLike(String(value ?? ''), where.values[0]?.value ?? '');
  const tests: Readonly<Record<string, boolean>> = {
    '=': first === 0,
    '!=': first !== 0,
    '<': first < 0,
    '>': first > 0,
    '<=': first <= 0,
    '>=': first >= 0,
    in: order.includes(0),
    'not in': !order.includes(0),
  };
  return tests[where.by] ?? false;
}

const isLike = (value: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    'is',
  ).test(value);

const momentOf = (value: Value): number => Date.parse(String(value).replace('+0000', 'Z'));

const dayTexts = new Map<string, string>();

/** What a term that is no total comes to for a record. */
function valueIn({ calls, field }: Term, row: Row, { zone }: Asking): Value {
  const value = row[field] ?? null;
  if (calls.length === 0 || value === null) return value;
  const own = calls[1] === 'converttimezone' ? zone : 'UTC';
  const key = `${own} ${String(value)}`;
  const known = dayTexts.get(key) ?? isoDate(dayIn(own, momentOf(value)));
  dayTexts.set(key, known);
  return known;
}

function groupsOf(rows: readonly Row[], { columns, groupBy }: Query, asking: Asking): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(groupBy.map((term) => valueIn(term, row, asking)));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  if (groupBy.length === 0 && groups.size === 0) groups.set('', []);
  return [...groups.values()].map((group) => {
    let unnamed = 0;
    return Object.fromEntries(
      columns.map(({ term, alias }): [string, Value] => {
        if (isTotal(term)) return [alias ?? `expr${unnamed++}`, totalOf(term, group, asking)];
        const named = alias ?? (term.calls.length > 0 ? `expr${unnamed++}` : term.field);
        return [named, group[0] ? valueIn(term, group[0], asking) : null];
      }),
    );
  });
}

function totalOf({ calls: [total], field }: Term, group: readonly Row[], { worth }: Asking): Value {
  if (field === '') return group.length;
  const held = group.filter((row) => (row[field] ?? null) !== null);
  const values = held.map((row) => row[field] ?? null);
  if (total === 'count') return held.length;
  if (total === 'count_distinct') return new Set(values).size;
  if (held.length === 0) return null;
  if (total === 'sum' || total === 'avg') {
    const sum = held.reduce((all, row) => all + Number(row[field]) * worth(row), 0);
    return total === 'sum' ? sum : sum / held.length;
  }
  const sorted = [...values].sort((one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one) < String(other)
        ? -1
        : 1,
  );
  return sorted[total === 'min' ? 0 : sorted.length - 1] ?? null;
}

const plain = (row: Row, { columns }: Query): Row =>
  Object.fromEntries(columns.map(({ term }) => [term.field, row[term.field] ?? null]));

function sortedBy(rows: readonly Row[], by: Query['orderBy'], asking: Asking): readonly Row[] {
  if (by.length === 0) return rows;
  return [...rows].sort((one, other) => {
    for (const { term, down } of by) {
      const [first, second] = [one, other].map((row) => String(valueIn(term, row, asking) ?? ''));
      if (first !== second) return ((first ?? '') < (second ?? '') ? -1 : 1) * (down ? -1 : 1);
    }
    return 0;
  });
}
