import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/api/api.ts';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { ok } from '../../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { panelOver } from '../../kit/desk/fake-desk.ts';
import { fakeHost } from '../../kit/desk/fake-host.ts';
import { planOfSize } from '../../kit/plans/plan-of-size.ts';
import { sweep } from '../../kit/run/sweep.ts';

/** Everything a panel may call. */
const calls = Object.keys(panelOver(fakeHost({}), {}));

const quarter = { year: 2026, month: 10 };
const standing: Plan = { ...planOfSize(3, 'stands', quarter), name: 'Stands' };

/** Texts of somebody who means no good; `EVIL` in a formula would be theirs. */
const hostile = fc.oneof(
  fc.constantFrom(
    '=EVIL()',
    '+EVIL()',
    '-EVIL()',
    '@EVIL',
    "'=EVIL()",
    '\t=EVIL()',
    '"&EVIL()&"',
    "'!EVIL",
    '{EVIL}',
    '</script><b>EVIL',
    '=HYPERLINK("http://evil";"EVIL")',
    '__proto__',
    'toString',
    'constructor',
    '',
    ' ',
    '\u0000',
    '\u202eEVIL',
    '\ud800',
    'EVIL'.repeat(2500),
    '#REF!',
  ),
  fc.string({ maxLength: 20 }),
);
const values = fc.oneof(
  hostile,
  fc.constantFrom(null, true, 0, -1, 1e308, -1e308, 5e-324, 31, [], {}, [[]], [null]),
  fc.double().map((number) => (Number.isFinite(number) ? number : null)),
  fc.jsonValue({ maxDepth: 3 }),
  // An own property of this name, as JSON can have it.
  fc.constant(JSON.parse('{"__proto__": {"kpis": []}, "constructor": 1, "length": 1e9}') as object),
);

type Json = { [key: string]: unknown };

/** Every place in a piece of data, as the keys that lead there. */
function placesIn(data: unknown, before: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return [before];
  return [
    before,
    ...Object.entries(data).flatMap(([key, each]) => placesIn(each, [...before, key])),
  ];
}

/** The same data with something else in one place, or without it. */
function changed(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as Json) }) as Json;
  const put = changed(copy[key], rest, value);
  if (put === undefined) delete copy[key];
  else copy[key] = put;
  return copy;
}

/** What a panel may send, with one to three places wrong. */
const nearly = (sound: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesIn(sound)), fc.option(values, { nil: undefined })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) =>
      changes.reduce((data, [place, value]) => {
        try {
          return changed(data, place, value);
        } catch {
          // An earlier change took the place away.
          return data;
        }
      }, sound),
    );

let built: BuiltDesk;
beforeAll(async () => {
  built = await openBuiltDesk(
    { language: 'vi', locale: 'vi_VN' },
    {
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['mine', 1],
            [{ formula: '=B1+1' }, '=text'],
          ],
        },
      ],
    },
  );
  await built.desk.setClock(Date.UTC(2026, 9, 19, 5));
  ok(await built.panel.buildPlan({ plan: standing, sample: false }));
  // What is answered here does not rest on what formulas come to.
  built.desk.calculation.rests = true;
});
afterAll(() => built.desk.dispose());

interface Stored {
  readonly name: string;
  readonly cellData?: Record<string, Record<string, { f?: string | null; v?: unknown } | null>>;
}
const stored = (): readonly Stored[] =>
  Object.values(built.desk.engine.workbook().getSnapshot().sheets) as unknown as Stored[];

const mine = (): string => {
  const sheet = stored().find(({ name }) => name === 'Sheet1');
  return JSON.stringify(
    Object.entries(sheet?.cellData ?? {}).flatMap(([row, line]) =>
      Object.entries(line).flatMap(([column, cell]) =>
        (cell?.f ?? cell?.v ?? '') === '' ? [] : [[row, column, cell?.f, cell?.v]],
      ),
    ),
  );
};

/** Formulas in which somebody else's text stands outside of quotation marks. */
const strange = (): string[] =>
  stored().flatMap(({ name, cellData }) =>
    Object.values(cellData ?? {}).flatMap((line) =>
      Object.values(line).flatMap((cell) => {
        const bare = cell?.f?.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '') ?? '';
        return /EVIL|HYPERLINK/i.test(bare) ? [`${name}: ${cell?.f}`] : [];
      }),
    ),
  );

/** What went wrong without anybody having foreseen it. */
const unforeseen = () =>
  built.events.filter((event) => event.type === 'log' && event.level === 'error');

/** Asks, and holds the answer against what every answer must be. */
async function asked(name: string, request: readonly unknown[]): Promise<Answer<unknown>> {
  const [before, known] = [mine(), unforeseen().length];
  const result = await built.desk.run(name, JSON.parse(JSON.stringify(request)) as unknown[]);
  const at = `${name}(${JSON.stringify(request).slice(0, 2000)})`;
  expect(result, at).toHaveProperty('ok');
  const answer = (result as { ok: Answer<unknown> }).ok;
  if ('problem' in answer) {
    expect(answer.problem, at).toMatch(/^\S.{10,400}[.?]$/su);
    // What was sent may be said back, in quotation marks.
    const ours = answer.problem.replace(/[“"].*?[”"]/gsu, '');
    expect(ours, at).not.toMatch(/undefined|\[object|NaN|Error:|\bat .*:\d+|\{"/);
  } else expect(answer, at).toHaveProperty('ok');
  // About functions, a request that no panel makes at all may get the general answer.
  if (!name.endsWith('Function')) expect(unforeseen().slice(known), at).toEqual([]);
  expect(mine(), at).toBe(before);
  expect(strange(), at).toEqual([]);
  return answer;
}

const times = sweep(1, 10);
const [anyRuns, nearRuns] = [30 * times, 15 * times];

/** Calls that would take away what the others are tried on, when their request happens to be sound. */
const sweeping = ['removeEverything', 'undo', 'insertFunction'];

describe('the panel’s API', () => {
  it('answers anything at all with a sentence or with what was asked for', {
    timeout: 240_000 * times,
  }, async () => {
    const names = calls.filter((name) => !sweeping.includes(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(values, { maxLength: 2 }),
        async (name, request) => {
          await asked(name, request);
        },
      ),
      { numRuns: anyRuns },
    );
    expect(ok(await built.panel.planStart()).plans.map(({ id }) => id)).toContain('stands');
    console.log(`anything at all: ${anyRuns} requests`);
  });

  it('carries out requests that are almost right, or says what is wrong with them', {
    timeout: 240_000 * times,
  }, async () => {
    const { plan, revision } = ok(await built.panel.openPlan('stands'));
    const own = {
      name: 'OWN_A',
      title: 'Livestream',
      unit: 'count',
      better: 'higher',
      how: { is: 'typed', over: 'sum' },
      unsaid: [],
    };
    const rich = { ...plan, id: 'nearly', name: 'Nearly', own: [own] };
    const sound: Readonly<Record<string, unknown>> = {
      buildPlan: { plan: rich, sample: false },
      changePlan: { plan, base: plan, revision, who: 'Minh' },
      changesSince: { plan: 'stands', data: true, seen: { start: '', view: '', data: '' } },
      lastActuals: { name: 'Stands', role: 'other', quarter, kpis: ['LEADS'] },
      makePortable: { plan: 'stands', native: false },
      adoptCopy: { sheet: 7, name: 'Copy' },
      buildDepartment: { quarter, name: 'Shop', activities: ['Ads'] },
      previewFunction: {
        name: 'CPL',
        inputs: ['1', '2'],
        answer: 'total',
        target: '',
        replace: false,
      },
    };
    const request = fc
      .constantFrom(...Object.keys(sound))
      .chain((name) => fc.tuple(fc.constant(name), nearly(sound[name])));
    const answers = { ok: 0, problem: 0 };
    await fc.assert(
      fc.asyncProperty(request, async ([name, changes]) => {
        const answer = await asked(name, [changes]);
        answers['ok' in answer ? 'ok' : 'problem'] += 1;
      }),
      { numRuns: nearRuns },
    );
    console.log(`almost right: ${answers.ok} carried out, ${answers.problem} refused`);
  });

  it('refuses more KPIs than a plan holds, and texts that are too long, and says so', async () => {
    const many = { ...planOfSize(31, 'toolot', quarter), name: 'Many' };
    expect(await asked('buildPlan', [{ plan: many, sample: false }])).toHaveProperty('problem');
    const long = { ...standing, id: 'toolng', name: 'x'.repeat(10_000) };
    expect(await asked('buildPlan', [{ plan: long, sample: false }])).toHaveProperty('problem');
    expect(built.sheets().filter((name) => /Many|xxx/.test(name))).toEqual([]);
  });

  it('writes what looks like a formula as the text it is', async () => {
    const text = '=EVIL()&"x"';
    const kpis = standing.kpis.map((each) => ({
      ...each,
      owner: text,
      definition: text,
      source: text,
    }));
    const plan = { ...standing, id: 'oddtxt', name: text, kpis };
    const answer = await asked('buildPlan', [{ plan, sample: true }]);
    expect(answer).toHaveProperty('ok');
    const { sheet } = (answer as { ok: { sheet: string } }).ok;
    const cells = stored().find(({ name }) => name === sheet)?.cellData ?? {};
    const shown = Object.values(cells).flatMap((line) =>
      Object.values(line).map((cell) => cell?.v),
    );
    expect(shown.filter((value) => value === text).length).toBeGreaterThanOrEqual(kpis.length * 3);
    const read = ok(await built.panel.openPlan('oddtxt')).plan;
    expect(read.name).toBe(text);
    expect(read.kpis.map(({ owner }) => owner)).toEqual(kpis.map(() => text));
    const { revision } = ok(await built.panel.openPlan('oddtxt'));
    await asked('changePlan', [{ plan: { ...read, name: '+EVIL' }, revision, who: '=EVIL()' }]);
    await asked('buildDepartment', [
      { quarter, name: '=EVIL()', activities: ['=EVIL()', '@EVIL'] },
    ]);
    await asked('makePortable', [{ plan: 'oddtxt', native: true }]);
  });
});
