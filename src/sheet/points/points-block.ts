import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { quoted } from '../../native/twin.ts';
import { lastDay } from '../../plan/calendar/calendar.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { PlannedKpi, Scores } from '../../plan/model/plan.ts';
import { isJudged } from '../calc/status-formulas.ts';
import type { BlockRow, CellAddresses, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { dayFormat, shareFormat } from '../layout/formats.ts';
import {
  anyNumber,
  atLeast,
  call,
  emptyText,
  known,
  numbers,
  shownOrBlank,
  when,
} from '../layout/formula-text.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { carried, type SheetInput, typedAt } from '../layout/sheet-input.ts';
import { isRated, ratedCells, rubricRows } from './points-rated.ts';
import { pointsOf, scaleRows, usedOf } from './points-scale.ts';

/** A weighted KPI of the plan. */
interface ScoredKpi {
  readonly kpi: Kpi;
  readonly planned: PlannedKpi;
}

/** Points of the weighted KPIs and their total, step by step in cells. */
export const pointsBlock: PlanBlock<'points'> = {
  name: 'points',
  draw,
  has: ({ scores }) => scores !== null,
};

function draw(facts: SheetInput): DrawnBlock | null {
  const { plan, catalogue } = facts;
  const { scores } = plan;
  const scored = plan.kpis.flatMap((planned): ScoredKpi[] => {
    const kpi = kpiNamed(planned.kpi, plan, catalogue);
    return kpi && planned.weight !== null ? [{ kpi, planned }] : [];
  });
  if (!scores || scored.length === 0) return null;
  const words = sheetMoreWords(plan.language);
  return {
    columns: [
      'title',
      'key',
      'weight',
      'progress',
      'used',
      'points',
      'contribution',
      'through',
      'remark',
      'self',
      'manager',
    ],
    rows: [
      {
        key: '.heading',
        cells: {
          title: { formula: (at) => headingOf(at, scored.length, facts, words), style: 'heading' },
          weight: { value: words.pointsNote, style: 'unit' },
        },
      },
      { key: '', cells: head(scored, facts, words) },
      ...scored.map((each) => rowOf(each, scores, facts, words)),
      totalRow(words),
      ...scaleRows(scores, words),
      ...scored.flatMap(({ kpi }) => (isRated(kpi) ? rubricRows(kpi, facts, words) : [])),
    ],
    folds: false,
    space: 1,
  };
}

/** Provisional until everything that is scored is settled up to the quarter's end. */
function headingOf(
  at: CellAddresses,
  rows: number,
  { plan }: SheetInput,
  words: SheetMoreWords,
): string {
  const settled = call('COUNTIFS', at.column('points', 'through'), atLeast(lastDay(plan.quarter)));
  return when(`${settled}=${rows}`, quoted(words.points), quoted(words.pointsProvisional));
}

function head(
  scored: readonly ScoredKpi[],
  { plan }: SheetInput,
  words: SheetMoreWords,
): BlockRow['cells'] {
  const sheet = sheetWords(plan.language);
  const rated = scored.some(({ kpi }) => isRated(kpi));
  return {
    title: leftHead(words.methodKpi),
    weight: rightHead(words.pointsWeight),
    progress: rightHead(words.pointsProgress),
    used: rightHead(words.pointsUsed),
    points: rightHead(words.pointsPoints),
    contribution: rightHead(words.pointsContribution),
    through: rightHead(sheet.through),
    remark: leftHead(words.pointsRemark),
    ...(rated
      ? { self: rightHead(words.pointsSelf), manager: rightHead(words.pointsManager) }
      : {}),
  };
}

function rowOf(
  { kpi }: ScoredKpi,
  scores: Scores,
  facts: SheetInput,
  words: SheetMoreWords,
): BlockRow {
  const { name } = kpi;
  const remark = typedAt(facts, 'points', name, 'remark');
  const mine = (at: CellAddresses, column: string) => at.here('points', name, column);
  return {
    key: name,
    cells: {
      title: { text: kpiTitle(kpi, facts.plan.language), style: 'kpi' },
      weight: {
        formula: (at) => shownOrBlank(at.lookup('method', 'weight', 'points', name)),
        format: '0%',
        style: 'number',
      },
      progress: {
        formula: (at) => progressOf(at, kpi, facts),
        format: shareFormat,
        style: 'number',
      },
      used: {
        formula: (at) =>
          known([mine(at, 'progress')], usedOf(at, mine(at, 'progress'), scores, words)),
        format: shareFormat,
        style: 'number',
      },
      points: {
        formula: (at) =>
          when(
            numbers(mine(at, 'progress')),
            pointsOf(at, mine(at, 'used'), scores),
            quoted(kpi.better === 'on plan' ? words.pointsNever : words.pointsNone),
          ),
        format: '0.0',
        style: 'strong',
      },
      contribution: {
        formula: (at) =>
          known(
            [mine(at, 'weight'), mine(at, 'points')],
            `${mine(at, 'weight')}*${mine(at, 'points')}`,
          ),
        format: '0.0',
        style: 'number',
      },
      through: {
        formula: (at) => shownOrBlank(at.lookup('score', 'through', 'points', name)),
        format: dayFormat(facts.plan.language),
        style: 'faint',
      },
      remark: {
        ...carried(remark),
        style: 'typedWords',
      },
      ...(isRated(kpi) ? ratedCells(kpi, facts, words) : {}),
    },
  };
}

/**
 * What is scored: at the quarter's end attainment, before it progress against what is expected by
 * now. A KPI that is not judged is not scored. A manager's mark stands above both.
 */
function progressOf(at: CellAddresses, kpi: Kpi, { plan }: SheetInput): string {
  if (kpi.better === 'on plan' || kpi.better === null) return emptyText;
  const from = (column: string) => at.lookup('score', column, 'points', kpi.name);
  const [attainment, through] = [from('attainment'), from('through')];
  const code = at.lookup('calc', 'code', 'points', kpi.name);
  const end = lastDay(plan.quarter);
  const settled = known([attainment], attainment);
  const progress = at.lookup('calc', 'progress', 'points', kpi.name);
  const soFar = when(numbers(progress), progress, settled);
  const running = when(`${through}<${end}`, soFar, settled);
  const measured = when(numbers(through), when(isJudged(code), running, emptyText), emptyText);
  if (!isRated(kpi)) return measured;
  const [mark, target] = [at.here('points', kpi.name, 'manager'), from('target')];
  const byMark = when(`${target}>0`, `${mark}/${target}`, emptyText);
  return when(numbers(mark, target), byMark, measured);
}

/** The points over the weight that is measured. What is not scored lowers that weight, not the points. */
function totalRow(words: SheetMoreWords): BlockRow {
  const weights = (at: CellAddresses) => at.column('points', 'weight');
  const measured = (at: CellAddresses) =>
    call('SUMIFS', weights(at), at.column('points', 'points'), anyNumber);
  const sum = (at: CellAddresses) => `SUM(${at.column('points', 'contribution')})`;
  return {
    key: '.total',
    cells: {
      title: { value: words.pointsTotal, style: 'kpi' },
      weight: { formula: (at) => `SUM(${weights(at)})`, format: '0%', style: 'strong' },
      points: {
        formula: (at) =>
          when(`${measured(at)}>0`, `${sum(at)}/${measured(at)}`, quoted(words.pointsNone)),
        format: '0.0',
        style: 'strong',
      },
      contribution: { formula: sum, format: '0.0', style: 'number' },
      remark: {
        formula: (at) => {
          const all = `SUM(${weights(at)})`;
          const share = `ROUND(100*${measured(at)}/${all};0)&"%"`;
          return when(`${all}>0`, messageFormula(words.pointsMeasured, { n: share }), emptyText);
        },
        style: 'unit',
      },
    },
  };
}
