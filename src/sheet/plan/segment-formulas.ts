import { isCalculated } from '../../kpi/catalogue.ts';
import { firstDay } from '../../plan/calendar/calendar.ts';
import { type Measured, measuredKpis } from '../calc/kpi-inputs.ts';
import { totalColumn } from '../calc/periods.ts';
import { type Fed, fedInputs, fedOf } from '../data/connected-input.ts';
import { inputRowKey } from '../data/connected-input-formulas.ts';
import { dataOfSegment, dataSum } from '../data/data-formulas.ts';
import { segmentKeys } from '../data/feed-columns.ts';
import type { BlockRow, Content, Places } from '../layout/block.ts';
import { blank, call, known, quoted, when } from '../layout/formula-text.ts';
import type { SheetFacts } from '../layout/sheet-input.ts';

/** Inputs that are told apart by something. */
export const splitInputs = (
  facts: Pick<SheetFacts, 'plan' | 'inputs' | 'sources'>,
): readonly Fed[] =>
  fedInputs(facts).filter(({ input, feed }) => input.over === 'sum' && feed.split !== null);

/**
 * Calculated KPIs of which every input is told apart by the same. What is called otherwise in a
 * table may be the same; dimensions of one system with other names are not.
 */
export function splitKpis(facts: SheetFacts): readonly Measured[] {
  const split = splitInputs(facts);
  return measuredKpis(facts).filter(({ kpi, inputs }) => {
    const found = inputs.flatMap(({ key }) => split.find(({ input }) => input.key === key) ?? []);
    const by = (place: Fed) =>
      found
        .filter(({ account }) => sameNames(account, place.account, facts))
        .every(({ feed }) => feed.split === place.feed.split);
    return isCalculated(kpi) && found.length === inputs.length && found.every(by);
  });
}

const sameNames = (
  one: Fed['account'],
  other: Fed['account'],
  { sources }: Pick<SheetFacts, 'sources'>,
): boolean =>
  sources.of(one).sharesDimensions ? sources.of(one) === sources.of(other) : one.id === other.id;

export const restKey = 'rest';
export const totalKey = 'total';

/** The hidden row with the totals of a row of the block `split`. */
export const splitRowKey = (row: string): string => `.s:${row}`;
/** The hidden column with what an input comes to, segment by segment. */
export const splitColumn = ({ input }: Fed): string => `seg:${input.key}`;

/** Columns that the hidden cells have besides where something is told apart. */
export const splitColumns = (facts: SheetFacts): readonly string[] =>
  splitInputs(facts).map(splitColumn);

/** A hidden total of a KPI's own, up to its own last day, and one of an input's, up to the input's. */
interface Total {
  readonly column: string;
  readonly fed: Fed;
  readonly through: (at: Places) => string;
}

/**
 * Totals per segment stand in hidden cells that nobody sorts; each finds its segment's name by the
 * key of the row, wherever that stands.
 */
export function splitRows(facts: SheetFacts): readonly BlockRow[] {
  const totals = totalsOf(facts);
  if (totals.length === 0) return [];
  const first = String(firstDay(facts.plan.quarter));
  const hidden = (formula: (at: Places) => string): Content => ({ formula, look: 'hidden' });
  const row = (
    key: string,
    formula: (total: Total, at: Places) => string,
    cells: BlockRow['cells'] = {},
  ): BlockRow => ({
    key: splitRowKey(key),
    cells: {
      ...cells,
      ...Object.fromEntries(
        totals.map((total): [string, Content] => [
          total.column,
          hidden((at) => formula(total, at)),
        ]),
      ),
    },
  });
  const segments = segmentKeys.map((key) => {
    const name = (at: Places) => at.here('calc', splitRowKey(key), 'words');
    return row(
      key,
      ({ column, fed, through }, at) => {
        const own = dataOfSegment(fed, name(at), through(at), facts, at);
        // Most inputs are as far as the KPIs that read them, and are not added up again.
        const single = at.here('calc', splitRowKey(key), splitColumn(fed));
        const same = `${through(at)}=${coveredTo(fed, at)}`;
        const value = column === splitColumn(fed) ? own : when(same, single, own);
        return when(`LEN(${name(at)})=0`, blank, known([through(at)], value));
      },
      { words: hidden((at) => segmentName(key, at)) },
    );
  });
  const whole = row(totalKey, ({ fed, through }, at) =>
    known([through(at)], dataSum(fed, first, through(at), facts, at)),
  );
  const rest = row(restKey, ({ column }, at) => {
    const total = at.cell('calc', splitRowKey(totalKey), column);
    const [top = '', bottom = ''] = [segmentKeys[0], segmentKeys[segmentKeys.length - 1]].map(
      (key) => at.cell('calc', splitRowKey(key ?? ''), column),
    );
    const left = `${total}-SUM(${top}:${bottom})`;
    // Dust that binary arithmetic leaves behind is nothing, and not to be divided by.
    return known([total], when(`ABS(${left})<=ABS(${total})/1000000000`, 0, left));
  });
  return [...segments, rest, whole];
}

/** A name as text, also where somebody typed a number; a blank cell is no name. */
function segmentName(key: string, at: Places): string {
  const row = call('MATCH', quoted(key), at.column('split', 'key'), 0);
  return `${call('INDEX', at.column('split', 'title'), row)}&""`;
}

const coveredTo = ({ input }: Fed, at: Places): string =>
  at.cell('calc', inputRowKey(input.key), 'through');

function totalsOf(facts: SheetFacts): readonly Total[] {
  const own = splitKpis(facts).flatMap((each) =>
    each.inputs.flatMap((input, index): Total[] => {
      const fed = fedOf(input, facts);
      const through = (at: Places) => at.cell('calc', each.kpi.name, 'through');
      return fed ? [{ column: totalColumn(each, index), fed, through }] : [];
    }),
  );
  const single = splitInputs(facts).map((fed) => ({
    column: splitColumn(fed),
    fed,
    through: (at: Places) => coveredTo(fed, at),
  }));
  return [...own, ...single];
}

/** What a KPI is computed from in a row of the block. */
export const splitTotal = (measured: Measured, input: string, row: string, at: Places): string => {
  const index = measured.inputs.findIndex(({ key }) => key === input);
  return at.cell('calc', splitRowKey(row), totalColumn(measured, index));
};
