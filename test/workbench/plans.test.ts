import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/kpi/define.ts';
import type { PlanRole } from '../../src/quarter/plan.ts';
import { planDrawing } from '../../src/templates/plan-sheet.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../templates/plan-facts.ts';
import { bookScript, callsOf, type Step } from './book-desk.ts';
import { exporter, openTestDesk } from './desk.ts';
import { libreOffice, recalculated } from './files/libreoffice.ts';

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

/** A value as another spreadsheet shows it: days and shares have a shape of their own there. */
function same(value: unknown, shown: string): boolean {
  if (typeof value !== 'number') return typeof value === 'boolean' || String(value) === shown;
  if (/\d[-/]\d/.test(shown)) return Number.isInteger(value);
  const number = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
  return Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

describe.each([
  ['brand', 'vi', 'vi_VN'],
  ['sales', 'en', 'en_US'],
] as const)('the sheet of %s in %s', (role, language, locale) => {
  it('is drawn without an error, and computes the same in another spreadsheet', async () => {
    const drawing = sheetOf(role, language);
    const { desk, act } = await openPlanDesk(locale);
    const id = await act<number>(['addSheet', 'Lan', drawing.rows, drawing.columns]);
    await act(['draw', id, drawing], ['settle']);
    const { rows, columns } = drawing;
    const values = await act<unknown[][]>(['values', id, { row: 1, column: 1, rows, columns }]);
    expect(values.flat().filter(isError)).toEqual([]);
    if (libreOffice) {
      const shown = recalculated(await (await exporter())(desk)).get('Lan') ?? [];
      const differing = values.flatMap((line, row) =>
        line.flatMap((value, column) => {
          const there = shown[row]?.[column] ?? '';
          return same(value, there) ? [] : [`${row + 1}:${column + 1} ${value} | ${there}`];
        }),
      );
      expect(differing).toEqual([]);
    }
    desk.dispose();
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
