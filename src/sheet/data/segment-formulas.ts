import { isCalculated } from '../../kpi/catalogue.ts';
import { quoted } from '../../native/twin.ts';
import { firstDay } from '../../plan/calendar/calendar.ts';
import { type MeasuredKpi, measuredKpis } from '../calc/kpi-inputs.ts';
import { totalColumn } from '../calc/span-columns.ts';
import type { BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { call, emptyText, known, when } from '../layout/formula-text.ts';
import { hidden } from '../layout/looks.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { type ConnectedInput, connectedInput, connectedInputs } from './connected-input.ts';
import { dataOfSegment, dataSum } from './data-formulas.ts';
import { inputRowKey, lineCell, segmentLine } from './day-formulas.ts';
import { segmentKeys } from './feed-columns.ts';

/** Inputs that are told apart by something. */
export const segmentedInputs = (
  facts: Pick<SheetInput, 'plan' | 'inputs' | 'sources'>,
): readonly ConnectedInput[] =>
  connectedInputs(facts).filter(({ input, feed }) => input.over === 'sum' && feed.split !== null);

/**
 * Calculated KPIs of which every input is told apart by the same. What is called otherwise in a
 * table may be the same; dimensions of one system with other names are not.
 */
export function segmentedKpis(facts: SheetInput): readonly MeasuredKpi[] {
  const split = segmentedInputs(facts);
  return measuredKpis(facts).filter(({ kpi, inputs }) => {
    const found = inputs.flatMap(({ key }) => split.find(({ input }) => input.key === key) ?? []);
    const by = (place: ConnectedInput) =>
      found
        .filter(({ account }) => sameNames(account, place.account, facts))
        .every(({ feed }) => feed.split === place.feed.split);
    return isCalculated(kpi) && found.length === inputs.length && found.every(by);
  });
}

const sameNames = (
  one: ConnectedInput['account'],
  other: ConnectedInput['account'],
  { sources }: Pick<SheetInput, 'sources'>,
): boolean =>
  sources.of(one).sharesDimensions ? sources.of(one) === sources.of(other) : one.id === other.id;

export const restKey = 'rest';
export const totalKey = 'total';

/** The hidden row with the totals of a row of the block `split`. */
export const segmentRowKey = (row: string): string => `.s:${row}`;
/** The hidden column with what an input comes to, segment by segment. */
export const segmentColumn = ({ input }: ConnectedInput): string => `seg:${input.key}`;

/** The hidden column that says in which line of the sheet of days a segment of an input stands. */
const segmentLineColumn = ({ input }: ConnectedInput): string => `line:${input.key}`;

/** Columns that the hidden cells have besides where something is told apart. */
export const segmentColumns = (facts: SheetInput): readonly string[] =>
  segmentedInputs(facts).flatMap((each) => [segmentColumn(each), segmentLineColumn(each)]);

/** A hidden total of a KPI's own, up to its own last day, and one of an input's, up to the input's. */
interface Total {
  readonly column: string;
  readonly fed: ConnectedInput;
  readonly through: (at: CellAddresses) => string;
}

/**
 * Totals per segment stand in hidden cells that nobody sorts; each finds its segment's name by the
 * key of the row, wherever that stands.
 */
export function segmentRows(facts: SheetInput): readonly BlockRow[] {
  const totals = totalsOf(facts);
  if (totals.length === 0) return [];
  const first = String(firstDay(facts.plan.quarter));
  const row = (
    key: string,
    formula: (total: Total, at: CellAddresses) => string,
    cells: BlockRow['cells'] = {},
  ): BlockRow => ({
    key: segmentRowKey(key),
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
    const name = (at: CellAddresses) => at.here('calc', segmentRowKey(key), 'words');
    return row(
      key,
      ({ column, fed: connected, through }, at) => {
        const line = at.here('calc', segmentRowKey(key), segmentLineColumn(connected));
        const own = dataOfSegment(connected, { name: name(at), line }, through(at), facts, at);
        // Most inputs are as far as the KPIs that read them, and are not added up again.
        const single = at.here('calc', segmentRowKey(key), segmentColumn(connected));
        const same = `${through(at)}=${coveredTo(connected, at)}`;
        const value = column === segmentColumn(connected) ? own : when(same, single, own);
        return when(`LEN(${name(at)})=0`, emptyText, known([through(at)], value));
      },
      {
        words: hidden((at) => segmentName(key, at)),
        ...Object.fromEntries(
          segmentedInputs(facts).map((connected): [string, Content] => [
            segmentLineColumn(connected),
            hidden((at) => {
              const own = lineCell(connected, at);
              return segmentLine(connected, { place: key, name: name(at), own }, facts, at);
            }),
          ]),
        ),
      },
    );
  });
  const whole = row(totalKey, ({ fed: connected, through }, at) =>
    known([through(at)], dataSum(connected, first, through(at), facts, at)),
  );
  const rest = row(restKey, ({ column }, at) => {
    const total = at.cell('calc', segmentRowKey(totalKey), column);
    const [top = '', bottom = ''] = [segmentKeys[0], segmentKeys[segmentKeys.length - 1]].map(
      (key) => at.cell('calc', segmentRowKey(key ?? ''), column),
    );
    const left = `${total}-SUM(${top}:${bottom})`;
    // Dust that binary arithmetic leaves behind is nothing, and not to be divided by.
    return known([total], when(`ABS(${left})<=ABS(${total})/1000000000`, 0, left));
  });
  return [...segments, rest, whole];
}

/** A name as text, also where somebody typed a number; a blank cell is no name. */
function segmentName(key: string, at: CellAddresses): string {
  const row = call('MATCH', quoted(key), at.column('split', 'key'), 0);
  return `${call('INDEX', at.column('split', 'title'), row)}&""`;
}

const coveredTo = ({ input }: ConnectedInput, at: CellAddresses): string =>
  at.cell('calc', inputRowKey(input.key), 'through');

function totalsOf(facts: SheetInput): readonly Total[] {
  const own = segmentedKpis(facts).flatMap((each) =>
    each.inputs.flatMap((input, index): Total[] => {
      const connected = connectedInput(input, facts);
      const through = (at: CellAddresses) => at.cell('calc', each.kpi.name, 'through');
      return connected ? [{ column: totalColumn(each, index), fed: connected, through }] : [];
    }),
  );
  const single = segmentedInputs(facts).map((connected) => ({
    column: segmentColumn(connected),
    fed: connected,
    through: (at: CellAddresses) => coveredTo(connected, at),
  }));
  return [...own, ...single];
}

/** What a KPI is computed from in a row of the block. */
export const segmentTotal = (
  measured: MeasuredKpi,
  input: string,
  row: string,
  at: CellAddresses,
): string => {
  const index = measured.inputs.findIndex(({ key }) => key === input);
  return at.cell('calc', segmentRowKey(row), totalColumn(measured, index));
};
