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
function moments(methods: readonly string[]): Readonly<Record<string, number>> {
  const last = (method: string, back: number) =>
    methods.flatMap((each, at) => (each === method ? [at + 1] : [])).at(-back) ?? 0;
  return {
    'in the probes': 200,
    'while the quarter is built': last('Spreadsheet.insertSheet', 1) + 20,
    'while it is refreshed': last('Range.setValues', 1),
    'while it is cleared away': last('Spreadsheet.deleteSheet', 20),
  };
}

describe('the work that the self-check times', () => {
  it('leaves nothing wherever it is cut off: the panel that opens next takes it away', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    const { methods, set } = await called(desk);
    whole = methods;
    expect(workLines(desk)).toEqual(works.map((work) => [`work ${work}`, 'holds', '"done"']));
    expect(await standing(desk)).toEqual(before);
    // Nothing is remembered of the user.
    expect(new Set(set)).toEqual(new Set(['document']));
    let minutes = 0;
    for (const [when, at] of Object.entries(moments(methods))) {
      const { result } = await called(desk, [{ at, when: 'after', what: 'kill', message: 'gone' }]);
      expect(result, when).toMatchObject({ killed: 'gone' });
      const left = await standing(desk);
      expect(Object.keys(left.notes), when).toContain('self-check.runs');
      expect(left.sheets.length, when).toBeGreaterThan(before.sheets.length);
      minutes += 10;
      await later(desk, minutes);
      const { plans } = ok(await desk.panel.planStart(true));
      expect([when, plans, await standing(desk)]).toEqual([when, [], before]);
    }
  });

  it('is not taken away by a panel that opens while it may still run', async () => {
    const desk = await openEmpty('en', 'en_US');
    await called(desk, [{ at: 200, when: 'after', what: 'kill', message: 'gone' }]);
    const left = await standing(desk);
    await later(desk, 3);
    ok(await desk.panel.planStart(true));
    expect((await standing(desk)).sheets).toEqual(left.sheets);
  });

  it('that is refused halfway says why, is not gone on with, and leaves nothing', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    whole ??= (await called(desk)).methods;
    const at = moments(whole)['while the quarter is built'] ?? 0;
    await called(desk, [{ at, when: 'before', what: 'fail', message: 'no room' }]);
    expect(workLines(desk)).toEqual([
      ['work build', 'fails', '{"error":"no room"}'],
      ['work refresh', 'not measured', 'null'],
      ['work panel', 'not measured', 'null'],
    ]);
    expect(await standing(desk)).toEqual(before);
  });
});
