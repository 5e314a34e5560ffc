/** A piece of a formula. The texts of all tokens, joined, are the formula again. */
export interface Token {
  readonly kind:
    | 'string'
    | 'quotedSheet'
    | 'number'
    /** A function's name, a reference without its sheet, a named range, TRUE. */
    | 'name'
    | 'separator'
    | 'open'
    | 'close'
    | 'operator'
    | 'space'
    | 'error'
    /** What stands in square brackets: a column of a table. */
    | 'bracket';
  readonly text: string;
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['quotedSheet', /'(?:[^']|'')*'/uy],
  ['error', /#(?:N\/A|DIV\/0!|NULL!|VALUE!|REF!|NAME\?|NUM!|ERROR!|SPILL!|CALC!)/iuy],
  ['name', /[\p{L}_$][\p{L}\p{M}\p{N}_$.?]*/uy],
  ['bracket', /\[(?:[^[\]]|\[[^[\]]*\])*\]/uy],
  ['separator', /[,;\\]/uy],
  ['open', /[({]/uy],
  ['close', /[)}]/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>:!@%#~]/uy],
];

const numbers = {
  '.': /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy,
  // A comma without a digit behind it separates: `SUM(5,A1)`.
  ',': /(?:\d+(?:[.,]\d+)?|,\d+)(?:E[+-]?\d+)?/iuy,
};

/**
 * Takes a formula apart, its leading `=` included, in the habits of a decimal point or comma.
 * `null` when some part of it is nothing a formula can hold.
 */
export function tokenize(formula: string, decimal: '.' | ','): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: Token['kind'], pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text === undefined) return false;
    tokens.push({ kind, text });
    at += text.length;
    return true;
  };
  while (at < formula.length) {
    if (take('number', numbers[decimal])) continue;
    if (!patterns.some(([kind, pattern]) => take(kind, pattern))) return null;
  }
  return tokens;
}
