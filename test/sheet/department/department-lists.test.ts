import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { departmentBlockList } from '../../../src/sheet/department/blocks.ts';
import {
  type DepartmentBlockName,
  type DepartmentTyped,
  departmentFacts,
  departmentRange,
} from '../../../src/sheet/department/department-input.ts';
import {
  type DepartmentOrder,
  departmentBlocks,
  departmentDrawing,
} from '../../../src/sheet/department/department-sheet.ts';
import { departmentTyped } from '../../../src/sheet/department/typed.ts';
import { type GivenPlan, planned, planOf } from '../../kit/plans/plans.ts';
import { type Drawn, drawn } from '../../kit/sheet/drawn.ts';
import { standIn, type Values } from '../../kit/sheet/stand-in-sheet.ts';

const quarter = { year: 2027, month: 1 };
const range = (block: DepartmentBlockName) => departmentRange(quarter, block);

const order = (given: Partial<DepartmentOrder> = {}): DepartmentOrder => ({
  quarter,
  name: 'Phòng marketing',
  plans: [],
  activities: [],
  language: 'vi',
  ...given,
});
const spender = planOf([planned('MKTSPEND')], { id: 'aaa001', name: 'Lan' });
const placed = (plan: Plan) => ({ plan, sheetName: plan.name });
const at = (sheet: Drawn, block: DepartmentBlockName, row: string, ...columns: string[]) =>
  columns.map((column) => sheet.at(range(block), row, column));

/** The sheet, and what was typed into it as it is read back. */
async function sheetFor(
  given: Partial<DepartmentOrder>,
  plans: readonly (readonly [Plan, Readonly<Record<string, Values>>])[] = [],
) {
  const whole = order(given);
  const drawing = departmentDrawing(whole);
  const sheets = plans.map(([plan, values]) => ({
    name: plan.id,
    drawing: standIn(plan, values),
  }));
  const sheet = await drawn([...sheets, { name: 'Department', drawing }]);
  const blocks = departmentBlocks(departmentFacts({ catalogue, others: [], typed: {}, ...whole }));
  const values = departmentBlockList.map(({ name: block }) => {
    const area = drawing.names.find(({ name }) => name === range(block))!;
    const rows = sheet.all('Department').slice(area.row - 1, area.row - 1 + area.rows);
    const cells = (line: (typeof rows)[number]) =>
      line.slice(0, area.columns).map((cell) => (typeof cell === 'object' ? '' : cell));
    return { block, values: rows.map(cells) };
  });
  return { sheet, drawing, values, blocks, typed: departmentTyped(values, blocks) };
}

const typed: DepartmentTyped = {
  budget: {
    b1: { title: 'Quảng cáo', owner: 'Hà', m1plan: 100, m1actual: 90, m2plan: 50 },
    b4: { title: '=Sự kiện', m1plan: 0, m3plan: 30, m3actual: 40 },
  },
  setup: { goals: { done: true, owner: 'Hà', until: dayOf(2027, 1, 31) } },
};

describe('the budget', () => {
  it('adds up activities and months, and keeps unknown apart from zero', async () => {
    const { sheet } = await sheetFor({ typed });
    const columns = ['plan', 'actual', 'left', 'used'];
    expect(at(sheet, 'budget', 'b1', ...columns)).toEqual([150, 90, 60, 0.6]);
    expect(at(sheet, 'budget', 'b4', ...columns)).toEqual([30, 40, -10, expect.closeTo(4 / 3, 9)]);
    expect(at(sheet, 'budget', '.total', ...columns)).toEqual([
      180,
      130,
      50,
      expect.closeTo(130 / 180, 9),
    ]);
    expect(at(sheet, 'budget', '.total', 'm1plan', 'm2plan', 'm2actual')).toEqual([100, 50, '']);
    expect(at(sheet, 'budget', 'b4', 'title', 'm1actual')).toEqual(['=Sự kiện', '']);
    expect(at(sheet, 'budget', '.spend', 'plan', 'owner')).toEqual([
      '',
      '○ chưa có kế hoạch nào chứa chi phí marketing',
    ]);
  });

  it.each([
    [180, '● ngân sách khớp với chỉ tiêu chi phí trong các kế hoạch'],
    [181, '▲ ngân sách lệch so với chỉ tiêu chi phí trong các kế hoạch'],
  ])('is held against the spend of the plans, %d', async (target, words) => {
    const plans = [[spender, { MKTSPEND: { target, actual: 5, status: '● ' } }]] as const;
    const { sheet } = await sheetFor({ typed, plans: [placed(spender)] }, plans);
    expect(at(sheet, 'budget', '.spend', 'plan', 'actual', 'owner')).toEqual([target, 5, words]);
  });

  it('begins with the activities that are asked for, and always has room for more', () => {
    const titles = (given: Partial<DepartmentOrder>) => {
      const facts = departmentFacts({ catalogue, others: [], typed: {}, ...order(given) });
      const block = departmentBlocks(facts).find(({ name }) => name === 'budget');
      const rows = block?.rows.filter(({ key }) => /^b\d/.test(key)) ?? [];
      return rows.map(({ cells }) => cells.title?.text ?? '');
    };
    expect(titles({ activities: ['Zalo', 'Báo'] })).toEqual(['Zalo', 'Báo', '', '', '']);
    expect(titles({})[0]).toBe('Quảng cáo trả phí');
    expect(titles({ typed, activities: ['Zalo', 'Quảng cáo'] })).toEqual([
      'Quảng cáo',
      '=Sự kiện',
      'Zalo',
      '',
      '',
      '',
    ]);
  });
});

describe('the set-up list', () => {
  it('has the eleven things a department needs, and counts what is done', async () => {
    const { sheet } = await sheetFor({ typed });
    expect(at(sheet, 'setup', '.done', 'done')).toEqual(['đã xong 1/11']);
    expect(at(sheet, 'setup', 'goals', 'done', 'owner', 'until')).toEqual([
      true,
      'Hà',
      dayOf(2027, 1, 31),
    ]);
  });
});

describe('what people typed', () => {
  it('is read back from the sheet and stands there again when it is built anew', async () => {
    const counted = { owners: { 'aaa001.MKTSPEND': { counted: false } } };
    const given = { plans: [placed(spender)], typed: { ...typed, ...counted } };
    const first = await sheetFor(given);
    expect(first.typed.budget?.b1).toEqual(typed.budget?.b1);
    expect(first.typed.budget?.b4).toEqual(typed.budget?.b4);
    expect(first.typed.setup?.goals).toEqual(typed.setup?.goals);
    expect(first.typed.owners).toEqual(counted.owners);
    const again = await sheetFor({ ...given, typed: first.typed });
    expect(again.typed).toEqual(first.typed);
    expect(again.drawing).toEqual(first.drawing);
  });

  it('includes lines that somebody inserted or copied', async () => {
    const { values, blocks } = await sheetFor({ typed });
    const changed = values.map((found) => {
      if (found.block !== 'budget') return found;
      const b1 = found.values.findIndex((line) => line[1] === 'b1');
      const copy = found.values[b1]!.map((cell) => (cell === 'Quảng cáo' ? 'Bản sao' : cell));
      const own = found.values[b1]!.map((_, column) => (column === 0 ? 'Báo giấy' : ''));
      return { ...found, values: found.values.toSpliced(b1 + 1, 0, copy, own) };
    });
    const titles = Object.values(departmentTyped(changed, blocks).budget ?? {}).map(
      ({ title }) => title,
    );
    expect(titles.slice(0, 3)).toEqual(['Quảng cáo', 'Bản sao', 'Báo giấy']);
  });
});

describe('four quarters', () => {
  const line = (id: string, year: number, month: number, given: GivenPlan = {}) =>
    planOf([planned('SALES'), planned('CPL'), planned('RATING', { cadence: 'quarter' })], {
      id,
      name: 'Lan ',
      quarter: { year, month },
      ...given,
    });

  it('follow the plans of one name through the year, and take no part of it for the whole', async () => {
    const now = line('now001', 2027, 7);
    const others = [
      line('old001', 2027, 1, { name: 'lan' }),
      line('old002', 2027, 4),
      line('last01', 2026, 10),
      line('minh01', 2027, 1, { name: 'Minh' }),
    ];
    const values = (sales: number, rating: number) => ({
      SALES: { actual: sales, status: '● ' },
      RATING: { actual: rating, status: '● ' },
    });
    const { sheet } = await sheetFor(
      { quarter, plans: [placed(now)], others: others.map(placed) },
      [
        [now, values(30, 4.5)],
        [others[0]!, values(10, 4.1)],
        [others[2]!, values(1000, 1)],
        [others[3]!, values(2000, 2)],
      ],
    );
    const columns = ['q1', 'q2', 'q3', 'q4', 'year'];
    expect(at(sheet, 'year', 'now001.SALES', ...columns)).toEqual([
      10,
      'kế hoạch không còn',
      30,
      '',
      'thiếu số của một quý',
    ]);
    expect(at(sheet, 'year', 'now001.RATING', ...columns)).toEqual([
      4.1,
      'kế hoạch không còn',
      4.5,
      '',
      '',
    ]);
    expect(() => at(sheet, 'year', 'now001.CPL', 'q1')).toThrow();
  });

  it('never mix an own KPI or a currency with another of the same name', async () => {
    const own = (name: string, title: string) => ({
      name,
      title,
      unit: 'count' as const,
      better: 'higher' as const,
      how: { is: 'typed', over: 'sum' } as const,
      unsaid: [] as const,
    });
    const kpis = [planned('OWN_A', { cadence: 'quarter' }), planned('SALES')];
    const now = line('now001', 2027, 4, { kpis, own: [own('OWN_A', 'Cuộc gọi')] });
    const before = line('old001', 2027, 1, {
      kpis: [...kpis, planned('OWN_B', { cadence: 'quarter' })],
      own: [own('OWN_A', 'Khiếu nại'), own('OWN_B', 'Cuộc gọi')],
      circumstances: { currency: 'USD' },
    });
    const { sheet } = await sheetFor({ quarter, plans: [placed(now)], others: [placed(before)] }, [
      [now, { OWN_A: { actual: 5 }, SALES: { actual: 1000 } }],
      [before, { OWN_A: { actual: 99 }, OWN_B: { actual: 4 }, SALES: { actual: 7 } }],
    ]);
    const columns = ['q1', 'q2', 'year'];
    expect(at(sheet, 'year', 'now001.OWN_A', ...columns)).toEqual([4, 5, 9]);
    expect(at(sheet, 'year', 'now001.SALES', ...columns)).toEqual([
      'loại tiền khác',
      1000,
      'thiếu số của một quý',
    ]);
  });

  it('are those of the financial year', async () => {
    const april = { firstMonth: 4 };
    const now = line('now001', 2027, 1, { circumstances: april });
    const before = line('old001', 2026, 10, { circumstances: april });
    const { sheet } = await sheetFor({ plans: [placed(now)], others: [placed(before)] }, [
      [now, { SALES: { actual: 4 } }],
      [before, { SALES: { actual: 3 } }],
    ]);
    expect(at(sheet, 'year', 'now001.SALES', 'q1', 'q3', 'q4', 'year')).toEqual(['', 3, 4, 7]);
  });
});

describe('the department’s formulas', () => {
  const full = departmentDrawing(
    order({
      plans: ['MKTSPEND', 'LEADS', 'ROI', 'SALES'].map((kpi, n) =>
        placed(planOf([planned(kpi)], { id: `abc00${n}` })),
      ),
    }),
  );
  const formulas = full.cells.flat().flatMap(({ formula }) => formula ?? []);
  const outside = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""');

  it('are written so that every spreadsheet and every locale reads them alike', () => {
    expect(formulas.length).toBeGreaterThan(100);
    for (const formula of formulas) {
      expect(outside(formula)).not.toMatch(/,|\d\.\d|[{}]|\b(?:LET|LAMBDA|ARRAYFORMULA|FILTER)\b/);
      expect(formula.length).toBeLessThan(4000);
    }
  });

  it('ask whether a cell is blank before they show it: Excel would show 0', () => {
    const looking = formulas.filter((each) =>
      /^=IF\(ISNUMBER\(\$?\w+\);IF\(ISERROR\(INDEX/.test(each),
    );
    expect(looking.length).toBeGreaterThan(30);
    for (const formula of looking) expect(formula).toMatch(/IF\(LEN\(INDEX\(.*\)=0;"";INDEX/);
  });

  it('hide their own columns and rows, and nothing that people read', () => {
    const hidden = new Set(
      full.hiddenColumns.flatMap(({ from, count }) =>
        Array.from({ length: count }, (_, n) => from + n),
      ),
    );
    const rows = new Set(
      full.hiddenRows.flatMap(({ from, count }) =>
        Array.from({ length: count }, (_, n) => from + n),
      ),
    );
    for (const [row, line] of full.cells.entries()) {
      for (const [column, cell] of line.entries()) {
        const holds = cell.value !== undefined || cell.text !== undefined || cell.formula;
        const away = hidden.has(column + 1) || rows.has(row + 1);
        if (holds && cell.value !== '')
          expect(away, `${row} ${column}`).toBe(cell.style === 'hidden');
      }
    }
  });
});
