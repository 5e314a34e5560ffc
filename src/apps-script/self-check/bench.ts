import type { Stage } from './stage.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where calls are tried. */
export interface Bench {
  readonly stage: Stage;
  readonly book: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** One sheet for all of them. */
  readonly sheet: Sheet;
  /** Two rows and two columns, apart from those of any other call. */
  range(): Range;
}

/** A service call and how it is tried: it throws where the call does not do what we use it for. */
export type Calls = Readonly<Record<string, (bench: Bench) => unknown>>;

export function openBench(stage: Stage): Bench {
  const sheet = stage.sheet();
  return { stage, book: stage.book, sheet, range: () => stage.free(2, 2) };
}

/** Throws where two plain values differ. */
export function same(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one}, not ${other}`);
}
