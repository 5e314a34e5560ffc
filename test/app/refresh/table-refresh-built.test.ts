import { expect, it } from 'vitest';
import { dayOf } from '../../../src/plan/calendar/day.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt } from '../../kit/desk/blocks.ts';
import { builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';

const first = dayOf(2027, 1, 1);

/** A day in a cell, as the spreadsheet shows it. */
const shownDay = (of: number) => ({ value: first + of - 1, format: 'dd/mm/yyyy' });

it('a table with joined days and a date among its costs, as Google hands out its cells', async () => {
  const rows = [
    ['Ngày', 'Chi tiêu', 'Lead'],
    [shownDay(1), 100, 4],
    ['', 200, 5],
    [shownDay(2), 50, 6],
    [shownDay(3), shownDay(70), 7],
    [shownDay(4), 60, 8],
  ];
  const merges = [{ row: 1, column: 0, rows: 2, columns: 1 }];
  const built = await openBuiltDesk(
    { language: 'vi', locale: 'vi_VN' },
    {
      sheets: [
        { name: 'Sheet1', rows: [] },
        { name: 'Ads', rows, merges },
      ],
    },
  );
  try {
    await built.desk.setClock(Date.UTC(2027, 0, 10, 5));
    const [table] = ok(await built.panel.listTables());
    expect(table?.dated).toEqual([true, false, false]);
    const account = tableOf({ id: 'table-faceb1', sheet: table?.sheet ?? 0, day: 'Ngày' });
    const feed = (input: string, metric: string) => feedOf(input, { account: account.id, metric });
    const plan = planOf([planned('CPL', { target: 20 })], {
      quarter: { year: 2027, month: 1 },
      accounts: [account],
      feeds: [feed('CPL.cost', 'Chi tiêu'), feed('LEADS', 'Lead')],
    });
    ok(await built.panel.buildPlan({ plan, sample: false }));
    await builtRefreshed(built, plan.id);
    await built.desk.settle();
    const feeds = blockAt(built.book, plan.id, 'feeds');
    // Costs are known for the two days before the one whose cost is a date.
    expect(feeds.value('CPL.cost', 'through')).toBe(first + 1);
    expect(String(feeds.value('CPL.cost', 'trust'))).toContain('Ads!B5: “11/03/2027”');
    expect([feeds.value('LEADS', 'through'), feeds.value('LEADS', 'trust')]).toEqual([
      first + 3,
      null,
    ]);
    // 350 for 15 leads of the same two days: both rows of the joined day count.
    expect(blockAt(built.book, plan.id, 'score').value('CPL', 'actual')).toBeCloseTo(350 / 15, 6);
  } finally {
    built.desk.dispose();
  }
}, 120_000);
