import { catalogue, isCalculated } from '../kpi/catalogue.ts';
import { compact } from '../native/compact.ts';
import { branchesOf } from './formula.ts';
import { readmeParts, withParts } from './readme.ts';
import { textProblems } from './texts.ts';

/** What the build derives from the catalogue. */
export { codeFiles, privateNames, restFile } from './code-files.ts';
export { tableScript } from './table.ts';
export { type Dialect, twinOf } from './twin.ts';
export { type TotalInput, totalTwin } from './twin-total.ts';

export const calculated = catalogue.filter(isCalculated);

/** Stops the build where the catalogue asks for a text that no file has. */
export function checkTexts(): void {
  const problems = textProblems(catalogue);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** The README of `kpi` as it should stand. */
export const renewReadme = (text: string): string =>
  withParts(text, readmeParts(catalogue, calculated));

/** The arithmetic of every calculated KPI, for twins that are written at run time. */
export const branchesScript = (): string =>
  JSON.stringify(Object.fromEntries(calculated.map((kpi) => [kpi.name, compact(branchesOf(kpi))])));
