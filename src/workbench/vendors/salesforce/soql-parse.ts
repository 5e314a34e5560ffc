import { malformed } from './failure.ts';

/** A question in SOQL, as it is understood. */
export interface Query {
  readonly columns: readonly Column[];
  readonly object: string;
  readonly where: Condition | null;
  readonly groupBy: readonly Term[];
  readonly orderBy: readonly { readonly term: Term; readonly down: boolean }[];
  readonly limit: number | null;
}
interface Column {
  readonly term: Term;
  readonly alias: string | null;
}
/** A field, or functions around one: `DAY_ONLY(convertTimezone(CreatedDate))`. */
export interface Term {
  /** In small letters, the outermost first. */
  readonly calls: readonly string[];
  /** `''` in `COUNT()`. */
  readonly field: string;
}
export type Condition =
  | { readonly is: 'all' | 'any'; readonly parts: readonly Condition[] }
  | {
      readonly is: 'test';
      readonly field: string;
      readonly by: string;
      readonly values: readonly Literal[];
    };
interface Literal {
  readonly is: 'text' | 'number' | 'boolean' | 'null' | 'date' | 'datetime';
  readonly value: string;
}

interface Token {
  readonly is: 'word' | 'text' | 'sign';
  readonly text: string;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|([\w.:+-]+)|(<=|>=|!=|[=<>(),]))/y;
  const end = query.trimEnd().length;
  while (pattern.lastIndex < end) {
    const from = pattern.lastIndex;
    const found = pattern.exec(query);
    if (!found) throw malformed(`unexpected token: '${query.slice(from).trim().slice(0, 20)}'`);
    const [, text, word, sign = ''] = found;
    if (text !== undefined) tokens.push({ is: 'text', text: text.replace(/\\(.)/g, '$1') });
    else tokens.push({ is: word === undefined ? 'sign' : 'word', text: word ?? sign });
  }
  return tokens;
}

const literals: readonly (readonly [Literal['is'], RegExp])[] = [
  ['datetime', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/],
  ['date', /^\d{4}-\d\d-\d\d$/],
  ['number', /^[+-]?\d+(?:\.\d+)?$/],
  ['boolean', /^(?:true|false)$/i],
  ['null', /^null$/i],
];

/** Reads a question; `SalesforceError` where Salesforce would not. */
export function parseQuery(query: string): Query {
  const tokens = tokensOf(query);
  let at = 0;
  const peek = (text: string): boolean =>
    tokens[at] !== undefined &&
    tokens[at]?.is !== 'text' &&
    tokens[at]?.text.toLowerCase() === text;
  const take = (text: string): boolean => {
    if (!peek(text)) return false;
    at += 1;
    return true;
  };
  const unexpected = () => malformed(`unexpected token: '${tokens[at]?.text ?? '<EOF>'}'`);
  const need = (text: string): void => {
    if (!take(text)) throw unexpected();
  };
  const name = (): string => {
    const token = tokens[at];
    if (token?.is !== 'word' || !/^[A-Za-z][\w.]*$/.test(token.text)) throw unexpected();
    at += 1;
    return token.text;
  };
  const several = <T>(one: () => T): T[] => {
    const found = [one()];
    while (take(',')) found.push(one());
    return found;
  };
  const term = (): Term => {
    const first = name();
    if (!take('(')) return { calls: [], field: first };
    if (take(')')) return { calls: [first.toLowerCase()], field: '' };
    const { calls, field } = term();
    need(')');
    return { calls: [first.toLowerCase(), ...calls], field };
  };
  const column = (): Column => {
    const own = term();
    const isNamed = !peek(',') && !peek('from');
    return { term: own, alias: isNamed ? name() : null };
  };
  const literal = (): Literal => {
    const token = tokens[at];
    if (!token || token.is === 'sign') throw unexpected();
    at += 1;
    if (token.is === 'text') return { is: 'text', value: token.text };
    const [is] = literals.find(([, looks]) => looks.test(token.text)) ?? [];
    if (is === undefined) throw malformed(`unexpected token: '${token.text}'`);
    return { is, value: token.text };
  };
  const test = (): Condition => {
    if (take('(')) {
      const inside = condition();
      need(')');
      return inside;
    }
    const field = name();
    const not = take('not');
    if (take('in')) {
      need('(');
      const values = several(literal);
      need(')');
      return { is: 'test', field, by: not ? 'not in' : 'in', values };
    }
    if (take('like')) return { is: 'test', field, by: 'like', values: [literal()] };
    const sign = tokens[at];
    if (sign?.is !== 'sign' || !['=', '!=', '<', '>', '<=', '>='].includes(sign.text)) {
      throw unexpected();
    }
    at += 1;
    return { is: 'test', field, by: sign.text, values: [literal()] };
  };
  const condition = (): Condition => {
    const parts = [test()];
    const word = peek('and') ? 'and' : peek('or') ? 'or' : null;
    while (word !== null && take(word)) parts.push(test());
    // AND and OR stand side by side only in brackets.
    if (peek('and') || peek('or')) throw unexpected();
    return { is: word === 'or' ? 'any' : 'all', parts };
  };

  need('select');
  const columns = several(column);
  need('from');
  const object = name();
  const where = take('where') ? condition() : null;
  const by = <T>(clause: string, one: () => T): readonly T[] => {
    if (!take(clause)) return [];
    need('by');
    return several(one);
  };
  const groupBy = by('group', term);
  const orderBy = by('order', () => {
    const own = term();
    const down = take('desc');
    if (!down) take('asc');
    return { term: own, down };
  });
  const limit = take('limit') ? Number(literal().value) : null;
  if (at < tokens.length) throw unexpected();
  return { columns, object, where, groupBy, orderBy, limit };
}
