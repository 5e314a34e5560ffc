import { inputTitle } from '../../../src/messages/catalogue.ts';
import { type Day, firstDay, lastDay } from '../../../src/plan/calendar/calendar.ts';
import type { Flow } from '../../../src/plan/model/actual.ts';
import type { Account, Feed } from '../../../src/plan/model/feeds.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { connectedInputs, coverageMark } from '../../../src/sheet/data/connected-input.ts';
import { sealColumn, sealOf, segmentKeys } from '../../../src/sheet/data/feed-columns.ts';
import { markKey } from '../../../src/sheet/data/feeds-block.ts';
import type { Cell, Drawing } from '../../../src/sheet/layout/drawing.ts';
import {
  type SheetInput,
  type TypedValue,
  type TypedValues,
  typedAt,
} from '../../../src/sheet/layout/sheet-input.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import {
  dataColumns,
  dataRange,
  daysKey,
  daysRange,
  lineKey,
} from '../../../src/sources/data-rows.ts';
import { type Sources, shippedSources } from '../../../src/sources/registry.ts';
import type { TableAccount } from '../../../src/sources/table/account.ts';
import { feedOf as feedFrom, propertyOf, tableOf } from '../plans/feeds.ts';
import { type Drawn, drawn, typedInto } from './drawn.ts';
import { factsOf } from './plan-facts.ts';

export const shop = propertyOf('properties/311', 'Shop VN');
export const shopEu = propertyOf('properties/312', 'Shop EU', {
  currency: 'EUR',
  zone: 'Europe/Berlin',
});
/** Its rows are single days. */
export const ads = tableOf({ name: 'Facebook ads', currency: 'USD' });
/** Its rows may be whole weeks. */
export const weekly: TableAccount = {
  ...ads,
  id: 'table-wk1234',
  name: 'Báo cáo tuần',
  lastDay: 'Đến',
};

export const feedOf = (input: string, account: Account, given: Partial<Feed> = {}): Feed =>
  feedFrom(input, { account: account.id, metric: 'keyEvents', ...given });

export interface DataRow {
  readonly from: Day;
  readonly to: Day;
  readonly value: number;
  readonly segment?: string;
}

/** What a refresh has written of an input, in its account's currency. */
export interface Fetched {
  readonly from: Day;
  readonly through: Day;
  readonly settled?: Day;
  readonly rows: readonly DataRow[];
}

/** By input; an input left out has never been fetched. */
export type AllFetched = Readonly<Record<string, Fetched>>;
export type Rates = Readonly<Record<string, number>>;

/** What a refresh and people have written into the block of feeds. */
function coverageOf(
  plan: Plan,
  fetched: AllFetched,
  rates: Rates,
  sources: Sources = shippedSources,
): TypedValues {
  const facts = factsOf(plan, { sources });
  const feeds: Record<string, Record<string, TypedValue>> = {};
  for (const fed of connectedInputs(facts)) {
    const found = fetched[fed.input.key];
    if (!found) continue;
    const { from, through, settled } = found;
    const seal = sealOf({ from, through, settled: settled ?? null }) ?? '';
    const days = {
      from,
      through,
      ...(settled === undefined ? {} : { settled }),
      [sealColumn]: seal,
    };
    feeds[fed.input.key] = { ...days, [markKey]: coverageMark(fed, facts) };
  }
  for (const [currency, rate] of Object.entries(rates)) feeds[`.rate:${currency}`] = { from: rate };
  return { feeds };
}

export const fedFacts = (
  plan: Plan,
  fetched: AllFetched,
  given: {
    readonly rates?: Rates;
    readonly typed?: TypedValues;
    readonly portable?: boolean;
    readonly sources?: Sources;
  } = {},
): SheetInput =>
  factsOf(plan, {
    typed: { ...given.typed, ...coverageOf(plan, fetched, given.rates ?? {}, given.sources) },
    ...(given.sources ? { sources: given.sources } : {}),
    portable: given.portable ?? false,
  });

/** What stands in a line of the sheet of days, by day. */
type Days = ReadonlyMap<Day, number>;

/** The lines of the sheet of days as a refresh leaves them, the days themselves first. */
function dayLines(facts: SheetInput, fetched: AllFetched): (string | number)[][] {
  const { quarter, name } = facts.plan;
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const numbers = (found: Days) => days.map((on) => found.get(on) ?? '');
  const shown = segmentKeys.map((key) =>
    String(typedAt(facts, 'split', key, 'title') ?? '').toLowerCase(),
  );
  const lines = connectedInputs(facts).flatMap(({ input, account, feed, daily }) => {
    const rows = daily ? (fetched[input.key]?.rows ?? []) : [];
    const sum = (of: (segment: string) => boolean): Days => {
      const found = new Map<Day, number>();
      for (const { to, value, segment = '' } of rows) {
        if (of(segment.toLowerCase())) found.set(to, (found.get(to) ?? 0) + value);
      }
      return found;
    };
    const head = (place: string, segment: string) => [
      lineKey(input.key, account.id, place),
      inputTitle(input, facts.plan.language),
      segment,
    ];
    const places = feed.split !== null && input.over === 'sum' ? segmentKeys : [];
    return [
      [...head('', ''), ...numbers(sum(() => true))],
      ...places.map((place, at) => {
        const segment = shown[at] ?? '';
        const own = sum((each) => segment !== '' && each === segment);
        return [...head(place, segment), ...numbers(own)];
      }),
    ];
  });
  return [[daysKey, name, '', ...days], ...lines];
}

/** The plan's rows of data and, below them, its block of days, each under its name. */
export function dataDrawing(facts: SheetInput, fetched: AllFetched): Drawing {
  const { plan } = facts;
  const wide = connectedInputs(facts).flatMap(({ input, daily }) => (daily ? [input.key] : []));
  const days = dayLines(facts, fetched);
  const columns = Math.max(dataColumns.length, days[0]?.length ?? 0);
  const text = (words: string): Cell => ({ text: words, style: 'plain' });
  const number = (value: number): Cell => ({ value, style: 'plain' });
  const cellOf = (value: string | number): Cell =>
    typeof value === 'number' ? number(value) : value === '' ? { style: 'plain' } : text(value);
  const line = (cells: readonly Cell[]) =>
    Array.from({ length: columns }, (_, at): Cell => cells[at] ?? { style: 'plain' });
  const rows = Object.entries(fetched)
    .filter(([input]) => !wide.includes(input))
    .flatMap(([input, { rows: found }]) => found.map((row) => ({ ...row, input })))
    .sort((one, other) => one.to - other.to || one.from - other.from);
  const long = [
    line([text(plan.name)]),
    ...rows.map(({ from, to, input, segment = '', value }) => {
      const account = plan.feeds.find((feed) => feed.input === input)?.account ?? '';
      const source = account.startsWith('table') ? 'table' : 'ga4';
      const cells = [from, to, source, account, input, segment, value, '2027-02-15 06:00'];
      return line(cells.map(cellOf));
    }),
    line([]),
  ];
  const cells = [...long, ...days.map((each) => line(each.map(cellOf)))];
  return {
    rows: cells.length,
    columns,
    cells,
    widths: [],
    heights: [],
    frozen: { rows: 0, columns: 0 },
    hiddenColumns: [],
    hiddenRows: [],
    groups: [],
    names: [
      {
        name: dataRange(plan.id),
        row: 1,
        column: 1,
        rows: long.length,
        columns: dataColumns.length,
      },
      { name: daysRange(plan.id), row: long.length + 1, column: 1, rows: days.length, columns },
    ],
    rules: [],
    lines: [],
    charts: [],
    tab: '#000000',
  };
}

/** The sheet of a plan beside its data, computed. */
export function computedFed(
  facts: SheetInput,
  fetched: AllFetched,
  today: Day,
  change: (drawing: Drawing) => Drawing = (same) => same,
  changeData: (drawing: Drawing) => Drawing = (same) => same,
): Promise<Drawn> {
  const drawing = typedInto(change(planDrawing(facts, '{}')), 'KPI_abc123_calc', '.today', 'from', {
    value: today,
  });
  return drawn([
    { name: 'Lan', drawing },
    { name: 'Dữ liệu', drawing: changeData(dataDrawing(facts, fetched)) },
  ]);
}

/** What flowed in as the reference without a sheet reads it; nothing without a rate. */
export function flowsOf(
  facts: SheetInput,
  fetched: AllFetched,
  rates: Rates,
): Readonly<Record<string, Flow>> {
  return Object.fromEntries(
    connectedInputs(facts).map(({ input, foreign, daily }): [string, Flow] => {
      const found = fetched[input.key];
      const rate = foreign === null ? 1 : (rates[foreign] ?? 0);
      const known = found && rate > 0 && found.from <= found.through;
      return [
        input.key,
        {
          covered: known ? { from: found.from, to: found.through } : null,
          daily,
          rows: (found?.rows ?? []).map((row) => ({ ...row, value: row.value * rate })),
        },
      ];
    }),
  );
}
