import type { Figure } from '../../kpi/define.ts';
import { quoted } from '../../native/twin.ts';
import { fraction, numbers, when } from '../layout/formula-text.ts';
import type { DepartmentAddresses, DepartmentFacts, DepartmentRow } from './department-input.ts';
import { bestFor, kpisOf } from './figures.ts';
import { countedRows, profitBasis } from './owners-block.ts';
import { figureStatus, here, isMixed, type JudgedFigure, stateCells } from './status-formulas.ts';

const roi: Figure = 'roi';

/**
 * The department's ROI: the only plan's, that of all plans' totals, or, where no plan has the KPI,
 * that of the spend and the revenue above it. Never a mean of quotients.
 */
export function roiCells(
  code: string,
  judged: JudgedFigure,
  format: string,
  facts: DepartmentFacts,
): DepartmentRow['cells'] {
  const { words } = facts;
  const margin = marginOf(facts);
  return {
    ...stateCells(roi, code, judged, facts),
    title: { formula: (at) => titleOf(at, code, margin, facts), style: 'kpi' },
    target: { formula: (at) => targetOf(at, code, facts), format, style: 'number' },
    actual: { formula: (at) => actualOf(at, code, margin, facts), format, style: 'strong' },
    expected: {
      formula: (at) => numeric(here(at, roi, 'target'), here(at, roi, 'target')),
      format,
      style: 'number',
    },
    attainment: {
      formula: (at) => {
        const [actual, target] = [here(at, roi, 'actual'), here(at, roi, 'target')];
        const part = when(`${target}>0`, `${actual}/${target}`, '""');
        return when(numbers(actual, target), part, '""');
      },
      format: '0.0%',
      style: 'number',
    },
    status: { formula: (at) => figureStatus(at, roi, code, judged, facts), style: 'status' },
    lastYear: { formula: (at) => sameInAll(at, code, 'lastYear', '""'), format, style: 'faint' },
    versus: {
      formula: (at) => {
        const [actual, before] = [here(at, roi, 'actual'), here(at, roi, 'lastYear')];
        return when(numbers(actual, before), `(${actual}-${before})*100`, '""');
      },
      format: words.points100,
      style: 'faint',
    },
  };
}

/** The gross margin that the plans share: `null` none is set, `undefined` they differ. */
function marginOf(facts: DepartmentFacts): number | null | undefined {
  const reads: readonly string[] = [
    ...kpisOf(roi, facts),
    bestFor('revenue', facts),
    bestFor('spend', facts),
  ];
  const used = facts.shares.filter(({ code }) => reads.includes(code));
  const margins = new Set(used.map(({ plan }) => plan.circumstances.margin));
  const [only] = margins;
  return margins.size > 1 ? undefined : (only ?? null);
}

/** What the plans' ROI counts, by their own margins; without such a plan, what the totals above count. */
function titleOf(
  at: DepartmentAddresses,
  code: string,
  margin: number | null | undefined,
  { words }: DepartmentFacts,
): string {
  const n = here(at, roi, 'n');
  const profit = countedRows(at, code).saying('basis', profitBasis);
  const [either, revenue, gross] = [
    quoted(words.roi),
    quoted(words.roiOnRevenue),
    quoted(words.roiOnProfit),
  ];
  const above = margin === undefined ? either : margin === null ? revenue : gross;
  const plans = when(`${profit}=0`, revenue, when(`${profit}=${n}`, gross, either));
  return when(`${n}=0`, above, plans);
}

const numeric = (cell: string, value: string): string => when(numbers(cell), value, '""');

/** What all plans that count say alike; otherwise there is no such number for the department. */
function sameInAll(
  at: DepartmentAddresses,
  code: string,
  column: string,
  otherwise: string,
): string {
  const rows = countedRows(at, code);
  const n = here(at, roi, 'n');
  const all = `(${n}>0)*(${rows.withNumber(column)}=${n})`;
  const same = when(`${rows.least(column)}=${rows.most(column)}`, rows.least(column), otherwise);
  return when(all, same, '""');
}

const targetOf = (at: DepartmentAddresses, code: string, { words }: DepartmentFacts): string =>
  when(
    `${here(at, roi, 'n')}=0`,
    '""',
    sameInAll(at, code, 'target', quoted(words.severalTargets)),
  );

function actualOf(
  at: DepartmentAddresses,
  code: string,
  margin: number | null | undefined,
  facts: DepartmentFacts,
): string {
  const { words } = facts;
  const rows = countedRows(at, code);
  const [n, actuals] = [here(at, roi, 'n'), here(at, roi, 'actuals')];
  const costs = rows.sum('cost');
  const ofTotals = when(
    `(${rows.withNumber('cost')}=${n})*(${costs}>0)`,
    `${rows.sum('returned')}/${costs}-1`,
    '""',
  );
  const many = when(
    `${rows.least('through')}=${rows.most('through')}`,
    ofTotals,
    quoted(words.otherDays),
  );
  // Profit and revenue make no sum either.
  const profit = rows.saying('basis', profitBasis);
  const alike = when(`(${profit}=0)+(${profit}=${n})>0`, many, quoted(words.otherBasis));
  const held = when(`${actuals}<${n}`, '""', when(`${n}=1`, rows.only('actual'), alike));
  const known = when(`${n}=0`, fromAbove(at, margin, facts), held);
  return when(isMixed(at, roi), '""', known);
}

/** ROI of the totals of spend and revenue, when both are settled up to the same day. */
function fromAbove(
  at: DepartmentAddresses,
  margin: number | null | undefined,
  facts: DepartmentFacts,
): string {
  if (margin === undefined) return '""';
  const [spend, revenue] = [
    countedRows(at, bestFor('spend', facts)),
    countedRows(at, bestFor('revenue', facts)),
  ];
  const [spent, earned] = [above(at, 'spend', 'actual'), above(at, 'revenue', 'actual')];
  const complete = (figure: Figure) =>
    `(${above(at, figure, 'actuals')}=${above(at, figure, 'n')})`;
  const days = [spend, revenue].flatMap((rows) => [rows.least('through'), rows.most('through')]);
  const same = `(MIN(${days.join(';')})=MAX(${days.join(';')}))`;
  const mixed = `${above(at, 'spend', 'mixed')}+${above(at, 'revenue', 'mixed')}`;
  const profit = margin === null ? earned : `${earned}*${fraction(margin)}`;
  const value = when(`${spent}>0`, `(${profit}-${spent})/${spent}`, '""');
  const both = `(${spend.withNumber('actual')}>0)*(${revenue.withNumber('actual')}>0)`;
  return when(
    `${both}*${complete('spend')}*${complete('revenue')}*(${mixed}=0)`,
    when(same, value, quoted(facts.words.otherDays)),
    '""',
  );
}

const above = (at: DepartmentAddresses, figure: Figure, column: string): string =>
  at.cell('director', figure, column);
