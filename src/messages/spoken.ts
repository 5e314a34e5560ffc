import type { NamedInput } from './catalogue.ts';
import { inputTitle } from './catalogue.ts';
import type { Language } from './compiled/languages.ts';

const said: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };

/**
 * An expression over the inputs as a person says it: `cost / leads` → «lead-generation cost ÷ leads».
 * Percent is a way of showing a fraction, so nothing is said of it here.
 */
export function spoken(
  expression: string,
  inputs: Readonly<Record<string, NamedInput>>,
  language: Language,
): string {
  return expression.replace(/[A-Za-z]\w*|[*/-]/g, (part) => {
    const input = inputs[part];
    return input ? inputTitle(input, language) : (said[part] ?? part);
  });
}
