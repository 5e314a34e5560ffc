import { kpiTitle } from '../../messages/catalogue.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { firstDay, lastDay } from '../../plan/calendar/calendar.ts';
import { connectedInput, connectedInputs } from '../data/connected-input.ts';
import { inputRowKey } from '../data/day-formulas.ts';
import { flowRow, settledKpi } from '../data/provisional.ts';
import { segmentColumns, segmentRows } from '../data/segment-formulas.ts';
import type { BlockRow, CellAddresses, Content, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import {
  all,
  atMost,
  call,
  emptyText,
  isNumber,
  known,
  shownOrBlank,
  when,
} from '../layout/formula-text.ts';
import { hidden, hiddenText } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { filledAt, shareUpTo, shareUpToAny } from '../plan/input-rows.ts';
import { doubtColumn } from '../plan/typed-cells.ts';
import { totalWeight } from '../plan/week-weights.ts';
import { chartCells, chartColumns, chosenRow } from './chart.ts';
import { isDaily, type MeasuredKpi, measuredKpis, spills } from './kpi-inputs.ts';
import { inputRow, throughKpi } from './last-day-formulas.ts';
import { monthStatus, monthStatusColumns } from './month-status.ts';
import { spanHead, spanRow, spansOf, weekKeys } from './periods.ts';
import { partRow } from './running-part.ts';
import { spanColumns } from './span-columns.ts';
import { codeOf, progressOf, statusWords, thresholdOf, unlessDamaged } from './status-formulas.ts';
import { barColumn, barOf, trendKeys, trendOf } from './trend.ts';
import { damageColumn, isDamaged, weekRows, weekRowsRow } from './whole-rows.ts';

/**
 * The hidden cells. A row per KPI, by its name:
 *
 * | column | holds |
 * |---|---|
 * | `through` | the day up to which everything in the row counts |
 * | `to` | the last of these days that will not change any more, where anything flows in |
 * | `share` | share of the quarter's week weights up to that day; `paced` the same, blank while Tết weeks have no weight |
 * | `target` `baseline` `actual` `expected` | as on the scorecard |
 * | `goal` `flag` | the shares of what is expected from which on it is well, and is watched |
 * | `progress` | share of what is expected by now |
 * | `silent` | 1 where its function, which fills a column of spans, has no answer: they are blank then |
 * | `code`, `words` | the status: `met`, `good`, `watch`, `noTarget` …, and what people read |
 * | `e1` `p1` `c1` `t1` … `t3` | each month: its target, the share of it that is reached, the status that follows, and what people read |
 * | `q` `w` `v` `m1` `m2` `m3` | its value of the quarter so far, this week, last week, each month |
 * | `trend` | a little picture of the weeks |
 * | `damage` | written by whoever looks over the sheet: something the KPI rests on is not as it was built |
 *
 * Then rows whose keys begin with `.`, of which an input's says in `doubt` which of its cells cannot be used: `.today`, `.rows`, `.weights`, `.tet`, `.settled`, `.flow`, `.chart`, `.part`,
 * one per input, the table of spans: days `from`, `to`, how many rows of weeks lie in them, the `share`
 * of the weights up to their end, and the totals per segment.
 */
export const calcBlock: PlanBlock<'calc'> = {
  name: 'calc',
  draw,
  fills: '.spans',
  days: ['from', 'to'],
  ordered: true,
};

function draw(facts: SheetInput): DrawnBlock {
  const measured = measuredKpis(facts);
  const spans = spansOf(facts);
  return {
    columns: [
      'title',
      'key',
      'from',
      'to',
      'share',
      'week',
      'through',
      'paced',
      'target',
      'baseline',
      'actual',
      'expected',
      'goal',
      'flag',
      'progress',
      'silent',
      'code',
      'words',
      'kind',
      'q',
      'w',
      'v',
      'm1',
      'm2',
      'm3',
      ...monthStatusColumns,
      doubtColumn,
      'least',
      'most',
      'trend',
      damageColumn,
      ...chartColumns,
      ...measured.flatMap((each) => [...spanColumns(each), barColumn(each)]),
      ...segmentColumns(facts),
    ],
    rows: [
      ...measured.map((each) => kpiRow(each, facts)),
      todayRow(facts),
      weekRowsRow(facts),
      { key: '.weights', cells: { share: hidden(totalWeight) } },
      tetRow(facts),
      settledRow(measured, facts),
      ...(connectedInputs(facts).length > 0 ? [flowRow(facts)] : []),
      chosenRow(measured, facts),
      ...facts.inputs.map((input) => inputRow(input, facts)),
      ...(connectedInputs(facts).length > 0 ? [partRow(measured, facts)] : []),
      spanHead(measured, facts),
      ...spans.map((span) => {
        const row = spanRow(span, measured, facts);
        const bars = measured
          .filter((each) => trendKeys(each, facts).includes(span.key))
          .map((each): [string, Content] => [
            barColumn(each),
            hidden((at) => barOf(each, span.key, at)),
          ]);
        const chart = chartCells(span.key, measured, facts);
        return { ...row, cells: { ...row.cells, ...Object.fromEntries(bars), ...chart } };
      }),
      ...segmentRows(facts),
    ],
    hidden: true,
  };
}

/** Columns with a KPI's value, and the spans they are for. */
const spanValues = [
  ['q', '.q'],
  ['m1', '.m1'],
  ['m2', '.m2'],
  ['m3', '.m3'],
] as const;

/** The week of today, and the one before: how many weeks back. */
const weekValues = [
  ['w', 0],
  ['v', 1],
] as const;

function kpiRow(measured: MeasuredKpi, facts: SheetInput): BlockRow {
  const { kpi, kind, planned } = measured;
  const key = kpi.name;
  const here = (at: CellAddresses) => (column: string) => at.here('calc', key, column);
  const judged = (at: CellAddresses) => {
    const cell = here(at);
    return {
      baseline: cell('baseline'),
      target: cell('target'),
      actual: cell('actual'),
      expected: cell('expected'),
    };
  };
  const fromScore = (column: string) =>
    hidden((at) => {
      const found = at.lookup('score', column, 'calc', key);
      // A blank cell must not come as 0.
      return known([found], found);
    });
  const values = spanValues.map(([column, span]): [string, Content] => [
    column,
    hidden((at) => shownOrBlank(at.cell('calc', span, key))),
  ]);
  const weeks =
    measured.period === 'week'
      ? weekValues.map(([column, back]): [string, Content] => [
          column,
          hidden((at) => weekBack(back, key, facts, at)),
        ])
      : [];
  const cells: [string, Content][] = [
    ['title', hiddenText(kpiTitle(kpi, facts.plan.language))],
    ['kind', { value: kind, style: 'hidden' }],
    [
      'through',
      hidden((at) => when(isNumber(weekRows(at)), throughKpi(measured, facts, at), emptyText)),
    ],
    ...settled(measured, facts),
    ['share', hidden((at) => shareOf(measured, facts, at))],
    ['paced', hidden((at) => pacedOf(at, key, facts))],
    ['target', fromScore('target')],
    ['baseline', fromScore('baseline')],
    ['expected', fromScore('expected')],
    ['actual', hidden((at) => at.here('calc', key, 'q'))],
    ...thresholds(measured),
    [
      'progress',
      hidden((at) => when(isDamaged(at, key), emptyText, progressOf(kind, kpi.better, judged(at)))),
    ],
    ...silence(measured, facts),
    [
      'code',
      hidden((at) =>
        unlessDamaged(
          isDamaged(at, key),
          codeOf(kind, kpi.better, judged(at), {
            progress: here(at)('progress'),
            share: here(at)('share'),
            paced: here(at)('paced'),
            goal: here(at)('goal'),
            flag: here(at)('flag'),
            refused: refusedOf(measured, facts, at),
            over: `${here(at)('through')}>=${lastDay(facts.plan.quarter)}`,
            silent: spills(measured, facts) ? here(at)('silent') : null,
          }),
        ),
      ),
    ],
    [
      'words',
      hidden((at) =>
        statusWords(kpi, here(at)('code'), judged(at), sheetWords(facts.plan.language), kind),
      ),
    ],
    ...values,
    ...monthStatus(measured, facts),
    ...weeks,
    ...trendOf(measured, facts).map(([column, formula]): [string, Content] => [
      column,
      hidden(formula),
    ]),
  ];
  return { key: planned.kpi, cells: Object.fromEntries(cells) };
}

/** The shares that decide of a KPI; the usual ones where a cell holds no number. */
function thresholds({ kpi }: MeasuredKpi): readonly [string, Content][] {
  // A budget is held to a band of its own.
  if (kpi.better === null || kpi.better === 'on plan') return [];
  return (['goal', 'flag'] as const).map((which) => [
    which,
    hidden((at) => thresholdOf(at.lookup('method', which, 'calc', kpi.name), which)),
  ]);
}

/** That something was typed for a KPI that cannot be used; `null` where nothing is typed. */
function refusedOf({ inputs }: MeasuredKpi, facts: SheetInput, at: CellAddresses): string | null {
  const typed = inputs.filter((input) => !connectedInput(input, facts));
  const days = typed.map(({ key }) => at.cell('calc', inputRowKey(key), doubtColumn));
  return days.length === 0 ? null : `COUNT(${days.join(';')})>0`;
}

function weekBack(back: number, key: string, facts: SheetInput, at: CellAddresses): string {
  const weeks = weekKeys(facts);
  const first = at.cell('calc', weeks[0] ?? '', key);
  const values = `${first}:${at.cell('calc', weeks[weeks.length - 1] ?? '', key)}`;
  const week =
    back > 0 ? `${at.cell('calc', '.today', 'week')}-${back}` : at.cell('calc', '.today', 'week');
  return when(`${week}>0`, shownOrBlank(call('INDEX', values, week)), emptyText);
}

function shareOf(measured: MeasuredKpi, facts: SheetInput, at: CellAddresses): string {
  const through = at.here('calc', measured.kpi.name, 'through');
  const upTo = isDaily(measured, facts) ? shareUpToAny : shareUpTo;
  return known([through, at.cell('calc', '.weights', 'share')], upTo(at, through));
}

/** Only where something flows in can a day that counts still change. */
const settled = (measured: MeasuredKpi, facts: SheetInput): readonly [string, Content][] =>
  connectedInputs(facts).length === 0
    ? []
    : [['to', hidden((at) => settledKpi(measured, facts, at))]];

/**
 * Looked at apart from the values that the function fills in: one formula that reads both is not
 * computed in the right order by every engine.
 */
const silence = (measured: MeasuredKpi, facts: SheetInput): readonly [string, Content][] =>
  spills(measured, facts)
    ? [
        [
          'silent',
          hidden((at) => when(`ISERROR(${at.cell('calc', '.spans', measured.kpi.name)})`, 1, 0)),
        ],
      ]
    : [];

/** The share as far as expectations may rest on it: not while the weights of Tết are open. */
function pacedOf(at: CellAddresses, key: string, facts: SheetInput): string {
  const share = at.here('calc', key, 'share');
  if (!facts.parts.some(({ tet }) => tet)) return known([share], share);
  const through = at.here('calc', key, 'through');
  const begun = `${through}>=${at.cell('calc', '.tet', 'from')}`;
  const open = all(begun, `${at.cell('calc', '.tet', 'week')}>0`);
  return known([share], when(open, emptyText, share));
}

/** Tết's first day, and how many of its weeks nobody has given a weight. */
function tetRow({ parts }: SheetInput): BlockRow {
  const weeks = parts.filter(({ tet }) => tet);
  const [first] = weeks;
  if (!first) return { key: '.tet', cells: {} };
  return {
    key: '.tet',
    cells: {
      from: { value: first.from, style: 'hidden' },
      week: hidden((at) => {
        const weights = weeks.map(({ to }) => filledAt('weight', to, at));
        return `${weeks.length}-(${weights.join('+')})`;
      }),
    },
  };
}

/** Today; today as a day of the quarter; and which week that is. */
function todayRow(facts: SheetInput): BlockRow {
  const { quarter } = facts.plan;
  const weeks = weekKeys(facts);
  return {
    key: '.today',
    cells: {
      from: hidden(() => 'TODAY()'),
      to: hidden((at) => {
        const today = at.cell('calc', '.today', 'from');
        return `MIN(MAX(${today};${firstDay(quarter)});${lastDay(quarter)})`;
      }),
      week: hidden((at) => {
        const first = at.cell('calc', weeks[0] ?? '', 'from');
        const days = `${first}:${at.cell('calc', weeks[weeks.length - 1] ?? '', 'from')}`;
        return call('COUNTIFS', days, atMost(at.cell('calc', '.today', 'to')));
      }),
    },
  };
}

/**
 * Up to which day the KPIs that have numbers every week are settled: the furthest, the nearest;
 * where something flows in also up to which day there is anything at all.
 */
function settledRow(measured: readonly MeasuredKpi[], facts: SheetInput): BlockRow {
  const weekly = measured.filter(({ period }) => period === 'week');
  const asked = weekly.length > 0 ? weekly : measured;
  const flows = connectedInputs(facts).length > 0;
  const found = (name: 'MIN' | 'MAX', column: 'to' | 'through') =>
    hidden((at) => {
      const days = asked.map(({ kpi }) => at.cell('calc', kpi.name, column)).join(';');
      return when(`COUNT(${days})>0`, `${name}(${days})`, emptyText);
    });
  if (asked.length === 0) return { key: '.settled', cells: {} };
  const day = flows ? 'to' : 'through';
  const cells = { from: found('MIN', day), to: found('MAX', day) };
  return {
    key: '.settled',
    cells: flows ? { ...cells, through: found('MAX', 'through') } : cells,
  };
}
