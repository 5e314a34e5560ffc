import { describe, expect, it } from 'vitest';
import { ok, unforeseen } from '../../kit/desk/answers.ts';
import type { FakeBook } from '../../kit/desk/fake-book.ts';
import { covered, dayLines, longRows, refreshed } from '../../kit/desk/fed-desk.ts';
import {
  at,
  type Chance,
  chance,
  comesBy,
  type Mapping,
  mappings,
  over,
  pick,
  quietMs,
  type Troubled,
  troubled,
  unreliable,
} from '../../kit/desk/troubled-spreadsheet.ts';
import { sweep } from '../../kit/run/sweep.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const [firstSeed, lastSeed] = [1, sweep(15, 3000)];

/**
 * What stands of a plan’s data, moments apart, and that nothing else stands between it. Which segments
 * are shown rests on when they were chosen; what those come to does not.
 */
function picture(book: FakeBook, feeds: Mapping['feeds']): Picture {
  const area = book.named.get('KPI_data_abc123');
  const note = JSON.parse(book.properties.get('feed.abc123') ?? '{}') as { counts?: number[] };
  const lines = dayLines(book);
  const isOwn = (key: string) => key.split('|').length === 2;
  const numbers = ({ days }: (typeof lines)[number]) =>
    [...days].filter(([, value]) => value !== '');
  // Where nothing stands as rows nobody reads them, and what somebody wrote there may stay.
  const readsRows = feeds.some(({ input }) => input === 'VISITORS');
  const head = (_: unknown, at: number) => area && book.peek(area.sheet, area.row, at + 1);
  return {
    segments: new Map(
      lines.flatMap((line) =>
        isOwn(line.key) || line.segment === ''
          ? []
          : [[`${line.key.split('|')[0]} ${line.segment.toLowerCase()}`, numbers(line)] as const],
      ),
    ),
    rows: readsRows ? longRows(book).map((row) => row && { ...row, freshness: '' }) : [],
    head: readsRows ? Array.from({ length: 8 }, head) : [],
    keys: lines.map(({ key }) => key),
    days: lines.flatMap((line) => (isOwn(line.key) ? [[line.key, numbers(line)]] : [])),
    height: book.named.get('KPI_days_abc123')?.rows,
    counted: (note.counts ?? []).reduce((sum, count) => sum + count, 0),
    coverage: feeds.map(({ input }) =>
      ['from', 'through', 'settled'].map((column) => covered(book, input, column)),
    ),
    notes: book.peek(book.tabs[0]?.id ?? 0, 1, 1),
  };
}

interface Picture {
  readonly segments: ReadonlyMap<string, unknown>;
  readonly [other: string]: unknown;
}

const worlds = new Map<string, Picture>();
/** The same as if nothing had ever gone wrong. */
function undisturbed(mapping: Mapping): Picture {
  const key = JSON.stringify(mapping);
  const known = worlds.get(key);
  if (known !== undefined) return known;
  const desk = troubled(quietMs, () => mapping);
  refreshed(desk);
  const found = picture(desk.book, mapping.feeds);
  worlds.set(key, found);
  return found;
}

const mapped = (desk: Troubled): Mapping => {
  const { feeds, accounts } = ok(desk.panel.openPlan('abc123')).plan;
  return { feeds, accounts };
};

/** Somebody's hand among the rows; whether the next refresh sees it by itself. */
type Hand = (desk: Troubled, next: Chance) => boolean;

/** Either the rows or the days of a plan, by chance. */
const rowsOf = ({ book }: Troubled, next: Chance) =>
  book.named.get(next() < 0.5 ? 'KPI_data_abc123' : 'KPI_days_abc123');

/** What is missing among rows is not to be seen, among days it is. */
const isUnseen = ({ name }: { readonly name: string }) => name.startsWith('KPI_data');

function sortRows(desk: Troubled, next: Chance, ends: boolean): void {
  const { book } = desk;
  const area = rowsOf(desk, next);
  if (!area) return;
  const [top, tall] = ends ? [area.row, area.rows] : [area.row + 1, area.rows - 2];
  const by = Math.floor(next() * Math.min(12, area.columns));
  const lines = Array.from({ length: tall }, (_, down) =>
    Array.from({ length: area.columns }, (_, across) =>
      book.peek(area.sheet, top + down, across + 1),
    ),
  );
  // Blank cells come last, as they do in Sheets.
  const rank = (line: (typeof lines)[number]) => (line[by] === '' ? '\uffff' : String(line[by]));
  lines.sort((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0));
  for (const [down, line] of lines.entries()) {
    for (const [across, cell] of line.entries()) {
      book.type(area.sheet, top + down, across + 1, cell);
    }
  }
}

const hands: Readonly<Record<string, Hand>> = {
  sortsRows: (desk, next) => {
    sortRows(desk, next, false);
    return false;
  },
  sortsAll: (desk, next) => {
    sortRows(desk, next, true);
    return false;
  },
  deletesRows: (desk, next) => {
    const area = rowsOf(desk, next);
    if (!area || area.rows < 4) return true;
    const from = 1 + Math.floor(next() * (area.rows - 3));
    const count = 1 + Math.floor(next() * Math.min(20, area.rows - 2 - from));
    desk.book.deleteRows(area.sheet, area.row + from, count);
    return isUnseen(area);
  },
  deletesAll: (desk, next) => {
    const area = rowsOf(desk, next);
    if (area) desk.book.deleteRows(area.sheet, area.row, area.rows);
    return true;
  },
  insertsRow: (desk, next) => {
    const area = rowsOf(desk, next);
    if (!area) return true;
    const row = area.row + 1 + Math.floor(next() * (area.rows - 1));
    desk.book.insertRow(area.sheet, row);
    if (next() < 0.5) desk.book.type(area.sheet, row, 1 + Math.floor(next() * 8), 'mine');
    return isUnseen(area);
  },
  types: (desk, next) => {
    const area = rowsOf(desk, next);
    if (!area) return false;
    for (let times = 0; times < 5; times += 1) {
      const row = area.row + Math.floor(next() * area.rows);
      const column = 1 + Math.floor(next() * Math.min(12, area.columns));
      desk.book.type(area.sheet, row, column, pick(['', 'x', 7, -1], next));
    }
    return false;
  },
  dropsTab: (desk, next) => {
    const area = rowsOf(desk, next);
    if (area) desk.book.dropTab(area.sheet);
    return true;
  },
  renamesTabs: ({ book }, next) => {
    for (const tab of book.tabs) if (next() < 0.5) tab.name = `${tab.name} ${next()}`;
    return true;
  },
};

/** One run after the other, each with something in its way. Whether a hand was not to be seen. */
function disturb(
  desk: Troubled,
  next: Chance,
): { readonly unseen: boolean; readonly did: string[] } {
  const { book, outside, host } = desk;
  const did: string[] = [];
  let unseen = false;
  const freely = host.exclusively;
  for (let run = 0; run < 5; run += 1) {
    const often = pick([0, 0, 0.3, 0.8], next);
    outside.answer = unreliable(desk, next, often || 1e-9);
    host.exclusively = (work) => (next() < 0.05 ? null : freely(work));
    const meanwhile = next() < 0.3;
    const { send } = outside;
    if (meanwhile) {
      let once = true;
      outside.send = (requests) => {
        const answers = send(requests);
        if (!once) return answers;
        once = false;
        // The other one comes when the first is still at it, or is taken for dead.
        if (next() < 0.5) outside.now += 2 * minute;
        const other = over(book, outside.now);
        if (next() < 0.3)
          other.panel.setSchedule({ every: 'hour', hour: 7, weekday: 1, mail: false });
        if (next() < 0.5) other.panel.refresh({ plan: null, anew: next() < 0.2 });
        else comesBy(other);
        outside.now = Math.max(outside.now, other.outside.now);
        did.push('meanwhile');
        return answers;
      };
    }
    if (next() < 0.3) book.killAt(1 + Math.floor(next() * 60), next() < 0.5 ? 'before' : 'after');
    const dice = next();
    if (dice < 0.2) {
      const { panel } = desk;
      const view = panel.openPlan('abc123');
      if ('ok' in view) {
        const asked = pick(mappings(desk.table), next);
        did.push('maps');
        panel.saveFeeds({ plan: 'abc123', revision: view.ok.revision, who: 'Lan', ...asked });
      }
    } else if (dice < 0.3) {
      did.push('tick');
      comesBy(desk);
    } else {
      did.push('refresh');
      desk.panel.refresh({ plan: 'abc123', anew: next() < 0.1 });
    }
    book.revive();
    outside.send = send;
    host.exclusively = freely;
    if (next() < 0.3) {
      const name = pick(Object.keys(hands), next);
      did.push(name);
      if (!hands[name]?.(desk, next)) unseen = true;
      book.calls.length = 0;
    }
    const steps = [minute, 10 * minute, hour, 7 * hour, day, 2 * day];
    at(desk, outside.now + pick(steps, next));
  }
  return { unseen, did };
}

describe('a refresh that everything may go wrong with', () => {
  it('leaves, once all is quiet, what stands where nothing ever went wrong', () => {
    const counts: Record<string, number> = {};
    for (let seed = firstSeed; seed <= lastSeed; seed += 1) {
      unforeseen.length = 0;
      const next = chance(seed);
      const desk = troubled(quietMs - 25 * day + Math.floor(next() * 10 * day), (sheet) =>
        pick(mappings(sheet), next),
      );
      if (next() < 0.5) refreshed(desk);
      const { answer } = desk.outside;
      const { unseen, did } = disturb(desk, next);
      for (const each of did) counts[each] = (counts[each] ?? 0) + 1;
      desk.outside.answer = answer;
      at(desk, quietMs - 2 * hour);
      refreshed(desk, 'abc123', unseen);
      // Where somebody's hand was found, all of it is fetched again by the next one.
      at(desk, quietMs);
      refreshed(desk);
      const told = `seed ${seed}: ${did.join(', ')}`;
      const mapping = mapped(desk);
      const [found, right] = [picture(desk.book, mapping.feeds), undisturbed(mapping)];
      const common = [...found.segments].filter(([name]) => right.segments.has(name));
      const same = common.map(([name]) => [name, right.segments.get(name)]);
      expect({ ...found, segments: common }, told).toEqual({ ...right, segments: same });
      expect(unforeseen, told).toEqual([]);
    }
    console.info(
      `a refresh in trouble: ${lastSeed - firstSeed + 1} seeds, ${JSON.stringify(counts)}`,
    );
  }, 600_000);
});
