import { bundleWorkbench } from '../../src/workbench/bundle.mjs';
import { workbenchFolder } from '../e2e/workbench-server.ts';
import { openBuiltDesk } from '../kit/desk/built-desk.ts';
import { planOfSize } from '../kit/plans/plan-of-size.ts';

/** How many times Google is called to build a quarter, by the number of its KPIs. */
export async function quarterCalls(sizes: readonly number[]): Promise<Record<string, number>> {
  await bundleWorkbench({ outdir: workbenchFolder });
  const calls: Record<string, number> = {};
  for (const size of sizes) {
    const { desk } = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
    const plan = planOfSize(size, 'bench0', { year: 2027, month: 1 });
    const result = await desk.run('buildPlan', [{ plan, sample: false }]);
    const answer = 'ok' in result ? (result.ok as object) : {};
    if (!('ok' in answer)) throw new Error(`No quarter of ${size} KPIs: ${JSON.stringify(result)}`);
    calls[`quarter.calls.${size}`] = result.calls;
    desk.dispose();
  }
  return calls;
}
