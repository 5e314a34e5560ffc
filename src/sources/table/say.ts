import type { Language } from '../../kpi/define.ts';
import { tableWords } from '../../messages/tables.ts';
import type { TableProblem } from './problems.ts';

/** What is wrong with cells of a table, and what to do about it. */
export function sayProblem({ kind, column, cells, count }: TableProblem, language: Language) {
  const words = tableWords(language);
  const named = cells.map(({ at, found }) => words.cell(at, found));
  const more = count - named.length;
  return words.problems[kind](
    column,
    words.list(more > 0 ? [...named, words.others(more)] : named),
  );
}
