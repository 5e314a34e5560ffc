import type { Text } from '../messages/every-language.ts';

/**
 * Why there is no number, as facts; `sentence` puts it into words. Inputs are named by their
 * titles, what stood in the cell is quoted as text.
 */
export type Refusal =
  | { readonly why: 'error' | 'text' | 'ambiguous'; readonly input: Text; readonly value: string }
  | { readonly why: 'date' | 'spaces' | 'truth' | 'missing' | 'whole'; readonly input: Text }
  | {
      readonly why: 'below' | 'above';
      readonly input: Text;
      readonly value: number;
      readonly bound: number;
    }
  | {
      readonly why: 'choice';
      readonly input: Text;
      readonly value: string;
      readonly options: readonly string[];
    }
  | {
      readonly why: 'impossible';
      readonly sign: '<=' | '>=';
      readonly left: Text;
      readonly right: Text;
      readonly leftValue: number;
      readonly rightValue: number;
    }
  | { readonly why: 'tooLarge' }
  | { readonly why: 'tooMany'; readonly most: number }
  | {
      readonly why: 'shapes';
      readonly input: Text;
      readonly size: GridSize;
      readonly other: Text;
      readonly otherSize: GridSize;
    }
  | { readonly why: 'halfKnown'; readonly known: Text; readonly blank: Text; readonly row: number }
  | { readonly why: 'inRow'; readonly row: number; readonly refusal: Refusal }
  | { readonly why: 'noName' }
  | { readonly why: 'unknownName'; readonly value: string; readonly near: readonly string[] };

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** The divisor is zero; a cell says so in these words. */
interface NoDivisor {
  readonly none: Text;
}

/** What one cell comes to: a number, a text (blank, or a sentence of ours passed on), or why not. */
export type CellResult = number | string | NoDivisor | Refusal;

export const isRefusal = (outcome: CellResult): outcome is Refusal =>
  typeof outcome === 'object' && 'why' in outcome;
