/** A cell that shows a date or a time, as it comes out of a spreadsheet: days, and parts of one. */
export interface DateCell {
  readonly serial: number;
}

/**
 * What the value of a cell is to whoever wants a number of it. Only `number` is one. A date and a
 * time are kept as numbers and mean none: 46,154 for 12 May. What a `text` says is another question.
 */
export type CellContent =
  | { readonly is: 'blank' | 'date' | 'truth' }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'error' | 'text'; readonly text: string };

/** Errors of formulas reach others as their text. */
const error = /^#(?:N\/A|[A-Z0-9/]+[!?])$/;

/** The one gate between what cells hold and what is computed: cell functions and tables ask here. */
export function contentOf(value: unknown): CellContent {
  if (value === '' || value === null || value === undefined) return { is: 'blank' };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { is: 'number', value } : { is: 'error', text: '#NUM!' };
  }
  if (typeof value === 'boolean') return { is: 'truth' };
  if (typeof value === 'object') return { is: 'date' };
  const text = String(value);
  return error.test(text) ? { is: 'error', text } : { is: 'text', text };
}

/**
 * Digits whose thousands are parted by one sign and whose fraction by the other, as `1.234,5`,
 * `1,234.5` and `1 234,5` are: the same with a point only. `null` where no thousands are parted.
 */
export function ungrouped(body: string): string | null {
  const parts =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(body) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(body) ??
    /^([1-9]\d{0,2}(?: \d{3})+)(?:[.,](\d+))?$/.exec(body);
  if (!parts) return null;
  const [, whole = '', fraction = '0'] = parts;
  return `${whole.replace(/\D/g, '')}.${fraction}`;
}

/** More digits than a spreadsheet keeps: a code, or a number that would not be the same. */
export const tooManyDigits = (body: string): boolean => body.replace(/\D/g, '').length > 15;
