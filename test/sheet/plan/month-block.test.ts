import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { dayOf, monthsOf } from '../../../src/plan/calendar/calendar.ts';
import { actualOf } from '../../../src/plan/model/actual.ts';
import { aggregationOf, kpiNamed } from '../../../src/plan/model/aggregation.ts';
import { shareAt } from '../../../src/plan/model/week-share.ts';
import { sampleWeights } from '../../../src/plan/sample/sample-plan.ts';
import { monthBlock } from '../../../src/sheet/plan/month-block.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { drawn } from '../../kit/sheet/drawn.ts';
import { type SampledFacts, sampledFacts } from '../../kit/sheet/sampled-facts.ts';

const kpis = [
  planned('LEADS', { weight: 0.5 }),
  planned('CPL', { weight: 0.3 }),
  planned('FOLLOWERS', { weight: 0.2 }),
  planned('VISIONFIT', { cadence: 'month' }),
  planned('RETENTION', { cadence: 'month' }),
  planned('MKTSPEND'),
  planned('ROI'),
  planned('AWARENESS', { cadence: 'quarter' }),
];
const range = 'KPI_abc123_month';
const months = [1, 2, 3] as const;

const sheetOf = ({ facts }: SampledFacts) =>
  drawn([{ name: 'Plan', drawing: planDrawing(facts, '') }]);

/** What a month alone comes to, as if it were a quarter of its own. */
function monthActual({ facts, values }: SampledFacts, name: string, month: number) {
  const { plan, inputs, parts } = facts;
  const kpi = kpiNamed(name, plan, catalogue)!;
  const of = parts.map((part) => part.month === month);
  const typed = Object.fromEntries(
    Object.entries(values).map(([key, column]) => [key, column.filter((_, at) => of[at])]),
  );
  return actualOf(
    kpi,
    plan,
    inputs,
    parts.filter((_, at) => of[at]),
    typed,
  );
}

describe('the months of a plan', () => {
  it.each(['vi', 'en'] as const)('come to what their own weeks come to (%s)', async (language) => {
    const made = sampledFacts(planOf(kpis, { language }), dayOf(2027, 3, 14));
    const sheet = await sheetOf(made);
    const { plan, parts } = made.facts;
    const weights = sampleWeights(parts);
    for (const { kpi: name, target, baseline } of plan.kpis) {
      const kpi = kpiNamed(name, plan, catalogue)!;
      if (name === 'AWARENESS') continue;
      for (const [at, month] of months.entries()) {
        const { last } = monthsOf(plan.quarter)[at]!;
        const { value } = monthActual(made, name, month);
        const found = sheet.at(range, name, `m${month}actual`);
        if (value === null) expect(found, `${name} ${month}`).toBe('');
        else expect(found, `${name} ${month}`).toBeCloseTo(value, 6);
        const end = shareAt(parts, weights, last)!;
        const start = at > 0 ? shareAt(parts, weights, monthsOf(plan.quarter)[at - 1]!.last)! : 0;
        const kind = aggregationOf(kpi);
        const wanted =
          kind === 'ratio'
            ? target!
            : kind === 'sum'
              ? target! * (end - start)
              : baseline! + (target! - baseline!) * end;
        expect(sheet.at(range, name, `m${month}target`), `${name} ${month}`).toBeCloseTo(wanted, 6);
      }
    }
  });

  it('are judged when they are over, and not before', async () => {
    const made = sampledFacts(planOf(kpis), dayOf(2027, 3, 14));
    const sheet = await sheetOf(made);
    for (const { kpi: name } of made.facts.plan.kpis) {
      if (name === 'AWARENESS') continue;
      const kpi = kpiNamed(name, made.facts.plan, catalogue)!;
      for (const month of [1, 2]) {
        const [target, actual] = ['target', 'actual'].map(
          (each) => sheet.at(range, name, `m${month}${each}`) as number,
        ) as [number, number];
        const { baseline } = made.facts.plan.kpis.find((each) => each.kpi === name)!;
        const kind = aggregationOf(kpi);
        const moves = kind === 'last' || kind === 'whole';
        const part = moves
          ? (actual - baseline!) / (target - baseline!)
          : kpi.better === 'lower'
            ? target / actual
            : actual / target;
        const off = Math.abs(part - 1);
        const held =
          off <= 0.1
            ? '● chi đúng kế hoạch'
            : off <= 0.2
              ? '▲ cần chú ý'
              : actual < target
                ? '■ chi thấp hơn kế hoạch'
                : '■ vượt ngân sách';
        const met =
          part >= 1
            ? '● đạt'
            : part >= 0.9
              ? '▲ gần đạt'
              : part >= 0.7
                ? '▲ cần chú ý'
                : '■ chưa đạt';
        const said = kpi.better === 'on plan' ? held : met;
        expect(sheet.at(range, name, `m${month}met`), `${name} ${month}`).toBe(said);
      }
      expect(String(sheet.at(range, name, 'm3met')), name).toMatch(/^(?:○ chưa hết tháng)?$/);
    }
  });

  it('wait for the weights of Tết where their targets depend on them', async () => {
    const made = sampledFacts(planOf(kpis), dayOf(2027, 2, 28), { tetWeights: false });
    const sheet = await sheetOf(made);
    expect(sheet.at(range, 'LEADS', 'm1target')).toBe('');
    expect(sheet.at(range, 'LEADS', 'm1met')).toBe('○ chờ đặt tỷ trọng tuần Tết');
    expect(sheet.at(range, 'CPL', 'm1met')).toMatch(/^[●▲■]/);
  });

  it('leave a KPI alone that is measured once a quarter', () => {
    const { facts } = sampledFacts(planOf(kpis), dayOf(2027, 3, 14));
    const row = monthBlock.draw(facts, '')?.rows.find(({ key }) => key === 'AWARENESS');
    expect(Object.keys(row?.cells ?? {})).toEqual(['title', 'unit']);
  });
});
