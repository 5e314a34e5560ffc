import { describe, expect, it } from 'vitest';
import { departmentDrawing } from '../../src/templates/department.ts';
import type { exportDesk as ExportDesk } from '../../src/workbench/export.ts';
import { planned, planOf } from '../support/plans.ts';
import { openBookDesk } from '../workbench/book-desk.ts';
import { exporter } from '../workbench/desk.ts';
import { libreOffice, recalculated } from '../workbench/files/libreoffice.ts';
import { drawn } from './drawn.ts';
import { standIn } from './stand-in-sheet.ts';

const planFor = (id: string, kpis: readonly string[]) =>
  planOf(
    kpis.map((kpi) => planned(kpi)),
    { id, name: id },
  );
const values = (target: number, actual: number, expected: number, status: string) => ({
  ...{ target, actual, expected, attainment: actual / target, lastYear: 50 },
  ...{ status, through: 46432, owner: 'Lan' },
});

describe('the department’s sheet in LibreOffice', () => {
  it.skipIf(!libreOffice)(
    'computes what it shows here',
    async () => {
      const plans = [planFor('lan001', ['LEADS', 'MKTSPEND']), planFor('minh02', ['LEADS', 'ROI'])];
      const sheets = [
        standIn(plans[0]!, {
          LEADS: values(100, 50, 45, '● đúng tiến độ'),
          MKTSPEND: values(1000, 560, 450, '■ vượt ngân sách'),
        }),
        standIn(plans[1]!, {
          LEADS: { ...values(200, 60, 90, '■ chậm tiến độ'), lastYear: '' },
          ROI: { status: '○ chưa có số liệu' },
        }),
      ].map((drawing, at) => ({ name: plans[at]!.name, drawing }));
      const department = departmentDrawing({
        ...{ quarter: { year: 2027, month: 1 }, name: 'Phòng marketing', activities: ['Báo'] },
        plans: plans.map((plan) => ({ plan, sheetName: plan.name })),
        language: 'vi',
        typed: { budget: { b1: { title: 'Báo', m1plan: 7, m1actual: 9 } } },
      });
      const all = [...sheets, { name: 'Phong', drawing: department }];
      const open = await openBookDesk('vi_VN');
      for (const { name, drawing } of all) {
        const id = await open.act<number>(['addSheet', name, drawing.rows, drawing.columns]);
        await open.act(['draw', id, drawing], ['settle']);
      }
      const exportDesk: typeof ExportDesk = await exporter();
      const there = recalculated(await exportDesk(open.desk)).get('Phong')!;
      open.desk.dispose();
      const here = (await drawn(all)).all('Phong');
      let compared = 0;
      for (const [row, line] of department.cells.entries()) {
        for (const [column, { formula, format }] of line.entries()) {
          if (!formula) continue;
          const found = here[row]?.[column];
          const shown = there[row]?.[column] ?? '';
          const seen = `row ${row + 1} column ${column + 1}: ${formula}`;
          compared += 1;
          // LibreOffice writes days as days, whatever else is asked of it.
          if (format?.includes('yyyy')) expect(shown !== '', seen).toBe(found !== '');
          else if (typeof found !== 'number') expect(shown, seen).toBe(String(found));
          else {
            const number = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
            expect(number, seen).toBeCloseTo(found, 9);
          }
        }
      }
      expect(compared).toBeGreaterThan(100);
      console.log(`LibreOffice computed ${compared} cells of the department's sheet alike.`);
    },
    180_000,
  );
});
