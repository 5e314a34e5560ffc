import type { Day } from '../../plan/calendar/calendar.ts';
import { type Json, numberOf, objectsOf, textOf } from '../json.ts';
import { segmentOf } from '../segment.ts';
import type { Loss, LossReason, Period, Row } from '../source.ts';
import { dayIn } from './answer-days.ts';
import {
  askedDimensions,
  type Ga4Input,
  type Ga4Report,
  metricsOf,
  onePieceEach,
  rangeName,
  shorterReports,
} from './question.ts';

export type ReportRead =
  | { readonly is: 'rows'; readonly rows: readonly Row[]; readonly lost: readonly Loss[] }
  /** Nothing of it can be used: these are asked in its place. */
  | {
      readonly is: 'apart';
      readonly reports: readonly Ga4Report[];
      /** Inputs that these do not tell apart any more. */
      readonly untold: readonly string[];
    }
  | { readonly is: 'wrong'; readonly what: string };

/** What a report says besides its rows. */
export interface ReportSaid {
  /** Metrics that the user may not see: of their inputs there are no rows. */
  readonly blocked: readonly string[];
  /** Rare values were put together as «(other)». */
  readonly otherRow: boolean;
  /** Why it is empty, where it is; `''`: because there is nothing. */
  readonly emptyReason: string;
}

/** What Google calls rare values that it has put together; also in the place of a date. */
const otherValue = '(other)';

/**
 * The rows of one report. It is one answer, so that it is true of one moment: what does not fit into
 * one is asked for fewer days and never page by page, since between two pages rows may come and go.
 */
export function rowsOf(report: Ga4Report, answer: Json, said: ReportSaid): ReportRead {
  const metrics = metricsOf(report.inputs);
  const several = report.ranges.length > 1;
  const dimensions = [...askedDimensions(report), ...(several ? ['dateRange'] : [])];
  const lines = objectsOf(answer.rows);
  const count = answer.rowCount === undefined ? 0 : numberOf(answer.rowCount);
  const open = report.inputs.filter(({ metric }) => !said.blocked.includes(metric));
  const all = (why: LossReason, detail = ''): Loss[] =>
    report.ranges.flatMap((range) => lostOf(open, range, why, detail));
  if (!lines || count === null) return wrong('rows');
  if (lines.length === 0 && count === 0 && said.emptyReason !== '') {
    return { is: 'rows', rows: [], lost: all('empty', said.emptyReason) };
  }
  if (!sameNames(answer.dimensionHeaders, dimensions)) return wrong('dimensionHeaders');
  if (!sameNames(answer.metricHeaders, metrics)) return wrong('metricHeaders');
  if (lines.length > count || (lines.length === 0 && count > 0)) return wrong('rowCount');
  if (lines.length < count) return shorter(report, Math.ceil(count / lines.length));
  // A condition leaves «(other)» out, and with it what may have fulfilled the condition.
  if (said.otherRow && report.only.length > 0 && open.length > 0) {
    const pieces = onePieceEach(report);
    return pieces.length > 1 ? apart(pieces) : { is: 'rows', rows: [], lost: all('other') };
  }
  const found = placed(report, lines, { dimensions, metrics, open });
  if (!found) return apart(onePieceEach(report));
  const { rows, lost } = found;
  return { is: 'rows', rows: report.byDay ? rows : [...rows, ...nobody(report, open, rows)], lost };
}

const wrong = (what: string): ReportRead => ({ is: 'wrong', what });
const apart = (reports: readonly Ga4Report[]): ReportRead => ({ is: 'apart', reports, untold: [] });

/** A single day with too many segments is asked for without them: its totals still come. */
function shorter(report: Ga4Report, parts: number): ReportRead {
  const reports = shorterReports(report, parts);
  if (reports.length > 1) return apart(reports);
  if (report.split === null) return wrong('rowCount');
  const untold = report.inputs.map(({ input }) => input);
  return { is: 'apart', reports: [{ ...report, split: null }], untold };
}

interface Columns {
  readonly dimensions: readonly string[];
  readonly metrics: readonly string[];
  readonly open: readonly Ga4Input[];
}

/**
 * Every row in its place; `null` where a row with a number does not say which of the days, or of the
 * periods, it is for. Asked for one of them alone, it can only be that one's.
 */
function placed(
  report: Ga4Report,
  lines: readonly Json[],
  { dimensions, metrics, open }: Columns,
): { readonly rows: readonly Row[]; readonly lost: readonly Loss[] } | null {
  const [only] = report.ranges;
  const one = only && onePieceEach(report).length === 1 ? only : null;
  const rows = new Map<string, Row>();
  const lost: Loss[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const keys = objectsOf(line.dimensionValues)?.map(({ value }) => textOf(value)) ?? [];
    const read = objectsOf(line.metricValues)?.map(({ value }) => numberOf(value)) ?? [];
    const values = read.length === metrics.length ? read : [];
    const numberFor = ({ metric }: Ga4Input) => values[metrics.indexOf(metric)] ?? null;
    const counting = open.filter((input) => numberFor(input) !== 0);
    const own = keys.length === dimensions.length ? periodOf(report, keys) : null;
    const period = own === otherValue ? one : own;
    if (!period) {
      if (counting.length === 0) continue;
      if (!one) return null;
      lost.push(...lostOf(counting, one, 'unreadable'));
      continue;
    }
    const key = JSON.stringify(keys);
    if (seen.has(key)) lost.push(...lostOf(open, period, 'twice'));
    seen.add(key);
    const segment = report.split === null ? '' : segmentOf(keys[report.byDay ? 1 : 0] ?? '');
    for (const each of open) {
      const value = numberFor(each);
      if (value === null) lost.push(...lostOf([each], period, 'unreadable'));
      // People of one row may be people of another: readings are not added up.
      else if (own === otherValue && each.zero) {
        if (value !== 0) lost.push(...lostOf([each], period, 'other'));
      } else if (value !== 0 || each.zero) {
        const at = JSON.stringify([period.from, period.to, each.input, segment]);
        const before = rows.get(at)?.value ?? 0;
        rows.set(at, { ...period, input: each.input, segment, value: before + value });
      }
    }
  }
  return { rows: [...rows.values()], lost };
}

const lostOf = (
  inputs: readonly Ga4Input[],
  { from, to }: Period,
  why: LossReason,
  detail = '',
): Loss[] => inputs.map(({ input }) => ({ input, from, to, why, detail }));

/** Nobody came: counts of a whole period that were left out of the answer are 0. */
function nobody(
  { ranges }: Ga4Report,
  inputs: Ga4Report['inputs'],
  rows: readonly Row[],
): readonly Row[] {
  const has = (input: string, { from, to }: Period) =>
    rows.some((row) => row.input === input && row.from === from && row.to === to);
  return inputs
    .filter(({ zero }) => zero)
    .flatMap(({ input }) =>
      ranges
        .filter((range) => !has(input, range))
        .map(({ from, to }) => ({ from, to, input, segment: '', value: 0 })),
    );
}

function sameNames(headers: unknown, names: readonly string[]): boolean {
  const read = objectsOf(headers);
  return read?.length === names.length && read.every(({ name }, at) => name === names[at]);
}

/** What a row is for; `null` where it does not say so, or says what was not asked for. */
function periodOf(
  { byDay, ranges }: Ga4Report,
  keys: readonly string[],
): Period | typeof otherValue | null {
  const [first] = ranges;
  if (!byDay && ranges.length === 1) return first ?? null;
  const key = (byDay ? keys[0] : keys[keys.length - 1]) ?? '';
  if (key === otherValue) return otherValue;
  if (!byDay) return ranges.find((range) => rangeName(range) === key) ?? null;
  const day = /^\d{8}$/.test(key) ? dayIn(key) : null;
  return day !== null && first && isWithin(day, first) ? { from: day, to: day } : null;
}

const isWithin = (day: Day, { from, to }: Period): boolean => day >= from && day <= to;
