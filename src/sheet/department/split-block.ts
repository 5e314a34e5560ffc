import type { Kpi } from '../../kpi/define.ts';
import { quoted } from '../../native/twin.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import { messageFormula } from '../layout/fill-message.ts';
import { formatOf } from '../layout/formats.ts';
import { when } from '../layout/formula-text.ts';
import type {
  DepartmentAddresses,
  DepartmentBlock,
  DepartmentContent,
  DepartmentFacts,
  DepartmentRow,
} from './department-input.ts';

/** Sums that differ by less than this share of the department's target agree. */
const agrees = '1/200';

/** Whether the plans of people, clients and channels add up to what the department promised. */
export function departmentSegmentBlock(facts: DepartmentFacts): DepartmentBlock {
  const { words } = facts;
  const kpis = splitKpis(facts);
  return {
    name: 'split',
    columns: ['title', 'key', 'code', 'head', 'sum', 'difference', 'gap', 'verdict'],
    rows: [
      {
        key: '',
        cells: {
          title: { value: words.splitTitle, style: 'heading' },
        },
      },
      kpis.length === 0
        ? { key: '', cells: { title: { value: words.splitNothing, style: 'subtitle' } } }
        : { key: '', cells: head(facts) },
      ...kpis.map(({ code, kpi }) => rowOf(code, kpi, facts)),
    ],
    folds: false,
    space: 1,
  };
}

/** Totals that stand in a plan of the department and in one below it. Ratios do not add up. */
function splitKpis({ shares }: DepartmentFacts): readonly { code: string; kpi: Kpi }[] {
  const heads = shares.filter(({ rank, kpi }) => rank === 'head' && aggregationOf(kpi) === 'sum');
  const codes = [...new Set(heads.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const below = shares.find((share) => share.code === code && share.rank === 'one');
    return below ? [{ code, kpi: below.kpi }] : [];
  });
}

function head({ words, sheet }: DepartmentFacts): DepartmentRow['cells'] {
  const left = (value: string): DepartmentContent => ({ value, style: 'columnHead' });
  const right = (value: string): DepartmentContent => ({ value, style: 'columnHeadRight' });
  return {
    title: left(words.methodKpi),
    code: left(words.code),
    head: right(words.splitHead),
    sum: right(words.splitSum),
    difference: right(words.splitDifference),
    verdict: left(sheet.status),
  };
}

function rowOf(code: string, kpi: Kpi, facts: DepartmentFacts): DepartmentRow {
  const { language, currency } = facts;
  const format = formatOf(kpi.unit, currency);
  const here = (at: DepartmentAddresses, column: string) => at.here('split', code, column);
  return {
    key: code,
    cells: {
      title: { text: kpi.title[language], style: 'kpi' },
      code: { text: code, style: 'unit' },
      head: { formula: (at) => totalOf(at, code, 'head'), format, style: 'number' },
      sum: { formula: (at) => totalOf(at, code, 'one'), format, style: 'number' },
      difference: {
        formula: (at) => {
          const [sum, whole] = [here(at, 'sum'), here(at, 'head')];
          return when(`ISNUMBER(${sum})*ISNUMBER(${whole})`, `${sum}-${whole}`, '""');
        },
        format,
        style: 'strong',
      },
      verdict: {
        formula: (at) => verdictOf(here(at, 'difference'), here(at, 'head'), at, code, kpi, facts),
        style: 'status',
      },
    },
  };
}

const ofRank = (at: DepartmentAddresses, code: string, rank: 'head' | 'one'): string =>
  `(${at.column('owners', 'code')}=${quoted(code)})*(${at.column('owners', 'rank')}=${quoted(rank)})`;

const missing = (at: DepartmentAddresses, code: string): string =>
  ['head', 'one']
    .map((rank) => ofRank(at, code, rank as 'head' | 'one'))
    .map((test) => `SUMPRODUCT(${test}*(1-ISNUMBER(${at.column('owners', 'target')})))`)
    .join('+');

/** The sum of the targets of one rank, where every one of them is set. */
function totalOf(at: DepartmentAddresses, code: string, rank: 'head' | 'one'): string {
  const target = at.column('owners', 'target');
  const open = `SUMPRODUCT(${ofRank(at, code, rank)}*(1-ISNUMBER(${target})))`;
  const sum = `SUMIFS(${target};${at.column('owners', 'code')};${quoted(code)};${at.column('owners', 'rank')};${quoted(rank)})`;
  return when(`${open}>0`, '""', sum);
}

function verdictOf(
  difference: string,
  whole: string,
  at: DepartmentAddresses,
  code: string,
  kpi: Kpi,
  { words }: DepartmentFacts,
): string {
  const fits = `ABS(${difference})<=ABS(${whole})*${agrees}`;
  const more = kpi.better === 'higher' ? words.splitMore : words.splitOver;
  const apart = when(`${difference}<0`, quoted(words.splitShort), quoted(more));
  const told = when(fits, quoted(words.splitFits), apart);
  const open = messageFormula(words.splitMissing, { n: `(${missing(at, code)})` });
  return when(`ISNUMBER(${difference})`, told, open);
}
