import type { FeedTest } from '../../plan/model/feeds.ts';
import type { HttpResponse, ResultPage, SourceError } from '../source.ts';
import { isoDay } from './days.ts';
import { firstDays } from './first-days.ts';
import type {
  BeforeQuestion,
  DayCounts,
  DaysQuestion,
  PartCounts,
  PartsQuestion,
  ReadingQuestion,
  SiteInput,
  SiteMetric,
  SiteQuestion,
} from './question.ts';
import { type ReportRow, readReport } from './read-rows.ts';
import { brought, type Page, page } from './result-page.ts';
import { toldApart } from './told-apart.ts';

/** What an answer says; rows of days that are lost for an input never count. */
export function readAnswer(
  question: SiteQuestion,
  response: HttpResponse,
): ResultPage<SiteQuestion> | { readonly trouble: SourceError } {
  const found =
    question.is === 'days'
      ? readDays(question, response)
      : question.is === 'parts'
        ? readParts(question, response)
        : question.is === 'reading'
          ? readReading(question, response)
          : readBefore(question, response);
  return found ?? { trouble: { kind: 'halfAnswer', detail: '' } };
}

/** Day by day; what is told apart and readings follow, once it is known which days there are. */
function readDays(question: DaysQuestion, response: HttpResponse): Page | null {
  const { before, first } = question;
  const report = readReport(response, 1);
  const counts = report?.rows.map((row) => dayCounts(row, question));
  if (!report || !counts) return null;
  const came = counts.filter((each): each is DayCounts => each !== null);
  const days = [...before, ...came];
  if (came.length < counts.length || !ascends(days)) return null;
  const incomplete = report.incomplete ?? question.incomplete ?? null;
  const asked = first
    ? firstDays({ ...question, first }, days, incomplete)
    : { page: page({}), through: question.to };
  const end = asked.through;
  // What is behind the last row may stand on another page: only an empty one ends a report.
  const last = came[came.length - 1];
  if (last && last[0] < question.to) {
    return page({ more: [{ ...question, before: days, incomplete }] });
  }
  const known = { ...question, to: end };
  const followed = end < question.from ? [] : follow(known, days);
  const rows = end < question.from ? [] : brought(plainOf(question), days, end);
  return page({
    ...asked.page,
    rows,
    more: [...(asked.page.more ?? []), ...followed],
  });
}

/** What is wanted of days as they are, not told apart. */
const plainOf = ({ wanted, only }: DaysQuestion): readonly SiteInput[] =>
  wanted.filter(
    (each) => each.over !== 'whole' && each.split === null && sameTests(each.only, only),
  );

/** What is asked once the days are known. */
function follow(question: DaysQuestion, days: readonly DayCounts[]): readonly SiteQuestion[] {
  const { site, from, to, wanted, only, again } = question;
  const own = wanted.filter((each) => each.over !== 'whole' && sameTests(each.only, only));
  const parts = groups(
    own.flatMap((each) => (each.split === null ? [] : [each])),
    (each) => each.split,
  ).map(
    (some): PartsQuestion => ({
      is: 'parts',
      site,
      from,
      to,
      only,
      by: some[0]?.split ?? 'country',
      wanted: some,
      whole: days.filter(([day]) => day <= to),
      before: [],
      ...(again ? { again } : {}),
    }),
  );
  if (!question.first) return parts;
  const others = groups(
    wanted.filter((each) => each.over !== 'whole' && !sameTests(each.only, only)),
    (each) => testsKey(each.only),
  ).map(
    (some): DaysQuestion => ({
      is: 'days',
      site,
      from,
      to,
      only: some[0]?.only ?? [],
      before: [],
      wanted: some,
    }),
  );
  return [...parts, ...others, ...readings(question)];
}

/** A request for each period that is over, and each set of tests. */
function readings({ site, from, to, wanted }: DaysQuestion): readonly ReadingQuestion[] {
  const each = wanted.flatMap((input) =>
    input.over !== 'whole'
      ? []
      : input.periods
          .filter((period) => period.to >= from && period.to <= to)
          .map((period) => ({ input, period })),
  );
  return groups(each, ({ input, period }) =>
    JSON.stringify([testsKey(input.only), period.from, period.to]),
  ).flatMap((some): ReadingQuestion[] => {
    const [one] = some;
    if (!one) return [];
    const { period, input } = one;
    return [
      {
        is: 'reading',
        site,
        ...period,
        only: input.only,
        wanted: some.map((found) => ({ ...found.input, periods: [] })),
      },
    ];
  });
}

/** Told apart, beside what the days came to: where the parts are less, the rest is shown as one. */
function readParts(question: PartsQuestion, response: HttpResponse): Page | null {
  const report = readReport(response, 2);
  const counts = report?.rows.map((row) => partCounts(row, question));
  if (!counts) return null;
  const came = counts.filter((each): each is PartCounts => each !== null);
  if (came.length < counts.length) return null;
  return toldApart(question, came);
}

function readReading(question: ReadingQuestion, response: HttpResponse): Page | null {
  const { from, to, wanted } = question;
  const report = readReport(response, 0);
  if (!report || report.rows.length > 1) return null;
  const [row] = report.rows;
  const rows = wanted.flatMap(({ input, metric }) => {
    const value = row ? readingOf(row, metric) : null;
    return value === null ? [] : [{ from, to, input, segment: '', value }];
  });
  return page({ rows });
}

const readingOf = (row: ReportRow, metric: SiteMetric): number | null =>
  metric === 'position' ? row.position : row[metric];

/** Where there never was anything before, the days before the first number are not nothing but unknown. */
function readBefore(question: BeforeQuestion, response: HttpResponse): Page | null {
  const report = readReport(response, 1);
  if (!report) return null;
  if (report.rows.length > 0) return page({});
  const { inputs, days } = question;
  return page({
    lost: inputs.map((input) => ({ ...days, input, why: 'notYet' as const, detail: '' })),
  });
}

function dayCounts(
  { keys, clicks, impressions }: ReportRow,
  { from, to }: Pick<DaysQuestion, 'from' | 'to'>,
): DayCounts | null {
  const day = isoDay(keys[0]);
  return day === null || day < from || day > to ? null : [day, clicks, impressions];
}

function partCounts(row: ReportRow, question: PartsQuestion): PartCounts | null {
  const counts = dayCounts(row, question);
  const [, part] = row.keys;
  return counts && part !== undefined ? [...counts, part] : null;
}

/** By day the oldest comes first: a page that begins before the end of the one before it is of another report. */
const ascends = (days: readonly DayCounts[]): boolean =>
  days.every(([day], at) => at === 0 || day > (days[at - 1]?.[0] ?? 0));

const testsKey = (only: readonly FeedTest[]): string =>
  JSON.stringify(
    only
      .map((test) => JSON.stringify([test.dimension, ...('is' in test ? [...test.is].sort() : [])]))
      .sort(),
  );

const sameTests = (one: readonly FeedTest[], other: readonly FeedTest[]): boolean =>
  testsKey(one) === testsKey(other);

function groups<V>(values: readonly V[], keyOf: (value: V) => unknown): readonly (readonly V[])[] {
  const found = new Map<unknown, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return [...found.values()];
}
