import type { Input, Quantity } from '../kpi/define.ts';
import type { Term } from './term.ts';

const binding = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** A term as JavaScript, with no more brackets than it needs. */
export function script(term: Term, within = 0, rightHand = false): string {
  if (term.kind === 'number') return String(term.value);
  if (term.kind === 'input') return term.name;
  const own = binding[term.sign];
  const text = `${script(term.left, own)} ${term.sign} ${script(term.right, own, true)}`;
  return own < within || (rightHand && own === within) ? `(${text})` : text;
}

export const isQuantity = (input: Input): input is Quantity & Input => 'unit' in input;
