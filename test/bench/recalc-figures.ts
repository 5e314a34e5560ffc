import { catalogue } from '../../src/kpi/catalogue.ts';
import { firstDay, lastDay } from '../../src/plan/calendar/calendar.ts';
import { plannedKpi } from '../../src/plan/model/edit-kpis.ts';
import { inputsOfPlan } from '../../src/plan/model/inputs.ts';
import type { Plan } from '../../src/plan/model/plan.ts';
import { segmentKeys } from '../../src/sheet/data/feed-columns.ts';
import { planDrawing } from '../../src/sheet/plan/plan-sheet.ts';
import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import { workbenchFolder } from '../e2e/workbench-server.ts';
import { cellsReadOn, tableDesk } from '../kit/desk/table-desk.ts';
import { tableOf } from '../kit/plans/feeds.ts';
import { planOf } from '../kit/plans/plans.ts';
import type { DrawnSheet } from '../kit/sheet/drawn.ts';
import { dataDrawing, fedFacts, feedOf } from '../kit/sheet/fed-facts.ts';
import { factsOf, typedOf } from '../kit/sheet/plan-facts.ts';

const quarter = { year: 2027, month: 1 };

/** What a sheet takes to be computed into which numbers flow. */
export async function recalcFigures(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const rows of [920, 9200, 92_000]) {
    const { desk } = tableDesk(rows);
    figures[`recalc.cellsRead.${rows}`] = cellsReadOn(desk, ['input']);
  }
  await bundleWorkbench({ outdir: workbenchFolder });
  const { fed, typed } = sheetsOf(planOfSums(30));
  const [flowing, byHand] = await Promise.all([timed(fed), timed(typed)]);
  for (let round = 0; round < rounds; round += 1) {
    await flowing.run();
    await byHand.run();
  }
  const ms = (took: readonly number[]) => Math.round(Math.min(...took));
  figures['recalc.ms.30x10'] = ms(flowing.took);
  figures['recalc.typedMs.30x10'] = ms(byHand.took);
  figures['recalc.ratio.30x10'] =
    Math.round((100 * ms(flowing.took)) / Math.max(1, ms(byHand.took))) / 100;
  flowing.dispose();
  byHand.dispose();
  return figures;
}

const rounds = 12;

/** A plan of the first KPIs of the catalogue whose inputs are so many sums. */
function planOfSums(count: number): Plan {
  const bare = planOf([], { quarter });
  let kpis: Plan['kpis'] = [];
  for (const { name } of catalogue) {
    const next = [...kpis, { ...plannedKpi(bare, name, catalogue), target: 5 }];
    const inputs = inputsOfPlan({ ...bare, kpis: next });
    if (inputs.length <= count && inputs.every(({ over }) => over === 'sum')) kpis = next;
  }
  return { ...bare, kpis };
}

/** The sheet of a plan of which every input flows in by ten campaigns, and of the same, typed. */
function sheetsOf(plan: Plan): {
  readonly fed: readonly DrawnSheet[];
  readonly typed: readonly DrawnSheet[];
} {
  const table = tableOf({ name: 'Ads' });
  const keys = inputsOfPlan(plan).map(({ key }) => key);
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const names = segmentKeys.map((_, at) => `Campaign ${at + 1}`);
  const rows = days.flatMap((day) =>
    names.map((segment, at) => ({ from: day, to: day, value: day - first + at + 1, segment })),
  );
  const one = { from: first, through: last, settled: last, rows };
  const fetched = Object.fromEntries(keys.map((key) => [key, one]));
  const feeds = keys.map((key) => feedOf(key, table, { split: 'Campaign' }));
  const split = Object.fromEntries(names.map((title, at) => [`s${at + 1}`, { title }]));
  const facts = fedFacts({ ...plan, accounts: [table], feeds }, fetched, {
    typed: { split },
    portable: true,
  });
  const { parts } = factsOf(plan);
  const inputs = Object.fromEntries(keys.map((key) => [key, parts.map(() => 50)]));
  const byHand = factsOf(plan, { portable: true, typed: typedOf(parts, { inputs, weights: [] }) });
  return {
    fed: [
      { name: 'Lan', drawing: planDrawing(facts, '{}') },
      { name: 'Data', drawing: dataDrawing(facts, fetched) },
    ],
    typed: [{ name: 'Lan', drawing: planDrawing(byHand, '{}') }],
  };
}

/** A workbook that can be computed altogether, again and again. */
async function timed(sheets: readonly DrawnSheet[]) {
  const { calculatedBook } = await import('../kit/sheet/drawn.ts');
  const { engine, calculation } = await calculatedBook(sheets);
  const took: number[] = [];
  return {
    took,
    async run() {
      const begun = performance.now();
      void engine.commands.executeCommand(
        'formula.mutation.set-formula-calculation-start',
        {
          forceCalculation: true,
          dirtyRanges: [],
          dirtyNameMap: {},
          dirtyDefinedNameMap: {},
          dirtyUnitFeatureMap: {},
          dirtyUnitOtherFormulaMap: {},
          clearDependencyTreeCache: {},
        },
        { onlyLocal: true },
      );
      await calculation.settle();
      took.push(performance.now() - begun);
    },
    dispose() {
      calculation.dispose();
      engine.univer.dispose();
    },
  };
}
