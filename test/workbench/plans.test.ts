import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/kpi/define.ts';
import { dayOf } from '../../src/quarter/day.ts';
import type { PlanRole } from '../../src/quarter/plan.ts';
import { planDrawing } from '../../src/templates/plan-sheet.ts';
import { compareWithDesk } from '../support/recalculated/compare.ts';
import { recalculated } from '../support/recalculated/recalculate.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../templates/plan-facts.ts';
import { bookScript, callsOf, type Step } from './book-desk.ts';
import { exporter, openTestDesk } from './desk.ts';

/** The sheet of a role's ready-made plan, with made-up numbers for the first weeks. */
function sheetOf(role: PlanRole, language: Language) {
  const { plan, filled } = sampled(rolePlan(role, language));
  const facts = factsOf(plan);
  return planDrawing({ ...facts, typed: typedOf(facts.parts, filled) }, '{}');
}

/** A desk with the built add-on's functions, and hands of its own on the spreadsheet. */
async function openPlanDesk(locale: string) {
  const code = `${await readFile('dist/Code.js', 'utf8')}\n${await bookScript()}`;
  const { desk } = await openTestDesk([['Mine']], locale, code);
  const act = async <T>(...steps: Step[]): Promise<T> => {
    const result = await desk.run('steps', [steps]);
    if (!('ok' in result)) throw new Error(JSON.stringify(result));
    return result.ok as T;
  };
  return { desk, act };
}

const isError = (value: unknown) => typeof value === 'string' && /^#(?!N\/A)/.test(value);

const today = dayOf(2027, 2, 20);
const noon = Date.UTC(2027, 1, 20, 5);

/** How many formulas a role's sheet has in a file, and what they need there. */
const counted = {
  brand: { compared: 700, inCells: 18, overHeaders: 10 },
  sales: { compared: 1014, inCells: 23, overHeaders: 8 },
};

describe.each([
  ['brand', 'vi', 'vi_VN'],
  ['sales', 'en', 'en_US'],
] as const)('the sheet of %s in %s', (role, language, locale) => {
  it('is drawn without an error, and computes the same in its file, every formula', async () => {
    const drawing = sheetOf(role, language);
    const { desk, act } = await openPlanDesk(locale);
    const id = await act<number>(['addSheet', 'Lan', drawing.rows, drawing.columns]);
    await act(['draw', id, drawing], ['settle']);
    await desk.setClock(noon);
    const { rows, columns } = drawing;
    const values = await act<unknown[][]>(['values', id, { row: 1, column: 1, rows, columns }]);
    expect(values.flat().filter(isError)).toEqual([]);
    const exportDesk = await exporter();
    const file = await recalculated(await exportDesk(desk), today);
    const { Lan: found } = compareWithDesk(file, desk);
    desk.dispose();
    expect(found).toEqual({ ...counted[role], onlyValues: [], differing: [] });
  });
});

describe('drawing a plan', () => {
  it('takes the same calls for a small plan as for a large one, but for widths and heights', async () => {
    const { desk, act } = await openPlanDesk('vi_VN');
    const calls = async (role: PlanRole) => {
      const drawing = sheetOf(role, 'vi');
      const id = await act<number>(['addSheet', role, drawing.rows, drawing.columns]);
      const all = await callsOf(desk, [['draw', id, drawing]]);
      return all.filter((call) => !/setColumnWidths|setRowHeights|hideRows/.test(call));
    };
    expect(await calls('brand')).toEqual(await calls('content'));
    desk.dispose();
  });
});
