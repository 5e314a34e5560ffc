import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/app/api/api.ts';
import type {
  Changes,
  ChangesRequest,
  PlanStart,
  PlanView,
} from '../../../src/app/api/plan-api.ts';
import { SeenStore } from '../../../src/sidebar/shell/seen-store.ts';
import { lan } from '../../kit/plans/plans.ts';

/** A plan as it is read at some moment; the moment is its target. */
function viewAt(target: number, noticed: readonly string[] = []): PlanView {
  const plan = lan();
  const { id, name, role, quarter } = plan;
  const kpis = plan.kpis.map((each) => ({ ...each, target }));
  return {
    plan: { ...plan, kpis },
    revision: target,
    card: {
      id,
      name,
      role,
      quarter,
      sheet: `${target}`,
      state: 'open',
      missing: [],
      sample: false,
      statuses: [],
    },
    damage: '',
    thresholds: '',
    statuses: [],
    native: false,
    noticed,
    problems: [],
    note: '',
  };
}
const startAt = (undo: string, card = viewAt(0).card): PlanStart => ({
  checked: true,
  today: 1,
  circumstances: lan().circumstances,
  plans: [card],
  kept: [],
  active: null,
  copies: [],
  undo,
  who: null,
  departments: [],
});

/** A question on its way, and the answer it will get. */
interface Asked {
  readonly request: ChangesRequest;
  readonly answer: (found: Partial<Changes> | 'nothing' | 'lost') => Promise<void>;
}

/** A store whose questions are answered when the test says, in whichever order. */
function opened() {
  const asked: Asked[] = [];
  let typing = false;
  const store = new SeenStore(
    {
      changesSince: (request) =>
        new Promise<Answer<Changes>>((resolve) => {
          const versions = (found: Partial<Changes>) => ({
            ...request.seen,
            ...(found.start ? { start: `s${found.start.undo}` } : {}),
            ...(found.view ? { view: `v${found.view.revision}` } : {}),
          });
          asked.push({
            request,
            answer: async (found) => {
              const given = typeof found === 'string' ? {} : found;
              const none = { start: null, view: null, data: null };
              if (found === 'lost') resolve({ problem: 'The connection is lost.' });
              else resolve({ ok: { seen: versions(given), ...none, ...given } });
              await rest();
            },
          });
        }),
    },
    () => !typing,
    () => undefined,
  );
  store.show({ plan: 'abc123', data: false });
  const target = () => store.seen.view?.plan.kpis[0]?.target ?? null;
  return {
    store,
    asked,
    target,
    type: (now: boolean) => {
      typing = now;
      if (!now) store.settle();
    },
    /** Another request of the page, answered when `come` is called. */
    read: (view: PlanView) => {
      let come: () => void = () => undefined;
      const waited = new Promise<void>((resolve) => {
        come = resolve;
      });
      store.read(
        async () => {
          await waited;
          return { ok: view };
        },
        (given) => ({ view: given }),
      );
      return async () => {
        come();
        await rest();
      };
    },
  };
}
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

describe('what the panel has seen', () => {
  it('is what was asked for last, in whichever order the answers come', async () => {
    const { read, target } = opened();
    const [first, second, third] = [read(viewAt(1)), read(viewAt(2)), read(viewAt(3))];
    await second();
    expect(target()).toBe(2);
    await first();
    expect(target()).toBe(2);
    await third();
    expect(target()).toBe(3);
  });

  it('is what a deed has answered, whatever was asked before that', async () => {
    const { store, asked, read, target } = opened();
    const before = read(viewAt(1));
    store.look();
    store.begin();
    store.give({ view: viewAt(2) });
    store.end();
    await before();
    await asked[0]?.answer({ view: viewAt(1) });
    expect(target()).toBe(2);
    // What was on its way may have been read before the deed: it is asked once more.
    await asked[1]?.answer({ view: viewAt(3) });
    expect(target()).toBe(3);
  });

  it('is waited for by whoever begins to change it, but not for ever', async () => {
    const { store, asked, read, type } = opened();
    await read(viewAt(1))();
    const known = async (patience?: number) => (await store.latest(patience)).view?.revision;
    expect(await known()).toBe(1);
    type(true);
    const [come, begun] = [read(viewAt(2)), known()];
    store.look();
    await come();
    await asked[0]?.answer({ view: viewAt(3) });
    expect(await begun).toBe(3);
    read(viewAt(4));
    expect(await known(5)).toBe(3);
  });

  it('is asked for after a deed, well done or not, and not during one', async () => {
    const { store, asked, target } = opened();
    store.begin();
    store.look();
    expect(asked).toHaveLength(0);
    store.end();
    await rest();
    expect(asked).toHaveLength(1);
    await asked[0]?.answer({ view: viewAt(1) });
    expect(target()).toBe(1);
  });

  it('is asked for once after many deeds in a row', async () => {
    const { store, asked } = opened();
    for (let at = 0; at < 5; at += 1) {
      store.begin();
      await rest();
      store.end();
    }
    await rest();
    expect(asked).toHaveLength(1);
  });

  it('is asked for with what is known already, one question at a time', async () => {
    const { store, asked } = opened();
    store.look();
    store.look();
    expect(asked).toHaveLength(1);
    await asked[0]?.answer({ start: startAt('x'), view: viewAt(1) });
    store.look();
    expect(asked[1]?.request.seen).toEqual({ start: 'sx', view: 'v1', data: '' });
    await asked[1]?.answer('nothing');
    expect(store.seen.view?.revision).toBe(1);
  });

  it('is asked for once more by whoever comes while a question is on its way', async () => {
    const { store, asked, target } = opened();
    store.look();
    // A hand has typed since: what is on its way may have been read before.
    store.look();
    store.look();
    await asked[0]?.answer({ view: viewAt(1) });
    expect(asked).toHaveLength(2);
    await asked[1]?.answer({ view: viewAt(2) });
    expect(target()).toBe(2);
    await rest();
    expect(asked).toHaveLength(2);
  });

  it('stays where a question is lost, and is asked for again', async () => {
    const { store, asked, target } = opened();
    store.look();
    await asked[0]?.answer({ view: viewAt(1) });
    store.look();
    await asked[1]?.answer('lost');
    expect(target()).toBe(1);
    store.look();
    expect(asked[2]?.request.seen.view).toBe('v1');
    await asked[2]?.answer({ view: viewAt(2) });
    expect(target()).toBe(2);
  });

  it('waits while somebody types, and is shown when they look, stop, save or leave', async () => {
    const ends: Readonly<Record<string, (desk: ReturnType<typeof opened>) => void>> = {
      look: ({ store }) => store.release(),
      stop: ({ type }) => type(false),
      save: ({ store }) => store.give({ view: viewAt(2) }),
      leave: ({ store }) => store.show({ plan: '', data: false }),
    };
    for (const [name, end] of Object.entries(ends)) {
      const desk = opened();
      const { store, asked, target, type } = desk;
      store.give({ view: viewAt(1) });
      type(true);
      store.look();
      await asked[0]?.answer({ view: viewAt(2) });
      expect([target(), store.waits], name).toEqual([1, true]);
      end(desk);
      expect([target(), store.waits], name).toEqual([2, false]);
    }
  });

  it('is the newest of what waited', async () => {
    const { store, asked, target, type } = opened();
    type(true);
    store.look();
    await asked[0]?.answer({ view: viewAt(1) });
    store.look();
    await asked[1]?.answer({ view: viewAt(2) });
    expect(target()).toBeNull();
    type(false);
    expect(target()).toBe(2);
  });

  it('is nothing of another page, or of another language', async () => {
    for (const leave of [
      (store: SeenStore) => store.show({ plan: 'zzz999', data: false }),
      (store: SeenStore) => store.forget(),
    ]) {
      const { store, asked, read, target } = opened();
      store.look();
      leave(store);
      await asked[0]?.answer({ view: viewAt(1) });
      expect(target()).toBeNull();
      const later = read(viewAt(2));
      await later();
      expect(target()).toBe(2);
    }
  });

  it('keeps what was told when the plan was opened, until something is done', async () => {
    const { store, asked, read } = opened();
    await read(viewAt(1, ['LEADS: 1 → 2']))();
    store.look();
    await asked[0]?.answer({ view: viewAt(1) });
    expect(store.seen.view?.noticed).toEqual(['LEADS: 1 → 2']);
    store.look();
    await asked[1]?.answer({ view: viewAt(2, ['CPL: 3 → 4']) });
    expect(store.seen.view?.noticed).toEqual(['LEADS: 1 → 2', 'CPL: 3 → 4']);
    store.give({ view: viewAt(3) });
    expect(store.seen.view?.noticed).toEqual([]);
  });

  it('lists a plan as it was read last, the list or the plan', async () => {
    const { store, asked } = opened();
    const sheet = () => store.seen.start?.plans[0]?.sheet;
    store.give({ start: startAt('x') });
    store.give({ view: viewAt(1) });
    expect(sheet()).toBe('1');
    store.look();
    await asked[0]?.answer({ start: startAt('y', { ...viewAt(2).card, state: 'broken' }) });
    expect(sheet()).toBe('2');
    expect(store.seen.start?.plans[0]?.state).toBe('broken');
  });
});
