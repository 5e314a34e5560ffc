import { quoted } from '../../native/twin.ts';
import { comparedDecimals, planBand, planLimit } from '../../plan/model/status.ts';
import { messageFormula } from '../layout/fill-message.ts';
import { fraction, isNumber, when } from '../layout/formula-text.ts';
import type { DepartmentAddresses, DepartmentFacts } from './department-input.ts';
import type { Figure } from './figures.ts';
import { countedRows } from './owners-block.ts';

/** A cell of the director's page. */
export const here = (at: DepartmentAddresses, figure: Figure, column: string): string =>
  at.here('director', figure, column);

/** A value where every plan that counts has its part of it. */
export const complete = (
  at: DepartmentAddresses,
  figure: Figure,
  counter: string,
  value: string,
): string =>
  when(
    `(${here(at, figure, 'n')}>0)*(${here(at, figure, counter)}=${here(at, figure, 'n')})`,
    value,
    '""',
  );

/** The word for progress against what is expected, given the terms of it. */
export type Judge = (
  actual: string,
  expected: string,
  thresholds: { readonly goal: string; readonly flag: string },
  facts: DepartmentFacts,
) => string;

const rounded = (term: string): string => `ROUND(${term};${comparedDecimals})`;

export const progressWords: Judge = (actual, expected, { goal, flag }, { sheet }) => {
  const progress = rounded(`${actual}/${expected}`);
  const judged = when(
    `${progress}>=${goal}`,
    quoted(sheet.good),
    when(`${progress}>=${flag}`, quoted(sheet.watch), quoted(sheet.bad)),
  );
  const compared = when(
    `${rounded(`${actual}-${expected}`)}>=0`,
    quoted(sheet.good),
    quoted(sheet.bad),
  );
  return when(`${expected}>0`, judged, compared);
};

export const onPlanWords: Judge = (actual, expected, _, { sheet }) => {
  const off = rounded(`ABS(${actual}/${expected}-1)`);
  const beyond = when(`${actual}>${expected}`, quoted(sheet.overBudget), quoted(sheet.underBudget));
  const judged = when(
    `${off}<=${fraction(planBand)}`,
    quoted(sheet.onBudget),
    when(`${off}<=${fraction(planLimit)}`, quoted(sheet.watch), beyond),
  );
  const none = when(`${actual}<=0`, quoted(sheet.onBudget), quoted(sheet.overBudget));
  return when(`${expected}>0`, judged, none);
};

/** The only plan's own status; of several, judged over their sums with their mean thresholds. */
export function statusOf(
  at: DepartmentAddresses,
  figure: Figure,
  code: string,
  judge: Judge,
  facts: DepartmentFacts,
): string {
  const { words } = facts;
  const rows = countedRows(at, code);
  const [n, actuals, judged] = ['n', 'actuals', 'judged'].map((column) =>
    here(at, figure, column),
  ) as [string, string, string];
  const [actual, expected] = [here(at, figure, 'actual'), here(at, figure, 'expected')];
  const thresholds = { goal: rows.mean('goal'), flag: rows.mean('flag') };
  const open = messageFormula(words.notJudged, { n: `(${n}-${judged})`, all: n });
  const some = messageFormula(words.missingActuals, { n: actuals, all: n });
  const sums = when(
    `${isNumber(actual)}*${isNumber(expected)}`,
    judge(actual, expected, thresholds, facts),
    open,
  );
  const many = when(`${actuals}<${n}`, some, when(`${judged}<${n}`, open, sums));
  return when(`${n}=0`, quoted(`○ ${words.none}`), when(`${n}=1`, rows.only('status'), many));
}
