import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import type { CellAddresses } from '../layout/block.ts';
import { dayFormula } from '../layout/day-words.ts';
import { call, emptyText, when } from '../layout/formula-text.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { impossible, type TypedCells } from './typed-cells.ts';

/** What is wrong with the weights of weeks. */
export function weightWarning(at: CellAddresses, words: SheetWords): string {
  const weights = at.column('input', 'weight');
  const below = when(`COUNTIF(${weights};"<0")>0`, quoted(words.outOfRange), emptyText);
  return when(`COUNTA(${weights})>COUNT(${weights})`, quoted(words.notNumber), below);
}

/** In which week something stands that cannot be used, and why not. */
export function doubtSaid(
  typed: TypedCells,
  day: string,
  at: CellAddresses,
  words: SheetWords,
): string {
  const from = at.column('input', 'from');
  const { min = 0, max = 0 } = typed.input;
  const say = (kind: keyof SheetWords['doubts'], bound = 0) =>
    messageFormula((gaps: { day: string }) => words.doubts[kind]({ ...gaps, bound }), {
      day: dayFormula(day, words),
    });
  const text = say('text');
  const kinds = impossible(typed);
  const told = kinds.reduceRight((rest, [kind, criteria]) => {
    const bound = kind === 'above' ? max : min;
    const here = `${call('COUNTIFS', ...criteria, from, day)}>0`;
    return when(here, say(kind, bound), rest);
  }, text);
  return told;
}
