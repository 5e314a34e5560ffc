import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetMoreWords } from '../../../src/messages/compiled/sheet-more.ts';
import { dayOf, lastDay } from '../../../src/plan/calendar/calendar.ts';
import type { Plan, Scores } from '../../../src/plan/model/plan.ts';
import type { CellAddresses } from '../../../src/sheet/layout/block.ts';
import type { SheetInput, TypedValues } from '../../../src/sheet/layout/sheet-input.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { pointsBlock } from '../../../src/sheet/points/points-block.ts';
import { pointsOf, readScores, scaleRows, usedOf } from '../../../src/sheet/points/points-scale.ts';
import type { Given } from '../../kit/engine/ironcalc.ts';
import { calculateInUniver } from '../../kit/engine/univer.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { score, totalScore } from '../../kit/plans/scores.ts';
import { type Drawn, drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { sampledFacts } from '../../kit/sheet/sampled-facts.ts';

const linear: Scores = { way: 'linear', floor: 0, cap: 1.2, ladder: [] };
const ladder: Scores = {
  way: 'ladder',
  floor: 0,
  cap: 1.2,
  ladder: [
    { from: 1, points: 100 },
    { from: 0.95, points: 60 },
    { from: 0.9, points: 30 },
  ],
};
const kpis = [
  planned('LEADS', { weight: 0.4 }),
  planned('CPL', { weight: 0.3 }),
  planned('FOLLOWERS', { weight: 0.1 }),
  planned('VISIONFIT', { weight: 0.1, cadence: 'month' }),
  planned('MKTSPEND', { weight: 0.1 }),
  planned('ROI'),
];
const range = 'KPI_abc123_points';
const midway = dayOf(2027, 2, 21);

const factsFor = (
  scores: Scores,
  until = midway,
  given: Partial<Plan> = {},
  typed: TypedValues = {},
) => sampledFacts(planOf(kpis, { scores, ...given }), until, { typed }).facts;
const sheetOf = (facts: SheetInput) => drawn([{ name: 'Plan', drawing: planDrawing(facts, '') }]);
const scoreOf = (sheet: Drawn, kpi: string, column: string) =>
  sheet.at('KPI_abc123_score', kpi, column);

/** Progress against what is expected by now, from what the scorecard shows. */
function progress(sheet: Drawn, kpi: string): number | null {
  const cell = (column: string) => scoreOf(sheet, kpi, column) as number;
  if (kpi === 'MKTSPEND') return null;
  if (kpi === 'CPL') return cell('target') / cell('actual');
  if (kpi === 'LEADS') return cell('actual') / cell('expected');
  const [actual, expected, baseline] = [cell('actual'), cell('expected'), cell('baseline')];
  return (actual - baseline) / (expected - baseline);
}

describe('scores on the sheet', () => {
  it.each([
    ['by limits, on the way', linear, midway, 'Điểm tạm tính'],
    ['by steps, on the way', ladder, midway, 'Điểm tạm tính'],
    ['by limits, in the end', linear, lastDay({ year: 2027, month: 1 }), 'Điểm'],
    ['by steps, in the end', ladder, lastDay({ year: 2027, month: 1 }), 'Điểm'],
  ] as const)('are those computed without one: %s', async (_, scores, until, heading) => {
    const facts = factsFor(scores, until);
    const sheet = await sheetOf(facts);
    const rows = facts.plan.kpis
      .filter(({ weight }) => weight !== null)
      .map(({ kpi, weight }) => ({ kpi, weight, points: score(progress(sheet, kpi), scores) }));
    for (const { kpi, points } of rows) {
      const found = sheet.at(range, kpi, 'points');
      if (points === null) expect(found, kpi).toBe('không chấm (KPI theo kế hoạch)');
      else expect(found, kpi).toBeCloseTo(points, 6);
    }
    const total = totalScore(rows);
    expect(sheet.at(range, '.total', 'points')).toBeCloseTo(total.points!, 6);
    expect(total.measured).toBeCloseTo(0.9, 9);
    expect(sheet.at(range, '.total', 'remark')).toBe('đã chấm 90% trọng số');
    expect(sheet.at(range, '.heading', 'title')).toBe(heading);
  });

  it('say «not scored yet» where nothing is measured, and lower the measured weight, not the points', async () => {
    const facts = sampledFacts(
      planOf([planned('LEADS', { weight: 0.6 }), planned('CPL', { weight: 0.4 })], {
        scores: linear,
        language: 'en',
      }),
      midway,
    ).facts;
    const drawing = planDrawing(facts, '');
    const blank = typedInto(drawing, 'KPI_abc123_score', 'LEADS', 'target', {});
    const sheet = await drawn([{ name: 'Plan', drawing: blank }]);
    expect(sheet.at(range, 'LEADS', 'points')).toBe('not scored yet');
    expect(sheet.at(range, '.total', 'points')).toBe(sheet.at(range, 'CPL', 'points'));
    expect(sheet.at(range, '.total', 'remark')).toBe('40% of the weight measured');
  });

  it('are not given while it is too early to judge', async () => {
    const { facts } = sampledFacts(planOf(kpis.slice(0, 2), { scores: linear }), dayOf(2027, 1, 3));
    const sheet = await sheetOf(facts);
    expect(sheet.at('KPI_abc123_calc', 'CPL', 'progress')).toBeTypeOf('number');
    expect(sheet.at(range, 'CPL', 'points')).toBe('chưa chấm');
    expect(sheet.at(range, '.total', 'points')).toBe('chưa chấm');
    expect(sheet.at(range, '.total', 'remark')).toBe('đã chấm 0% trọng số');
  });

  it('follow the scale cells that somebody edits', async () => {
    const facts = factsFor(ladder);
    const drawing = planDrawing(facts, '');
    const before = await drawn([{ name: 'Plan', drawing }]);
    const cell = (value: number) => ({ value });
    const added = typedInto(drawing, range, '.step4', 'progress', cell(0.01));
    const edited = typedInto(added, range, '.step4', 'points', cell(7));
    const after = await drawn([{ name: 'Plan', drawing: edited }]);
    const changed = readScores(ladder, (row, column) => {
      if (!row.startsWith('.step')) return undefined;
      const found = after.at(range, row, column);
      return typeof found === 'object' ? undefined : found;
    });
    expect(changed.ladder).toEqual([...ladder.ladder, { from: 0.01, points: 7 }]);
    const low = facts.plan.kpis.filter(
      ({ kpi }) => before.at(range, kpi.replace('ROI', 'LEADS'), 'points') === 0,
    );
    expect(low.length).toBeGreaterThan(0);
    for (const { kpi } of low) expect(after.at(range, kpi, 'points')).toBe(7);
  });

  it('take the manager’s mark of a rated KPI, and keep marks and texts when built anew', async () => {
    const typed: TypedValues = {
      points: {
        VISIONFIT: { manager: 3, self: 5, remark: '=họp 3/4' },
        '.mark5.VISIONFIT': { weight: 'Ai cũng kể lại được tầm nhìn' },
      },
    };
    const facts = factsFor(linear, midway, {}, typed);
    const sheet = await sheetOf(facts);
    const target = scoreOf(sheet, 'VISIONFIT', 'target') as number;
    expect(sheet.at(range, 'VISIONFIT', 'points')).toBeCloseTo((3 / target) * 100, 6);
    expect(sheet.at(range, 'VISIONFIT', 'self')).toBe(5);
    expect(sheet.at(range, 'VISIONFIT', 'remark')).toBe('=họp 3/4');
    expect(sheet.at(range, '.mark5.VISIONFIT', 'weight')).toBe('Ai cũng kể lại được tầm nhìn');
  });

  it('are not there unless somebody wants them', () => {
    const { facts } = sampledFacts(planOf(kpis), midway);
    expect(pointsBlock.draw(facts, '')).toBeNull();
  });
});

describe('a scale in cells', () => {
  const words = sheetMoreWords('en');
  const share = fc.integer({ min: 0, max: 200 }).map((percent) => percent / 100);
  const scales = fc.oneof(
    fc.record({ floor: share, more: share }).map(
      ({ floor, more }): Scores => ({
        way: 'linear',
        floor,
        cap: floor + more + 0.01,
        ladder: [],
      }),
    ),
    fc
      .uniqueArray(fc.record({ from: share, points: fc.integer({ min: 0, max: 150 }) }), {
        maxLength: 6,
        selector: ({ from }) => from,
      })
      .map((steps): Scores => ({ way: 'ladder', floor: 0, cap: 1.2, ladder: steps })),
  );

  it('gives the points that the code gives, for any scale and any attainment', async () => {
    const cases = fc.sample(
      fc.record({
        scores: scales,
        attainment: fc.oneof(share, fc.double({ min: -1, max: 3, noNaN: true })),
      }),
      { numRuns: 150, seed: 7 },
    );
    const grid = cases.map(({ scores, attainment }, row): Given[] => {
      const values: number[] = [];
      const places = new Map<string, string>();
      for (const { key, cells } of scaleRows(scores, words)) {
        for (const column of ['progress', 'points']) {
          const value = cells[column]?.value;
          const at = typeof value === 'number' ? values.push(value) : 50;
          places.set(`${key} ${column}`, `$${letters(at + 3)}$${row + 1}`);
        }
      }
      const at = {
        cell: (_: string, key: string, column: string) => places.get(`${key} ${column}`) ?? '',
      } as unknown as CellAddresses;
      const formula = (text: string) => ({ formula: text.replaceAll(';', ',') });
      return [
        formula(usedOf(at, `$C$${row + 1}`, scores, words)),
        formula(pointsOf(at, `$A$${row + 1}`, scores)),
        attainment,
        ...values,
      ];
    });
    const found = await calculateInUniver(
      grid.map((row) => [...row, ...Array(62 - row.length).fill(null)]),
    );
    for (const [row, { scores, attainment }] of cases.entries()) {
      const seen = JSON.stringify({ scores, attainment });
      expect(found[row]?.[1], seen).toBeCloseTo(score(attainment, scores)!, 6);
    }
  });

  it('is read back from its cells as it was written', () => {
    fc.assert(
      fc.property(scales, (scores) => {
        const cells = Object.fromEntries(
          scaleRows(scores, words).map(({ key, cells }) => [
            key,
            Object.fromEntries(
              ['progress', 'points'].flatMap((column): [string, number][] => {
                const value = cells[column]?.value;
                return typeof value === 'number' ? [[column, value]] : [];
              }),
            ),
          ]),
        );
        const steps = [...scores.ladder].sort((one, other) => other.from - one.from);
        expect(readScores(scores, (row, column) => cells[row]?.[column])).toEqual({
          ...scores,
          ladder: steps,
        });
      }),
    );
  });
});

const letters = (column: number): string =>
  column > 26
    ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) +
      String.fromCharCode(65 + ((column - 1) % 26))
    : String.fromCharCode(64 + column);
