import { describe, expect, it } from 'vitest';
import { lastDay } from '../../../src/plan/calendar/calendar.ts';
import type { BlockName } from '../../../src/sheet/layout/block.ts';
import { addressesFrom, type FoundBlock } from '../../../src/sheet/layout/cell-addresses.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { blockOf } from '../../../src/sheet/plan/blocks.ts';
import { arrangePlan, formulasOf, planBlocks } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { typedInto } from '../../kit/sheet/drawn.ts';
import {
  computed,
  expectSame,
  factsOf,
  rolePlan,
  sampled,
  typedOf,
  valueAt,
} from '../../kit/sheet/plan-facts.ts';
import { copyRow, deleteRow, rowOf, sortRows } from '../../kit/sheet/rearranged.ts';

const { plan, filled } = sampled(rolePlan('digital', 'vi'));
const { parts } = factsOf(plan);
const facts = factsOf(plan, { typed: typedOf(parts, filled) });
const score = 'KPI_abc123_score';
const input = 'KPI_abc123_input';

/** The blocks of a drawing as somebody finds them on its sheet. */
const foundIn = ({ names, cells }: Drawing): FoundBlock<BlockName>[] =>
  names.flatMap(({ name, ...area }) => {
    const block = blockOf(name)?.block;
    const line = (row: number) =>
      cells[row]?.slice(area.column - 1, area.column - 1 + area.columns);
    const keys = (line(area.row - 1) ?? []).map(({ value }) => String(value ?? ''));
    const rowKeys = Array.from({ length: area.rows }, (_, at) =>
      String(line(area.row - 1 + at)?.[keys.indexOf('key')]?.value ?? ''),
    );
    return block ? [{ block, area, columnKeys: keys, rowKeys }] : [];
  });

/** As the add-on writes its formulas anew, wherever everything stands now. */
function rewritten(drawing: Drawing, portable = false): Drawing {
  const cells = drawing.cells.map((line) =>
    line.map(({ formula: _, ...cell }) => ({ ...cell })),
  ) as { formula?: string }[][];
  const places = addressesFrom(foundIn(drawing));
  for (const { at, formula } of formulasOf(planBlocks({ ...facts, portable }), places)) {
    const cell = cells[at.row - 1]?.[at.column - 1];
    if (cell) cell.formula = formula;
  }
  return { ...drawing, cells: cells as unknown as Drawing['cells'] };
}

describe('what somebody changes on the sheet', () => {
  it('a target is followed by everything that rests on it', async () => {
    const sheet = await computed(facts, (drawing) =>
      typedInto(drawing, score, 'LEADS', 'target', { value: 77 }),
    );
    const kpis = plan.kpis.map((each) => (each.kpi === 'LEADS' ? { ...each, target: 77 } : each));
    expectSame(sheet, { ...facts, plan: { ...plan, kpis } }, filled);
    expect(valueAt(sheet, 'score', 'LEADS', 'remaining')).toBe(0);
  });

  it('a threshold as well', async () => {
    const sheet = await computed(facts, (drawing) =>
      typedInto(drawing, 'KPI_abc123_method', 'LEADS', 'goal', { value: 2 }),
    );
    const kpis = plan.kpis.map((each) => (each.kpi === 'LEADS' ? { ...each, goal: 2 } : each));
    expectSame(sheet, { ...facts, plan: { ...plan, kpis } }, filled);
  });

  it('and the weight of a week', async () => {
    const sheet = await computed(facts, (drawing) =>
      typedInto(drawing, input, String(parts[0]?.from), 'weight', { value: 9 }),
    );
    const weights = filled.weights.map((weight, at) => (at === 0 ? 9 : weight));
    expectSame(sheet, facts, { ...filled, weights });
  });

  it('once Tết has begun, its weeks wait for their weights, ratios do not', async () => {
    const weights = parts.map(() => null);
    const open = { ...filled, weights };
    const waiting = factsOf(plan, { typed: typedOf(parts, open) });
    const sheet = await computed(waiting);
    expectSame(sheet, waiting, open);
    expect(valueAt(sheet, 'score', 'LEADS', 'status')).toBe('○ chờ đặt tỷ trọng tuần Tết');
    expect(valueAt(sheet, 'score', 'CPL', 'status')).toMatch(/^[●▲■]/);
  });

  it('a number that cannot be is neither good nor bad: a mark below the lowest, minus 3 leads', async () => {
    const rated = planOf([
      planned('RATING', { cadence: 'month', baseline: 4, target: 4.5 }),
      planned('LEADS', { target: 100 }),
    ]);
    const rows = factsOf(rated).parts;
    const inputs = {
      RATING: rows.map(({ endsMonth, month }) => (endsMonth && month === 1 ? 0.5 : null)),
      LEADS: rows.map((_, at) => (at < 4 ? -3 : null)),
    };
    const slips = { inputs, weights: rows.map(() => 1) };
    const slipped = factsOf(rated, { typed: typedOf(rows, slips) });
    const sheet = await computed(slipped);
    expectSame(sheet, slipped, slips);
    for (const kpi of ['RATING', 'LEADS']) {
      expect(valueAt(sheet, 'score', kpi, 'status')).toBe('○ số nhập không hợp lý');
    }
  });

  it('a weight below zero leaves nothing to expect by, and is said like a text', async () => {
    const first = String(parts[0]?.from);
    for (const wrong of [{ value: -3 }, { text: 'một' }]) {
      const sheet = await computed(facts, (drawing) =>
        typedInto(drawing, input, first, 'weight', wrong),
      );
      expect(String(valueAt(sheet, 'input', '.warnings', 'weight'))).toMatch(/^⚠/);
      if ('text' in wrong) continue;
      const weights = filled.weights.map((weight, at) => (at === 0 ? -3 : weight));
      expectSame(sheet, facts, { ...filled, weights });
      expect(valueAt(sheet, 'score', 'LEADS', 'expected')).toBe('');
    }
  });

  it('weeks that are deleted, copied or of other days are not summed from that moment on', async () => {
    const week = (sheet: Drawing) => rowOf(sheet, input, String(parts[1]?.from));
    const deeds: readonly ((sheet: Drawing) => Drawing)[] = [
      (sheet) => deleteRow(sheet, week(sheet)),
      (sheet) => copyRow(sheet, week(sheet)),
      (sheet) => typedInto(sheet, input, String(parts[1]?.from), 'to', { value: 46_999 }),
    ];
    for (const deed of deeds) {
      const sheet = await computed(facts, deed);
      for (const { kpi } of plan.kpis) {
        expect(valueAt(sheet, 'score', kpi, 'actual'), kpi).toBe('');
        expect(valueAt(sheet, 'score', kpi, 'status'), kpi).toBe('○ bảng cần sửa');
        expect(valueAt(sheet, 'month', kpi, 'm1met'), kpi).toBe('○ bảng cần sửa');
      }
    }
  });

  it('a text for the margin is not taken for no margin', async () => {
    const manager = sampled(rolePlan('manager', 'vi'));
    const typed = typedOf(factsOf(manager.plan).parts, manager.filled);
    for (const portable of [false, true]) {
      const sheet = await computed(factsOf(manager.plan, { typed, portable }), (drawing) =>
        typedInto(drawing, input, '.margin', 'weight', { text: 'ba mươi' }),
      );
      expect(valueAt(sheet, 'score', 'ROI', 'actual')).toBeTypeOf('string');
      expect(valueAt(sheet, 'score', 'ROI', 'status')).toBe('○ không tính được');
    }
  });

  it('a week that contradicts itself spoils no other week, also without our functions', async () => {
    const bounce = rolePlan('content', 'vi');
    const made = sampled(bounce);
    const column = made.filled.inputs['BOUNCE.engagedSessions'] ?? [];
    const inputs = {
      ...made.filled.inputs,
      'BOUNCE.engagedSessions': column.map((value, at) => (at === 1 ? 9e9 : value)),
    };
    expect(column.length).toBeGreaterThan(2);
    const wrong = { ...made.filled, inputs };
    const typed = typedOf(factsOf(made.plan).parts, wrong);
    for (const portable of [false, true]) {
      const sheet = await computed(factsOf(made.plan, { typed, portable }));
      expect(valueAt(sheet, 'score', 'BOUNCE', 'trend')).toMatch(/^[▁-█·]+$/);
      expect(valueAt(sheet, 'score', 'BOUNCE', 'status')).toBe('○ không tính được');
      expect(valueAt(sheet, 'score', 'BOUNCE', 'actual')).toBeTypeOf('string');
    }
  });

  it('a text among the numbers is said, and nothing after it counts', async () => {
    const third = String(parts[2]?.from);
    const sheet = await computed(facts, (drawing) =>
      typedInto(drawing, input, third, 'LEADS', { text: 'chờ báo cáo' }),
    );
    const values = filled.inputs.LEADS?.map((value, at) => (at === 2 ? null : value)) ?? [];
    expectSame(sheet, facts, { ...filled, inputs: { ...filled.inputs, LEADS: values } });
    expect(valueAt(sheet, 'input', '.warnings', 'LEADS')).toBe('⚠ tuần 11/01: không phải số');
    expect(valueAt(sheet, 'score', 'LEADS', 'through')).toBe(parts[1]?.to);
  });

  it('a number in a cell that stays empty is said, and nothing is made of it', async () => {
    const monthly = plan.kpis.map((each) => ({ ...each, cadence: 'month' as const }));
    const slow = factsOf({ ...plan, kpis: monthly });
    const first = slow.inputs.find(({ key }) => key === 'LEADS');
    expect(first?.cadence).toBe('month');
    const sheet = await computed(slow, (drawing) => {
      const closed = typedInto(drawing, input, String(parts[0]?.from), 'LEADS', { value: 5 });
      const end = parts.find(({ endsMonth }) => endsMonth);
      return typedInto(closed, input, String(end?.from), 'LEADS', { value: 50 });
    });
    expect(valueAt(sheet, 'input', '.warnings', 'LEADS')).toBe('⚠ có số trong ô xám');
    expect(valueAt(sheet, 'score', 'LEADS', 'actual')).toBe('');
    expect(valueAt(sheet, 'score', 'LEADS', 'status')).toBe('○ chưa có số liệu');
  });

  it('the margin turns the ROI of revenue into that of gross profit, and back', async () => {
    const roi = sampled(rolePlan('manager', 'vi'));
    const rows = factsOf(roi.plan, { typed: typedOf(parts, roi.filled) });
    const sheet = await computed(rows, (drawing) =>
      typedInto(drawing, input, '.margin', 'weight', { value: 0.5 }),
    );
    const circumstances = { ...roi.plan.circumstances, margin: 0.5 };
    expectSame(sheet, { ...rows, plan: { ...roi.plan, circumstances } }, roi.filled);
    expect(valueAt(sheet, 'score', 'ROI', 'unit')).toBe('% (theo lợi nhuận gộp)');
    const without = await computed(rows);
    expect(valueAt(without, 'score', 'ROI', 'unit')).toBe('% (theo doanh thu)');
  });
});

describe('a sheet that somebody has rearranged', () => {
  const drawing = arrangePlan(facts, '{}').drawing;

  /** The rows of a block's table turned upside down. */
  function upsideDown(sheet: Drawing, block: BlockName): Drawing {
    const keys = addressesFrom(foundIn(sheet))
      .rows(block)
      .filter((key) => !key.startsWith('.'));
    const rows = keys.map((key) => rowOf(sheet, `KPI_abc123_${block}`, key));
    const first = Math.min(...rows);
    const order = rows.toReversed().map((row) => row - first);
    expect(order.length).toBeGreaterThan(1);
    return sortRows(sheet, first, order);
  }

  it('shows the same when weeks, months or what is said of KPIs are sorted', async () => {
    const before = valueAt(await computed(facts), 'month', 'LEADS', 'm1met');
    for (const block of ['input', 'month', 'method'] as const) {
      const sheet = await computed(facts, (same) => upsideDown(same, block));
      expectSame(sheet, facts, filled);
      expect(valueAt(sheet, 'month', 'LEADS', 'm1met'), block).toBe(before);
    }
  });

  it('and when the scorecard is', async () => {
    const [one, other] = ['TRAFFIC', 'CPL'].map((key) => rowOf(drawing, score, key));
    const [first = 0, last = 0] = [one ?? 0, other ?? 0].sort((x, y) => x - y);
    const order = Array.from({ length: last - first + 1 }, (_, at) => at);
    const swapped = order.with(0, last - first).with(last - first, 0);
    const sheet = await computed(facts, (same) => sortRows(same, first, swapped));
    expectSame(sheet, facts, filled);
  });

  it('sorted weeks do not lift the wait for the weights of Tết', async () => {
    const open = { ...filled, weights: parts.map(() => null) };
    const waiting = factsOf(plan, { typed: typedOf(parts, open) });
    const sheet = await computed(waiting, (same) => upsideDown(same, 'input'));
    expectSame(sheet, waiting, open);
    expect(valueAt(sheet, 'score', 'LEADS', 'status')).toBe('○ chờ đặt tỷ trọng tuần Tết');
  });

  it('sorted weeks keep what is typed by the month or the quarter', async () => {
    for (const cadence of ['month', 'quarter'] as const) {
      const slow = factsOf({ ...plan, kpis: plan.kpis.map((each) => ({ ...each, cadence })) });
      const made = sampled(slow.plan, lastDay(plan.quarter));
      const typed = factsOf(made.plan, { typed: typedOf(parts, made.filled) });
      const sheet = await computed(typed, (same) => upsideDown(same, 'input'));
      expectSame(sheet, typed, made.filled);
      expect(valueAt(sheet, 'score', 'LEADS', 'actual')).toBeGreaterThan(0);
      expect(valueAt(sheet, 'input', '.warnings', 'LEADS')).toBe('');
    }
  });

  it('is found again and computed again after rows and columns were inserted', async () => {
    const blank = { style: 'plain' } as const;
    const firstWeek = drawing.cells.findIndex((line) => line[1]?.value === String(parts[0]?.from));
    const rowsAt = [8, firstWeek, firstWeek + 3];
    const across = drawing.cells.map((line) => [...line.slice(0, 3), blank, ...line.slice(3)]);
    const cells = across.flatMap((line, row) =>
      rowsAt.includes(row) ? [line.map(() => blank), line] : [line],
    );
    const shifted = (row: number) => row + rowsAt.filter((each) => each < row).length;
    const names = drawing.names.map((each) => ({
      ...each,
      row: shifted(each.row),
      rows: shifted(each.row + each.rows - 1) - shifted(each.row) + 1,
      columns: each.columns + 1,
    }));
    const inserted = rewritten({
      ...drawing,
      cells,
      names,
      rows: cells.length,
      columns: drawing.columns + 1,
    });
    const sheet = await computed(facts, () => inserted);
    expectSame(sheet, facts, filled);
    const [cost, leads] = ['CPL.cost', 'LEADS'].map((key) => Number(filled.inputs[key]?.[0]));
    const first = valueAt(sheet, 'input', String(parts[0]?.from), 'CPL');
    expect(first).toBeCloseTo((cost ?? 0) / (leads ?? 0), 6);
  });

  it('turns into native formulas in place, and back to the very same', async () => {
    const native = rewritten(drawing, true);
    const functions = /\b(?:CPL|LEADQUALITY|CVR)\(/;
    // The line above the scorecard is not found again, and holds no function of ours.
    const texts = (one: Drawing) =>
      one.cells.flat().flatMap(({ formula }) => (formula?.includes('▓') ? [] : (formula ?? [])));
    expect(texts(drawing).some((text) => functions.test(text))).toBe(true);
    expect(texts(native).some((text) => functions.test(text))).toBe(false);
    expectSame(await computed(facts, () => native), facts, filled);
    expect(texts(rewritten(native))).toEqual(texts(drawing));
  });

  it('says what is gone by leaving its formulas out', () => {
    const found = foundIn(drawing).filter(({ block }) => block !== 'method');
    const left = formulasOf(planBlocks(facts), addressesFrom(found));
    expect(left.some(({ block }) => block === 'method')).toBe(false);
    expect(left.some(({ row, column }) => row === 'LEADS' && column === 'goal')).toBe(false);
    expect(left.some(({ block, column }) => block === 'score' && column === 'actual')).toBe(true);
  });
});
