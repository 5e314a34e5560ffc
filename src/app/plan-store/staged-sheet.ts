import { departmentBlockList } from '../../sheet/department/blocks.ts';
import type { Drawing, Named, Rectangle } from '../../sheet/layout/drawing.ts';
import { isSharedSheet, sharedNames } from '../../sheet/layout/shared-sheets.ts';
import { type SheetKey, unfinishedKey, unfinishedTitle } from '../../sheet/layout/staged-title.ts';
import { blockList } from '../../sheet/plan/blocks.ts';
import type { NamedArea, SheetInfo, Spreadsheet } from '../ports/spreadsheet.ts';

const oldName = '_old';

/** Spans all that is drawn, so that it is known to be ours before anything stands there. */
const markName = (key: SheetKey): string => `KPI_${key}_new`;

/** Draws a sheet beside what stands, whose cells may be held back yet. Nothing refers to it so far. */
export function drawBeside(key: SheetKey, drawing: Drawing, spreadsheet: Spreadsheet): number {
  const { rows, columns } = drawing;
  const sheet = spreadsheet.addSheet(unfinishedTitle(key), rows, columns);
  spreadsheet.setName(markName(key), sheet, { row: 1, column: 1, rows, columns });
  spreadsheet.hideSheet(sheet);
  spreadsheet.draw(sheet, drawing);
  return sheet;
}

/** The names that a sheet of a key may have; a copy of it has others. */
function namesFor(key: SheetKey): readonly string[] {
  if (isSharedSheet(key)) return [sharedNames[key]];
  const blocks = key.startsWith('dept_') ? departmentBlockList : blockList;
  return blocks.map(({ name }) => `KPI_${key}_${name}`);
}

/** Where a key's names point, each asked for by itself; those with an ending, by their names without it. */
const areasNamed = (key: SheetKey, spreadsheet: Spreadsheet, ending = ''): readonly NamedArea[] =>
  namesFor(key).flatMap((name) => {
    const area = spreadsheet.area(`${name}${ending}`);
    return area ? [{ ...area, name }] : [];
  });

/** The areas of a key's names on one sheet, also where another sheet has taken the names since. */
export function areasOn(
  key: SheetKey,
  sheet: number,
  spreadsheet: Spreadsheet,
): readonly NamedArea[] {
  const all = [...areasNamed(key, spreadsheet), ...areasNamed(key, spreadsheet, oldName)];
  const here = all.filter((area) => area.sheet === sheet);
  return here.filter(({ name }, at) => here.findIndex((each) => each.name === name) === at);
}

/**
 * Makes a drawn sheet the one its names speak of. What they spoke of before keeps the names ending
 * in `_old`. May be cut off anywhere and done again. `isFirst`: it takes the place of no other sheet.
 */
export function takeNames(
  key: SheetKey,
  sheet: number,
  areas: readonly Named[],
  spreadsheet: Spreadsheet,
  isFirst: boolean,
): void {
  // The first name comes first: without it, a sheet that takes nobody's place has got none yet.
  const [first] = namesFor(key);
  const none = isFirst && first !== undefined && spreadsheet.area(first) === null;
  const standing = none ? [] : areasNamed(key, spreadsheet);
  const before = standing.filter((area) => area.sheet !== sheet);
  for (const area of before) spreadsheet.setName(`${area.name}${oldName}`, area.sheet, area);
  // What has its name already may have been moved by somebody since.
  const taken = standing.filter((area) => area.sheet === sheet).map(({ name }) => name);
  const untaken = areas.filter(({ name }) => !taken.includes(name));
  spreadsheet.setNames(sheet, untaken);
  const names = areas.map(({ name }) => name);
  for (const { name } of before) if (!names.includes(name)) spreadsheet.removeName(name);
}

/** Gives the names back to the sheet that had them before; the other one has none then. */
export function giveNamesBack(key: SheetKey, spreadsheet: Spreadsheet): void {
  const [old, standing] = [areasNamed(key, spreadsheet, oldName), areasNamed(key, spreadsheet)];
  for (const area of old) spreadsheet.setName(area.name, area.sheet, area);
  const names = old.map(({ name }) => name);
  // Those that a run before this one has given back already are on that sheet, and stay.
  const left = standing.filter(({ sheet }) => !old.some((area) => area.sheet === sheet));
  for (const { name } of left) if (!names.includes(name)) spreadsheet.removeName(name);
  for (const { name } of old) spreadsheet.removeName(`${name}${oldName}`);
}

/** The sheet that had a plan's names before its present one; `null` where there was none. */
export const sheetBefore = (key: SheetKey, spreadsheet: Spreadsheet): number | null =>
  areasNamed(key, spreadsheet, oldName)[0]?.sheet ?? null;

/** A sheet that has its title needs no mark any more. */
export const dropMark = (key: SheetKey, spreadsheet: Spreadsheet): void =>
  spreadsheet.removeName(markName(key));

/** Drops every name of a plan. */
export function dropNames(key: SheetKey, spreadsheet: Spreadsheet): void {
  for (const { name } of spreadsheet.names())
    if (name.startsWith(`KPI_${key}_`)) spreadsheet.removeName(name);
}

/** Whether a sheet has begun to take the names it was drawn for. */
export const hasNames = (key: SheetKey, sheet: number, spreadsheet: Spreadsheet): boolean =>
  areasNamed(key, spreadsheet).some((area) => area.sheet === sheet);

/**
 * Removes a sheet on which a run was cut off while it drew. One that somebody has written on
 * beside the drawing is theirs from now on and gets the name `kept`. It is emptied before its mark
 * goes, because an empty sheet of such a name can be removed without a mark.
 */
export function discard(sheet: SheetInfo, kept: string, spreadsheet: Spreadsheet): void {
  const key = unfinishedKey(sheet.name);
  if (key === null) return;
  const mark = spreadsheet.area(markName(key));
  const used = spreadsheet.used(sheet.id);
  const ours = mark?.sheet === sheet.id && used.rows <= mark.rows && used.columns <= mark.columns;
  const empty = isEmpty(sheet.id, used, spreadsheet);
  if (ours && !empty) {
    const nothing = Array.from({ length: used.columns }, () => null);
    spreadsheet.write(
      sheet.id,
      used,
      Array.from({ length: used.rows }, () => nothing),
    );
    spreadsheet.settle();
  }
  if (mark?.sheet === sheet.id) dropMark(key, spreadsheet);
  if (ours || empty) spreadsheet.deleteSheet(sheet.id);
  else spreadsheet.renameSheet(sheet.id, kept);
}

function isEmpty(sheet: number, used: Rectangle, spreadsheet: Spreadsheet): boolean {
  if (used.rows > 1 || used.columns > 1) return false;
  return (
    spreadsheet.values(sheet, used)[0]?.[0] === '' &&
    spreadsheet.formulas(sheet, used)[0]?.[0] === ''
  );
}
