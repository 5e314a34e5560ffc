import { columnWords, wordIndex } from './header-words.ts';
import type { Doubt } from './propose-mapping.ts';
import { type DayOrder, ordersOf, readDay } from './read-day.ts';
import type { SeenColumn } from './seen-columns.ts';

export interface ProposedDays {
  readonly day: string;
  readonly lastDay: string | null;
  readonly order: DayOrder;
  /** Columns that hold days, or name periods: no numbers. */
  readonly taken: readonly string[];
  readonly unsure: readonly Doubt[];
}

const orders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;

/** Which columns hold the days of a table, and how its texts mean them. */
export function proposeDays(columns: readonly SeenColumn[]): ProposedDays {
  const periods = columns.filter(({ header }) => wordIndex(header, columnWords.period) >= 0);
  const dated = columns
    .filter((column) => !periods.includes(column) && holdsDays(column))
    .map((column) => ({ column, place: likeliness(column.header) }))
    .sort((one, other) => one.place - other.place)
    .map(({ column }) => column);
  const [day] = dated;
  const taken = [...dated, ...periods].map(({ header }) => header);
  const [period] = periods;
  if (!day) {
    const unsure: Doubt = period ? { about: 'periods', column: period.header } : { about: 'noDay' };
    return { day: '', lastDay: null, order: 'dayFirst', taken, unsure: [unsure] };
  }
  const begins = wordIndex(day.header, columnWords.firstDay) >= 0;
  const last = begins
    ? dated.find(({ header }) => wordIndex(header, columnWords.lastDay) >= 0)
    : undefined;
  const { order, sure } = orderOf([...day.filled, ...(last?.filled ?? [])]);
  // Where the spreadsheet has read the days itself, there is no order left to ask for.
  const isRead = day.isDated && (last?.isDated ?? true);
  const others = dated.filter(
    (each) =>
      each !== day &&
      ![columnWords.firstDay, columnWords.lastDay].some(
        (words) => wordIndex(each.header, words) >= 0,
      ),
  );
  const unsure: Doubt[] = [];
  if (others.length > 0) unsure.push({ about: 'day', columns: others.map(({ header }) => header) });
  if (!sure && !isRead) unsure.push({ about: 'order', column: day.header });
  if (last && isLong(day, last, order)) unsure.push({ about: 'periods', column: day.header });
  return { day: day.header, lastDay: last?.header ?? null, order, taken, unsure };
}

const likeliness = (header: string): number => {
  const place = wordIndex(header, columnWords.day);
  if (place >= 0) return place;
  // A last day is the first one's companion, never the day itself where there is another.
  return wordIndex(header, columnWords.lastDay) >= 0 ? 2000 : 1000;
};

/** Texts tell by themselves that they are days, numbers only under a header that says so. */
function holdsDays({ header, filled }: SeenColumn): boolean {
  const isCalled = [columnWords.day, columnWords.firstDay, columnWords.lastDay].some(
    (words) => wordIndex(header, words) >= 0,
  );
  const days = filled.filter((cell) =>
    typeof cell === 'string'
      ? ordersOf(cell).length > 0
      : isCalled && 'day' in readDay(cell, 'dayFirst'),
  );
  return isCalled && filled.length === 0 ? true : days.length * 2 > filled.length;
}

function orderOf(cells: SeenColumn['filled']): {
  readonly order: DayOrder;
  readonly sure: boolean;
} {
  const texts = cells.map(ordersOf).filter((fitting) => fitting.length > 0);
  const counts = orders.map((order) => texts.filter((fitting) => fitting.includes(order)).length);
  const most = Math.max(...counts);
  const best = orders.filter((_, at) => counts[at] === most);
  if (texts.length === 0 || best.length === 3) {
    return { order: texts.length === 0 ? 'dayFirst' : 'yearFirst', sure: true };
  }
  return { order: best[0] ?? 'dayFirst', sure: best.length === 1 };
}

/** Longer than a week: a month's, a campaign's whole time. */
const isLong = (day: SeenColumn, last: SeenColumn, order: DayOrder): boolean =>
  day.cells.some((cell, at) => {
    const from = readDay(cell, order);
    const to = readDay(last.cells[at], order);
    return 'day' in from && 'day' in to && to.day - from.day >= 7;
  });
