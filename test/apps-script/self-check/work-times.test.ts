import { afterEach, describe, expect, it } from 'vitest';
import { works } from '../../../src/platform/index.ts';
import type { RunOptions } from '../../../src/workbench/google/run.ts';
import { ok } from '../../kit/desk/answers.ts';
import type { BuiltDesk } from '../../kit/desk/built-desk.ts';
import { dispose, linesOf, openEmpty, standing } from './check-desk.ts';

afterEach(dispose);

type Fault = NonNullable<RunOptions['trouble']>[number];

/** What a run calls, in its order, until it is cut off or over. */
async function called({ desk }: BuiltDesk, trouble: readonly Fault[] = []) {
  const methods: string[] = [];
  const set: unknown[] = [];
  const onCall: RunOptions['onCall'] = (method, _, args) => {
    methods.push(method);
    if (method === 'Properties.set') set.push(args[0]);
  };
  const result = await desk.run('selfCheck', [], { trouble, onCall });
  return { methods, set, result };
}

const workLines = (desk: BuiltDesk) =>
  linesOf(desk)
    .filter(([id = '']) => id.startsWith('work '))
    .map(([id, verdict, , found]) => [id, verdict, found]);

const later = (desk: BuiltDesk, minutes: number) =>
  desk.desk.setClock(Date.now() + minutes * 60_000);

/** What a whole run calls; asked for once, since each run computes a sheet. */
let whole: readonly string[] | undefined;

/** At which call of a whole run to end it. */
const moments = {
  'is built': (methods: readonly string[]) => last(methods, 'Spreadsheet.insertSheet', 1) + 20,
  'is refreshed': (methods: readonly string[]) => last(methods, 'Range.setValues', 1),
  'is cleared away': (methods: readonly string[]) => last(methods, 'Spreadsheet.deleteSheet', 20),
};

const last = (methods: readonly string[], method: string, back: number): number =>
  methods.flatMap((each, at) => (each === method ? [at + 1] : [])).at(-back) ?? 0;

async function killed(desk: BuiltDesk, at: number) {
  const { result } = await called(desk, [{ at, when: 'after', what: 'kill', message: 'gone' }]);
  expect(result).toMatchObject({ killed: 'gone' });
  return standing(desk);
}

describe('the work that the self-check times', () => {
  it('is all done, and nothing of it is left or remembered of the user', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    const { methods, set } = await called(desk);
    whole = methods;
    expect(workLines(desk)).toEqual(works.map((work) => [`work ${work}`, 'holds', '"done"']));
    expect(await standing(desk)).toEqual(before);
    expect(new Set(set)).toEqual(new Set(['document']));
  });

  it.each(Object.entries(moments))(
    'is taken away by the panel that opens next where a run is ended while it %s',
    async (_, at) => {
      const desk = await openEmpty('en', 'en_US');
      const before = await standing(desk);
      whole ??= (await called(desk)).methods;
      const left = await killed(desk, at(whole));
      expect(Object.keys(left.notes)).toContain('self-check.runs');
      expect(left.sheets.length).toBeGreaterThan(before.sheets.length);
      await later(desk, 10);
      expect(ok(await desk.panel.planStart(true)).plans).toEqual([]);
      expect(await standing(desk)).toEqual(before);
    },
  );

  it('is not taken away by a panel that opens while it may still run', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    const left = await killed(desk, 200);
    await later(desk, 3);
    ok(await desk.panel.planStart(true));
    expect((await standing(desk)).sheets).toEqual(left.sheets);
    await later(desk, 10);
    ok(await desk.panel.planStart(true));
    expect(await standing(desk)).toEqual(before);
  });

  it('that is refused halfway says why, is not gone on with, and leaves nothing', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    whole ??= (await called(desk)).methods;
    const at = moments['is built'](whole);
    await called(desk, [{ at, when: 'before', what: 'fail', message: 'no room' }]);
    expect(workLines(desk)).toEqual([
      ['work build', 'fails', '{"error":"no room"}'],
      ['work refresh', 'not measured', 'null'],
      ['work panel', 'not measured', 'null'],
    ]);
    expect(await standing(desk)).toEqual(before);
  });
});
