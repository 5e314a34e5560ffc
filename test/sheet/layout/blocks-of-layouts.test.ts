import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { blockOf, blocksOf } from '../../../src/sheet/plan/blocks.ts';
import { planOf } from '../../kit/plans/plans.ts';

const folder = 'test/app/plan-store/layouts';
const released = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

const namesOf = (plan: Plan, layout: number) => blocksOf(plan, layout).map(({ name }) => name);

it.each(released)(
  'a sheet of layout $layout has the blocks its layout had, and lacks none',
  (kept) => {
    const { layout, plan, names } = kept;
    const standing = names.flatMap(([name]: [string]) => blockOf(name)?.block ?? []);
    const given = { ...plan, feeds: plan.feeds ?? [] };
    expect(namesOf(given, layout)).toEqual(standing);
  },
);

it('is not asked for what only a later layout has, whatever its plan says', () => {
  const scores = { way: 'linear', floor: 0, cap: 1, ladder: [] } as const;
  const feeds = [{ input: 'LEADS', account: 'a', metric: 'm', only: [], split: 'channel' }];
  const plan = planOf([], { scores, feeds });
  const first = namesOf(plan, 1);
  expect(namesOf(plan, 2).filter((name) => !first.includes(name))).toEqual(['split', 'feeds']);
});
