import { catalogue, isCalculated } from '../kpi/catalogue.ts';

/** What the build derives from the catalogue. */
export { functionEntries, passingEntries } from './entries.ts';
export { tableScript } from './table.ts';
export { type Dialect, twin } from './twin.ts';
export { type TotalInput, totalTwin } from './twin-total.ts';

export const calculated = catalogue.filter(isCalculated);
