import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { PlanRole } from '../../../src/plan/model/plan.ts';
import { compareWithDesk } from '../../kit/engine/recalculated/compare.ts';
import { recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { callsOf } from '../../kit/workbench/book-desk.ts';
import { exporter } from '../../kit/workbench/desk.ts';
import { openPlanDesk, sheetOf } from '../../kit/workbench/plan-desk.ts';

const isError = (value: unknown) => typeof value === 'string' && /^#(?!N\/A)/.test(value);

const today = dayOf(2027, 2, 20);
const noon = Date.UTC(2027, 1, 20, 5);

/** How many formulas a role's sheet has in a file, and what they need there. */
const counted = {
  brand: { compared: 802, inCells: 31, overHeaders: 10 },
  sales: { compared: 1160, inCells: 33, overHeaders: 8 },
};

describe.each([
  ['brand', 'vi', 'vi_VN'],
  ['sales', 'en', 'en_US'],
] as const)('the sheet of %s in %s', (role, language, locale) => {
  it('is drawn without an error, and computes the same in its file, every formula', async () => {
    const drawing = sheetOf(role, language);
    const { desk, act } = await openPlanDesk(locale);
    const id = await act<number>(['addSheet', 'Lan', drawing.rows, drawing.columns]);
    await act(['draw', id, drawing], ['setNames', id, drawing.names], ['settle']);
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
  it('takes the same calls for a small plan as for a large one, but for bands, widths and heights', async () => {
    const { desk, act } = await openPlanDesk('vi_VN');
    const calls = async (role: PlanRole) => {
      const drawing = sheetOf(role, 'vi');
      const id = await act<number>(['addSheet', role, drawing.rows, drawing.columns]);
      const all = await callsOf(desk, [['draw', id, drawing]]);
      expect(all.filter((call) => call === 'Range.setValues').length).toBeLessThanOrEqual(6);
      const ofBands = /^Range\.set(?!Border)|^Sheet\.getRange$/;
      const ofSizes = /setColumnWidths|setRowHeights|hideRows/;
      return all.filter((call) => !ofBands.test(call) && !ofSizes.test(call));
    };
    expect(await calls('brand')).toEqual(await calls('content'));
    desk.dispose();
  });
});
