/** What an assumption says, and what a check on the real platform finds: a plain value. */
export type MeasuredValue = string | number | boolean;

/** Where an assumption can be seen to hold. */
export type SeenBy =
  /** A script that the user starts. */
  | 'script'
  /** A cell that calls a function of ours. */
  | 'cell'
  /** Only the add-on as it is published. */
  | 'published'
  /** Only a run that the clock starts. */
  | 'clock'
  /** Nobody: it would take too long, too much room, or somebody's help. */
  | 'no';

/** One thing we rely on of the spreadsheet's platform. */
export interface Assumption {
  readonly subject: Subject;
  readonly expected: MeasuredValue;
  /** What else may be found, where it is one of a few words; the expected one among them. */
  readonly choices?: readonly string[];
  readonly seenBy: SeenBy;
}

export const subjects = [
  'functions',
  'formulas',
  'writing',
  'formats',
  'names',
  'sheets',
  'stores',
  'time',
  'user',
  'outside',
] as const;
export type Subject = (typeof subjects)[number];
