import type { HttpResponse, Loss, ResultPage, Row, SourceError } from '../source.ts';
import { wholeTrust } from '../trust.ts';
import { isNothingFound } from './classify.ts';
import { columnOf, readLines } from './lines.ts';
import type { Reading, SemrushQuestion, Stretch, Wanted } from './question.ts';

const half: { readonly trouble: SourceError } = { trouble: { kind: 'halfAnswer', detail: '' } };
const visitNames = ['Organic Traffic', 'Ot'];

/** What a report says of a domain; the rows come with the last report. */
export function readAnswer(
  question: SemrushQuestion,
  response: HttpResponse,
): ResultPage<SemrushQuestion> | { readonly trouble: SourceError } {
  const [step, ...steps] = question.steps;
  if (!step) return half;
  const found = isNothingFound(response) ? [] : readingsIn(response.body, question);
  if (found === null) return half;
  const now = { ...question, steps, read: [...question.read, ...found] };
  const page = { trust: wholeTrust, quota: null };
  if (steps.length > 0) return { ...page, rows: [], more: [now] };
  return { ...page, ...numbersOf(now), more: [] };
}

/** The months of a report that are asked for; `null` where it is not whole, or of something else. */
function readingsIn(
  body: string,
  { steps: [step], database, stretches }: SemrushQuestion,
): readonly Reading[] | null {
  const lines = readLines(body);
  if (!step || !lines) return null;
  const { domain } = step;
  const running = stretches.find(({ over }) => !over)?.month ?? '';
  const readings: Reading[] = [];
  for (const line of lines) {
    const visits = numberIn(columnOf(line, visitNames));
    if (visits === null) return null;
    if (step.report === 'now') {
      const site = columnOf(line, ['Domain', 'Dn'])?.toLowerCase();
      const where = columnOf(line, ['Database', 'Db']);
      if (site !== domain || where === null || where === '') return null;
      // Where it answers for all its databases, the others are of no use here.
      if (where.toLowerCase() === database) readings.push({ domain, month: running, visits });
    } else {
      const date = columnOf(line, ['Date', 'Dt'])?.replace(/-/g, '') ?? '';
      if (!/^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(date)) return null;
      const month = date.slice(0, 6);
      const isAsked = stretches.some((each) => each.month === month && each.over);
      if (isAsked) readings.push({ domain, month, visits });
    }
  }
  const months = readings.map(({ month }) => month);
  return new Set(months).size === months.length ? readings : null;
}

const numberIn = (text: string | null): number | null =>
  text !== null && /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null;

/**
 * Semrush estimates visits a month at the places a site has in search results: each day is a day's part
 * of that, so that the days of a month come to what Semrush says of it, and shares of two sites are
 * those of the month. Competitors count together or not at all; who is not found is no 0.
 */
function numbersOf(question: SemrushQuestion): {
  readonly rows: readonly Row[];
  readonly lost: readonly Loss[];
} {
  const parts = question.wanted.flatMap((wanted) =>
    question.stretches.map((stretch) => partOf(wanted, stretch, question.read)),
  );
  return {
    rows: parts.flatMap((part) => ('rows' in part ? part.rows : [])),
    lost: parts.flatMap((part) => ('lost' in part ? [part.lost] : [])),
  };
}

function partOf(
  { input, domains }: Wanted,
  { month, from, to, days }: Stretch,
  read: readonly Reading[],
): { readonly rows: readonly Row[] } | { readonly lost: Loss } {
  const visits = domains.map((domain) =>
    read.find((each) => each.domain === domain && each.month === month),
  );
  const missing = domains.find((_, at) => visits[at] === undefined);
  if (missing !== undefined) return { lost: { input, from, to, why: 'empty', detail: missing } };
  const total = visits.reduce((sum, each) => sum + (each?.visits ?? 0), 0);
  return {
    rows: Array.from({ length: to - from + 1 }, (_, at) => ({
      from: from + at,
      to: from + at,
      input,
      segment: '',
      value: total / days,
    })),
  };
}
