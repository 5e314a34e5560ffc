import type { Kpi } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { type PlanPasteWords, planPasteWords } from '../../messages/compiled/plan-paste.ts';
import { formatAmount } from '../amounts/format-amount.ts';
import type { DecimalSign } from '../amounts/read-column.ts';
import { quarterNumber } from '../calendar/calendar.ts';
import type { Plan } from '../model/plan.ts';
import { type ColumnRole, type Layout, layoutOf, quarterInHeader } from './columns.ts';
import { gridOf, mostRows, type TextGrid } from './grid.ts';
import { measureIn } from './measures.ts';
import { reader } from './names.ts';
import type { OpenNumber } from './row-cells.ts';
import { type PastedRow, readPastedRows } from './rows.ts';

export type { PastedRow } from './rows.ts';

/** A pasted KPI table, read into a plan. */
export interface Pasted {
  /** The plan it was read into; unchanged where there was nothing to read. */
  readonly plan: Plan;
  /** Every row of the table, in its order: what it became, and what of it was not read. */
  readonly rows: readonly PastedRow[];
  /** Every column with a heading, and what it was read as; `null`: not read. */
  readonly columns: readonly { readonly header: string; readonly role: ColumnRole | null }[];
  /** What to know about the table as a whole, in sentences. */
  readonly notes: readonly string[];
  /** A number that can be read in two ways, as both; `null` where there is none. */
  readonly twoWays: TwoWaysShown | null;
  /** The currency its other money is in, where that is one; the plan can take it over. */
  readonly currency: string | null;
}

/** The first cell of which nothing tells whether `1.500` is a thousand and more, or not even two. */
interface TwoWaysShown {
  readonly header: string;
  readonly cell: string;
  readonly readings: Readonly<Record<DecimalSign, string>>;
}

export interface PasteAround {
  readonly catalogue: readonly Kpi[];
  /** Of the sentences. */
  readonly language: Language;
  /** In whose habits the numbers are written. */
  readonly locale: string;
  /** How somebody says fractions are written, where nothing in the table tells. */
  readonly decimal?: DecimalSign;
}

/**
 * Reads an old KPI table, as it stands on the clipboard or as cells, into a plan that has its name,
 * role and quarter already. Its results become last quarter's, its KPIs the catalogue's where that
 * is sure, else the plan's own. Nothing is dropped without a word.
 */
export function readPasted(pasted: string | TextGrid, start: Plan, around: PasteAround): Pasted {
  const words = planPasteWords(around.language).notes;
  const all = gridOf(pasted);
  const grid = all.slice(0, mostRows);
  const nothing = (note: string): Pasted => ({
    plan: start,
    rows: [],
    columns: [],
    notes: [note],
    twoWays: null,
    currency: null,
  });
  if (grid.every((row) => row.every((cell) => cell === ''))) return nothing(words.nothing);
  const { quarter, circumstances } = start;
  const planned = quarterNumber(quarter, circumstances.firstMonth);
  const meaning = reader(around.catalogue);
  const knows = (name: string) => ['same', 'nearly'].includes(meaning(name).is);
  const layout = layoutOf(grid, planned, knows);
  const has = (role: ColumnRole) => layout.columns.find((column) => column.role === role);
  if (!has('kpi')) return nothing(words.noNames);
  const preface = grid.slice(0, layout.headRows).flat().map(measureIn);
  const read = readPastedRows(grid, layout, start, {
    ...around,
    meaning,
    measure: preface.find((measure) => measure !== null) ?? null,
  });
  const plan = read.kpis.length ? { ...start, kpis: read.kpis, own: read.own } : start;
  const target = has('target');
  const actual = has('baseline') ? undefined : has('actual');
  const left = layout.columns.filter(
    ({ role, header }) => header !== '' && (role === null || (role === 'actual' && !actual)),
  );
  const notes = [
    layout.headed ? '' : words.noHeadings,
    actual && read.kpis.some(({ baseline }) => baseline !== null)
      ? words.actuals({ column: actual.header })
      : '',
    target && read.kpis.some((kpi) => kpi.target !== null)
      ? targetsNote(target.header, actual !== undefined, planned, words)
      : '',
    read.spread ? words.spread({ count: read.spread }) : '',
    left.length ? words.left({ columns: left.map(({ header }) => `“${header}”`).join(', ') }) : '',
    all.length > mostRows ? words.tooLong({ rows: mostRows }) : '',
  ].filter((note) => note !== '');
  const [open] = read.open;
  return {
    plan,
    rows: read.rows,
    columns: headed(layout),
    notes,
    twoWays: open ? shownTwice(open, circumstances.currency, around.language) : null,
    currency: foreignMoney(read.foreign),
  };
}

function shownTwice(
  { header, cell, unit, readings }: OpenNumber,
  currency: string,
  language: Language,
): TwoWaysShown {
  const shown = (value: number) => formatAmount(value, unit, currency, language);
  const both = { '.': shown(readings['.']), ',': shown(readings[',']) };
  return { header, cell, readings: both };
}

/** The one currency that all other money may be in. */
function foreignMoney(foreign: readonly (readonly string[])[]): string | null {
  const [first = [], ...rest] = foreign;
  const common = first.filter((each) => rest.every((others) => others.includes(each)));
  return common[0] ?? null;
}

const headed = ({ columns }: Layout): Pasted['columns'] =>
  columns.filter(({ header }) => header !== '').map(({ header, role }) => ({ header, role }));

/** Whether the targets of a table may be those of a quarter that is over. */
function targetsNote(
  header: string,
  besideResults: boolean,
  planned: number,
  words: PlanPasteWords['notes'],
): string {
  const named = quarterInHeader(header);
  if (named !== null) return named === planned ? '' : words.otherQuarter({ column: header });
  return besideResults ? words.oldTargets({ column: header }) : '';
}
