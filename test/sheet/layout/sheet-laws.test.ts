import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import { cadences, type Plan } from '../../../src/plan/model/plan.ts';
import type { PlanBlock } from '../../../src/sheet/layout/block-definition.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import { blockList, blockOf } from '../../../src/sheet/plan/blocks.ts';
import { planDrawing } from '../../../src/sheet/plan/plan-sheet.ts';
import { cellKey } from '../../kit/desk/fake-book.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { ads, feedOf, shop } from '../../kit/sheet/fed-facts.ts';
import { computed, factsOf, rolePlan } from '../../kit/sheet/plan-facts.ts';

/** The whole catalogue in plans of a size that can be. */
const plans = (language: Language): readonly Plan[] =>
  [0, 1, 2].map((third) =>
    planOf(
      catalogue
        .filter((_, at) => at % 3 === third)
        .map(({ name }, at) =>
          planned(name, { cadence: cadences[at % 4] ?? 'week', weight: at % 7 === 0 ? 0.2 : null }),
        ),
      { language },
    ),
  );

/** The same with everything flowing in that can, told apart where that means anything. */
const flowing = (plan: Plan): Plan => ({
  ...plan,
  accounts: [shop, ads],
  feeds: inputsOfPlan(plan, catalogue).map(({ key, over }, at) =>
    feedOf(key, at % 2 === 0 ? shop : ads, { split: over === 'sum' ? 'kênh' : null }),
  ),
});

/** Those of cells, and those by which they are coloured. */
const formulasIn = ({ cells, rules }: Drawing): readonly string[] => [
  ...cells.flat().flatMap(({ formula }) => formula ?? []),
  ...rules.map(({ when }) => `=${when}`),
];

const withoutTexts = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

describe('every formula of a plan’s sheet', () => {
  const drawings = (['en', 'vi'] as const).flatMap((language) =>
    plans(language).flatMap((plan) => [
      ...[false, true].map((portable) => planDrawing(factsOf(plan, { portable }), '{}')),
      planDrawing(factsOf(flowing(plan)), '{}'),
    ]),
  );
  const formulas = drawings.flatMap(formulasIn);

  it('is read alike in every locale and by every engine', () => {
    expect(formulas.length).toBeGreaterThan(1000);
    for (const formula of formulas) {
      const bare = withoutTexts(formula);
      expect(bare).toMatch(/^=/);
      expect(bare).not.toMatch(/\d\.\d|[{},]|#REF|undefined|NaN/);
      expect(bare).not.toMatch(/\b(?:LET|LAMBDA|ARRAYFORMULA|FILTER|SPARKLINE|IFERROR)\(/);
      expect(bare.split('(').length, bare).toBe(bare.split(')').length);
      expect(formula.length).toBeLessThan(20_000);
    }
  });

  it('colours by tests without a separator, of which nobody says how a rule wants it', () => {
    for (const { rules } of drawings) {
      expect(rules.length).toBeGreaterThan(10);
      expect(rules.filter(({ when }) => /[;,]/.test(withoutTexts(when)))).toEqual([]);
    }
  });

  it('stands among days that nobody takes for others: in English their month is a word', () => {
    for (const language of ['en', 'vi'] as const) {
      const [plan] = plans(language);
      const { cells } = planDrawing(factsOf(flowing(plan as Plan)), '{}');
      const formats = cells
        .flat()
        .flatMap(({ format = '' }) => (/yyyy/.test(format) ? format : []));
      const day = language === 'en' ? 'd mmm yyyy' : 'dd/mm/yyyy';
      expect(new Set(formats)).toEqual(new Set([day, `${day} hh:mm`]));
    }
  });

  it('speaks of no row of a table by where it stands: rows are sorted', () => {
    for (const drawing of drawings) {
      const tables = drawing.names.filter(({ name }) => !/_(?:calc|card)$/.test(name));
      const rows = new Set(
        tables.flatMap(({ row, rows: count }) =>
          Array.from({ length: count }, (_, down) => row + down).filter((each) =>
            /^[^.]/.test(String(drawing.cells[each - 1]?.[1]?.value ?? '')),
          ),
        ),
      );
      expect(rows.size).toBeGreaterThan(20);
      const single = /(?<![:\w])\$[A-Z]+\$(\d+)(?![:\w])/g;
      const fixed = formulasIn(drawing).filter((formula) =>
        [...withoutTexts(formula).matchAll(single)].some(([, row]) => rows.has(Number(row))),
      );
      expect(fixed).toEqual([]);
    }
  });

  it('never feeds the clock into a function of ours, which a spreadsheet would not compute', () => {
    for (const drawing of drawings) {
      const timed = timedCells(drawing);
      expect(timed.size).toBeGreaterThan(0);
      const own = new RegExp(`\\b(?:${catalogue.map(({ name }) => name).join('|')})\\(`);
      for (const [row, line] of drawing.cells.entries()) {
        for (const [column, { formula }] of line.entries()) {
          if (formula && own.test(withoutTexts(formula))) {
            expect(timed.has(cellKey(row + 1, column + 1)), formula).toBe(false);
          }
        }
      }
    }
  });
});

/** The cells whose formula reads the clock, or a cell that does. */
function timedCells({ cells }: Drawing): ReadonlySet<number> {
  const reads = new Map<number, readonly number[]>();
  const timed = new Set<number>();
  for (const [row, line] of cells.entries()) {
    for (const [column, { formula }] of line.entries()) {
      if (!formula) continue;
      const key = cellKey(row + 1, column + 1);
      const bare = withoutTexts(formula);
      if (bare.includes('TODAY(')) timed.add(key);
      reads.set(key, referred(bare));
    }
  }
  for (let before = -1; before < timed.size; ) {
    before = timed.size;
    for (const [key, others] of reads) if (others.some((each) => timed.has(each))) timed.add(key);
  }
  return timed;
}

function referred(formula: string): readonly number[] {
  const found: number[] = [];
  const places = formula.matchAll(/\$([A-Z]+)\$?(\d+)(?::\$([A-Z]+)\$?(\d+))?/g);
  for (const [, left = '', top, right = left, bottom = top] of places) {
    const [from, to] = [number(left), number(right)];
    for (let row = Number(top); row <= Number(bottom); row += 1) {
      for (let column = from; column <= to; column += 1) found.push(cellKey(row, column));
    }
  }
  return found;
}

const number = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

describe('the drawing of a plan’s sheet', () => {
  const sizes = [3, 10, 30].map((count) =>
    planOf(catalogue.slice(0, count).map(({ name }) => planned(name))),
  );
  const drawings = sizes.map((plan) => planDrawing(factsOf(plan), '{}'));
  const runs = (widths: readonly number[]) =>
    widths.filter((width, at) => width !== widths[at - 1]).length;

  it('has as many more of them for thirty inputs that flow in as for three', () => {
    const [few, many] = [sizes[0], sizes[2]].map((plan) => {
      const drawing = planDrawing(factsOf(flowing(plan as Plan)), '{}');
      return [drawing.hiddenRows.length, drawing.groups.length, drawing.lines.length];
    });
    expect(many).toEqual(few);
  });

  it('has as many runs of widths, heights and hidden cells for thirty KPIs as for three', () => {
    const shape = (drawing: Drawing) => [
      runs(drawing.widths),
      drawing.heights.length,
      drawing.hiddenColumns.length,
      drawing.hiddenRows.length,
      drawing.rules.length,
      drawing.lines.length,
      drawing.groups.length,
    ];
    expect(shape(drawings[2] as Drawing)).toEqual(shape(drawings[1] as Drawing));
    expect(shape(drawings[1] as Drawing)).toEqual(shape(drawings[0] as Drawing));
  });

  it('names every block from its keys to its last row', () => {
    const always = blockList.flatMap((block: PlanBlock) => (block.has ? [] : [block.name]));
    for (const { names, cells } of drawings) {
      expect(names.map(({ name }) => blockOf(name)?.block)).toEqual(expect.arrayContaining(always));
      for (const { row, column, columns } of names) {
        const keys = cells[row - 1]?.slice(column - 1, column - 1 + columns);
        expect(keys?.map(({ value }) => value).slice(0, 2)).toEqual(['title', 'key']);
        expect(new Set(keys?.map(({ value }) => value)).size).toBe(columns);
      }
    }
  });

  it('keeps few rows in sight, and the scorecard right below them', () => {
    for (const { frozen, hiddenRows, names } of drawings) {
      const hidden = hiddenRows.reduce(
        (sum, { from, count }) => sum + Math.max(0, Math.min(frozen.rows + 1, from + count) - from),
        0,
      );
      // Title, how far the quarter is, who agreed, the head.
      expect(frozen.rows - hidden).toBe(4);
      expect(frozen.columns).toBe(2);
      expect(names.find(({ name }) => name.endsWith('_score'))?.row).toBeLessThan(frozen.rows);
    }
  });

  it('hides nothing of what people read', () => {
    for (const { names, hiddenColumns } of drawings) {
      const seen = names.filter(({ name }) => !/_(?:card|calc)$/.test(name));
      const widest = Math.max(...seen.map(({ columns }) => columns));
      expect(hiddenColumns.slice(1).every(({ from }) => from > widest)).toBe(true);
    }
  });

  it('takes words from outside for texts, whatever they look like', () => {
    const evil = '=HYPERLINK("http://x";"y")';
    const plan = planOf([planned('LEADS', { owner: evil, definition: evil }), planned('OWN_A')], {
      name: evil,
      own: [
        {
          name: 'OWN_A',
          title: evil,
          unit: 'count',
          better: 'higher',
          how: { is: 'typed', over: 'sum' },
          unsaid: [],
        },
      ],
    });
    const typed = { input: { '46388': { LEADS: evil, OWN_A: evil } } };
    const { cells } = planDrawing(factsOf(plan, { typed }), '{}');
    for (const { value, text, formula } of cells.flat()) {
      expect(value).not.toBe(evil);
      if (text?.includes('HYPERLINK')) expect(formula).toBeUndefined();
      if (formula) expect(withoutTexts(formula)).not.toContain('HYPERLINK');
    }
  });
});

describe('where nothing is known', () => {
  it.each(['digital', 'manager', 'brand'] as const)(
    'nothing is red on the sheet of a %s',
    async (role) => {
      const plan = rolePlan(role, 'vi');
      const kpis = plan.kpis.map((each) => ({ ...each, target: 100, baseline: 50 }));
      const sheet = await computed(factsOf({ ...plan, kpis }));
      for (const { kpi } of kpis) {
        expect(sheet.at('KPI_abc123_score', kpi, 'status')).toBe('○ chưa có số liệu');
        expect(sheet.at('KPI_abc123_score', kpi, 'attainment')).toBe('');
      }
      const blank = await computed(factsOf(plan));
      for (const { kpi } of kpis) {
        expect(blank.at('KPI_abc123_score', kpi, 'status')).toBe('○ chưa có chỉ tiêu');
      }
    },
  );
});
