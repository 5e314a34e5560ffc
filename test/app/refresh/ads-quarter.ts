import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Plan } from '../../../src/plan/model/plan.ts';
import { segmentKeys } from '../../../src/sheet/data/feed-columns.ts';
import { totalKey } from '../../../src/sheet/data/segment-formulas.ts';
import { readCsv } from '../../../src/workbench/files/csv.ts';
import { countAds } from '../../e2e/ads.ts';
import { ok } from '../../kit/desk/answers.ts';
import { blockAt, valueAt } from '../../kit/desk/blocks.ts';
import { type BuiltDesk, builtRefreshed, openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { feedOf, tableOf } from '../../kit/plans/feeds.ts';
import { type GivenPlan, planned, planOf } from '../../kit/plans/plans.ts';

/** Plans cost per lead and click in a spreadsheet with a tab of ads, both flowing in by campaign. */
export async function planFromAds(built: BuiltDesk, given: GivenPlan) {
  const [table] = ok(await built.panel.listTables());
  if (!table) throw new Error('No table.');
  const account = tableOf({
    id: 'table-faceb1',
    name: table.name,
    currency: 'USD',
    sheet: table.sheet,
    day: 'Date',
    before: 'nothing',
  });
  const feed = (input: string, metric: string) =>
    feedOf(input, { account: account.id, metric, split: 'xyz_campaign_id' });
  const plan = planOf([planned('CPL', { weight: 1, target: 17 }), planned('CPC', { target: 2 })], {
    ...given,
    circumstances: { currency: 'USD' },
    accounts: [account],
    feeds: [
      feed('CPL.cost', 'Spent'),
      feed('LEADS', 'Total_Conversion'),
      feed('CPC.cost', 'Spent'),
      feed('CPC.clicks', 'Clicks'),
    ],
  });
  const { sheet } = ok(await built.panel.buildPlan({ plan, sample: false }));
  const fetch = async () => {
    await builtRefreshed(built, plan.id);
    await built.desk.settle();
  };
  await fetch();
  return { plan, sheet, fetch };
}

/** A file of ads, the quarter they ran in, and a day after it. */
export interface AdsOfQuarter {
  readonly file: string;
  readonly quarter: Plan['quarter'];
  readonly after: number;
  readonly campaigns: readonly string[];
}

/** That a file of ads, imported as a tab, feeds a quarter with what the file adds up to. */
export async function expectToFeed({ file, quarter, after, campaigns }: AdsOfQuarter) {
  const ads = countAds(file);
  const answer = readCsv(readFileSync(file), { fileName: 'ads.csv', locale: 'vi_VN' });
  if ('problem' in answer) throw new Error(answer.problem.en);
  const blank = { name: 'Sheet1', rows: [] };
  const settings = { language: 'vi', locale: 'vi_VN' } as const;
  const built = await openBuiltDesk(settings, { sheets: [blank, answer.ok.sheet] });
  try {
    await built.desk.setClock(after);
    const { plan, fetch } = await planFromAds(built, { quarter });
    const score = blockAt(built.book, plan.id, 'score');
    const perLead = ads.spent / ads.leads;
    expect(score.value('CPL', 'actual')).toBeCloseTo(perLead, 6);
    expect(score.value('CPC', 'actual')).toBeCloseTo(ads.spent / ads.clicks, 6);
    const split = blockAt(built.book, plan.id, 'split');
    expect(split.value(totalKey, 'CPL')).toBeCloseTo(perLead, 4);
    const names = segmentKeys.map((key) => String(split.value(key, 'title') ?? ''));
    expect(names.filter((name) => name !== '').sort()).toEqual(campaigns);
    const cost = segmentKeys.reduce(
      (sum, key) => sum + Number(split.value(key, 'seg:CPL.cost') ?? 0),
      0,
    );
    expect(cost).toBeCloseTo(ads.spent, 2);
    // Read once more, it is the same and stands once.
    const extent = built.desk.cells.extent(built.sheet('KPI · Dữ liệu'));
    await fetch();
    expect(built.desk.cells.extent(built.sheet('KPI · Dữ liệu'))).toEqual(extent);
    expect(valueAt(built.book, plan.id, 'score', 'CPL', 'actual')).toBeCloseTo(perLead, 4);
  } finally {
    built.desk.dispose();
  }
}
