import { departmentDrawing } from '../../../src/sheet/department/department-sheet.ts';
import { planned, planOf } from '../plans/plans.ts';
import { openBookDesk } from '../workbench/book-desk.ts';
import { standIn } from './stand-in-sheet.ts';

const planFor = (id: string, kpis: readonly string[]) =>
  planOf(
    kpis.map((kpi) => planned(kpi)),
    { id, name: id },
  );
const values = (target: number, actual: number, expected: number, status: string) => ({
  target,
  actual,
  expected,
  attainment: actual / target,
  lastYear: 50,
  status,
  through: 46432,
  owner: 'Lan',
});

/** A department's sheet over two plans of which only what it reads stands, on a desk. */
export async function departmentBook() {
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
    quarter: { year: 2027, month: 1 },
    name: 'Phòng marketing',
    activities: ['Báo'],
    plans: plans.map((plan) => ({ plan, sheetName: plan.name })),
    language: 'vi',
    typed: { budget: { b1: { title: 'Báo', m1plan: 7, m1actual: 9 } } },
  });
  const all = [...sheets, { name: 'Phong', drawing: department }];
  const open = await openBookDesk('vi_VN');
  for (const { name, drawing } of all) {
    const id = await open.act<number>(['addSheet', name, drawing.rows, drawing.columns]);
    await open.act(['draw', id, drawing], ['setNames', id, drawing.names], ['settle']);
  }
  return { desk: open.desk, department, all };
}
