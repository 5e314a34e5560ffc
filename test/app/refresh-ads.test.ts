import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Feed, TableAccount } from '../../src/quarter/feeds.ts';
import { segmentKeys } from '../../src/templates/feed-columns.ts';
import { totalKey } from '../../src/templates/split-cells.ts';
import { readCsv } from '../../src/workbench/files/csv.ts';
import { shownBlocks } from '../support/built-blocks.ts';
import { type BuiltDesk, good, openBuiltDesk } from '../support/built-desk.ts';
import { planned, planOf } from '../support/plans.ts';

/** Three campaigns of August 2023, published with their totals. */
const file = '../shared/data/facebook-ad-campaigns.csv';
const november = Date.UTC(2023, 10, 20, 5);

let built: BuiltDesk | null = null;
afterEach(() => {
  built?.desk.dispose();
  built = null;
});

describe('a published set of 1,143 ads, imported as a tab', () => {
  it.skipIf(!existsSync(file))(
    'feeds a quarter: cost per lead and click, in all and by campaign (skipped where it is not at hand)',
    { timeout: 120_000 },
    async () => {
      const taken: string[] = [];
      const answer = readCsv(readFileSync(file), { fileName: 'ads.csv', locale: 'vi_VN', taken });
      if ('problem' in answer) throw new Error(answer.problem.en);
      const blank = { name: 'Sheet1', rows: [] };
      built = await openBuiltDesk(
        { language: 'vi', locale: 'vi_VN' },
        { sheets: [blank, answer.ok.sheet] },
      );
      await built.desk.setClock(november);
      const [table] = good(await built.ask('listTables'));
      if (!table) throw new Error('No table.');
      const account: TableAccount = {
        ...{ source: 'table', id: 'table-faceb1', name: table.name, currency: 'USD' },
        ...{ sheet: table.sheet, day: 'Date', lastDay: null, order: 'dayFirst' },
        before: 'nothing',
      };
      const feed = (input: string, metric: string): Feed => ({
        ...{ input, account: account.id, metric, only: [], split: 'xyz_campaign_id' },
      });
      const kpis = [planned('CPL', { weight: 1, target: 17 }), planned('CPC', { target: 2 })];
      const plain = planOf(kpis, { quarter: { year: 2023, month: 7 } });
      const plan = {
        ...plain,
        circumstances: { ...plain.circumstances, currency: 'USD' },
        accounts: [account],
        feeds: [
          ...[feed('CPL.cost', 'Spent'), feed('LEADS', 'Total_Conversion')],
          ...[feed('CPC.cost', 'Spent'), feed('CPC.clicks', 'Clicks')],
        ],
      };
      const { sheet } = good(await built.ask('buildPlan', { plan, sample: false }));
      const fetched = async () => {
        for (let done = false; !done && built; ) {
          ({ done } = good(await built.ask('refresh', { plan: plan.id, anew: false })));
        }
        await built?.desk.settle();
      };
      await fetched();
      const shown = () => (built ? shownBlocks(built, sheet, plan) : new Map());
      const first = shown();
      expect(first.get('score')?.value('CPL', 'actual')).toBeCloseTo(58_705.23 / 3264, 6);
      expect(first.get('score')?.value('CPC', 'actual')).toBeCloseTo(58_705.23 / 38_165, 6);
      const split = first.get('split');
      expect(split?.value(totalKey, 'CPL')).toBeCloseTo(17.9857, 4);
      const names = segmentKeys.map((key) => String(split?.value(key, 'title') ?? ''));
      expect(names.filter((name) => name !== '').sort()).toEqual(['1178', '916', '936']);
      const cost = segmentKeys.reduce(
        (sum, key) => sum + Number(split?.value(key, 'seg:CPL.cost') ?? 0),
        0,
      );
      expect(cost).toBeCloseTo(58_705.23, 2);
      // Read once more, it is the same and stands once.
      const extent = built.desk.cells.extent(built.sheet('KPI · Dữ liệu'));
      await fetched();
      expect(built.desk.cells.extent(built.sheet('KPI · Dữ liệu'))).toEqual(extent);
      expect(shown().get('score')?.value('CPL', 'actual')).toBeCloseTo(17.9857, 4);
    },
  );
});
