import { branchesOf } from '../../src/derive/formula.ts';
import { catalogue } from '../../src/kpi/catalogue.ts';
import type { Language } from '../../src/messages/compiled/languages.ts';
import { twin } from '../../src/native/twin.ts';
import { factsFor, firstState } from '../../src/sheet/plan/plan-facts.ts';
import { planBlocks } from '../../src/sheet/plan/plan-sheet.ts';
import { shippedSources } from '../../src/sources/registry.ts';
import { ok } from '../kit/desk/answers.ts';
import { fakeBook } from '../kit/desk/fake-book.ts';
import { openFakeDesk } from '../kit/desk/fake-desk.ts';
import { planOfSize } from '../kit/plans/plan-of-size.ts';

type Kpi = Parameters<typeof twin>[0];

/**
 * What one changed target of a plan takes, against rendering the blocks of its sheet once, in the
 * same run. What the spreadsheet itself takes to answer is not ours and left out.
 */
export function changeFigures(size: number): Record<string, number> {
  let answering = 0;
  const book = timed(fakeBook(), (ms) => {
    answering += ms;
  });
  const desk = openFakeDesk(book);
  const plan = planOfSize(size, 'bench0', { year: 2027, month: 1 });
  ok(desk.panel.buildPlan({ plan, sample: false }));
  let revision = 1;
  const [first, ...rest] = plan.kpis;
  if (!first) throw new Error('No KPI.');
  const change = () => {
    const kpis = [{ ...first, target: 1000 + revision }, ...rest];
    const view = ok(desk.panel.changePlan({ plan: { ...plan, kpis }, revision, who: 'Lan' }));
    revision = view.revision;
  };
  const native = (kpi: Kpi, inputs: readonly (string | undefined)[], language: Language) =>
    twin(kpi, branchesOf(kpi), inputs, { language, separator: ';' });
  const render = () =>
    void planBlocks(factsFor(plan, firstState, {}, { catalogue, native, sources: shippedSources }));
  const took = { change: [] as number[], render: [] as number[] };
  for (let round = 0; round < 60; round += 1) {
    for (const [name, task] of [
      ['change', change],
      ['render', render],
    ] as const) {
      answering = 0;
      const begun = performance.now();
      task();
      if (round >= 20) took[name].push(performance.now() - begun - answering);
    }
  }
  const [changed, rendered] = [quartile(took.change), quartile(took.render)];
  return {
    'change.ms': round(changed),
    'change.renderingMs': round(rendered),
    'change.ratio': round(changed / rendered),
  };
}

/** The same object, telling how long each of its methods took. */
function timed<T extends object>(object: T, tell: (ms: number) => void): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      if (typeof found !== 'function') return found;
      return (...args: unknown[]) => {
        const begun = performance.now();
        try {
          return found.apply(target, args);
        } finally {
          tell(performance.now() - begun);
        }
      };
    },
  });
}

/** A quarter of the rounds took less: what else the machine does weighs less in it than in a median. */
const quartile = (all: number[]): number =>
  all.sort((one, other) => one - other)[all.length >> 2] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;
