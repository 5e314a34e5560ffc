import { hashShare } from '../chance.ts';
import { type DayNumber, dayIn, isoDate, startOf } from '../days.ts';
import { countries, devices, type PlayedSite, seenOn } from './searches.ts';
import type { AskedReport, Dimension } from './shape.ts';

/** Where its days begin, whoever asks. */
const pacific = 'America/Los_Angeles';

/** So many days, today’s among them, are not whole yet. */
const unwholeDays = 3;
const keptDays = 485;
const hourMs = 3_600_000;

/** What of a day is counted by now, 0–1: of yesterday half, and that only in the morning. */
function countedOf(day: DayNumber, nowMs: number): number {
  const age = dayIn(pacific, nowMs) - day;
  if (age >= unwholeDays) return 1;
  if (age === 2) return 0.9;
  const morning = startOf(pacific, day + 1) + 6 * hourMs;
  return age === 1 && nowMs >= morning ? 0.5 : 0;
}

interface Cell {
  readonly values: Readonly<Record<Dimension, string>>;
  readonly clicks: number;
  readonly impressions: number;
  readonly positions: number;
}

const queries = ['nội thất', 'bàn ăn gỗ', 'noithat', 'tủ bếp'];

/** What was searched for; most searches are too rare to be told. */
const queryOf = (day: DayNumber, at: number): string =>
  hashShare(day, at, 99) < 0.4 ? '' : (queries[Math.floor(hashShare(day, at, 98) * 4)] ?? '');

function cellsOf(site: PlayedSite, { from, to, all }: AskedReport, nowMs: number): Cell[] {
  const today = dayIn(pacific, nowMs);
  const cells: Cell[] = [];
  for (let day = Math.max(from, today - keptDays); day <= Math.min(to, today); day += 1) {
    const counted = countedOf(day, nowMs);
    if (counted === 0 || (counted < 1 && !all)) continue;
    for (const { country, device, clicks, impressions, positions } of seenOn(site, day)) {
      const shown = Math.floor(impressions * counted);
      if (shown === 0) continue;
      const at = countries.indexOf(country) * devices.length + devices.indexOf(device);
      cells.push({
        values: { DATE: isoDate(day), COUNTRY: country, DEVICE: device, QUERY: queryOf(day, at) },
        clicks: Math.min(shown, Math.floor(clicks * counted)),
        impressions: shown,
        positions: (positions * shown) / impressions,
      });
    }
  }
  return cells;
}

/** The answer to a report; `rows` are left out where there are none. */
export function reportOf(site: PlayedSite, asked: AskedReport, nowMs: number): object {
  const { dimensions, filters, startRow, rowLimit } = asked;
  const byQuery = [...dimensions, ...filters.map(({ dimension }) => dimension)].includes('QUERY');
  const groups = new Map<string, Cell[]>();
  for (const cell of cellsOf(site, asked, nowMs)) {
    // Rare searches are in every total, and in nothing that looks at searches.
    if (byQuery && cell.values.QUERY === '') continue;
    if (!filters.every(({ dimension, passes }) => passes(cell.values[dimension]))) continue;
    const key = JSON.stringify(dimensions.map((name) => cell.values[name]));
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const rows = [...groups].map(([key, cells]) => rowOf(JSON.parse(key), cells));
  const byDay = dimensions[0] === 'DATE';
  rows.sort((one, other) =>
    byDay && one.keys[0] !== other.keys[0]
      ? String(one.keys[0]) < String(other.keys[0])
        ? -1
        : 1
      : other.clicks - one.clicks || (String(one.keys) < String(other.keys) ? -1 : 1),
  );
  const page = rows
    .slice(startRow, startRow + rowLimit)
    .map(({ keys, ...row }) => (keys.length === 0 ? row : { keys, ...row }));
  const described = site.spelling === 'described';
  const since = firstIncomplete(asked, nowMs);
  const name = described ? 'firstIncompleteDate' : 'first_incomplete_date';
  return {
    ...(page.length === 0 ? {} : { rows: page }),
    responseAggregationType: described ? 'BY_PROPERTY' : 'byProperty',
    ...(since === null ? {} : { metadata: { [name]: isoDate(since) } }),
  };
}

function rowOf(keys: readonly string[], cells: readonly Cell[]) {
  const sum = (what: 'clicks' | 'impressions' | 'positions') =>
    cells.reduce((total, cell) => total + cell[what], 0);
  const [clicks, impressions] = [sum('clicks'), sum('impressions')];
  const position = sum('positions') / impressions;
  return { keys, clicks, impressions, ctr: clicks / impressions, position };
}

/** Said only of days, and only where some that are not whole were asked for. */
function firstIncomplete(
  { from, to, dimensions, all }: AskedReport,
  nowMs: number,
): DayNumber | null {
  const first = dayIn(pacific, nowMs) - unwholeDays + 1;
  if (!all || !dimensions.includes('DATE') || to < first) return null;
  const since = Math.max(from, first);
  return countedOf(since, nowMs) > 0 ? since : null;
}
