import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import type * as Catalogue from '../../../src/kpi/catalogue.ts';
import type * as Words from '../../../src/messages/compiled/plan.ts';
import type * as Answers from '../../../src/messages/compiled/plan-answers.ts';
import type * as Merge from '../../../src/plan/model/merge-plans.ts';
import {
  kpiFields,
  type Plan,
  type PlannedKpi,
  planFields,
  profileFields,
} from '../../../src/plan/model/plan.ts';
import type * as Validate from '../../../src/plan/validation/validate-plan.ts';
import type * as Sources from '../../../src/sources/registry.ts';
import { ok, problem } from '../../kit/desk/answers.ts';
import type * as Blocks from '../../kit/desk/blocks.ts';
import type * as Desk from '../../kit/desk/fake-desk.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import type * as FedDesk from '../../kit/desk/fed-desk.ts';
import type * as Plans from '../../kit/plans/plans.ts';

/** The product with one line more for each field, all of them in one file. */
const file = path.join('src', 'plan', 'model', 'plan.ts');
const added: Readonly<Record<string, string>> = {
  planFields: "client: { is: 'text', missing: '', on: 'metadata' },",
  profileFields: `channel: { is: 'one', of: ['shop', 'web'], missing: null, on: 'metadata' },
    refunds: { is: 'share', missing: null, says: 'margin', on: 'input' },`,
  kpiFields: `stretch: { is: 'number', missing: null, on: 'method' },
    remark: { is: 'text', missing: '', most: 20, on: 'metadata' },
    floor: { is: 'number', missing: null, on: 'score' },
    helper: { is: 'text', missing: '', most: 20, on: 'score' },
    usual: { is: 'number', missing: null, on: 'input' },`,
};
/** What they are called in sentences, and in the log: messages have that. */
const called = {
  client: 'the client',
  channel: 'a channel',
  remark: 'the remark',
  floor: 'the floor',
  helper: 'the helper',
  usual: 'the usual week',
};
const labels = {
  client: 'client',
  channel: 'channel',
  remark: 'remark',
  stretch: 'stretch',
  refunds: 'refunds',
  floor: 'floor',
  helper: 'helper',
  usual: 'usual week',
};

const read = [
  'src/kpi/catalogue',
  'src/messages/compiled/plan',
  'src/messages/compiled/plan-answers',
  'src/plan/model/merge-plans',
  'src/plan/validation/validate-plan',
  'src/sources/registry',
  'test/kit/desk/blocks',
  'test/kit/desk/fake-desk',
  'test/kit/desk/fed-desk',
  'test/kit/plans/plans',
];
type Product = typeof Catalogue &
  typeof Words &
  typeof Answers &
  typeof Merge &
  typeof Validate &
  typeof Sources &
  typeof Blocks &
  typeof Desk &
  typeof FedDesk &
  typeof Plans;

async function productWith(lines: typeof added): Promise<Product> {
  const outfile = path.resolve('node_modules', '.cache', `one-field-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: read.map((each) => `export * from './${each}.ts';`).join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
    plugins: [
      {
        name: 'one-field',
        setup(setup) {
          setup.onLoad({ filter: /[\\/]model[\\/]plan\.ts$/ }, async () => ({
            contents: (await readFile(file, 'utf8')).replace(
              /export const (\w+) = \{/g,
              (line, table: string) => `${line}${lines[table] ?? ''}`,
            ),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  afterAll(() => rm(outfile, { force: true }));
  return (await import(pathToFileURL(outfile).href)) as Product;
}

const product = await productWith(added);
const { catalogue, lan, logLines, mergePlans, openFakeDesk, shippedSources } = product;
const { typeAt, validatePlan, valueAt } = product;
Object.assign(product.planWords('en').fields, called, { stretch: 'the stretch target' });
Object.assign(product.planAnswersWords('en').fields, labels);

type KpiField = 'stretch' | 'remark' | 'floor' | 'helper' | 'usual';
type Kpi = PlannedKpi & { readonly [Name in KpiField]?: unknown };
const plan = (given: object = {}): Plan => ({ ...lan({ language: 'en' }), ...given });
const about = (given: object): Plan => {
  const { circumstances } = plan();
  return plan({ circumstances: { ...circumstances, ...given } });
};
const ofBusiness = (name: string) => (read: Plan) =>
  (read.circumstances as unknown as Record<string, unknown>)[name];
const ofLeads = (name: KpiField) => (read: Plan) => (read.kpis[0] as Kpi)[name];
const leads = (given: Partial<Kpi>): Plan => {
  const { kpis } = plan();
  return plan({ kpis: kpis.map((each) => (each.kpi === 'LEADS' ? { ...each, ...given } : each)) });
};

/** In each place a field can have: the plan with two other values of it, and one that is none. */
const fields = {
  client: {
    one: plan({ client: 'Shop A' }),
    other: plan({ client: 'Shop B' }),
    wrong: plan({ client: 7 }),
    sentence: 'Type the client again: it has to be text.',
    of: (read: Plan) => (read as Plan & { readonly client: unknown }).client,
    unsaid: '',
    values: ['Shop A', 'Shop B'],
  },
  channel: {
    one: about({ channel: 'shop' }),
    other: about({ channel: 'web' }),
    wrong: about({ channel: 'street' }),
    sentence: 'Choose a channel from the list.',
    of: ofBusiness('channel'),
    unsaid: null,
    values: ['shop', 'web'],
  },
  remark: {
    one: leads({ remark: 'new site' }),
    other: leads({ remark: 'old site' }),
    wrong: leads({ remark: 'x'.repeat(21) }),
    sentence: 'Shorten the remark to at most 20 characters.',
    of: ofLeads('remark'),
    unsaid: '',
    values: ['new site', 'old site'],
  },
  stretch: {
    one: leads({ stretch: 1400 }),
    other: leads({ stretch: 1500 }),
    wrong: leads({ stretch: 'a lot' }),
    sentence: 'Leads: the stretch target is not a number. Type it again or leave it empty.',
    of: ofLeads('stretch'),
    unsaid: null,
    values: [1400, 1500],
  },
  floor: {
    one: leads({ floor: 1100 }),
    other: leads({ floor: 1200 }),
    wrong: leads({ floor: 'low' }),
    sentence: 'Leads: the floor is not a number. Type it again or leave it empty.',
    of: ofLeads('floor'),
    unsaid: null,
    values: [1100, 1200],
  },
  helper: {
    one: leads({ helper: 'Minh' }),
    other: leads({ helper: 'Hoa' }),
    wrong: leads({ helper: 'x'.repeat(21) }),
    sentence: 'Shorten the helper to at most 20 characters.',
    of: ofLeads('helper'),
    unsaid: '',
    values: ['Minh', 'Hoa'],
  },
  usual: {
    one: leads({ usual: 90 }),
    other: leads({ usual: 95 }),
    wrong: leads({ usual: 'many' }),
    sentence: 'Leads: the usual week is not a number. Type it again or leave it empty.',
    of: ofLeads('usual'),
    unsaid: null,
    values: [90, 95],
  },
  refunds: {
    one: about({ refunds: 0.25 }),
    other: about({ refunds: 0.5 }),
    wrong: about({ refunds: 3 }),
    sentence: 'The gross margin must be between 0% and 100%. Leave it empty if you do not know it.',
    of: ofBusiness('refunds'),
    unsaid: null,
    values: [0.25, 0.5],
  },
} as const;
const cases = Object.entries(fields);

const validated = (value: unknown) => validatePlan(value, 'en', catalogue, shippedSources);
function built(asked: Plan): FakeDesk {
  const desk = openFakeDesk();
  desk.host.user = 'en';
  ok(desk.panel.buildPlan({ plan: asked, sample: false }));
  return desk;
}
const change = (desk: FakeDesk, asked: Plan, revision = 1) =>
  desk.panel.changePlan({ plan: asked, revision, who: 'Minh' });

describe.each(cases)('a field of a plan that is one entry (%s)', (name, field) => {
  const { one, other, wrong, sentence, of, unsaid, values } = field;

  it('is validated, and said by its name where it is wrong', () => {
    const answer = validated(one);
    expect('plan' in answer && of(answer.plan)).toBe(values[0]);
    expect(validated(wrong)).toMatchObject({ problems: [{ sentence }] });
    const { panel } = built(one);
    expect(problem(panel.changePlan({ plan: wrong, revision: 1, who: 'Minh' }))).toBe(sentence);
  });

  it('is what its entry says in a plan that was kept before there was such a field', () => {
    const older = JSON.parse(
      JSON.stringify(plan(), (key, value) => (key === name ? undefined : value)),
    );
    const answer = validated(older);
    expect('plan' in answer && of(answer.plan)).toBe(unsaid);
  });

  it('is saved when it alone changes, read back, and told in the log by its label', () => {
    const desk = built(one);
    const view = ok(change(desk, other));
    expect(view.revision).toBe(2);
    expect(of(view.plan)).toBe(values[1]);
    expect(of(ok(desk.panel.openPlan('abc123')).plan)).toBe(values[1]);
    const lines = logLines(desk.book).filter((line) => line.includes(`${values[0]}`));
    expect(lines).toHaveLength(1);
    for (const word of [name, values[1]]) expect(lines[0]).toContain(`${word}`);
  });

  it('is of whoever changed it where two people changed the plan, and asked where both did', () => {
    const merged = mergePlans(plan(), one, leads({ target: 1 }));
    expect(of(merged.plan)).toBe(values[0]);
    expect(merged.plan.kpis[0]?.target).toBe(1);
    expect(mergePlans(plan(), one, other).conflicts).toMatchObject([
      { mine: values[0], theirs: values[1] },
    ]);
  });
});

it('gives no two fields the name by which the log tells them', () => {
  const names = [planFields, profileFields, kpiFields].flatMap((table) => Object.keys(table));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

/** Where the sheet has such a field, what is typed there, and what the panel says of it. */
const places = {
  stretch: [
    'method',
    'LEADS',
    'stretch',
    1600,
    'Leads: stretch was 1,500, the sheet now says 1,600.',
  ],
  floor: ['score', 'LEADS', 'floor', 1300, 'Leads: floor was 1,200, the sheet now says 1,300.'],
  helper: ['score', 'LEADS', 'helper', 'Mai', 'Leads: helper was Hoa, the sheet now says Mai.'],
  usual: [
    'input',
    '.usual:LEADS',
    'weight',
    97,
    'Leads: usual week was 95, the sheet now says 97.',
  ],
  refunds: ['input', '.refunds', 'weight', 0.75, 'Lan: refunds was 50%, the sheet now says 75%.'],
} as const;
const held = Object.entries(places).map(
  ([name, place]) => [name, fields[name as keyof typeof places], place] as const,
);

describe.each(held)('a field that a cell holds (%s)', (_, field, place) => {
  const [block, row, column, typed, noticed] = place;

  it('is written into the cell, and comes back from it where somebody types', () => {
    const desk = built(field.one);
    const tabs = desk.book.tabs.length;
    const shown = () => valueAt(desk.book, 'abc123', block, row, column);
    expect(shown()).toBe(field.values[0]);
    ok(change(desk, field.other));
    expect(shown()).toBe(field.values[1]);
    expect(desk.book.tabs).toHaveLength(tabs);
    typeAt(desk.book, 'abc123', [block, row, column], typed);
    const view = ok(desk.panel.openPlan('abc123'));
    expect(field.of(view.plan)).toBe(typed);
    expect(view.noticed).toEqual([noticed]);
    expect(view.damage).toBe('');
  });

  it('is as it was where its cell holds what no plan can, and the sentence names it', () => {
    const desk = built(field.one);
    const wrong = typeof typed === 'number' ? 'a lot' : 'x'.repeat(30);
    typeAt(desk.book, 'abc123', [block, row, column], wrong);
    const { plan: read, problems } = ok(desk.panel.openPlan('abc123'));
    expect(field.of(read)).toBe(typeof typed === 'number' ? null : field.values[0]);
    expect(problems).toHaveLength(1);
    expect(read.kpis[0]?.target).toBe(plan().kpis[0]?.target);
  });

  it('stands under or beside its name', () => {
    const desk = built(field.one);
    const named = desk.book.tabs.flatMap(({ cells }) => [...cells.values()].map(String));
    const head = Object.entries(labels).find(([name]) => place.join().includes(name))?.[1] ?? '';
    expect(named.filter((text) => text.toLowerCase().endsWith(head)).length).toBeGreaterThan(0);
  });
});
