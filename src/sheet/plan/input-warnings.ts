import type { SheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import type { PlanInput } from '../../plan/model/inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { lateWarning, rateWarning, typedOverWarning } from '../data/connected-input-formulas.ts';
import { inputRowKey } from '../data/day-formulas.ts';
import type { CellAddresses } from '../layout/block.ts';
import { dayFormula } from '../layout/day-words.ts';
import { call, emptyText, isNumber, when } from '../layout/formula-text.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { filledOpen } from './input-rows.ts';
import { doubtColumn, impossible, type TypedCells } from './typed-cells.ts';

/** What is wrong with the weights of weeks. */
export function weightWarning(at: CellAddresses, words: SheetWords): string {
  const weights = at.column('input', 'weight');
  const below = when(`COUNTIF(${weights};"<0")>0`, quoted(words.outOfRange), emptyText);
  return when(`COUNTA(${weights})>COUNT(${weights})`, quoted(words.notNumber), below);
}

/** What is wrong with what was typed for an input. */
export function inputWarning(
  input: PlanInput,
  facts: SheetInput,
  at: CellAddresses,
  words: SheetWords,
): string {
  const typed = { cells: at.column('input', input.key), input };
  const connected = connectedInput(input, facts);
  if (connected) {
    const out = impossible(typed).map(([, criteria]) => call('COUNTIFS', ...criteria));
    const rest =
      out.length === 0
        ? emptyText
        : when(`${out.join('+')}>0`, quoted(words.outOfRange), emptyText);
    const late = lateWarning(connected, rest, facts, at);
    return typedOverWarning(connected, rateWarning(connected, late, facts, at), facts, at);
  }
  const open = filledOpen(input, facts, at);
  const day = at.cell('calc', inputRowKey(input.key), doubtColumn);
  // What is neither number nor text, such as TRUE, does not say where it stands.
  const other = when(
    `COUNTA(${typed.cells})>COUNT(${typed.cells})`,
    quoted(words.notNumber),
    emptyText,
  );
  const told = when(isNumber(day), doubtSaid(typed, day, at, words), other);
  return open === null
    ? told
    : when(`COUNT(${typed.cells})>${open}`, quoted(words.closedCell), told);
}

/** In which week something stands that cannot be used, and why not. */
function doubtSaid(typed: TypedCells, day: string, at: CellAddresses, words: SheetWords): string {
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
