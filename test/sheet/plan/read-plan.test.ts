import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { layoutVersion, type Plan } from '../../../src/plan/model/plan.ts';
import type { BlockName } from '../../../src/sheet/layout/block.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import type { SheetInput } from '../../../src/sheet/layout/sheet-input.ts';
import { parseMetadata, planMetadata } from '../../../src/sheet/plan/metadata-block.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { readPlan } from '../../../src/sheet/plan/read-plan.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { typedInto } from '../../kit/sheet/drawn.ts';
import { factsOf, rolePlan, sampled, typedOf } from '../../kit/sheet/plan-facts.ts';
import { standing } from '../../kit/sheet/standing-blocks.ts';

const { plan, filled } = sampled(rolePlan('manager', 'vi'));
const scores = { way: 'linear', floor: 0, cap: 1.2, ladder: [] } as const;
const whole: Plan = { ...plan, scores };
const typed = typedOf(factsOf(whole).parts, filled);
const facts: SheetInput = factsOf(whole, { typed });
const card = { plan: whole, native: false };

const drawing = planDrawing(
  facts,
  planMetadata(whole, { layout: 1, revision: 3, frozen: false, native: false, sample: false }),
);
const read = (changed: Drawing) => readPlan(standing(changed), card, catalogue, shippedSources);
const [first] = whole.kpis;
const kpi = first?.kpi ?? '';
const range = (block: BlockName) => `KPI_abc123_${block}`;

describe('a plan read back from its sheet', () => {
  it('is the plan it was built from, with everything that was typed', () => {
    const found = read(drawing);
    expect(found.problems).toEqual([]);
    expect(found.plan).toEqual(whole);
    expect(found.typed.input).toMatchObject(typed.input ?? {});
  });

  it('builds the very same sheet again', () => {
    const again = read(drawing);
    const same = planDrawing({ ...facts, plan: again.plan, typed: again.typed }, '{}');
    expect(same.cells).toEqual(planDrawing(facts, '{}').cells);
  });

  it('takes numbers, owners and thresholds as they stand in the cells', () => {
    let changed = typedInto(drawing, range('score'), kpi, 'target', { value: 123 });
    changed = typedInto(changed, range('score'), kpi, 'owner', { value: ' Hà ' });
    changed = typedInto(changed, range('score'), kpi, 'baseline', {});
    changed = typedInto(changed, range('method'), kpi, 'goal', { value: 1 });
    changed = typedInto(changed, range('input'), '.margin', 'weight', { value: 0.4 });
    changed = typedInto(changed, range('points'), '.cap', 'progress', { value: 1.5 });
    const found = read(changed);
    const wanted = { target: 123, owner: 'Hà', baseline: null, goal: 1 };
    expect(found.plan.kpis[0]).toMatchObject(wanted);
    expect(found.plan.kpis.slice(1)).toEqual(whole.kpis.slice(1));
    expect(found.plan.circumstances.margin).toBe(0.4);
    expect(found.plan.scores).toEqual({ ...scores, cap: 1.5 });
    expect(found.problems).toEqual([]);
  });

  it('makes no number of a text: it is unknown, and says so', () => {
    const changed = typedInto(drawing, range('score'), kpi, 'target', { text: 'khoảng 85k' });
    const found = read(changed);
    expect(found.plan.kpis[0]?.target).toBeNull();
    expect(found.problems).toEqual([
      expect.stringMatching(/^“khoảng 85k” ở cột “Chỉ tiêu” của .+ không phải là số\./),
    ]);
  });

  it('keeps what the card says of a row or a block that is gone, and says what is gone', () => {
    const gone = standing(drawing).filter(({ block }) => block !== 'method');
    const found = readPlan(gone, card, catalogue, shippedSources);
    expect(found.plan).toEqual(whole);
    expect(found.problems).toEqual([
      'Trang tính không còn phần “cách tính và nguồn chốt số”. Bạn hãy bấm “Tạo lại phần thiếu” trên thanh bên.',
    ]);
    const rows = standing(drawing).map((block) =>
      block.block === 'score'
        ? { ...block, rowKeys: block.rowKeys.map((key) => (key === kpi ? '' : key)) }
        : block,
    );
    const without = readPlan(rows, card, catalogue, shippedSources);
    expect(without.plan).toEqual(whole);
    expect(without.problems).toHaveLength(1);
  });

  it('keeps items to do, also those in rows that somebody has inserted, and dates as days', () => {
    const blocks = standing(
      typedInto(drawing, range('action'), 'a1', 'title', { text: 'Gọi lại' }),
    );
    const date = new Date(2027, 1, 14);
    const found = blocks.map((block) => {
      if (block.block !== 'action') return block;
      const line = block.columnKeys.map((key) =>
        key === 'title' ? 'Thêm' : key === 'due' ? date : '',
      );
      return {
        ...block,
        rowKeys: [...block.rowKeys, ''],
        values: [...block.values, line],
      };
    });
    const { action } = readPlan(found, card, catalogue, shippedSources).typed;
    expect(action?.a1).toMatchObject({ title: 'Gọi lại' });
    expect(Object.values(action ?? {})).toContainEqual({ title: 'Thêm', due: 46432 });
  });

  it('says when a cadence was typed over, which changes nothing by itself', () => {
    const found = read(typedInto(drawing, range('method'), kpi, 'cadence', { value: 'hằng quý' }));
    expect(found.plan).toEqual(whole);
    expect(found.problems).toEqual([expect.stringMatching(/^Tần suất đo của .+ thanh bên\.$/)]);
  });
});

describe('the card of a plan', () => {
  const state = { layout: layoutVersion, revision: 7, frozen: true, native: true, sample: true };

  it('comes back as it was written', () => {
    expect(parseMetadata(planMetadata(whole, state), shippedSources)).toEqual({
      ...state,
      plan: whole,
    });
  });

  it.each(['', 'x', '{}', '[]', 'null', '{"layout":1,"revision":1,"plan":{}}', '{"layout":"1"}'])(
    'is none in %s',
    (text) => expect(parseMetadata(text, shippedSources)).toBeNull(),
  );

  it('of a newer layout says at least whose it is', () => {
    const { id, name, role, quarter, language } = whole;
    const strange = { id, name, role, quarter, language, kpis: 'elsewhere' };
    const text = JSON.stringify({ ...state, layout: layoutVersion + 1, plan: strange });
    expect(parseMetadata(text, shippedSources)).toMatchObject({
      layout: layoutVersion + 1,
      plan: { id, name, role, quarter, kpis: [] },
    });
  });
});
