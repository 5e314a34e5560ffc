/** What the product assumes of Google's spreadsheets, in one table that the stand-ins and the self-check read. */
export { type Assumption, type MeasuredValue, type Subject, subjects } from './assumption.ts';
export {
  type AssumptionId,
  assumed,
  assumptionIds,
  assumptions,
  type SeenIn,
  type SubjectOf,
} from './assumptions.ts';
export { measured, measuredMs } from './measured.ts';
export { measuredFile, renewMeasured } from './measured-file.ts';
export * from './report.ts';
export { version } from './version.ts';
