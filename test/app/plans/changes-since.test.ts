import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Changes, SeenVersions } from '../../../src/app/api/plan-api.ts';
import { contextFrom } from '../../../src/app/api/respond.ts';
import { changesSince } from '../../../src/app/plans/changes-since.ts';
import type { Spreadsheet } from '../../../src/app/ports/spreadsheet.ts';
import { ok } from '../../kit/desk/answers.ts';
import { typeAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import type { FakeDesk } from '../../kit/desk/fake-desk.ts';
import { fedDesk, fedPlan, refreshed } from '../../kit/desk/fed-desk.ts';
import { planOfSize } from '../../kit/plans/plan-of-size.ts';
import { lan } from '../../kit/plans/plans.ts';

const id = 'abc123';
const nothing: SeenVersions = { start: '', view: '', data: '' };
const target = (changes: Pick<Changes, 'view'>) => changes.view?.plan.kpis[0]?.target;
const look = (desk: FakeDesk, seen = nothing, plan = id) =>
  ok(desk.panel.changesSince({ plan, data: true, seen }));
const parts = ({ start, view, data }: Changes) => ({
  start: start !== null,
  view: view !== null,
  data: data !== null,
});
const type = (desk: FakeDesk, value: number) =>
  typeAt(desk.book, id, ['score', 'LEADS', 'target'], value);
const request = (desk: FakeDesk, part: object) => {
  const { plan, revision } = ok(desk.panel.openPlan(id));
  return { plan: { ...plan, ...part }, base: plan, revision, who: 'Minh' };
};

/** What can happen to an open panel, and what of it is news to one that shows a plan, or the list. */
const happenings: Readonly<
  Record<string, readonly [(desk: FakeDesk) => void, plan: readonly string[], list: string]>
> = {
  'a target typed into its cell': [(desk) => type(desk, 1500), ['view', 'data'], ''],
  'a week typed': [
    (desk) => typeAt(desk.book, id, ['input', '46391', 'CPL.cost'], 7),
    ['view', 'data'],
    '',
  ],
  'an exchange of words that no cell shows': [
    (desk) => ok(desk.panel.changePlan(request(desk, { objective: 'sales' }))),
    ['start', 'view', 'data'],
    'start',
  ],
  'a target changed in another panel': [
    (desk) => ok(desk.panel.changePlan(request(desk, { kpis: lan().kpis }))),
    ['start', 'view', 'data'],
    'start',
  ],
  'a refresh': [(desk) => void refreshed(desk), ['view', 'data'], 'data'],
  'a schedule': [
    (desk) => ok(desk.panel.setSchedule({ every: 'day', hour: 7, weekday: 1, mail: false })),
    ['data'],
    'data',
  ],
  'another plan': [
    (desk) => ok(desk.panel.buildPlan({ plan: lan({ id: 'zzz999', name: 'Hà' }), sample: false })),
    ['start'],
    'start',
  ],
  'a tab renamed by hand': [
    (desk) => {
      const tab = desk.book.tabs.find(({ name }) => name.startsWith('Lan'));
      if (tab) tab.name = 'Của Lan';
    },
    [],
    'start',
  ],
  'a plan’s tab deleted by hand': [
    (desk) => desk.book.dropTab(desk.book.named.get(`KPI_${id}_score`)?.sheet ?? 0),
    ['start', 'data'],
    'start',
  ],
  'the next day': [
    (desk) => {
      desk.book.day += 1;
    },
    ['start', 'view', 'data'],
    'start data',
  ],
};

describe('what has changed since a panel looked', () => {
  it('is nothing where nothing has, and nothing is written for it', () => {
    const desk = fedDesk();
    const first = look(desk);
    expect(parts(first)).toEqual({ start: true, view: true, data: true });
    const before = JSON.stringify(desk.book.picture());
    expect(look(desk, first.seen)).toEqual({
      seen: first.seen,
      start: null,
      view: null,
      data: null,
    });
    expect(JSON.stringify(desk.book.picture())).toBe(before);
  });

  it.each(Object.entries(happenings))('is told after %s', (_, [happens, onPlan, onList]) => {
    const desk = fedDesk();
    const [plan, list] = [look(desk), look(desk, nothing, '')];
    happens(desk);
    const [now, all] = [look(desk, plan.seen), look(desk, list.seen, '')];
    const told = (changes: Changes) =>
      Object.entries(parts(changes)).flatMap(([part, is]) => (is ? [part] : []));
    expect(told(now)).toEqual(onPlan);
    expect(told(all).join(' ')).toBe(onList);
    // Told once, and as it is now.
    expect(parts(look(desk, now.seen))).toEqual({ start: false, view: false, data: false });
    if (now.view) expect(now.view).toEqual(look(desk).view);
  });

  it('has the target that stands after an undo', () => {
    const desk = fedDesk();
    const kpis = fedPlan().kpis.map((each) => ({ ...each, target: 1 }));
    ok(desk.panel.changePlan(request(desk, { kpis })));
    const before = look(desk);
    expect(target(before)).toBe(1);
    ok(desk.panel.undo());
    expect(target(look(desk, before.seen))).toBe(1240);
  });

  it('says what was typed into cells, and leaves it to whoever opens the plan to log it', () => {
    const desk = fedDesk();
    type(desk, 1500);
    const before = JSON.stringify(desk.book.picture());
    const { view, seen } = look(desk);
    expect(view?.noticed.join()).toContain('1.500');
    expect(view?.revision).toBe(1);
    expect(JSON.stringify(desk.book.picture())).toBe(before);
    expect(ok(desk.panel.openPlan(id)).revision).toBe(2);
    expect(look(desk, seen).view?.noticed).toEqual([]);
  });

  it('never misses what is typed while it looks, whenever that is', () => {
    const asks = countedCalls(fedDesk(), () => undefined);
    expect(asks).toBeGreaterThan(10);
    for (let at = 1; at <= asks; at += 1) {
      const desk = fedDesk();
      let shown: Changes | undefined;
      countedCalls(
        desk,
        (call) => {
          if (call === at) type(desk, 1500);
        },
        (changes) => {
          shown = changes;
        },
      );
      const later = look(desk, shown?.seen);
      expect(target(later) ?? target(shown ?? later), `typed at call ${at}`).toBe(1500);
    }
  });

  it('answers whatever it is asked', () => {
    const desk = fedDesk();
    for (const asked of [null, 7, {}, { plan: '__proto__', seen: 7 }, { plan: 'gone99' }]) {
      const changes = ok(desk.panel.changesSince(asked as never));
      expect(changes.view).toBeNull();
      expect(changes.start?.plans).toHaveLength(1);
    }
  });
});

/** One look at a desk; `at` is told of each call to the spreadsheet before it is answered. */
function countedCalls(
  desk: FakeDesk,
  at: (call: number) => void,
  done: (changes: Changes) => void = () => undefined,
): number {
  let calls = 0;
  const spreadsheet = new Proxy(desk.parts.spreadsheet, {
    get: (book, name: keyof Spreadsheet) => {
      const method = book[name] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        calls += 1;
        at(calls);
        return method(...given);
      };
    },
  });
  const request = { plan: id, data: true, seen: nothing };
  done(changesSince(request, contextFrom({ ...desk.parts, spreadsheet })));
  return calls;
}

describe('a beat of an open panel, on Google', () => {
  const quarter = { year: 2027, month: 1 };
  let built: BuiltDesk;
  beforeAll(async () => {
    built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
    for (const [name, size] of [
      ['small0', 2],
      ['large0', 20],
    ] as const) {
      ok(await built.panel.buildPlan({ plan: planOfSize(size, name, quarter), sample: true }));
    }
  });
  afterAll(() => built.desk.dispose());

  /** The calls of Google's services in a beat in which nothing has changed. */
  async function beat(plan: string): Promise<string[]> {
    const ask = (seen: SeenVersions) => ({ plan, data: true, seen });
    const { seen } = ok(await built.panel.changesSince(ask(nothing)));
    const calls: string[] = [];
    const answer = await built.run('changesSince', [ask(seen)], {
      onCall: (method) => calls.push(method),
    });
    expect(answer).toEqual({ ok: { seen, start: null, view: null, data: null } });
    return calls;
  }

  it('calls as many services for a plan of twenty KPIs as for one of two, and few', async () => {
    const [small, large] = [await beat('small0'), await beat('large0')];
    expect(large).toEqual(small);
    expect(small.length).toBeLessThanOrEqual(15);
    expect(small.filter((method) => /set|append|insert|delete|lock/i.test(method))).toEqual([]);
  });

  it('sees what is typed, and what comes of it', async () => {
    const ask = (seen: SeenVersions) => ({ plan: 'small0', data: false, seen });
    const before = ok(await built.panel.changesSince(ask(nothing)));
    const [kpi] = before.view?.plan.kpis ?? [];
    typeAt(built.book, 'small0', ['score', kpi?.kpi ?? '', 'target'], 1);
    await built.desk.settle();
    const { view } = ok(await built.panel.changesSince(ask(before.seen)));
    expect(view?.plan.kpis[0]?.target).toBe(1);
    expect(view?.statuses[0]).not.toEqual(before.view?.statuses[0]);
  });
});
