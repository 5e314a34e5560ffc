import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { expect, it } from 'vitest';
import { openTestDesk } from '../../kit/workbench/desk.ts';

it('what a script flushes is written, and calculated when somebody asks for answers', async () => {
  const { desk } = await openTestDesk([['a']]);
  let begun = 0;
  const watching = desk.engine.commands.onCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id) begun += 1;
  });
  const flushes = 60;
  const answer = await desk.run('flushOften', [flushes]);
  watching.dispose();
  desk.dispose();
  expect(answer).toMatchObject({ ok: flushes / 2 });
  // Once for the answer; a script that a busy machine holds up for long is calculated meanwhile.
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThan(flushes / 4);
});
