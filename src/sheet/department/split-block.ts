import type { Kpi } from '../../kpi/define.ts';
import { quoted } from '../../native/twin.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import { fillMessage, messageFormula } from '../layout/fill-message.ts';
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
      ...kpis.map((each) => rowOf(each, facts)),
    ],
    folds: false,
    space: 1,
  };
}

/** A total that is split over plans; `currencies` are several where its amounts make no sum. */
interface SplitKpi {
  readonly code: string;
  readonly kpi: Kpi;
  readonly currencies: readonly string[];
}

/** Totals that stand in a plan of the department and in one below it. Ratios do not add up. */
function splitKpis({ shares }: DepartmentFacts): readonly SplitKpi[] {
  const heads = shares.filter(({ rank, kpi }) => rank === 'head' && aggregationOf(kpi) === 'sum');
  const bases = [...new Set(heads.map(({ base }) => base))];
  return bases.flatMap((base) => {
    const all = shares.filter((each) => each.base === base && each.rank !== 'between');
    const [below] = all.filter(({ rank }) => rank === 'one');
    if (!below) return [];
    const isMoney = below.kpi.unit === 'money' || below.kpi.unit === 'moneyEach';
    const currencies = [...new Set(all.map(({ currency }) => currency))];
    const used = isMoney ? currencies : currencies.slice(0, 1);
    return [{ code: used.length > 1 ? base : below.code, kpi: below.kpi, currencies: used }];
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

function rowOf({ code, kpi, currencies }: SplitKpi, facts: DepartmentFacts): DepartmentRow {
  const { language, words } = facts;
  const [currency = facts.currency, ...others] = currencies;
  const format = formatOf(kpi.unit, currency);
  if (others.length > 0) {
    const told = fillMessage(words.splitMixed, { currencies: currencies.join(', ') });
    return {
      key: code,
      cells: {
        title: { text: kpi.title[language], style: 'kpi' },
        code: { text: kpi.name, style: 'unit' },
        verdict: { text: told, style: 'status' },
      },
    };
  }
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
