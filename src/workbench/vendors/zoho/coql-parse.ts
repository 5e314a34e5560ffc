import { badQuery, badSyntax, tooMuch, twice } from './failure.ts';

/** A question in COQL, as it is understood. */
export interface Query {
  readonly columns: readonly Column[];
  readonly module: string;
  readonly where: Condition;
  readonly groupBy: readonly string[];
  readonly orderBy: readonly { readonly field: string; readonly down: boolean }[];
  readonly offset: number;
  readonly limit: number;
}

/** A column is answered under exactly what was written, or its alias. */
export interface Column {
  readonly key: string;
  readonly field: string;
  readonly total: 'COUNT' | 'SUM' | 'MIN' | 'MAX' | 'AVG' | null;
}

export type Condition =
  | { readonly is: 'both' | 'either'; readonly one: Condition; readonly other: Condition }
  | {
      readonly is: 'test';
      readonly field: string;
      readonly by: string;
      readonly values: readonly Literal[];
    };
export type Literal = string | number | boolean;

const most = {
  criteria: 25,
  groups: 4,
  totals: 5,
  orders: 10,
  columns: 500,
  values: 100,
  limit: 2000,
  offset: 100_000,
};

interface Token {
  readonly is: 'word' | 'text' | 'sign';
  readonly text: string;
  readonly from: number;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern =
    /\s*(?:'((?:[^']|'')*)'|([A-Za-z_$][\w.$]*|-?\d+(?:\.\d+)?)|(<=|>=|!=|[=<>(),]))/y;
  while (pattern.lastIndex < query.trimEnd().length) {
    const from = pattern.lastIndex;
    const found = pattern.exec(query);
    if (!found) throw badSyntax(query.slice(from));
    const [, text, word, sign] = found;
    if (text !== undefined) tokens.push({ is: 'text', text: text.replaceAll("''", "'"), from });
    else tokens.push({ is: word === undefined ? 'sign' : 'word', text: word ?? sign ?? '', from });
  }
  return tokens;
}

/** Reads a question as strictly as Zoho does; `ZohoError` where it does not. */
export function parseQuery(query: string): Query {
  const tokens = tokensOf(query);
  let at = 0;
  const rest = () => query.slice(tokens[at]?.from ?? query.length);
  const peek = (text: string): boolean =>
    tokens[at]?.is !== 'text' && tokens[at]?.text.toLowerCase() === text;
  const take = (text: string): boolean => {
    if (!peek(text)) return false;
    at += 1;
    return true;
  };
  const need = (text: string): void => {
    if (!take(text)) throw badSyntax(rest());
  };
  const word = (): string => {
    const token = tokens[at];
    if (token?.is !== 'word') throw badSyntax(rest());
    at += 1;
    return token.text;
  };
  const several = <T>(one: () => T): T[] => {
    const found = [one()];
    while (take(',')) found.push(one());
    return found;
  };
  const number = (): number => {
    const text = word();
    if (!/^\d+$/.test(text)) throw badSyntax(text);
    return Number(text);
  };
  const column = (): Column => {
    const name = word();
    let found: Column = { key: name, field: name, total: null };
    if (take('(')) {
      const total = name.toUpperCase() as Column['total'] & string;
      if (!['COUNT', 'SUM', 'MIN', 'MAX', 'AVG'].includes(total)) throw badSyntax(name);
      const field = word();
      need(')');
      found = { key: `${name}(${field})`, field, total };
    }
    return take('as') ? { ...found, key: word() } : found;
  };
  const literal = (): Literal => {
    const token = tokens[at];
    if (!token || token.is === 'sign') throw badSyntax(rest());
    at += 1;
    if (token.is === 'text') return token.text;
    if (/^(?:true|false)$/i.test(token.text)) return token.text.toLowerCase() === 'true';
    if (!/^-?\d/.test(token.text)) throw badSyntax(token.text);
    return Number(token.text);
  };
  let criteria = 0;
  const test = (): Condition => {
    criteria += 1;
    if (criteria > most.criteria) throw tooMuch('where', most.criteria);
    const field = word();
    if (take('is')) {
      const by = take('not') ? 'is not null' : 'is null';
      need('null');
      return { is: 'test', field, by, values: [] };
    }
    if (take('between')) {
      const first = literal();
      need('and');
      return { is: 'test', field, by: 'between', values: [first, literal()] };
    }
    const not = take('not');
    if (take('in')) {
      need('(');
      const values = several(literal);
      need(')');
      if (values.length > most.values) throw tooMuch('in', most.values);
      return { is: 'test', field, by: not ? 'not in' : 'in', values };
    }
    const sign = tokens[at];
    if (sign?.is !== 'sign' || !['=', '!=', '<', '>', '<=', '>='].includes(sign.text)) {
      throw badSyntax(rest());
    }
    at += 1;
    return { is: 'test', field, by: sign.text, values: [literal()] };
  };
  // Two conditions at most stand side by side: a third one needs brackets around the first two.
  const condition = (): Condition => {
    const part = (): Condition => {
      if (!take('(')) return test();
      const inside = condition();
      need(')');
      return inside;
    };
    const one = part();
    const is = take('and') ? 'both' : take('or') ? 'either' : null;
    if (is === null) return one;
    const whole: Condition = { is, one, other: part() };
    if (peek('and') || peek('or')) throw badSyntax(rest());
    return whole;
  };

  need('select');
  const columns = several(column);
  need('from');
  const module = word();
  if (!take('where')) throw badQuery('where clause is missing');
  const where = condition();
  const by = <T>(clause: string, one: () => T): readonly T[] => {
    if (!take(clause)) return [];
    need('by');
    return several(one);
  };
  const groupBy = by('group', word);
  const orderBy = by('order', () => {
    const field = word();
    const down = take('desc');
    if (!down) take('asc');
    return { field, down };
  });
  let [offset, limit] = [0, 200];
  if (take('limit')) {
    limit = number();
    if (take(',')) [offset, limit] = [limit, number()];
    if (take('offset')) offset = number();
  }
  if (at < tokens.length) throw badSyntax(rest());
  const again = (names: readonly string[]) =>
    names.find((name, nth) => names.indexOf(name) !== nth);
  const double =
    again(groupBy) ??
    again(orderBy.map(({ field }) => field)) ??
    again(columns.map(({ key }) => key));
  if (double !== undefined) throw twice(double);
  if (columns.length > most.columns) throw tooMuch('select', most.columns);
  if (groupBy.length > most.groups) throw tooMuch('group by', most.groups);
  if (orderBy.length > most.orders) throw tooMuch('order by', most.orders);
  if (columns.filter(({ total }) => total !== null).length > most.totals) {
    throw tooMuch('aggregate', most.totals);
  }
  if (limit > most.limit || limit < 1) throw tooMuch('limit', most.limit);
  if (offset + limit > most.offset) throw tooMuch('offset', most.offset);
  return { columns, module, where, groupBy, orderBy, offset, limit };
}
