import type { Figure, Kpi } from '../../kpi/define.ts';
import { quoted } from '../../native/twin.ts';
import { lastDay } from '../../plan/calendar/calendar.ts';
import type { Aggregation } from '../../plan/model/aggregation.ts';
import { isJudged, judgedCode, progressOf, statusWords } from '../calc/status-formulas.ts';
import { all, emptyText, isNumber, numbers, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type { DepartmentAddresses, DepartmentFacts, DepartmentRow } from './department-input.ts';
import { countedRows } from './owners-block.ts';

/** A cell of the director's page. */
export const here = (at: DepartmentAddresses, figure: Figure, column: string): string =>
  at.here('director', figure, column);

/** That plans in different currencies count for a figure: then there is no sum of it. */
export const isMixed = (at: DepartmentAddresses, figure: Figure): string =>
  `${here(at, figure, 'mixed')}>0`;

/** A value where every plan that counts has its part of it. */
export const complete = (
  at: DepartmentAddresses,
  figure: Figure,
  counter: string,
  value: string,
): string =>
  when(
    all(
      `${here(at, figure, 'n')}>0`,
      `${here(at, figure, counter)}=${here(at, figure, 'n')}`,
      `${here(at, figure, 'mixed')}=0`,
    ),
    value,
    emptyText,
  );

/** The KPI a figure is read from, as it is judged. */
export interface JudgedFigure {
  readonly kpi: Pick<Kpi, 'better' | 'unit'>;
  readonly kind: Aggregation;
}

const cellsOf = (at: DepartmentAddresses, figure: Figure) => ({
  baseline: emptyText,
  target: here(at, figure, 'target'),
  actual: here(at, figure, 'actual'),
  expected: here(at, figure, 'expected'),
});

/**
 * The hidden cells behind a figure's status: the only plan's own code; of several plans, what follows
 * from their sums with their mean thresholds, once each of them is judged. Blank where nothing is.
 */
export function stateCells(
  figure: Figure,
  code: string,
  { kpi, kind }: JudgedFigure,
  { quarter }: DepartmentFacts,
): DepartmentRow['cells'] {
  const rows = (at: DepartmentAddresses) => countedRows(at, code);
  const mean = (name: 'goal' | 'flag') => (at: DepartmentAddresses) => {
    const share = rows(at).mean(name);
    return when(isNumber(share), share, emptyText);
  };
  return {
    goal: hidden(mean('goal')),
    flag: hidden(mean('flag')),
    progress: hidden((at) => progressOf(kind, kpi.better, cellsOf(at, figure))),
    state: hidden((at) => {
      const cell = (column: string) => here(at, figure, column);
      const through = cell('through');
      const sums = judgedCode(kind, kpi.better, cellsOf(at, figure), {
        progress: cell('progress'),
        goal: cell('goal'),
        flag: cell('flag'),
        over: all(isNumber(through), `${through}>=${lastDay(quarter)}`),
      });
      const judged = when(numbers(cell('actual'), cell('expected')), sums, emptyText);
      const many = complete(at, figure, 'judged', judged);
      return when(`${cell('n')}=1`, complete(at, figure, 'n', rows(at).only('state')), many);
    }),
  };
}

/** The status in words: the only plan's own, of several that of their sums, or why there is none. */
export function figureStatus(
  at: DepartmentAddresses,
  figure: Figure,
  code: string,
  { kpi }: JudgedFigure,
  { words, sheet }: DepartmentFacts,
): string {
  const cell = (column: string) => here(at, figure, column);
  const [n, actuals, judged] = [cell('n'), cell('actuals'), cell('judged')];
  const open = messageFormula(words.notJudged, { n: `(${n}-${judged})`, all: n });
  const some = messageFormula(words.missingActuals, { n: actuals, all: n });
  // What stands in the place of a sum says itself why there is none.
  const instead = when(`LEN(${cell('actual')})=0`, open, `"○ "&${cell('actual')}`);
  const none = when(isNumber(cell('actual')), open, instead);
  const told = statusWords(kpi, cell('state'), cellsOf(at, figure), sheet);
  const sums = when(isJudged(cell('state')), told, none);
  const many = when(`${actuals}<${n}`, some, sums);
  const one = when(`${n}=1`, countedRows(at, code).only('status'), many);
  const mixed = quoted(words.mixed);
  return when(isMixed(at, figure), mixed, when(`${n}=0`, quoted(`○ ${words.none}`), one));
}
