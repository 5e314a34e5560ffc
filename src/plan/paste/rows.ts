import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { type PlanPasteWords, planPasteWords } from '../../messages/compiled/plan-paste.ts';
import { fold, splitWords } from '../../messages/fold.ts';
import { customKpiOf, readCustomKpi } from '../custom-kpi/read-custom-kpi.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import { customKpi } from '../model/aggregation.ts';
import { customKpiNames, evenWeights, plannedKpi, weightedFirst } from '../model/edit-kpis.ts';
import {
  type CustomKpi,
  mostKpis,
  mostWeighted,
  type Plan,
  type PlannedKpi,
} from '../model/plan.ts';
import { usualLength } from '../validation/field-reader.ts';
import { weightsIn } from './cells.ts';
import type { ColumnRole, Layout } from './columns.ts';
import { decimalSigns, type NumberCell } from './decimal-signs.ts';
import type { TextGrid } from './grid.ts';
import { looksNumeric } from './measures.ts';
import type { Meaning } from './names.ts';
import type { PasteAround } from './paste.ts';
import {
  type Cells,
  headerOf,
  measuredAs,
  type OpenNumber,
  readCells,
  shown,
} from './row-cells.ts';

/** A row of a pasted table. */
export interface PastedRow {
  /** Which row of what was pasted, from 1. */
  readonly line: number;
  /** Its name for the KPI, else its first words. */
  readonly text: string;
  /** What it became; `left`: nothing, though it may be a KPI; `other`: a heading, a total. */
  readonly is: 'kpi' | 'own' | 'left' | 'other';
  /** The KPI in the plan. */
  readonly kpi: string | null;
  /** KPIs of the catalogue that may be meant instead. */
  readonly candidates: readonly string[];
  /** What was not read, or not for sure, in sentences. */
  readonly problems: readonly string[];
}

interface Around extends PasteAround {
  readonly meaning: (name: string) => Meaning;
  /** What money is told in, where the table says so above its headings. */
  readonly measure: Measure | null;
}

const numberRoles: readonly (ColumnRole | null)[] = [
  'target',
  'actual',
  'baseline',
  'lastYear',
  null,
];

/** Every number of the table that is one of a KPI, and what it is measured in. */
function numberCells(
  grid: TextGrid,
  layout: Layout,
  cellsOf: (row: readonly string[]) => Cells,
  around: Around & { readonly currency: string },
): readonly NumberCell[] {
  const plans: Measure = { is: 'money', scale: 1, currencies: [around.currency] };
  return grid.slice(layout.headRows).flatMap((row) => {
    const cells = cellsOf(row);
    const meaning = around.meaning(withoutNumber(cells('kpi')));
    const unit = 'kpi' in meaning ? meaning.kpi.unit : null;
    const said = measuredAs(cells, layout, around);
    const money = said?.is === 'money' ? { ...plans, ...said } : said;
    const measure = money ?? (unit === 'money' || unit === 'moneyEach' ? plans : null);
    return layout.columns
      .filter(({ at, role }) => numberRoles.includes(role) && looksNumeric(row[at] ?? ''))
      .map(({ at }): NumberCell => ({ column: at, text: row[at] ?? '', measure }));
  });
}

interface Read {
  readonly kpis: readonly PlannedKpi[];
  readonly own: readonly CustomKpi[];
  readonly rows: readonly PastedRow[];
  /** How many share 100%, where the table has no weights. */
  readonly spread: number;
  readonly open: readonly OpenNumber[];
  readonly foreign: readonly (readonly string[])[];
}

/** Reads the rows of a table one after the other. */
export function readPastedRows(grid: TextGrid, layout: Layout, start: Plan, around: Around): Read {
  const words = planPasteWords(around.language).rows;
  const cellsOf =
    (row: readonly string[]): Cells =>
    (role) =>
      row[layout.columns.find((column) => column.role === role)?.at ?? -1] ?? '';
  const weights = weightsIn(
    grid.map((row) => cellsOf(row)('weight')),
    around.locale,
  );
  const { currency } = start.circumstances;
  const cellsOfNumbers = numberCells(grid, layout, cellsOf, { ...around, currency });
  const beside = { ...around, currency, signs: decimalSigns(cellsOfNumbers, around.locale) };
  const kpis: PlannedKpi[] = [];
  const own: CustomKpi[] = [];
  const open: OpenNumber[] = [];
  const foreign: (readonly string[])[] = [];
  const rows = grid.flatMap((row, index): readonly PastedRow[] => {
    const filled = row.filter((cell) => cell !== '');
    const cells = cellsOf(row);
    const line = { line: index + 1, text: cells('kpi') || (filled[0] ?? ''), candidates: [] };
    const other = (problem: string) =>
      ({ ...line, is: 'other', kpi: null, problems: [problem] }) as const;
    const left = (problem: string) =>
      ({ ...line, is: 'left', kpi: null, problems: [problem] }) as const;
    if (filled.length === 0) return [];
    if (index < layout.headRows) return [other(words.heading)];
    const name = withoutNumber(cells('kpi'));
    if (isTotal(cells('kpi') || (filled[0] ?? ''))) return [other(words.total)];
    if (name === '') return [left(words.noName)];
    const meaning = around.meaning(name);
    if (isHeading(row, layout, meaning, cells)) return [other(words.heading)];
    if (kpis.length === mostKpis) return [left(words.full({ most: mostKpis }))];
    const measure = measuredAs(cells, layout, around);
    const so = { kpis, own, words, language: around.language, unit: cells('unit') };
    const chosen = choose(name, meaning, measure, so);
    if (!chosen) return [left(words.ownFull({ most: customKpiNames.length }))];
    if (chosen.own) own.push(chosen.own);
    const plan = { ...start, own };
    const numbers = readCells(cells, chosen.kpi, measure, layout, beside);
    open.push(...numbers.open);
    foreign.push(...numbers.foreign);
    const { value: weight = null, bad } = weights[index] ?? {};
    const column = headerOf(layout, 'weight');
    kpis.push({
      ...plannedKpi(plan, chosen.kpi.name, around.catalogue),
      ...numbers.read,
      weight: weight === 0 ? null : weight,
    });
    const problems = [...chosen.problems, ...numbers.problems];
    if (bad !== undefined) problems.push(words.weight({ column, typed: shown(bad) }));
    const is = chosen.own ? 'own' : 'kpi';
    return [{ ...line, is, kpi: chosen.kpi.name, candidates: chosen.candidates, problems }];
  });
  const weighed = kpis.some(({ weight }) => weight !== null);
  const shares = weighed ? [] : evenWeights(Math.min(kpis.length, mostWeighted));
  const spread = kpis.map((kpi, at) => (weighed ? kpi : { ...kpi, weight: shares[at] ?? null }));
  return { kpis: weightedFirst(spread), own, rows, spread: shares.length, open, foreign };
}

const numbering = /^(?:\d+(?:\.\d+)*[.)]?|[ivx]+[.)]|[a-z][.)])\s+(?=\S)|^[-–•*+]\s*(?=\p{L})/iu;
const withoutNumber = (name: string): string => name.replace(numbering, '').trim();
const isTotal = (name: string): boolean =>
  /^(?:tong|tong cong|cong|tong diem|tong trong so|tong ket|total|totals|grand total|sum)$/.test(
    splitWords(fold(name)).join(' '),
  );

/** A row with a name alone stands above others, unless the name is that of a KPI. */
function isHeading(
  row: readonly string[],
  { columns, headed }: Layout,
  meaning: Meaning,
  cells: Cells,
): boolean {
  const others = columns.filter(({ role }) => role !== 'kpi' && role !== 'number');
  const alone = others.every(({ at }) => (row[at] ?? '') === '' || row[at] === cells('kpi'));
  const lettered =
    /^(?:[ivx]+|[a-h])[.)]?$/i.test(cells('number')) ||
    /^(?:[IVX]+|[A-H])[.)]\s/.test(cells('kpi'));
  return headed && others.length > 0 && alone && (lettered || meaning.is !== 'same');
}

interface Chosen {
  readonly kpi: Kpi;
  readonly own: CustomKpi | null;
  readonly candidates: readonly string[];
  readonly problems: readonly string[];
}

interface SoFar {
  readonly kpis: readonly PlannedKpi[];
  readonly own: readonly CustomKpi[];
  readonly words: PlanPasteWords['rows'];
  readonly language: PasteAround['language'];
  /** What the row says its numbers are in. */
  readonly unit: string;
}

/** The catalogue's KPI where that is sure, else one of the plan's own; `null`: there is no room. */
function choose(
  name: string,
  meaning: Meaning,
  measure: Measure | null,
  { kpis, own, words, language, unit }: SoFar,
): Chosen | null {
  const titled = (kpi: Kpi) => `“${kpiTitle(kpi, language)}”`;
  const problems: string[] = [];
  const candidates =
    meaning.is === 'several' ? meaning.kpis : 'kpi' in meaning ? [meaning.kpi] : [];
  if (meaning.is === 'same' || meaning.is === 'nearly') {
    const { kpi } = meaning;
    const taken = kpis.some((each) => each.kpi === kpi.name);
    const fits = measure === null || measures(kpi, measure);
    if (!taken && fits) {
      const sure = meaning.is === 'same' ? [] : [words.nearly({ kpi: titled(kpi) })];
      return { kpi, own: null, candidates: [], problems: sure };
    }
    problems.push(
      taken ? words.twice({ kpi: titled(kpi) }) : words.otherUnit({ kpi: titled(kpi) }),
    );
  } else if (meaning.is === 'several') {
    problems.push(words.several({ kpis: candidates.slice(0, 3).map(titled).join(', ') }));
  } else problems.push(words.own);
  const free = customKpiNames[own.length];
  if (free === undefined) return null;
  if (name.length > usualLength) problems.push(words.shortened);
  const alike = candidates.filter((kpi) => measure === null || measures(kpi, measure));
  const title = name.slice(0, usualLength).trim();
  const mine = customKpiOf(
    free,
    title,
    readCustomKpi({ title, measure, unit, like: alike, language }),
  );
  // Its numbers are read in its unit: only what has the same can take its place.
  const instead = alike.filter(({ unit }) => unit === mine.unit).map((each) => each.name);
  return { kpi: customKpi(mine), own: mine, candidates: instead, problems };
}

/** Whether a KPI can be measured so: a number of leads is no percentage. */
function measures({ unit }: Kpi, { is }: Measure): boolean {
  if (is === 'percent') return ['fraction', 'percentagePoints', 'times', 'index'].includes(unit);
  if (is === 'money') return unit === 'money' || unit === 'moneyEach';
  if (is === 'hours') return unit === 'hours';
  if (is === 'score') return ['score', 'index', 'rank', 'percentagePoints'].includes(unit);
  return !['money', 'moneyEach', 'fraction'].includes(unit);
}
