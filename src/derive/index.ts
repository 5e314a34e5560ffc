import { catalogue, isCalculated } from '../kpi/catalogue.ts';
import { readmeParts, withParts } from './readme.ts';

/** What the build derives from the catalogue. */
export { functionEntries, passingEntries } from './entries.ts';
export { tableScript } from './table.ts';
export { type Dialect, twin } from './twin.ts';
export { type TotalInput, totalTwin } from './twin-total.ts';

export const calculated = catalogue.filter(isCalculated);

/** README.md as it should stand. */
export const renewReadme = (text: string): string =>
  withParts(text, readmeParts(catalogue, calculated));
