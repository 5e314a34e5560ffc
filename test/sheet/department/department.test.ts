import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/calendar.ts';
import type { Plan, PlannedKpi } from '../../../src/plan/model/plan.ts';
import { departmentBlockList, departmentOf } from '../../../src/sheet/department/blocks.ts';
import {
  type DepartmentBlockName,
  departmentRange,
} from '../../../src/sheet/department/department-input.ts';
import {
  type DepartmentOrder,
  departmentDrawing,
} from '../../../src/sheet/department/department-sheet.ts';
import { blockRange } from '../../../src/sheet/layout/block.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { blockOf } from '../../../src/sheet/plan/blocks.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { type GivenPlan, planned, planOf } from '../../kit/plans/plans.ts';
import { type Drawn, type DrawnSheet, drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { sampledFacts } from '../../kit/sheet/sampled-facts.ts';
import { standIn, type Values } from '../../kit/sheet/stand-in-sheet.ts';

const quarter = { year: 2027, month: 1 };
const range = (block: DepartmentBlockName) => departmentRange(quarter, block);
const day = dayOf(2027, 2, 14);

const person = (id: string, name: string, kpis: readonly string[], given: GivenPlan = {}) =>
  planOf(
    kpis.map((kpi): PlannedKpi => planned(kpi)),
    { id, name, ...given },
  );

const order = (plans: readonly Plan[], given: Partial<DepartmentOrder> = {}): DepartmentOrder => ({
  quarter,
  name: 'Phòng marketing',
  plans: plans.map((plan) => ({ plan, sheetName: plan.name })),
  activities: [],
  language: 'vi',
  ...given,
});

/** A department's sheet over plan sheets with given values; plans without values are gone. */
async function departmentOver(
  plans: readonly (readonly [Plan, Readonly<Record<string, Values>> | null, Drawing?])[],
  given: Partial<DepartmentOrder> = {},
  change: (drawing: Drawing) => Drawing = (drawing) => drawing,
): Promise<Drawn> {
  const sheets = plans.flatMap(([plan, values, drawing]): DrawnSheet[] =>
    values ? [{ name: `${plan.name}'s`, drawing: drawing ?? standIn(plan, values) }] : [],
  );
  const drawing = change(
    departmentDrawing(
      order(
        plans.map(([plan]) => plan),
        given,
      ),
    ),
  );
  const sheet = await drawn([...sheets, { name: 'Department', drawing }]);
  const errors = sheet.all('Department').flatMap((line) => line.filter(isError));
  expect(errors).toEqual([]);
  return sheet;
}
const isError = (cell: unknown) => typeof cell === 'object';

const row = (
  target: number | '',
  actual: number | string,
  expected: number,
  more: Values = {},
) => ({
  target,
  actual,
  expected,
  status: '● đúng tiến độ',
  through: day,
  ...(typeof actual === 'number' && target !== '' ? { attainment: actual / target } : {}),
  ...more,
});
const figure = (sheet: Drawn, name: string, ...columns: readonly string[]) =>
  columns.map((column) => sheet.at(range('director'), name, column));

const lan = person('lan001', 'Lan', ['LEADS']);
const minh = person('minh02', 'Minh', ['LEADS']);

describe('the department’s sheet over real plan sheets', () => {
  it('shows what the plans’ own sheets show, and adds up their totals', async () => {
    const kpis = { lan001: ['LEADS', 'CPL', 'MKTSPEND'], minh02: ['LEADS', 'FOLLOWERS', 'ROI'] };
    const sheets = Object.entries(kpis).map(([id, names]) => {
      const bare = person(id, id, names, { language: id === 'lan001' ? 'vi' : 'en' });
      const { facts } = sampledFacts(bare, dayOf(2027, 2, 21));
      const shown = id === 'minh02' ? { ...facts, sample: true as const } : facts;
      return { name: id, plan: facts.plan, drawing: planDrawing(shown, '') };
    });
    const department = departmentDrawing(order(sheets.map(({ plan }) => plan)));
    const sheet = await drawn([...sheets, { name: 'Department', drawing: department }]);
    expect(sheet.all('Department').flat().filter(isError)).toEqual([]);
    expect(figure(sheet, '.sample', 'from')).toEqual(['▲ Có số mẫu của: minh02']);
    const columns = ['target', 'actual', 'attainment', 'expected', 'status', 'owner', 'through'];
    for (const { plan } of sheets) {
      for (const { kpi, lastYear } of plan.kpis) {
        for (const column of columns) {
          const there = sheet.at(blockRange(plan.id, 'score'), kpi, column);
          expect(sheet.at(range('owners'), `${plan.id}.${kpi}`, column), kpi).toBe(there);
        }
        expect(sheet.at(range('owners'), `${plan.id}.${kpi}`, 'lastYear')).toBe(lastYear ?? '');
      }
    }
    const leads = (column: string) =>
      ['lan001', 'minh02'].reduce(
        (sum, id) => sum + Number(sheet.at(blockRange(id, 'score'), 'LEADS', column)),
        0,
      );
    expect(figure(sheet, 'leads', 'target', 'actual', 'expected')).toEqual([
      leads('target'),
      leads('actual'),
      expect.closeTo(leads('expected'), 6),
    ]);
    expect(figure(sheet, 'roi', 'actual')[0]).toBe(
      sheet.at(blockRange('minh02', 'score'), 'ROI', 'actual'),
    );
  });

  it('makes the ROI of two plans from what both spent and earned, never as a mean', async () => {
    const sheets = [
      ['lan001', dayOf(2027, 2, 21)],
      ['minh02', dayOf(2027, 2, 21)],
    ].map(([id, until]) => {
      const bare = person(String(id), String(id), ['ROI']);
      const { facts, values } = sampledFacts(bare, Number(until));
      return { name: String(id), plan: facts.plan, drawing: planDrawing(facts, ''), values };
    });
    const sum = (key: string) =>
      sheets
        .flatMap(({ values }) => values[key] ?? [])
        .reduce<number>((all, value) => all + (value ?? 0), 0);
    const department = departmentDrawing(order(sheets.map(({ plan }) => plan)));
    const sheet = await drawn([...sheets, { name: 'Department', drawing: department }]);
    const [cost, revenue] = [sum('ROI.cost'), sum('MKTREVENUE')];
    expect(cost).toBeGreaterThan(0);
    expect(figure(sheet, 'roi', 'actual')[0]).toBeCloseTo((revenue - cost) / cost, 9);
  });
});

describe('the director’s page', () => {
  it('adds up totals and judges the sum', async () => {
    const sheet = await departmentOver([
      [lan, { LEADS: row(100, 50, 45, { lastYear: 80 }) }],
      [minh, { LEADS: row(200, 60, 90, { lastYear: 100, through: day - 7 }) }],
    ]);
    expect(figure(sheet, 'leads', 'from', 'target', 'actual', 'expected', 'status')).toEqual([
      'cộng 2 kế hoạch',
      300,
      110,
      135,
      '▲ cần chú ý',
    ]);
    expect(figure(sheet, 'leads', 'lastYear', 'through')).toEqual([180, day - 7]);
    expect(figure(sheet, 'leads', 'attainment')[0]).toBeCloseTo(110 / 300, 9);
    // Last year so far: 80 × 45 ÷ 100 and 100 × 90 ÷ 200.
    expect(figure(sheet, 'leads', 'versus')[0]).toBeCloseTo(110 / (36 + 45) - 1, 9);
  });

  it('does not take half of the plans for the whole', async () => {
    const sheet = await departmentOver([
      [lan, { LEADS: row(100, 50, 45) }],
      [minh, { LEADS: { status: '○ chưa có số liệu' } }],
    ]);
    expect(figure(sheet, 'leads', 'target', 'actual', 'attainment', 'expected')).toEqual([
      'thiếu 1 chỉ tiêu',
      50,
      '',
      '',
    ]);
    expect(figure(sheet, 'leads', 'status')).toEqual(['○ 1/2 kế hoạch có số liệu']);
    expect(sheet.at(range('owners'), 'minh02.LEADS', 'target')).toBe('');
  });

  it('never counts words as numbers, and passes them on', async () => {
    const sheet = await departmentOver([
      [lan, { LEADS: row(100, 'không có lead', 45, { status: '○ không tính được' }) }],
      [minh, { LEADS: row(200, 60, 90) }],
    ]);
    expect(sheet.at(range('owners'), 'lan001.LEADS', 'actual')).toBe('không có lead');
    expect(figure(sheet, 'leads', 'actual', 'attainment')).toEqual([60, '']);
    expect(String(figure(sheet, 'leads', 'status')[0])).toMatch(/^○/);
  });

  it('counts only the rows that are ticked', async () => {
    const untick = (drawing: Drawing) =>
      typedInto(drawing, range('owners'), 'minh02.LEADS', 'counted', { value: false });
    const sheet = await departmentOver(
      [
        [lan, { LEADS: row(100, 50, 45) }],
        [minh, { LEADS: row(200, 60, 90) }],
      ],
      {},
      untick,
    );
    expect(figure(sheet, 'leads', 'from', 'target', 'actual', 'status')).toEqual([
      'Lan',
      100,
      50,
      '● đúng tiến độ',
    ]);
  });

  it('counts the department’s own plan instead of its people’s where both hold a KPI', async () => {
    const head = person('head03', 'Phòng', ['LEADS'], { role: 'department' });
    const sheet = await departmentOver([
      [head, { LEADS: row(310, 120, 130) }],
      [lan, { LEADS: row(100, 50, 45) }],
      [minh, { LEADS: row(200, 60, 90) }],
    ]);
    expect(figure(sheet, 'leads', 'from', 'target')).toEqual(['Phòng', 310]);
    const split = ['head', 'sum', 'difference', 'verdict'];
    expect(split.map((column) => sheet.at(range('split'), 'LEADS', column))).toEqual([
      310,
      300,
      -10,
      '▲ cộng lại còn thiếu',
    ]);
  });

  it.each([
    [300, 300, '● khớp'],
    [300, 340, '● cộng lại cao hơn chỉ tiêu'],
    [300, '', '○ thiếu 1 chỉ tiêu'],
  ] as const)('says whether %d is the sum %s: %s', async (whole, part, verdict) => {
    const head = person('head03', 'Phòng', ['LEADS'], { role: 'manager' });
    const sheet = await departmentOver([
      [head, { LEADS: row(whole, 1, 1) }],
      [lan, { LEADS: row(part, 1, 1) }],
    ]);
    expect(sheet.at(range('split'), 'LEADS', 'verdict')).toBe(verdict);
  });

  it.each([
    [100, '● chi đúng kế hoạch'],
    [115, '▲ cần chú ý'],
    [130, '■ vượt ngân sách'],
    [70, '■ chi thấp hơn kế hoạch'],
  ])('holds spending %d of 100 against the plan: %s', async (spent, words) => {
    const plans = [person('aaa001', 'A', ['MKTSPEND']), person('bbb002', 'B', ['MKTSPEND'])];
    const sheet = await departmentOver([
      [plans[0]!, { MKTSPEND: row(150, spent / 2, 50) }],
      [plans[1]!, { MKTSPEND: row(150, spent / 2, 50) }],
    ]);
    expect(figure(sheet, 'spend', 'status', 'attainment')).toEqual([
      words,
      expect.closeTo(spent / 100, 9),
    ]);
  });

  describe('over plans of two currencies', () => {
    const usd = { circumstances: { currency: 'USD' } };
    const home = [person('aaa001', 'A', ['MKTSPEND']), person('bbb002', 'B', ['MKTSPEND'])];
    const abroad = person('usd004', 'US', ['MKTSPEND', 'LEADS'], usd);
    const plans = [
      ...home.map((plan) => [plan, { MKTSPEND: row(100, 40, 40) }] as const),
      [abroad, { MKTSPEND: row(7, 3, 3), LEADS: row(10, 5, 5) }] as const,
    ];
    const warning = (sheet: Drawn) => figure(sheet, '.currency', 'from')[0];

    it('adds no money, and says whose is in the way', async () => {
      const sheet = await departmentOver(plans);
      const columns = ['from', 'target', 'actual', 'attainment', 'expected', 'through', 'lastYear'];
      expect(figure(sheet, 'spend', ...columns)).toEqual(columns.map(() => ''));
      expect(figure(sheet, 'spend', 'status')).toEqual(['○ nhiều loại tiền']);
      expect(warning(sheet)).toMatch(/^▲ Chưa cộng được tiền .* không tính bằng VND: US \(USD\)\./);
      expect(sheet.at(range('budget'), '.spend', 'owner')).toBe('○ nhiều loại tiền');
      expect(figure(sheet, 'leads', 'actual', 'status')).toEqual([5, '● đúng tiến độ']);
    });

    it('adds up the rest once its row is unticked', async () => {
      const sheet = await departmentOver(plans, {}, (drawing) =>
        typedInto(drawing, range('owners'), 'usd004.MKTSPEND', 'counted', { value: false }),
      );
      expect(figure(sheet, 'spend', 'from', 'actual')).toEqual(['cộng 2 kế hoạch', 80]);
      expect(warning(sheet)).toBe('');
      expect(sheet.at(range('owners'), 'usd004.MKTSPEND', 'code')).toBe('MKTSPEND (USD)');
    });

    it('counts the department’s own plan instead of a person’s in another currency', async () => {
      const head = person('head03', 'Phòng', ['MKTSPEND'], { role: 'department' });
      const sheet = await departmentOver([
        [head, { MKTSPEND: row(100, 40, 40) }],
        [abroad, { MKTSPEND: row(7, 3, 3) }],
      ]);
      expect(figure(sheet, 'spend', 'from', 'actual')).toEqual(['Phòng', 40]);
      expect(warning(sheet)).toBe('');
      expect(sheet.at(range('split'), 'MKTSPEND', 'verdict')).toBe('○ nhiều loại tiền (VND, USD)');
      expect(sheet.at(range('split'), 'MKTSPEND', 'sum')).toBe('');
    });

    it.each([
      [['USD', 'EUR'], '', '○ nhiều loại tiền'],
      [['EUR', 'EUR'], 0.5, '▲ cần chú ý'],
    ] as const)('makes one ROI of %s: %s', async (currencies, actual, status) => {
      const both = currencies.map((currency, at) =>
        person(`roi00${at}`, currency + at, ['ROI'], { circumstances: { currency } }),
      );
      const values = { ROI: row(0.6, 0.5, 0.6) };
      const spans = { '.q': { 'ROI:2': 100 } };
      const sheet = await departmentOver(
        both.map((plan) => [plan, values, standIn(plan, values, spans)] as const),
      );
      expect(figure(sheet, 'roi', 'actual', 'status')).toEqual([actual, status]);
    });

    it('makes no ROI of spend in one and revenue in the other', async () => {
      const spends = person('aaa001', 'A', ['MKTSPEND']);
      const earns = person('usd004', 'US', ['MKTREVENUE'], usd);
      const sheet = await departmentOver([
        [spends, { MKTSPEND: row(100, 40, 40) }],
        [earns, { MKTREVENUE: row(400, 100, 90) }],
      ]);
      expect(figure(sheet, 'roi', 'actual')).toEqual(['']);
      expect(figure(sheet, 'revenue', 'actual', 'status')).toEqual(['', '○ nhiều loại tiền']);
    });
  });

  it('makes no ROI of a profit and a revenue', async () => {
    const both = [null, 0.4].map((margin, at) =>
      person(`roi00${at}`, `P${at}`, ['ROI'], { circumstances: { margin } }),
    );
    const values = { ROI: row(0.6, 0.5, 0.6) };
    const sheet = await departmentOver(
      both.map((plan) => {
        const spans = { '.q': { 'ROI:2': 100 } };
        return [plan, values, standIn(plan, values, spans, plan.circumstances.margin)] as const;
      }),
    );
    expect(figure(sheet, 'roi', 'title', 'actual', 'status')).toEqual([
      'ROI marketing',
      'nơi theo lợi nhuận, nơi theo doanh thu',
      '○ nơi theo lợi nhuận, nơi theo doanh thu',
    ]);
  });

  it('reckons ROI from spend and revenue where no plan holds it, of the same days only', async () => {
    const plan = person('aaa001', 'A', ['MKTSPEND', 'MKTREVENUE']);
    const values = { MKTSPEND: row(100, 40, 40), MKTREVENUE: row(400, 100, 90) };
    const same = await departmentOver([[plan, values]]);
    expect(figure(same, 'roi', 'title', 'actual')).toEqual(['ROI (theo doanh thu)', 1.5]);
    expect(figure(same, 'roi', 'from')).toEqual(['tính từ chi phí và doanh thu ở trên']);
    const later = { ...values, MKTSPEND: row(100, 40, 40, { through: day + 7 }) };
    const apart = await departmentOver([[plan, later]]);
    expect(figure(apart, 'roi', 'actual')).toEqual(['chốt số khác ngày']);
    const margin = { ...plan.circumstances, margin: 0.4 };
    const profit = await departmentOver([[{ ...plan, circumstances: margin }, values]]);
    expect(figure(profit, 'roi', 'title', 'actual')).toEqual(['ROI (theo lợi nhuận gộp)', 0]);
  });

  it('says what it takes for revenue from marketing when no plan holds that', async () => {
    const plan = person('aaa001', 'A', ['SALES']);
    const sheet = await departmentOver([[plan, { SALES: row(100, 40, 40) }]]);
    expect(figure(sheet, 'revenue', 'title', 'actual')).toEqual(['Doanh số bán hàng', 40]);
    expect(figure(sheet, 'leads', 'from', 'target', 'actual', 'status')).toEqual([
      'chưa có',
      '',
      '',
      '○ chưa có',
    ]);
  });

  it('says whose numbers are made up', async () => {
    const real = await departmentOver([
      [lan, { LEADS: row(100, 50, 45) }],
      [minh, null],
    ]);
    expect(figure(real, '.sample', 'from')).toEqual(['']);
    const sheet = await departmentOver([
      [lan, { LEADS: row(100, 50, 45), '.note': { status: '▲ Số mẫu' } }],
      [minh, { LEADS: row(100, 50, 45), '.note': {} }],
    ]);
    expect(figure(sheet, '.sample', 'from')).toEqual(['▲ Có số mẫu của: Lan']);
  });

  it('stands without any plan', async () => {
    const sheet = await departmentOver([]);
    expect(figure(sheet, 'spend', 'status')).toEqual(['○ chưa có']);
  });
});

describe('the department’s sheet when plans change under it', () => {
  const values = { LEADS: row(100, 50, 45, { owner: 'Lan' }) };

  it('says so where a plan is gone, with no error anywhere', async () => {
    const sheet = await departmentOver([
      [lan, values],
      [minh, null],
    ]);
    expect(sheet.at(range('owners'), 'minh02.LEADS', 'status')).toBe('○ kế hoạch không còn');
    expect(sheet.at(range('owners'), 'minh02.LEADS', 'actual')).toBe('');
    expect(figure(sheet, 'leads', 'target', 'actual', 'status')).toEqual([
      'thiếu 1 chỉ tiêu',
      50,
      '○ 1/2 kế hoạch có số liệu',
    ]);
  });

  it('says so where a KPI is gone from its plan', async () => {
    const sheet = await departmentOver([[lan, { CPL: row(1, 1, 1) }]]);
    expect(sheet.at(range('owners'), 'lan001.LEADS', 'status')).toBe(
      '○ KPI không còn trong kế hoạch',
    );
  });

  it('finds everything after rows were sorted and columns inserted', async () => {
    const plan = person('lan001', 'Lan', ['LEADS', 'CPL']);
    const both = { LEADS: row(100, 50, 45), CPL: row(9, 8, 9, { owner: 'Hà' }) };
    const moved = inserted(sorted(standIn(plan, both)));
    const before = await departmentOver([[plan, both]]);
    const after = await departmentOver([[plan, both, moved]]);
    for (const kpi of ['LEADS', 'CPL']) {
      for (const column of ['target', 'actual', 'expected', 'status', 'owner', 'goal']) {
        const key = `lan001.${kpi}`;
        const there = before.at(range('owners'), key, column);
        expect(after.at(range('owners'), key, column), column).toBe(there);
      }
    }
  });
});

/** The rows of the first block in reverse, as after sorting. */
function sorted(drawing: Drawing): Drawing {
  const [head, ...rest] = drawing.cells;
  const rows = drawing.names[0]!.rows - 1;
  const cells = [head!, ...rest.slice(0, rows).reverse(), ...rest.slice(rows)];
  return { ...drawing, cells };
}

/** With columns of the user's own before the keys and further on. */
function inserted(drawing: Drawing): Drawing {
  const wider = <T>(line: readonly T[], added: T) => [
    ...line.slice(0, 1),
    added,
    ...line.slice(1, 4),
    added,
    ...line.slice(4),
  ];
  return {
    ...drawing,
    columns: drawing.columns + 2,
    cells: drawing.cells.map((line) => wider(line, { value: 'mine', style: 'plain' as const })),
    names: drawing.names.map((name) => ({ ...name, columns: name.columns + 2 })),
  };
}

describe('names of the department’s blocks', () => {
  it('say their quarter and are never taken for a plan’s', () => {
    for (const { name: block } of departmentBlockList) {
      for (const month of [1, 10]) {
        const name = departmentRange({ year: 2027, month }, block);
        expect(departmentOf(name)).toEqual({
          quarter: { year: 2027, month },
          block,
          onCopy: false,
        });
        expect(blockOf(name)).toBeNull();
        expect(departmentOf(`'Copy of X'!${name}`)?.onCopy).toBe(true);
      }
    }
    expect(departmentOf(blockRange('abc123', 'score'))).toBeNull();
    expect(departmentOf('KPI_dept_2027q13_budget')).toBeNull();
  });
});
