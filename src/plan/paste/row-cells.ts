import type { Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planPasteWords } from '../../messages/compiled/plan-paste.ts';
import type { DecimalSign } from '../amounts/read-column.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import type { PlannedKpi } from '../model/plan.ts';
import { kpiFields } from '../model/plan.ts';
import { usualLength } from '../validation/field-reader.ts';
import { cadenceIn, textIn } from './cells.ts';
import type { ColumnRole, Layout } from './columns.ts';
import { hasCurrency, measureOf } from './measures.ts';
import { parsePastedNumber, type TwoWays } from './pasted-number.ts';

/** The cells of a row by what their columns hold. */
export type Cells = (role: ColumnRole) => string;

/** What all rows of a table share. */
export interface NumbersAround {
  readonly language: Language;
  /** What money is told in, where the table says so above its headings. */
  readonly measure: Measure | null;
  /** How a column writes fractions, as far as its table tells. */
  readonly signs: (column: number) => DecimalSign | null;
  /** How somebody says fractions are written where nothing tells. */
  readonly decimal?: DecimalSign;
  /** The plan's money. */
  readonly currency: string;
}

/** A number that can be read in two ways. */
export interface OpenNumber {
  readonly header: string;
  readonly cell: string;
  readonly unit: Unit;
  readonly readings: TwoWays;
}

interface CellsRead {
  readonly read: Partial<PlannedKpi>;
  readonly problems: readonly string[];
  readonly open: readonly OpenNumber[];
  /** The currencies each amount of other money than the plan's may be of. */
  readonly foreign: readonly (readonly string[])[];
}

/** What a sentence quotes of a cell. */
export const shown = (cell: string): string => (cell.length > 30 ? `${cell.slice(0, 29)}…` : cell);

export const headerOf = ({ columns }: Layout, role: ColumnRole): string =>
  columns.find((column) => column.role === role)?.header ?? '';

/** What the numbers of a row are in: its unit says it, else its heading, else the numbers themselves. */
export function measuredAs(
  cells: Cells,
  { columns }: Layout,
  around: Pick<NumbersAround, 'measure'>,
): Measure | null {
  const unit = measureOf(cells('unit'));
  if (unit) return unit;
  const typed = [cells('target'), cells('actual'), cells('baseline')];
  if (typed.some((cell) => /^[^+\p{L}-]*\d[\d.,\s]*%/u.test(cell)))
    return { is: 'percent', scale: 1 };
  if (typed.some(hasCurrency)) return { is: 'money', scale: 1 };
  return (
    columns.find(({ role, measure }) => role === 'target' && measure)?.measure ?? around.measure
  );
}

/** A sign may be that of many: then the likeliest is told. */
const moneyShown = (currencies: readonly string[]): string =>
  currencies.slice(0, currencies.length > 2 ? 1 : 2).join('/');

/** The cells of a row that a planned KPI has, and what could not be read. */
export function readCells(
  cells: Cells,
  kpi: Kpi,
  measure: Measure | null,
  layout: Layout,
  around: NumbersAround,
): CellsRead {
  const words = planPasteWords(around.language).rows;
  const problems: string[] = [];
  const open: OpenNumber[] = [];
  const foreign: (readonly string[])[] = [];
  const number = (role: ColumnRole, baseline: number | null): number | null => {
    const column = layout.columns.find((each) => each.role === role);
    const known = measureOf(cells('unit')) ?? column?.measure ?? measure;
    const [cell, header] = [cells(role), column?.header ?? ''];
    const decimal = (column && around.signs(column.at)) ?? null;
    const { currency } = around;
    const beside = { unit: kpi.unit, measure: known, baseline, decimal, currency };
    const read = parsePastedNumber(cell, beside);
    if ('value' in read) return read.value;
    if (read.readings && around.decimal) return read.readings[around.decimal];
    if (read.readings) open.push({ header, cell, unit: kpi.unit, readings: read.readings });
    if (read.currencies) foreign.push(read.currencies);
    const says =
      read.problem === 'otherCurrency'
        ? words.otherCurrency({
            column: header,
            typed: shown(cell),
            money: moneyShown(read.currencies ?? []),
            plans: currency,
          })
        : words[read.problem]({ column: header, typed: shown(cell) });
    problems.push(says);
    return null;
  };
  const text = (role: 'owner' | 'definition' | 'source', most: number): string => {
    const { text: read, cut } = textIn(cells(role), most);
    if (cut) problems.push(words.long({ column: headerOf(layout, role) }));
    return read;
  };
  const hasBaseline = layout.columns.some(({ role }) => role === 'baseline');
  const baseline = number(hasBaseline ? 'baseline' : 'actual', null);
  const target = number('target', baseline);
  const owner = text('owner', usualLength);
  const source = text('source', kpiFields.source.most);
  const cadence = cadenceIn(cells('cadence'));
  if (cadence === 'unknown') {
    problems.push(
      words.cadence({ column: headerOf(layout, 'cadence'), typed: shown(cells('cadence')) }),
    );
  }
  const read = {
    baseline,
    target,
    lastYear: number('lastYear', null),
    definition: text('definition', kpiFields.definition.most),
    ...(owner && { owner }),
    ...(source && { source }),
    ...(cadence !== null && cadence !== 'unknown' && { cadence }),
  };
  return { read, problems, open, foreign };
}
