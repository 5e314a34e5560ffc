import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import type { Cell, Drawing } from '../../../src/sheet/layout/drawing.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { type Drawn, typedInto } from '../../kit/sheet/drawn.ts';
import { ads, computedFed, fedFacts, feedOf, shop } from '../../kit/sheet/fed-facts.ts';
import { factsOf, valueAt } from '../../kit/sheet/plan-facts.ts';

const quarter = { year: 2027, month: 4 };
const first = dayOf(2027, 4, 1);
const through = first + 13;
const names = ['Email', 'Social', 'Search'];

const plan = planOf([planned('LEADS', { target: 900 }), planned('CPL', { target: 50 })], {
  quarter,
  feeds: [
    feedOf('LEADS', shop, { split: 'sessionCampaignName' }),
    feedOf('CPL.cost', { ...ads, currency: 'VND' }, { split: 'Chiến dịch' }),
  ],
  accounts: [shop, { ...ads, currency: 'VND' }],
});
const { parts } = factsOf(plan);
const rows = names.flatMap((segment, nth) =>
  Array.from({ length: 14 }, (_, at) => {
    return { from: first + at, to: first + at, value: 10 * (nth + 1) + at, segment };
  }),
);
const one = { from: first, through, settled: through, rows };
const fetched = { LEADS: one, 'CPL.cost': one };
const typed = {
  split: Object.fromEntries(names.map((title, at) => [`s${at + 1}`, { title }])),
};
const facts = fedFacts(plan, fetched, { typed });

const weeks = (sheet: Drawn, input: string) =>
  [0, 1, 2].map((at) => valueAt(sheet, 'input', String(parts[at]?.from), input));
const segments = (sheet: Drawn, input: string) =>
  ['s1', 's2', 's3', 'rest', 'total'].map((row) => valueAt(sheet, 'split', row, `seg:${input}`));
const computed = (
  changeData: (drawing: Drawing) => Drawing,
  change?: (drawing: Drawing) => Drawing,
) => computedFed(facts, fetched, through + 1, change, changeData);

/** Changes the lines of the sheet of days, that of the days first. */
const lines =
  (change: (lines: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[]) =>
  (drawing: Drawing): Drawing => {
    const area = drawing.names.find(({ name }) => name === 'KPI_days_abc123');
    if (!area) throw new Error('No days.');
    const at = area.row - 1;
    const found = change(drawing.cells.slice(at, at + area.rows));
    const names = drawing.names.map((each) =>
      each === area ? { ...each, rows: found.length } : each,
    );
    const cells = [...drawing.cells.slice(0, at), ...found];
    return { ...drawing, cells, names, rows: cells.length };
  };
const put = (line: readonly Cell[], at: number, cell: Cell): readonly Cell[] =>
  line.map((each, place) => (place === at ? cell : each));

const right = [
  rows.filter(({ to }) => to <= first + 3).reduce((sum, { value }) => sum + value, 0),
  rows
    .filter(({ to }) => to > first + 3 && to <= first + 10)
    .reduce((sum, { value }) => sum + value, 0),
  rows.filter(({ to }) => to > first + 10).reduce((sum, { value }) => sum + value, 0),
];
const each = names.map((name) =>
  rows.reduce((sum, { segment, value }) => sum + (segment === name ? value : 0), 0),
);
const total = each.reduce((sum, value) => sum + value, 0);
const unknown = ['', '', ''];

describe('lines of days', () => {
  it('are summed by week and by segment', async () => {
    const sheet = await computed((same) => same);
    expect(weeks(sheet, 'LEADS')).toEqual(right);
    expect(segments(sheet, 'LEADS')).toEqual([...each, 0, total]);
  });

  it('say the same wherever somebody has sorted them to, and of segments that or nothing', async () => {
    for (const order of [
      lines((all) => all.toReversed()),
      lines((all) => [...all.slice(9), ...all.slice(0, 9)]),
    ]) {
      const sheet = await computed(order);
      for (const input of ['LEADS', 'CPL.cost']) {
        expect(weeks(sheet, input)).toEqual(right);
        const found = segments(sheet, input);
        const shown = found.slice(0, 3).map((value, at) => (value === '' ? 0 : each[at]));
        expect(found.slice(0, 3).map((value) => value || 0)).toEqual(shown);
        const rest = total - shown.reduce<number>((sum, value) => sum + (value ?? 0), 0);
        expect(found.slice(3)).toEqual([rest, total]);
      }
    }
  });

  it('are unknown where a day was typed over or taken away', async () => {
    const changes = [
      lines(([days = [], ...rest]) => [put(days, 7, { value: 5, style: 'plain' }), ...rest]),
      lines(([days = [], ...rest]) => [put(days, 7, { style: 'plain' }), ...rest]),
      lines(([days = [], ...rest]) => [put(days, 7, { text: 'x', style: 'plain' }), ...rest]),
      lines((all) =>
        all.map((line) => [...line.slice(0, 7), ...line.slice(8), { style: 'plain' }]),
      ),
      lines((all) => all.slice(1)),
    ];
    for (const [at, change] of changes.entries()) {
      const sheet = await computed(change);
      expect(weeks(sheet, 'LEADS'), String(at)).toEqual(unknown);
      expect(valueAt(sheet, 'score', 'LEADS', 'actual'), String(at)).toBe('');
      expect(segments(sheet, 'LEADS'), String(at)).toEqual(['', '', '', '', '']);
    }
  });

  it('are unknown alone where their line stands twice, or not at all', async () => {
    const isLeads = (line: readonly Cell[]) => line[0]?.text === 'LEADS|properties/311';
    const changes = [
      lines((all) => [...all, ...all.filter(isLeads)]),
      lines((all) => all.filter((line) => !isLeads(line))),
    ];
    for (const change of changes) {
      const sheet = await computed(change);
      expect(weeks(sheet, 'LEADS')).toEqual(unknown);
      expect(weeks(sheet, 'CPL.cost')).toEqual(right);
      expect(segments(sheet, 'CPL.cost')).toEqual([...each, 0, total]);
    }
  });

  it('show nothing of another segment where a name was typed, nor where a line is of another', async () => {
    const over = await computed(
      (same) => same,
      (drawing) => typedInto(drawing, 'KPI_abc123_split', 's2', 'title', { text: 'Search' }),
    );
    expect(segments(over, 'LEADS')).toEqual([each[0], '', each[2], each[1], total]);
    const isOf = (line: readonly Cell[]) => line[0]?.text === 'LEADS|properties/311|s1';
    const other = await computed(
      lines((all) =>
        all.map((line) => (isOf(line) ? put(line, 2, { text: 'Lạ', style: 'plain' }) : line)),
      ),
    );
    expect(segments(other, 'LEADS')).toEqual(['', each[1], each[2], each[0], total]);
    expect(segments(other, 'CPL.cost')).toEqual([...each, 0, total]);
  });
});
