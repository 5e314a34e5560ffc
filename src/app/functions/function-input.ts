import type { CellInput } from '../../cells/cell-kpi.ts';
import { ambiguous, typedNumber } from '../../cells/typed-number.ts';
import { plain } from '../../messages/fold.ts';
import type { Host, Selected } from '../ports/host.ts';
import { locateReference, looksLikeReference } from './reference.ts';

/** What the user put into the field of one argument. */
export type FunctionInput =
  | { readonly is: 'range'; readonly area: Selected }
  /** A constant: its value, and how a formula writes it in every locale. */
  | { readonly is: 'constant'; readonly value: number | string; readonly formula: string }
  | { readonly is: 'left out' };

export type InputProblem = 'inputMissing' | 'inputUnknown' | 'inputTwoWays' | 'noSuchPlace';

/** Reads a field; a problem where it is neither a place, nor a number, nor rightly empty. */
export function functionInput(
  typed: string,
  input: CellInput,
  host: Host,
): FunctionInput | InputProblem {
  const text = typed.trim();
  if (text === '') return input.optional ? { is: 'left out' } : 'inputMissing';
  if (input.options) return choice(text, input.options) ?? range(text, host);
  const number = typedNumber(text);
  if (number === ambiguous) return 'inputTwoWays';
  if (number === null) return range(text, host);
  const formula = withoutPoint(number);
  return formula === null ? 'inputUnknown' : { is: 'constant', value: number, formula };
}

function choice(text: string, options: Readonly<Record<string, readonly string[]>>) {
  const word = plain(text);
  const meaning = Object.keys(options).find((option) => options[option]?.includes(word));
  return meaning === undefined
    ? null
    : ({ is: 'constant', value: meaning, formula: `"${meaning}"` } as const);
}

function range(text: string, host: Host): FunctionInput | InputProblem {
  if (!looksLikeReference(text)) return 'inputUnknown';
  const area = locateReference(text, host);
  return area ? { is: 'range', area } : 'noSuchPlace';
}

/**
 * A number without a decimal sign, which locales write differently: 0.4 is `4/10`. Its digits are
 * those it is read from, so that nothing of it changes; `null` where it has too many of them.
 */
function withoutPoint(value: number): string | null {
  const [whole = '', fraction] = String(value).split('.');
  if (/e/.test(String(value))) return null;
  if (!fraction) return whole;
  const digits = `${whole}${fraction}`.replace(/^(-?)0+(?=\d)/, '$1');
  return `${digits}/1${'0'.repeat(fraction.length)}`;
}
