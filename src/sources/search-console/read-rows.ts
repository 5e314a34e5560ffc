import type { Day } from '../../plan/calendar/calendar.ts';
import { isJson, type Json, numberOf, objectsOf, readJson, textOf } from '../json.ts';
import type { HttpResponse } from '../source.ts';
import { isoDay } from './days.ts';

/** A row of a report; keys in the order of the dimensions asked for. */
export interface ReportRow {
  readonly keys: readonly string[];
  readonly clicks: number;
  readonly impressions: number;
  /** `null` where nothing was shown. */
  readonly position: number | null;
}

export interface Report {
  readonly rows: readonly ReportRow[];
  /** The first day that is not whole yet; `null` where none is said. */
  readonly incomplete: Day | null;
}

/** A report with so many dimensions; `null` where it is not whole, or counted another way than asked. */
export function readReport({ body }: HttpResponse, dimensions: number): Report | null {
  const answer = readJson(body);
  if (!answer || answer.error !== undefined) return null;
  // Counted by pages, a search that shows two of them counts twice.
  if (/page|panel/i.test(textOf(answer.responseAggregationType))) return null;
  const found = objectsOf(answer.rows ?? undefined);
  if (!found) return null;
  const rows = found.map((row) => rowOf(row, dimensions));
  const whole = rows.filter((row): row is ReportRow => row !== null);
  if (whole.length < rows.length) return null;
  const keys = whole.map((row) => JSON.stringify(row.keys));
  if (new Set(keys).size < keys.length) return null;
  return { rows: whole, incomplete: firstIncomplete(answer) };
}

function rowOf(row: Json, dimensions: number): ReportRow | null {
  const keys = row.keys ?? [];
  if (!Array.isArray(keys) || keys.length !== dimensions) return null;
  if (!keys.every((key): key is string => typeof key === 'string')) return null;
  const clicks = numberOf(row.clicks ?? 0);
  const impressions = numberOf(row.impressions ?? 0);
  if (clicks === null || impressions === null || clicks < 0 || impressions < 0) return null;
  const position = impressions > 0 ? numberOf(row.position) : null;
  if (impressions > 0 && position === null) return null;
  return { keys, clicks, impressions, position };
}

/** Spelled one way by the documentation and most answers, another by the API's description. */
function firstIncomplete({ metadata }: Json): Day | null {
  if (!isJson(metadata)) return null;
  return isoDay(metadata.first_incomplete_date ?? metadata.firstIncompleteDate ?? null);
}
