import { describe, expect, it } from 'vitest';
import { recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { fedCase, roleCase, type SheetCase } from '../../kit/sheet/sheet-cases.ts';
import { drawnFrom, sheetFile, tab } from '../../kit/sheet/sheet-file.ts';

/** The clock of the sheet is set by the test: nothing else on it asks for the day. */
const anyDay = 46_000;

const cases: readonly (readonly [string, () => SheetCase])[] = [
  ['manager', () => roleCase('manager')],
  ['social', () => roleCase('social')],
  ['plan into which data flows', fedCase],
];

describe.each(cases)('the file of the sheet of a %s', (_, make) => {
  it('comes to what stands without a sheet', async () => {
    const { drawing, data, expectSame } = make();
    const file = await recalculated(await sheetFile(drawing, data), anyDay);
    expect(file.formulas).toHaveLength(formulasIn(drawing));
    expectSame(drawnFrom(drawing, file.sheets.get(tab) ?? []));
  });
});

const formulasIn = ({ cells }: SheetCase['drawing']): number =>
  cells.flat().filter(({ formula }) => formula !== undefined).length;
