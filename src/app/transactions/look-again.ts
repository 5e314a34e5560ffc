import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import {
  type Carried,
  carryTyped,
  type KeyedCell,
  type KeyedChange,
  type KeyedValues,
  keyedCells,
  keyedValues,
  type TypedPlaces,
  typedByPeople,
  unlikeCells,
  valueIn,
} from '../../sheet/layout/carry-typed.ts';
import { addressesFrom } from '../../sheet/layout/cell-addresses.ts';
import { hull } from '../../sheet/layout/found-blocks.ts';
import { isTyped, plainValue } from '../../sheet/layout/read-cells.ts';
import type { SheetKey } from '../../sheet/layout/staged-title.ts';
import { strayCells } from '../../sheet/layout/stray-cells.ts';
import { isFilling } from '../../sheet/plan/blocks.ts';
import { who } from '../api/request.ts';
import { type LogLine, log } from '../history/history.ts';
import { cellWords, namedCells } from '../plan-store/cell-words.ts';
import { changingAreas, everythingOn, hashOf, type ReadSheet } from '../plan-store/content-hash.ts';
import { type KeptSheet, keptSheet, noteKept } from '../plan-store/kept-sheets.ts';
import type { PlanSheet } from '../plan-store/plan-sheet.ts';
import { rectangles } from '../plan-store/rectangles.ts';
import { buildShared } from '../plan-store/shared-sheets.ts';
import { areasOn } from '../plan-store/staged-sheet.ts';
import type { Context } from '../ports/context.ts';
import type { SheetInfo } from '../ports/spreadsheet.ts';
import type { Publish } from './pending-change.ts';
import {
  growingLists,
  readAreas,
  readByKeys,
  readSheetOf,
  type SheetReading,
} from './sheet-reading.ts';

/** What a sheet held when another one was drawn from it, to see later what was typed since. */
export interface Look {
  readonly before: KeyedValues;
  /** Where the new one was drawn with something else. */
  readonly unlike: readonly KeyedCell[];
  /** Where people type on the new one. */
  readonly places: TypedPlaces;
  /** The old one is damaged, and read from everything that can still be told of it. */
  readonly recovered?: boolean;
}

interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * Looks once more at a sheet that has just stepped aside, and carries what was typed there since it
 * was read over to the one that takes its place. What has no place there stays, is counted and named.
 * It is hidden by then, so that only somebody who still holds one of its cells open can type later
 * than this. Done already, it is not done again: what stands on the new sheet is people's own now.
 */
export function lookAgain(
  key: SheetKey,
  { sheet, areas, from, look }: Publish,
  language: Parameters<typeof planAnswersWords>[0],
  context: Context,
): void {
  const { spreadsheet } = context;
  const old = from === null ? null : spreadsheet.sheet(from);
  if (!old || !look || keptSheet(old.id, spreadsheet.notes())?.sheet === sheet) return;
  // All of it first: what is typed between the two looks is carried, and known as not to be cleared.
  const all = everythingOn(old.id, spreadsheet);
  const reading = readSheetOf(key, old.id, { ...look, all }, context);
  const target = newSheet(key, sheet, areas, context);
  const carried = carriedOver(look, reading);
  const stayed = writeTyped(target, carried.writes, context);
  spreadsheet.settle();
  const words = target.found.flatMap((area) => area.values.flat().map(String));
  const cells = leftOn(all, reading, carried, stayed, words);
  const exact = reading?.exact ?? false;
  const kept = { ...keptAs(key, sheet, old, all, cells, language, context), exact };
  try {
    noteKept(old.id, kept, spreadsheet);
  } catch (error) {
    if (context.host.causeOf(error) !== 'notesFull') throw error;
    // Without room for the note the log says it at once; the sheet stays until somebody deletes it.
    if (kept.line) log([kept.line], buildShared('log', language, spreadsheet), spreadsheet);
  }
}

/**
 * What a sheet of which nothing is noted holds that the plan's own sheet does not: one that an earlier
 * version kept. It has no names any more; its blocks are found by their keys. `null` where it is of no
 * plan that stands.
 */
export function compareKept(
  sheet: SheetInfo,
  plans: readonly PlanSheet[],
  context: Context,
): KeptSheet | null {
  const all = everythingOn(sheet.id, context.spreadsheet);
  const reading = readByKeys(all, context);
  const plan = plans.find(({ id }) => id === reading?.plan);
  if (!reading || !plan?.sheet || plan.state === 'newer') return null;
  const now = typedByPeople(plan.read().typed, reading.drawn);
  const only = unlikeCells(now, reading.typed).filter((cell) => cell.value !== null);
  const left = only.filter((cell) => !isAsDrawn(cell, reading));
  const cells = leftOn(all, reading, { writes: [], left }, [], []);
  const { language } = plan.card.plan;
  const kept = keptAs(plan.id, plan.sheet.id, sheet, all, cells, language, context);
  return { ...kept, line: null, exact: reading.exact };
}

/** What was typed since goes by keys; what was there already has come along with the drawing. */
function carriedOver({ before, unlike, places }: Look, reading: SheetReading | null): Carried {
  if (!reading) return { writes: [], left: [] };
  // A row or a block that somebody has taken away says nothing of what stood there.
  const known = keyedCells(before).filter((cell) => placeOf(cell, reading) !== null);
  const carried = carryTyped({
    before: keyedValues(known),
    now: reading.typed,
    unlike,
    places,
    growing: growingLists(),
  });
  return { ...carried, left: carried.left.filter((cell) => !isAsDrawn(cell, reading)) };
}

/** What a cell was drawn with goes with what it was drawn for: nobody typed it. */
const isAsDrawn = (
  { block, row, column, value }: KeyedCell,
  { drawn, typed }: SheetReading,
): boolean => {
  const rows = drawn.find(({ name }) => name === block)?.rows ?? [];
  const cells = rows.find(({ key }) => key === row)?.cells ?? {};
  const content = Object.keys(cells).includes(column) ? cells[column] : undefined;
  if (!content || !isTyped(content)) return false;
  const is = valueIn(typed, { block, row, column }) ?? value;
  return (content.text ?? content.value) === is;
};

interface Target {
  readonly sheet: number;
  readonly found: ReturnType<typeof readAreas>;
  readonly formulas: (at: At) => string;
}

/** The new sheet; while it has not got all of its names yet, its blocks stand where they were drawn. */
function newSheet(
  key: SheetKey,
  sheet: number,
  areas: Publish['areas'],
  { spreadsheet }: Context,
): Target {
  const taken = areasOn(key, sheet, spreadsheet);
  const named = areas.map(
    (area) => taken.find(({ name }) => name === area.name) ?? { ...area, sheet },
  );
  const around = hull(named);
  const formulas = spreadsheet.formulas(sheet, around);
  return {
    sheet,
    found: readAreas(named, spreadsheet),
    formulas: ({ row, column }) => formulas[row - around.row]?.[column - around.column] ?? '',
  };
}

/** Writes what still has its place; says what has not, because something else stands there. */
function writeTyped(
  { sheet, found, formulas }: Target,
  writes: readonly KeyedChange[],
  { spreadsheet }: Context,
): readonly KeyedChange[] {
  const addresses = addressesFrom(found);
  const cells: { row: number; column: number; value: KeyedChange['after'] }[] = [];
  const stayed: KeyedChange[] = [];
  for (const change of writes) {
    const { block, row, column, before, after } = change;
    const at = addresses.position(block, row, column);
    const area = found.find((each) => each.block === block)?.area;
    const values = found.find((each) => each.block === block)?.values;
    const holds = at && area && values?.[at.row - area.row]?.[at.column - area.column];
    const is = holds === undefined || holds === null || holds === '' ? null : plainValue(holds);
    if (at && isSame(is, after)) continue;
    if (at && formulas(at) === '' && isSame(is, before)) cells.push({ ...at, value: after });
    else stayed.push(change);
  }
  for (const { area, values } of rectangles(cells)) spreadsheet.write(sheet, area, values);
  return stayed;
}

const isSame = (one: KeyedChange['after'], other: KeyedChange['after']): boolean =>
  (one === false ? null : one) === (other === false ? null : other);

/** Everything on the old sheet that stands nowhere else, by its place. */
function leftOn(
  { values, formulas, used }: ReadSheet,
  reading: SheetReading | null,
  { left }: Carried,
  stayed: readonly KeyedChange[],
  words: readonly string[],
): At[] {
  if (!reading) return [];
  const { found, drawn, exact } = reading;
  const stray = strayCells({
    cells: { values, formulas },
    found,
    drawn,
    exact,
    growing: growingLists(),
    isFilling,
    words: exact ? [] : words,
  });
  const kept = [...left, ...stayed.filter(({ after }) => after !== null)];
  const typed = kept.flatMap((cell) => placeOf(cell, reading) ?? []);
  const all = new Map([...typed, ...stray].map((at) => [`${at.row}:${at.column}`, at]));
  const inside = ({ row, column }: At) => row <= used.rows && column <= used.columns;
  return [...all.values()]
    .filter(inside)
    .sort((one, other) => one.row - other.row || one.column - other.column);
}

/** Where a cell stands; a line that somebody added is called by its row. */
function placeOf(
  { block, row, column }: Pick<KeyedCell, 'block' | 'row' | 'column'>,
  { found }: SheetReading,
): At | null {
  const at = addressesFrom(found).position(block, row, column);
  const area = found.find((each) => each.block === block);
  if (at || !area) return at;
  const down = Number(/^added(\d+)/.exec(row)?.[1] ?? Number.NaN);
  const across = area.columnKeys.indexOf(column);
  if (Number.isNaN(down) || across < 0) return null;
  return { row: area.area.row + down, column: area.area.column + across };
}

function keptAs(
  key: SheetKey,
  sheet: number,
  old: { readonly id: number; readonly name: string },
  all: ReadSheet,
  cells: readonly At[],
  language: Parameters<typeof planAnswersWords>[0],
  context: Context,
): Omit<KeptSheet, 'exact'> {
  const { spreadsheet } = context;
  const here = areasOn(key, old.id, spreadsheet);
  const areas = changingAreas((block) => here.find(({ name }) => name.endsWith(`_${block}`)));
  const shown = cells.length > 0 ? spreadsheet.shown(old.id, all.used) : [];
  const first = namedCells(
    cells.map((at) => ({ ...at, shown: shown[at.row - 1]?.[at.column - 1] ?? '' })),
  );
  const left = cells.length;
  const line = left > 0 ? logLine(key, old, { left, first }, language, context) : null;
  return { plan: key, sheet, print: hashOf(all, areas), areas, left, first, line };
}

/** The log keeps what it was, for the day the old sheet is gone. */
function logLine(
  key: SheetKey,
  old: { readonly id: number; readonly name: string },
  left: Pick<KeptSheet, 'left' | 'first'>,
  language: Parameters<typeof planAnswersWords>[0],
  context: Context,
): LogLine {
  const say = planAnswersWords(language);
  const when = context.spreadsheet.now();
  return {
    key: `${key}.${old.id}.${when}.left`,
    when,
    who: who(context) ?? say.someone,
    plan: old.name,
    kpi: '',
    what: say.did.left,
    before: cellWords(left.first, left.left, say.andMore),
    after: old.name,
  };
}
