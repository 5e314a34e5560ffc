/**
 * Why the platform refuses, where doing the same again does not help: somebody has to do something,
 * or a day has to pass.
 */
export const lastingCauses = [
  /** What is kept with the spreadsheet has no room left. */
  'notesFull',
  /** What is kept for the user has none. */
  'settingsFull',
  'protectedCell',
  'readOnly',
  'tooManyCells',
  /** A cell takes certain values only. */
  'validatedCell',
  /** What an account may do in a day is used up: calls of a service, or time. */
  'callsOfDay',
  'timeOfDay',
  'notAllowed',
] as const;
export type LastingCause = (typeof lastingCauses)[number];

/** An error whose cause is known where it is thrown. */
export class LastingError extends Error {
  readonly lasting: LastingCause;
  constructor(lasting: LastingCause, message: string) {
    super(message);
    this.lasting = lasting;
  }
}
