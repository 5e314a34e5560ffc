import { problemsOf } from './compare.ts';
import { type Area, original } from './messages.ts';
import { moduleOf } from './module.ts';
import { tableProblems, withTables } from './tables.ts';

/** The module that lists the languages there are, the original first. */
const languagesModule = (languages: readonly string[]): string =>
  [
    '// The folders of src/messages/ by build.mjs; git does not keep it.',
    '',
    '/** The languages in which everything a person reads exists. */',
    `export type Language = ${languages.map((each) => JSON.stringify(each)).join(' | ')};`,
    '',
    `export const languages: readonly Language[] = ${JSON.stringify(languages)};`,
    '',
  ].join('\n');

/**
 * The modules of all areas, by area; or every sentence that says what is wrong with a file. A text
 * or a gap that one language lacks is wrong: nobody is spoken to in English by accident.
 */
export function compileMessages(
  areas: Readonly<Record<string, Area>>,
): { readonly modules: Readonly<Record<string, string>> } | { readonly problems: string[] } {
  const problems = Object.entries(areas).flatMap(([area, languages]) =>
    problemsOf(area, languages),
  );
  problems.push(...tableProblems(areas));
  if (problems.length > 0) return { problems };
  const all = [...new Set(Object.values(areas).flatMap(Object.keys))];
  const languages = [original, ...all.filter((language) => language !== original)];
  const modules = Object.entries(withTables(areas, languages)).map(
    ([area, texts]) => [area, moduleOf(area, texts)] as const,
  );
  return {
    modules: { ...Object.fromEntries(modules), languages: languagesModule(languages) },
  };
}
