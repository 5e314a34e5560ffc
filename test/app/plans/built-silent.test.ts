import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultName } from '../../../src/workbench/vendors/vendor.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { lan, planned } from '../../kit/plans/plans.ts';

const unknown = { actual: '', attainment: '', status: 'none' } as const;
const silences: readonly FaultName[] = ['functionsLate', 'functionsOff'];
const quarter = { year: 2026, month: 10 };
const plan = lan({ quarter, language: 'vi' }, [
  planned('LEADS', { weight: 0.4, baseline: 1030, target: 1240, owner: 'Lan' }),
  planned('CPL', { weight: 0.3, baseline: 92_000, target: 85_000, owner: 'Minh' }),
  planned('CHURN', { weight: 0.1, baseline: 0.04, target: 0.05 }),
  planned('ROI', { weight: 0.1, baseline: 2, target: 3 }),
  planned('REVENUE', { weight: 0.1, baseline: 9e8, target: 1e9 }),
]);

type Cells = ReadonlyMap<string, unknown>;

/** What every cell of every tab shows. */
function shown({ desk }: BuiltDesk): Cells {
  const cells = new Map<string, unknown>();
  for (const sheet of desk.engine.workbook().getSheets()) {
    const { rows, columns } = desk.cells.extent(sheet.getSheetId());
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const value = desk.cells.value(sheet.getSheetId(), row, column);
        if (value !== null) cells.set(`${sheet.getName()}!${row}:${column}`, value);
      }
    }
  }
  return cells;
}

async function silent(built: BuiltDesk, fault: FaultName, on: boolean): Promise<void> {
  built.desk.external.setFault('docs.google.com', fault, on);
  await built.desk.settle();
}

/** Cells that say something else than they do when functions answer: another number, another judgement. */
function wrong(built: BuiltDesk, usual: Cells): string[] {
  // The cells that tell that a function is silent.
  const calc = blockAt(built.book, 'abc123', 'calc');
  const flags = ['CPL', 'CHURN', 'ROI'].map((kpi) => {
    const { row, column } = calc.cellAt(kpi, 'silent');
    return `${row - 1}:${column - 1}`;
  });
  return [...shown(built)].flatMap(([place, value]) => {
    const before = usual.get(place);
    const tells = typeof value === 'number' || /^[●▲■]/.test(String(value));
    const flag = flags.includes(place.slice(place.indexOf('!') + 1));
    return tells && !flag && value !== before ? [`${place}: ${before} → ${value}`] : [];
  });
}

/** One for all: what a test changes it takes back. */
let built: BuiltDesk;
beforeAll(async () => {
  built = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
  built.desk.hurries = true;
  await built.desk.setClock(Date.UTC(2026, 11, 20, 5));
  ok(await built.panel.buildPlan({ plan, sample: true }));
  ok(await built.panel.buildDepartment({ quarter, name: 'Marketing', activities: ['Ads'] }));
  await built.desk.setClock(Date.UTC(2027, 0, 4, 5));
});
afterAll(() => built.desk.dispose());

describe.each(silences)('where %s', (fault) => {
  let usual: Cells;
  let standings: unknown;
  beforeAll(async () => {
    usual = shown(built);
    standings = ok(await built.panel.openPlan('abc123')).statuses;
  });

  it('no cell of a plan’s and the department’s sheet holds a number that is not the usual one', async () => {
    await silent(built, fault, true);
    const now = shown(built);
    expect(usual.size - now.size).toBeGreaterThan(20);
    expect(wrong(built, usual)).toEqual([]);
    expect([...now.values()].filter((value) => value === '○ chưa có số liệu')).toEqual([]);
    await silent(built, fault, false);
    expect(wrong(built, usual)).toEqual([]);
  });

  it('the panel waits for answers a little, and else shows none', async () => {
    await silent(built, fault, true);
    const { statuses, problems } = ok(await built.panel.openPlan('abc123'));
    const before = standings as typeof statuses;
    const counted = (kpi: string) => ['LEADS', 'REVENUE'].includes(kpi);
    const [usually, none] = [before, before.map((each) => ({ ...each, ...unknown }))];
    const known = statuses.map(({ kpi, actual, attainment, status }, at) =>
      [usually, ...(counted(kpi) ? [] : [none])].some(
        (all) =>
          all[at]?.actual === actual &&
          all[at]?.attainment === attainment &&
          all[at]?.status === status,
      ),
    );
    expect(known).toEqual(statuses.map(() => true));
    // By and by they answer, however long this machine takes for a look.
    if (fault === 'functionsLate') return;
    expect(statuses.filter(({ status }) => status === 'none').map(({ kpi }) => kpi)).toEqual([
      'CPL',
      'CHURN',
      'ROI',
    ]);
    expect(problems.join(' ')).toMatch(/#NAME\?|#ERROR!/);
  });

  it('a quarter is closed with the numbers it has, and opened again computes as before', async () => {
    await silent(built, fault, true);
    ok(await built.panel.closePlan('abc123'));
    expect(ok(await built.panel.openPlan('abc123')).statuses).toEqual(standings);
    const sheet = ok(await built.panel.planStart()).plans[0]?.sheet ?? '';
    const own = (cells: Cells) =>
      new Map(
        [...cells].filter(
          ([place, value]) => place.startsWith(`${sheet}!`) && !String(value).startsWith('{'),
        ),
      );
    // A point of the chart that is none is left out.
    const left = new Map([...own(usual)].filter(([, value]) => value !== '#N/A'));
    expect(own(shown(built))).toEqual(left);
    await silent(built, fault, false);
    ok(await built.panel.undo());
    expect(ok(await built.panel.openPlan('abc123')).statuses).toEqual(standings);
  });
});
