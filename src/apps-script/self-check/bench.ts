import type { TestStage } from './stage.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where calls are tried. */
export interface Bench {
  readonly stage: TestStage;
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** One sheet for all of them. */
  readonly sheet: Sheet;
  /** Two rows and two columns, apart from those of any other call. */
  range(): Range;
}

/** A service call and how it is tried: it throws where the call does not do what we use it for. */
export type Calls = Readonly<Record<string, (bench: Bench) => unknown>>;

export function openBench(stage: TestStage): Bench {
  const sheet = stage.sheet();
  return { stage, spreadsheet: stage.spreadsheet, sheet, range: () => stage.free(2, 2) };
}

/** Throws where two plain values differ. */
export function expectSame(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${one}, not ${other}`);
}
