import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { SheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { quoted } from '../../native/twin.ts';
import { aggregationOf } from '../../plan/model/aggregation.ts';
import type { StatusCode } from '../../plan/model/status.ts';
import { isLight } from '../calc/status-formulas.ts';
import { formatOf } from '../layout/formats.ts';
import { emptyText, isNumber, when } from '../layout/formula-text.ts';
import { hidden, leftHead, rightHead } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type {
  DepartmentAddresses,
  DepartmentDefinition,
  DepartmentFacts,
  DepartmentRow,
  DrawnInDepartment,
} from './department-input.ts';

/** Sums that differ by less than this share of the department's target agree. */
const agrees = '1/200';

/** Whether the plans of people, clients and channels add up to what the department promised. */
export const departmentSegmentBlock: DepartmentDefinition<'split'> = {
  name: 'split',
  draw,
  statuses: {
    verdict: (at, row, light) => isLight(at.here('split', row, verdictCode), light),
  },
  lined: 'verdict',
};

function draw(facts: DepartmentFacts): DrawnInDepartment {
  const { words } = facts;
  const kpis = splitKpis(facts);
  return {
    columns: [...seen, verdictCode],
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

const seen = [
  'title',
  'key',
  'code',
  'head',
  'sum',
  'difference',
  'gap',
  'verdict',
  // As wide as what is seen of the blocks above, so that the code is hidden.
  'gap1',
  'gap2',
  'gap3',
  'gap4',
  'gap5',
];

/** The hidden column with what the verdict in words follows from, in the codes of statuses. */
const verdictCode = 'state';

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
  return {
    title: leftHead(words.methodKpi),
    code: leftHead(words.code),
    head: rightHead(words.splitHead),
    sum: rightHead(words.splitSum),
    difference: rightHead(words.splitDifference),
    verdict: leftHead(sheet.status),
  };
}

function rowOf({ code, kpi, currencies }: SplitKpi, facts: DepartmentFacts): DepartmentRow {
  const { language, words } = facts;
  const [currency = facts.currency, ...others] = currencies;
  const format = formatOf(kpi.unit, currency);
  if (others.length > 0) {
    const told = words.splitMixed({ currencies: currencies.join(', ') });
    return {
      key: code,
      cells: {
        title: { text: kpiTitle(kpi, language), style: 'kpi' },
        code: { text: kpi.name, style: 'unit' },
        verdict: { text: told, style: 'status' },
      },
    };
  }
  const here = (at: DepartmentAddresses, column: string) => at.here('split', code, column);
  return {
    key: code,
    cells: {
      title: { text: kpiTitle(kpi, language), style: 'kpi' },
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
        formula: (at) => verdictOf(here(at, verdictCode), at, code, facts),
        style: 'status',
      },
      [verdictCode]: hidden((at) => stateOf(here(at, 'difference'), here(at, 'head'), kpi)),
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

/** The codes of a verdict: the sums agree, are short, or come to more than was promised or given. */
const verdicts = {
  met: 'splitFits',
  watch: 'splitShort',
  good: 'splitMore',
  bad: 'splitOver',
} as const satisfies Partial<Record<StatusCode, keyof SheetMoreWords>>;
type Verdict = keyof typeof verdicts;

/** Blank where there are no sums. */
function stateOf(difference: string, whole: string, { better }: Kpi): string {
  const code = (verdict: Verdict) => quoted(verdict);
  const fits = `ABS(${difference})<=ABS(${whole})*${agrees}`;
  const more = code(better === 'higher' ? 'good' : 'bad');
  const apart = when(`${difference}<0`, code('watch'), more);
  return when(isNumber(difference), when(fits, code('met'), apart), emptyText);
}

/** The verdict in words. */
function verdictOf(
  state: string,
  at: DepartmentAddresses,
  name: string,
  { words }: DepartmentFacts,
): string {
  const open = messageFormula(words.splitMissing, { n: `(${missing(at, name)})` });
  return Object.entries(verdicts).reduceRight(
    (rest, [verdict, said]) => when(`${state}=${quoted(verdict)}`, quoted(words[said]), rest),
    open,
  );
}
