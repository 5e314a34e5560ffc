import { describe, expect, it } from 'vitest';
import { ok } from '../../kit/desk/answers.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';
import { evenly, onlyLooks } from '../../kit/run/kill-points.ts';
import { sweep } from '../../kit/run/sweep.ts';

const plan = lan({}, [planned('LEADS', { weight: 1, baseline: 1030, target: 1240 })]);
const request = [{ plan, sample: false }];

/** Some points of a run are tried, evenly; every one in a sweep. */
const tried = sweep(2, Number.POSITIVE_INFINITY);

async function opened(): Promise<BuiltDesk> {
  return openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
}

/** What stands in the spreadsheet, by the names of its tabs, and what the panel makes of it. */
async function picture(built: BuiltDesk): Promise<unknown> {
  const { sheets } = built.desk.engine.workbook().getSnapshot();
  const cells = Object.values(sheets).map(({ name, hidden, cellData }) => [
    name,
    hidden ?? 0,
    Object.entries(cellData ?? {}).map(([row, line]) => [
      row,
      Object.entries(line ?? {}).flatMap(([column, cell]) => {
        const { f, v } = (cell ?? {}) as { f?: string; v?: unknown };
        // A moment is another in every run.
        const value = f ?? v ?? '';
        return value === '' || /^\d{4}-\d\d-\d\d /.test(String(value)) ? [] : [[column, value]];
      }),
    ]),
  ]);
  const start = ok(await built.panel.planStart());
  const { revision, plan: read, noticed, problems } = ok(await built.panel.openPlan(plan.id));
  return { cells, start, revision, read, noticed, problems };
}

describe('the built add-on, killed while it builds a quarter', () => {
  it('ends, asked again, in the same spreadsheet', { timeout: 3_600_000 }, async () => {
    const whole = await opened();
    const methods: string[] = [];
    const done = await whole.desk.run('buildPlan', request, {
      onCall: (method) => methods.push(method),
    });
    expect(done).toMatchObject({ ok: { ok: { sheet: 'Lan · Q1 2027' } } });
    const expected = await picture(whole);
    whole.desk.dispose();

    const effects = methods.flatMap((method, at) => (onlyLooks.test(method) ? [] : [at + 1]));
    const points = evenly(effects, tried);
    for (const at of points) {
      const built = await opened();
      const killed = await built.desk.run('buildPlan', request, {
        trouble: [{ at, when: 'after', what: 'kill' }],
      });
      expect(killed, `${at}`).toHaveProperty('killed');
      const again = await built.desk.run('buildPlan', request);
      expect(again, `${at} ${methods[at - 1]}`).toMatchObject({ ok: { ok: { plan: plan.id } } });
      expect(await picture(built), `after ${at}, ${methods[at - 1]}`).toEqual(expected);
      built.desk.dispose();
    }
    console.log(
      `killed after ${points.length} of ${effects.length} calls that change something (${methods.length} calls in all)`,
    );
  });
});
