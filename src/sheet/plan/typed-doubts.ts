import { inputTitle } from '../../messages/catalogue.ts';
import { filled } from '../../messages/filled.ts';
import type { SheetWords } from '../../messages/sheet.ts';
import type { Day } from '../../plan/calendar/calendar.ts';
import { isOpen, isPossible, type PlanInput } from '../../plan/model/inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { dayText } from '../layout/day-words.ts';
import { formatOf } from '../layout/formats.ts';
import { dateWritten, plainValue, type ReadBlock, type ReadValue } from '../layout/read-cells.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import type { CellChange } from './cell-changes.ts';
import { partKey } from './input-block.ts';

/** Something typed for an input that is no number of it. */
export interface TypedDoubt {
  readonly input: PlanInput;
  /** The first day of the row it stands in. */
  readonly from: Day;
  readonly why: 'date' | 'text' | 'below' | 'above' | 'share';
  /** As people read it there, as far as it is known. */
  readonly shown: string;
  /** What formulas take for a number: what has to be written so that they do not. Else `null`. */
  readonly asText: CellChange | null;
}

type DoubtFacts = Pick<SheetInput, 'plan' | 'inputs' | 'parts' | 'sources'>;

/** What was typed into a plan's input cells that is no number of its input. Blank is unknown, not wrong. */
export const typedDoubts = (
  found: readonly ReadBlock[],
  facts: DoubtFacts,
): readonly TypedDoubt[] =>
  fromTyped(found, facts, ({ value, input, from }) => doubtOf(value, input, from));

/**
 * Numbers in a plan's input cells that are shown as days, times or shares: a spreadsheet makes them
 * of what looks like one, and only what is shown tells. `shown` are the texts of the input block.
 */
export const misreadNumbers = (
  found: readonly ReadBlock[],
  shown: readonly (readonly string[])[],
  facts: DoubtFacts,
): readonly TypedDoubt[] =>
  fromTyped(found, facts, ({ value, input, from, row, column }) => {
    const text = (shown[row]?.[column] ?? '').trim();
    if (typeof value !== 'number') return null;
    const share = text.endsWith('%') && input.unit !== 'fraction';
    if (!share && !/\d[/.-]\d{1,2}[/.-]\d|\d:\d\d/.test(text)) return null;
    const at = { block: 'input', row: String(from), column: input.key } as const;
    // The spreadsheet has given the cell the look of a day or a share, and would make one of whatever
    // is typed there next.
    const format = formatOf(input.unit, facts.plan.circumstances.currency);
    const asText = { ...at, before: value, after: text, format };
    return { input, from, why: share ? 'share' : 'date', shown: text, asText };
  });

interface TypedCell {
  readonly value: ReadValue;
  readonly input: PlanInput;
  readonly from: Day;
  /** Its place in the block, from 0. */
  readonly row: number;
  readonly column: number;
}

function fromTyped(
  found: readonly ReadBlock[],
  facts: DoubtFacts,
  doubtIn: (cell: TypedCell) => TypedDoubt | null,
): readonly TypedDoubt[] {
  const block = found.find(({ block: name }) => name === 'input');
  if (!block) return [];
  const typed = facts.inputs.filter((input) => !connectedInput(input, facts));
  return typed.flatMap((input) => {
    const column = block.columnKeys.indexOf(input.key);
    if (column < 0) return [];
    return facts.parts.flatMap((part) => {
      const row = block.rowKeys.indexOf(partKey(part), 1);
      if (row < 0 || !isOpen(input, part)) return [];
      const value = block.values[row]?.[column] ?? '';
      return doubtIn({ value, input, from: part.from, row, column }) ?? [];
    });
  });
}

function doubtOf(value: ReadValue, input: PlanInput, from: Day): TypedDoubt | null {
  const doubt = { input, from, asText: null };
  if (typeof value === 'number') {
    if (isPossible(input, value)) return null;
    const { min, max } = input;
    const below = min !== undefined && value < min;
    const why = below ? 'below' : max !== undefined && value > max ? 'above' : 'share';
    return { ...doubt, why, shown: String(value) };
  }
  const shown = value instanceof Date ? dateWritten(Number(plainValue(value))) : String(value);
  if (shown.trim() === '') return null;
  const isDay = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(shown);
  // A share that was written down as the text it reads as is told in the same words as before.
  const isShare = /^[-+]?[\d.,]+\s?%$/.test(shown) && input.unit !== 'fraction';
  return { ...doubt, why: isDay ? 'date' : isShare ? 'share' : 'text', shown };
}

/** Doubts in words, the earliest of each input: where it stands, what is wrong with it, what follows. */
export function doubtSentences(
  doubts: readonly TypedDoubt[],
  words: SheetWords,
): readonly string[] {
  const sorted = [...doubts].sort((one, other) => one.from - other.from);
  const first = sorted.filter(
    ({ input }, at) => sorted.findIndex((each) => each.input.key === input.key) === at,
  );
  return first.map(({ input, from, why, shown }) => {
    const bound = why === 'above' ? input.max : input.min;
    return words.typedDoubt({
      shown,
      input: inputTitle(input, words.language),
      day: dayText(from, words),
      why: filled(words.typedDoubtWhy[why], { bound: String(bound ?? 0) }),
    });
  });
}
