import type { Language } from '../../messages/compiled/languages.ts';
import { tablesWords } from '../../messages/compiled/sources/tables.ts';
import { listOf } from '../../messages/list-of.ts';
import type { TableProblem } from './problems.ts';

/** What is wrong with cells of a table, and what to do about it. */
export function sayProblem({ kind, column, cells, count }: TableProblem, language: Language) {
  const words = tablesWords(language);
  const named = cells.map(({ at, found }) => words.cell({ at, found }));
  const more = count - named.length;
  return words.problems[kind]({
    column,
    where: listOf(more > 0 ? [...named, words.others({ count: more })] : named, language),
  });
}
