import type { Figure } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { quoted } from '../../native/twin.ts';
import { aggregationOf, kpiNamed } from '../../plan/model/aggregation.ts';
import { isLight } from '../calc/status-formulas.ts';
import { attainmentFormat, dayFormat, formatOf } from '../layout/formats.ts';
import { numbers, when } from '../layout/formula-text.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import { currencyKey, mixedCell, mixedWarning } from './currencies.ts';
import type {
  DepartmentAddresses,
  DepartmentContent,
  DepartmentDefinition,
  DepartmentFacts,
  DepartmentRow,
} from './department-input.ts';
import { bestFor, codeFor, figures } from './figures.ts';
import { cellIn, planBlock } from './lookups.ts';
import { countedRows } from './owners-block.ts';
import { roiCells } from './roi.ts';
import {
  complete,
  figureStatus,
  here,
  isMixed,
  type JudgedFigure,
  stateCells,
} from './status-formulas.ts';
import { titleRows } from './title-rows.ts';

/** Columns that only formulas read; they are hidden. */
const directorHidden = [
  'n',
  'targets',
  'actuals',
  'expecteds',
  'judged',
  'lastYears',
  'mixed',
  'goal',
  'flag',
  'progress',
  'state',
];
const seen = [
  'title',
  'key',
  'from',
  'target',
  'actual',
  'attainment',
  'expected',
  'status',
  'lastYear',
  'versus',
  'through',
  'gap1',
  'gap2',
];

/** The row that says which plans hold made-up numbers. */
export const sampleKey = '.sample';

/** One page for the director: five figures of the whole department, each against target and last year. */
export const directorBlock: DepartmentDefinition<'director'> = {
  name: 'director',
  draw: (facts) => ({
    columns: [...seen, ...directorHidden],
    rows: [
      ...titleRows(facts),
      {
        key: sampleKey,
        cells: {
          title: { value: facts.words.directorTitle, style: 'heading' },
          from: { formula: () => sampleOf(facts), style: 'status' },
        },
      },
      ...(facts.currencies.length > 1
        ? [
            {
              key: currencyKey,
              cells: { from: { formula: (at) => mixedWarning(at, facts), style: 'status' } },
            } satisfies DepartmentRow,
          ]
        : []),
      { key: '', cells: head(facts) },
      ...figures.map((figure) => rowOf(figure, facts)),
    ],
    space: 1,
  }),
  statuses: {
    status: (at, row, light) => isLight(at.here('director', row, 'state'), light),
  },
  warned: [
    { row: sampleKey, column: 'from' },
    { row: currencyKey, column: 'from' },
  ],
  lined: 'through',
};

/** Sums over made-up numbers must not pass for true ones. Such a plan says so beside its live line. */
function sampleOf({ plans, words }: DepartmentFacts): string {
  const names = plans.map(({ plan }) => {
    const score = planBlock(plan.id, 'score');
    const message = cellIn(score, '.note', 'status');
    return when(
      `ISERROR(${message})`,
      '""',
      when(`LEN(${message})=0`, '""', quoted(`, ${plan.name}`)),
    );
  });
  if (names.length === 0) return '""';
  const all = names.join('&');
  return when(`LEN(${all})=0`, '""', messageFormula(words.samples, { names: `MID(${all};3;999)` }));
}

function head({ words, sheet }: DepartmentFacts): DepartmentRow['cells'] {
  return {
    from: leftHead(words.from),
    target: rightHead(sheet.target),
    actual: rightHead(sheet.actual),
    attainment: rightHead(sheet.attainment),
    expected: rightHead(sheet.expected),
    status: { ...leftHead(sheet.status), note: words.statusNote },
    lastYear: rightHead(words.lastYear),
    versus: { ...rightHead(words.versus), note: words.versusNote },
    through: rightHead(sheet.through),
  };
}

function rowOf(figure: Figure, facts: DepartmentFacts): DepartmentRow {
  const { words, language, catalogue, currency } = facts;
  const code = codeFor(figure, facts);
  const kpi = kpiNamed(code, { own: [] }, catalogue);
  const format = kpi ? formatOf(kpi.unit, currency) : '#,##0';
  const best = code === bestFor(figure, facts);
  const title = best || !kpi ? words[figure] : kpiTitle(kpi, language);
  const base: DepartmentRow['cells'] = {
    title: { value: title, style: 'kpi' },
    from: { formula: (at) => fromOf(at, figure, code, facts), style: 'words' },
    lastYear: { formula: (at) => lastYearOf(at, figure, code), format, style: 'faint' },
    through: {
      formula: (at) => throughOf(at, figure, code),
      format: dayFormat(facts.sheet.language),
      style: 'faint',
    },
    ...countCells(code),
    mixed: mixedCell(code, kpi, facts),
  };
  const ratio = kpi !== undefined && aggregationOf(kpi) === 'ratio';
  const judged: JudgedFigure = {
    kpi: kpi ?? { better: 'higher', unit: 'count' },
    kind: ratio ? 'ratio' : 'sum',
  };
  const own = ratio
    ? roiCells(code, judged, format, facts)
    : {
        ...sumCells(figure, code, judged, format, facts),
        ...stateCells(figure, code, judged, facts),
      };
  return { key: figure, cells: { ...base, ...own }, pixels: 28 };
}

function countCells(code: string): DepartmentRow['cells'] {
  const hidden = (of: (rows: ReturnType<typeof countedRows>) => string): DepartmentContent => ({
    formula: (at) => of(countedRows(at, code)),
    style: 'hidden',
  });
  return {
    n: hidden((rows) => rows.all),
    targets: hidden((rows) => rows.withNumber('target')),
    actuals: hidden((rows) => rows.withNumber('actual')),
    expecteds: hidden((rows) => rows.withNumber('expected')),
    judged: hidden((rows) => rows.judged),
    lastYears: hidden((rows) => rows.withNumber('lastYear')),
  };
}

/** A total of the department: the sum of its plans, judged once every one of them has its number. */
function sumCells(
  figure: Figure,
  code: string,
  judged: JudgedFigure,
  format: string,
  facts: DepartmentFacts,
): DepartmentRow['cells'] {
  const onPlan = judged.kpi.better === 'on plan';
  return {
    target: { formula: (at) => targetOf(at, figure, code, facts), format, style: 'number' },
    actual: { formula: (at) => actualOf(at, figure, code), format, style: 'strong' },
    expected: {
      formula: (at) => complete(at, figure, 'expecteds', countedRows(at, code).sum('expected')),
      format,
      style: 'number',
    },
    attainment: {
      formula: (at) => attainmentOf(at, figure, onPlan ? 'expected' : 'target'),
      format: attainmentFormat('sum', judged.kpi.better, facts.sheet),
      style: 'number',
    },
    status: {
      formula: (at) => figureStatus(at, figure, code, judged, facts),
      style: 'status',
    },
    versus: {
      formula: (at) => versusOf(at, figure, code),
      format: '+0.0%;-0.0%;0.0%',
      style: 'faint',
    },
  };
}

/** Which plans a figure is of. */
function fromOf(
  at: DepartmentAddresses,
  figure: Figure,
  code: string,
  { words }: DepartmentFacts,
): string {
  const n = here(at, figure, 'n');
  const many = messageFormula(words.sumOf, { n });
  const above = when(
    numbers(here(at, figure, 'actual')),
    quoted(words.roiOfTotals),
    quoted(words.none),
  );
  const none = figure === 'roi' ? above : quoted(words.none);
  const one = when(`${n}=1`, countedRows(at, code).only('plan'), many);
  return when(isMixed(at, figure), '""', when(`${n}=0`, none, one));
}

function targetOf(
  at: DepartmentAddresses,
  figure: Figure,
  code: string,
  { words }: DepartmentFacts,
): string {
  const [n, known] = [here(at, figure, 'n'), here(at, figure, 'targets')];
  const missing = messageFormula(words.missingTargets, { n: `(${n}-${known})` });
  const sum = when(`${known}<${n}`, missing, countedRows(at, code).sum('target'));
  return when(`(${n}=0)+(${isMixed(at, figure)})>0`, '""', sum);
}

const actualOf = (at: DepartmentAddresses, figure: Figure, code: string): string =>
  when(
    `(${here(at, figure, 'actuals')}=0)+(${isMixed(at, figure)})>0`,
    '""',
    countedRows(at, code).sum('actual'),
  );

function attainmentOf(
  at: DepartmentAddresses,
  figure: Figure,
  whole: 'target' | 'expected',
): string {
  const [actual, of] = [here(at, figure, 'actual'), here(at, figure, whole)];
  const part = when(numbers(actual, of), when(`${of}>0`, `${actual}/${of}`, '""'), '""');
  return complete(at, figure, 'actuals', part);
}

const lastYearOf = (at: DepartmentAddresses, figure: Figure, code: string): string =>
  complete(at, figure, 'lastYears', countedRows(at, code).sum('lastYear'));

/** The earliest day up to which all plans are settled. */
const throughOf = (at: DepartmentAddresses, figure: Figure, code: string): string =>
  complete(at, figure, 'actuals', countedRows(at, code).least('through'));

/** Actual against the same part of last year's quarter. */
function versusOf(at: DepartmentAddresses, figure: Figure, code: string): string {
  const rows = countedRows(at, code);
  const before = rows.sum('lastYearSoFar');
  const all = `(${rows.withNumber('lastYearSoFar')}=${here(at, figure, 'n')})`;
  const change = when(`${before}>0`, `${here(at, figure, 'actual')}/${before}-1`, '""');
  return complete(at, figure, 'actuals', when(`${all}*1`, change, '""'));
}
