import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutVersion } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { valueAt } from '../../kit/desk/blocks.ts';
import { dataRows } from '../../kit/desk/fed-desk.ts';
import { deskOf, type KeptBook, keepToday, keptStates, typedOnKept } from './kept-book.ts';

/**
 * Whole spreadsheets as released layouts have left them with their users, from layout 2 on. Written
 * once by `WRITE_LAYOUT=1 npx vitest run test/app/plan-store/kept-books.test.ts` and never changed.
 */
const folder = 'test/app/plan-store/layouts/books';
const fileOf = (layout: number, state: string) => path.join(folder, `${layout}-${state}.json`);

if (process.env.WRITE_LAYOUT && !existsSync(fileOf(layoutVersion, 'open'))) {
  for (const book of await keepToday()) {
    writeFileSync(fileOf(book.layout, book.state), `${JSON.stringify(book)}\n`);
  }
}

const kept = readdirSync(folder)
  .sort()
  .map((file): KeptBook => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

describe('whole spreadsheets of released layouts', () => {
  it('are there for every layout from the second on, in every state', () => {
    const layouts = Array.from({ length: layoutVersion - 1 }, (_, at) => at + 2);
    const wanted = layouts.flatMap((layout) => keptStates.map((state) => `${layout} ${state}`));
    expect(kept.map(({ layout, state }) => `${layout} ${state}`)).toEqual(wanted.toSorted());
  });

  it.each(kept)('$layout $state holds formulas, data and coverage', (book) => {
    const cells = book.sheets.flatMap((sheet) => sheet.cells);
    const formulas = cells.flatMap(([, , formula]) => formula ?? []);
    if (book.state === 'closed') expect(formulas).toEqual([]);
    else expect(new Set(formulas).size).toBeGreaterThan(300);
    expect(formulas.some((formula) => formula.includes('CPL('))).toBe(book.state === 'open');
    const { book: opened } = deskOf(book);
    expect(dataRows(opened).length).toBeGreaterThan(60);
    expect(valueAt(opened, book.plan.id, 'feeds', 'LEADS', 'through')).toBeGreaterThan(46_420);
  });

  it.each(kept)('$layout $state is read as it was, with what people typed', (book) => {
    const desk = deskOf(book);
    // Whether somebody chose which way is better for the videos, the first three layouts did not keep.
    const own = book.plan.own.map((each) => ({ ...each, unsaid: each.unsaid ?? ['better'] }));
    expect(ok(desk.panel.openPlan(book.plan.id)).plan).toEqual({ ...book.plan, own });
    for (const [block, row, column, value] of typedOnKept) {
      expect(valueAt(desk.book, book.plan.id, block, row, column)).toBe(value);
    }
  });
});
