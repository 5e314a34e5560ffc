import { describe, expect, it } from 'vitest';
import { kpiTitle } from '../../../src/messages/catalogue.ts';
import { departmentDrawing } from '../../../src/sheet/department/department-sheet.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { coloured, withRuleTests } from '../../kit/sheet/coloured.ts';
import { type DrawnSheet, drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../../kit/sheet/plan-facts.ts';
import { insertColumn, insertRow, rowOf, sortRows } from '../../kit/sheet/rearranged.ts';
import { standIn } from '../../kit/sheet/stand-in-sheet.ts';

/** What a reader sees first, and the colour that says the same. */
const shapes: Readonly<Record<string, string>> = {
  '●': 'good',
  '▲': 'watch',
  '■': 'bad',
  '⚠': 'watch',
};

/** Of every cell above the hidden calculations: its colour and that of its shape, and what it holds. */
async function colours(drawing: Drawing, others: readonly DrawnSheet[] = []) {
  const sheet = await drawn([...others, { name: 'Ours', drawing: withRuleTests(drawing) }]);
  const found = sheet.all('Ours');
  const colourOf = coloured(drawing, found);
  const calc =
    drawing.names.find(({ name }) => name.endsWith('_calc'))?.row ?? Number.POSITIVE_INFINITY;
  return found.slice(0, drawing.rows).flatMap((line, row) =>
    row + 1 >= calc
      ? []
      : line.slice(0, drawing.columns).map((value, column) => {
          const text = String(value);
          return { text, colour: colourOf(row, column), wanted: shapes[text.slice(0, 1)] ?? null };
        }),
  );
}

/** That each cell has the colour of its shape; how many have which. */
async function expectColours(drawing: Drawing, others: readonly DrawnSheet[] = []) {
  const cells = await colours(drawing, others);
  expect(cells.filter(({ colour, wanted }) => colour !== wanted)).toEqual([]);
  const seen = cells.flatMap(({ colour }) => colour ?? []);
  return { good: count(seen, 'good'), watch: count(seen, 'watch'), bad: count(seen, 'bad') };
}

const count = (all: readonly string[], one: string): number =>
  all.filter((each) => each === one).length;

/** Sample numbers, a to-do for each KPI, and one cell with a text where a number belongs. */
function facts() {
  const made = sampled(rolePlan('digital', 'vi'));
  const kpis = made.plan.kpis.map((each, at) =>
    at === 1 ? { ...each, target: (each.target ?? 1) * 3 } : each,
  );
  const [plan, { filled }] = [{ ...made.plan, kpis }, made];
  const { parts } = factsOf(plan);
  const [input = ''] = Object.keys(filled.inputs);
  const inputs = { ...filled.inputs, [input]: ['nhiều', ...(filled.inputs[input] ?? []).slice(1)] };
  const action = Object.fromEntries(
    plan.kpis.map(({ kpi }, at) => {
      const title = kpiTitle({ name: kpi as Uppercase<string> }, 'vi');
      return [`a${at + 1}`, { title: 'Gọi lại', kpi: title }];
    }),
  );
  return factsOf(plan, { typed: { ...typedOf(parts, { ...filled, inputs }), action } });
}

const atDay = (drawing: Drawing): Drawing =>
  typedInto(drawing, 'KPI_abc123_calc', '.today', 'from', { value: 46_440 });

describe('the colour of a status on a plan’s sheet', () => {
  const drawing = atDay(planDrawing(facts(), '{}'));

  it('is that of the code it follows from, in the scorecard, the months and the to-dos', async () => {
    const seen = await expectColours(drawing);
    expect(seen.good).toBeGreaterThan(3);
    expect(seen.watch).toBeGreaterThan(3);
    expect(seen.bad).toBeGreaterThan(0);
  });

  it('does not change where somebody words a status differently', async () => {
    const cell = rowOf(drawing, 'KPI_abc123_score', 'LEADS');
    expect(cell).toBeGreaterThan(0);
    const told = typedInto(drawing, 'KPI_abc123_score', 'LEADS', 'status', { text: 'tốt lắm' });
    const [before, after] = [await colours(drawing), await colours(told)];
    const moved = after.flatMap((each, at) => (each.text === before[at]?.text ? [] : [at]));
    expect(moved.map((at) => after[at]?.text)).toContain('tốt lắm');
    expect(after.map(({ colour }) => colour)).toEqual(before.map(({ colour }) => colour));
  });

  it('follows its KPI when rows are sorted and rows and columns come in between', async () => {
    const first = rowOf(drawing, 'KPI_abc123_score', 'LEADS');
    const same = await expectColours(drawing);
    const rows = [first, first + 1];
    const sorted = sortRows(drawing, Math.min(...rows), [1, 0]);
    expect(await expectColours(sorted)).toEqual(same);
    const above = insertRow(sorted, first + 1);
    expect(await expectColours(insertColumn(insertRow(above, 3), 4))).toEqual(same);
  });
});

describe('the colour of a status on a department’s sheet', () => {
  const values = (target: number, actual: number, status: string) => ({
    target,
    actual,
    expected: 90,
    attainment: actual / target,
    lastYear: 50,
    status,
    through: 46_432,
    owner: 'Lan',
  });
  const plans = [
    planOf([planned('LEADS', { target: 300 }), planned('MKTSPEND')], {
      id: 'dep001',
      name: 'Phòng',
      role: 'department',
    }),
    planOf([planned('LEADS'), planned('MKTSPEND')], { id: 'lan001', name: 'Lan' }),
    planOf([planned('LEADS'), planned('CPL')], { id: 'minh02', name: 'Minh' }),
  ];
  const kpis = [
    { LEADS: values(300, 95, '● đúng tiến độ'), MKTSPEND: values(100, 130, '■ vượt ngân sách') },
    { LEADS: values(100, 60, '■ chậm tiến độ'), MKTSPEND: values(200, 80, '▲ cần chú ý') },
    { LEADS: values(100, 80, '▲ cần chú ý'), CPL: { status: '○ chưa có số liệu' } },
  ];
  const others = plans.map((plan, at) => ({
    name: plan.name,
    drawing: standIn(plan, kpis[at] ?? {}),
  }));
  const drawing = departmentDrawing({
    quarter: { year: 2027, month: 1 },
    name: 'Marketing',
    activities: [],
    plans: plans.map((plan) => ({ plan, sheetName: plan.name })),
    language: 'vi',
  });

  it('is that of the code it follows from, whoever owns it and however the plans add up', async () => {
    const seen = await expectColours(drawing, others);
    expect(seen.good).toBeGreaterThan(1);
    expect(seen.watch).toBeGreaterThan(2);
    expect(seen.bad).toBeGreaterThan(0);
  });

  it('keeps the codes out of sight', () => {
    const state = drawing.names.flatMap(({ row, columns }) =>
      (drawing.cells[row - 1] ?? [])
        .slice(0, columns)
        .flatMap(({ value }, at) => (value === 'state' ? [at + 1] : [])),
    );
    expect(state).toHaveLength(3);
    for (const column of state) {
      expect(
        drawing.hiddenColumns.some(
          ({ from, count: columns }) => column >= from && column < from + columns,
        ),
      ).toBe(true);
    }
  });
});
