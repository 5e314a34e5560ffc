import inspector from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import { contextFrom } from '../../../src/app/api/respond.ts';
import { changePlan } from '../../../src/app/plans/update-plan.ts';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt, valueAt } from '../../kit/desk/blocks.ts';
import { openFakeDesk } from '../../kit/desk/fake-desk.ts';
import { lan } from '../../kit/plans/plans.ts';

/** A plan that stands, and the context of one run over it. */
function standing() {
  const desk = openFakeDesk();
  const plan = lan();
  ok(desk.panel.buildPlan({ plan, sample: false }));
  const { host, book, outside } = desk;
  const table = { ratios: [], counts: [] } as never;
  const run = contextFrom({
    host,
    spreadsheet: book,
    services: outside,
    table,
    catalogue,
    native: () => 'x',
  });
  const [first, ...rest] = plan.kpis;
  const wanted = { ...plan, kpis: first ? [{ ...first, target: 1300 }, ...rest] : [] };
  return { desk, plan, run, wanted };
}

/** The files of `src/app` of which a function runs while something is done. */
async function entered(work: () => void): Promise<string[]> {
  const session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return result.flatMap(({ url, functions }) => {
    const file = /\/src\/app\/(.+\.ts)$/.exec(url.replace(/[?#].*$/, ''))?.[1];
    return file && functions.some(({ ranges }) => ranges.some(({ count }) => count > 0))
      ? [file]
      : [];
  });
}

describe('a changed target', () => {
  it('leads through eleven files of app/, which somebody who wants to follow it has to open', async () => {
    const { desk, wanted } = standing();
    const request = { plan: wanted, revision: 1, who: 'Lan' };
    const files = await entered(() => void ok(desk.panel.changePlan(request)));
    expect(files.length).toBeGreaterThan(5);
    expect(files.length).toBeLessThanOrEqual(11);
  });

  it('renders the sheet twice: as it stands, and as it is wanted', () => {
    const { run, wanted, desk, plan } = standing();
    changePlan({ plan: wanted, revision: 1, who: 'Lan' }, run);
    expect(run.versions.renderings).toBe(2);
    expect(valueAt(desk.book, plan.id, 'score', 'LEADS', 'target')).toBe(1300);
  });

  it('renders it once more where somebody has typed into its cells since', () => {
    const { run, wanted, desk, plan } = standing();
    typeAt(desk.book, plan.id, ['score', 'CPL', 'owner'], 'Hoa');
    changePlan({ plan: wanted, revision: 1, who: 'Lan' }, run);
    expect(run.versions.renderings).toBe(3);
  });
});
