import type { Day } from '../../plan/calendar/calendar.ts';
import { dateOf, dayOf } from '../../plan/calendar/day.ts';
import { type Json, numberOf, objectsOf, textOf } from '../json.ts';
import { segmentOf } from '../segment.ts';
import type { Period, Row } from '../source.ts';
import { askedDimensions, type Ga4Report, metricsOf, rangeName } from './question.ts';

type Read =
  | {
      readonly rows: readonly Row[];
      /** Where the next page begins; `null`: this was the last. */
      readonly next: number | null;
    }
  | { readonly wrong: string };

/** The rows of one report; of inputs whose metric the user may not see, none. */
export function rowsOf(report: Ga4Report, answer: Json, blocked: readonly string[]): Read {
  const metrics = metricsOf(report.inputs);
  const several = report.ranges.length > 1;
  const dimensions = [...askedDimensions(report), ...(several ? ['dateRange'] : [])];
  if (!sameNames(answer.dimensionHeaders, dimensions)) return { wrong: 'dimensionHeaders' };
  if (!sameNames(answer.metricHeaders, metrics)) return { wrong: 'metricHeaders' };
  const lines = objectsOf(answer.rows);
  const count = answer.rowCount === undefined ? 0 : numberOf(answer.rowCount);
  if (!lines || count === null) return { wrong: 'rows' };
  const end = report.offset + lines.length;
  if (end > count || (lines.length === 0 && end < count)) return { wrong: 'rowCount' };
  const open = report.inputs.filter(({ metric }) => !blocked.includes(metric));
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const keys = objectsOf(line.dimensionValues)?.map(({ value }) => textOf(value));
    const values = objectsOf(line.metricValues)?.map(({ value }) => numberOf(value));
    if (keys?.length !== dimensions.length || values?.length !== metrics.length) {
      return { wrong: 'values' };
    }
    const key = JSON.stringify(keys);
    if (seen.has(key)) return { wrong: 'twice' };
    seen.add(key);
    const period = periodOf(report, keys);
    if (!period) return { wrong: 'date' };
    const segment = report.split === null ? '' : segmentOf(keys[report.byDay ? 1 : 0] ?? '');
    for (const { input, metric, zero } of open) {
      const value = values[metrics.indexOf(metric)];
      if (value == null) return { wrong: metric };
      if (value !== 0 || zero) rows.push({ ...period, input, segment, value });
    }
  }
  const next = end < count ? end : null;
  return { rows: report.byDay ? rows : [...rows, ...nobody(report, open, rows)], next };
}

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

function periodOf({ byDay, ranges }: Ga4Report, keys: readonly string[]): Period | null {
  const [first] = ranges;
  if (!byDay) {
    return ranges.length === 1
      ? (first ?? null)
      : (ranges.find((range) => rangeName(range) === keys[keys.length - 1]) ?? null);
  }
  const day = dayIn(keys[0] ?? '');
  return day !== null && first && day >= first.from && day <= first.to
    ? { from: day, to: day }
    : null;
}

/** `20261122` */
function dayIn(text: string): Day | null {
  if (!/^\d{8}$/.test(text)) return null;
  const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = dayOf(year, month, date);
  const read = dateOf(day);
  return read.month === month && read.day === date && read.year === year ? day : null;
}
