import type { AssumptionId, MeasuredValue, SeenIn } from '../../platform/index.ts';
import { ownFunction, type TestStage } from './stage.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Id = Exclude<SeenIn<'cell'>, never>;

/** Inputs on the row a formula is beside, and the formula; `$` stands for the input's address. */
const asked: Readonly<
  Record<Id, { input?: string | number | boolean; format?: string; formula: string }>
> = {
  'blank-argument': { formula: '($)' },
  'omitted-argument': { formula: '(;3)' },
  'missing-argument': { formula: '()' },
  'error-argument': { input: '=1/0', formula: '($)' },
  'date-argument': { input: 46_000, format: 'yyyy-mm-dd', formula: '($)' },
  'today-argument': { formula: '(TODAY())' },
  'percent-argument': { input: 0.1, format: '0%', formula: '($)' },
  'digits-argument': { input: "'012", formula: '($)' },
  'truth-argument': { input: true, formula: '($)' },
  'range-argument': { input: 1, formula: '($:$)' },
  'null-answer': { formula: '("give null")' },
  'undefined-answer': { formula: '("give undefined")' },
  'nan-answer': { formula: '("give nan")' },
  'infinity-answer': { formula: '("give infinity")' },
  'date-answer': { formula: '("give date")' },
  'thrown-answer': { formula: '("give throw")' },
  'list-answer': { formula: '("give list")' },
};

const step = 3;
const waitMs = 500;
const mostWaitMs = 20_000;

/** What a cell showed, and how long after the formulas were written. */
interface CellFound {
  readonly ok: MeasuredValue;
  readonly ms: number;
}
export type CellsFound = Readonly<Partial<Record<AssumptionId, CellFound>>>;

/** Writes all the formulas at once, waits until they are calculated, and reads what they show. */
export function cellProbes(stage: TestStage, passed: () => number): CellsFound {
  const ids = Object.keys(asked) as Id[];
  const sheet = stage.sheet();
  const from = passed();
  ids.forEach((id, i) => {
    const row = 1 + i * step;
    const { input, format, formula } = asked[id];
    const at = sheet.getRange(row, 1);
    if (format !== undefined) at.setNumberFormat(format);
    if (input !== undefined) at.setValue(input);
    const address = formula === '($:$)' ? formula.replace('$:$', `A${row}:A${row + 1}`) : formula;
    sheet.getRange(row, 2).setFormula(`=${ownFunction}${address.replace('$', `A${row}`)}`);
  });
  const whole = sheet.getRange(1, 2, ids.length * step, 2);
  const took: number[] = [];
  let shown: string[][];
  for (;;) {
    SpreadsheetApp.flush();
    shown = whole.getDisplayValues();
    const ms = passed() - from;
    const waits = ids.filter((_, i) => {
      const loads = isLoading(shown[i * step]?.[0] ?? '');
      if (!loads) took[i] ??= ms;
      return loads;
    });
    if (waits.length === 0 || ms > mostWaitMs) break;
    Utilities.sleep(waitMs);
  }
  const until = passed() - from;
  const found = readAnswers(ids, shown, whole);
  return Object.fromEntries(
    ids.flatMap((id, i) => {
      const ok = found[id];
      return ok === undefined ? [] : [[id, { ok, ms: took[i] ?? until }]];
    }),
  );
}

const isLoading = (text: string): boolean => /^(?:loading|đang tải)/i.test(text);

function readAnswers(ids: readonly Id[], shown: string[][], whole: Range) {
  const values: unknown[][] = whole.getValues();
  const found: Partial<Record<Id, MeasuredValue>> = {};
  ids.forEach((id, i) => {
    const row = i * step;
    const text = shown[row]?.[0] ?? '';
    const value = values[row]?.[0];
    if (text === '#NAME?') return;
    if (id === 'list-answer') {
      found[id] =
        values[row + 1]?.[0] === 2 ? 'down' : values[row]?.[1] === 2 ? 'across' : 'one cell';
    } else if (id.indexOf('-answer') > 0) found[id] = shownAs(text, value);
    else found[id] = isLoading(text) ? 'loading' : text.charAt(0) === '#' ? 'error' : text;
  });
  return found;
}

function shownAs(text: string, value: unknown): MeasuredValue {
  if (isLoading(text)) return 'loading';
  if (text.charAt(0) === '#') return text;
  if (value === '') return 'blank';
  if (value === 0) return 'zero';
  if (typeof value === 'number') return 'number';
  return typeof value === 'string' ? 'text' : 'date';
}
