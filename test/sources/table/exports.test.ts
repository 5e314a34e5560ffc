import { describe, expect, it } from 'vitest';
import { dayOf, weekParts } from '../../../src/plan/calendar/calendar.ts';
import { countAds } from '../../e2e/ads.ts';
import { january, totalOf } from './a-table.ts';
import { metricsIn, propose, readAs } from './proposed.ts';
import { exported, readCsv } from './read-csv.ts';

describe('exports as people have them', () => {
  it('maps and reads an export of Meta in Vietnamese, without its line of totals', () => {
    const cells = exported('meta-vi');
    const kpis = ['CPL', 'CPC', 'CTR', 'CAC'];
    const proposal = propose(cells, kpis);
    expect(proposal.account).toMatchObject({
      day: 'Bắt đầu báo cáo',
      lastDay: 'Kết thúc báo cáo',
      currency: 'VND',
    });
    expect(metricsIn(proposal)).toEqual({
      LEADS: 'Kết quả',
      'CPC.cost': 'Số tiền đã chi tiêu (VND)',
      'CPC.clicks': 'Lượt click vào liên kết',
      'CTR.clicks': 'Lượt click vào liên kết',
      IMPRESSIONS: 'Lượt hiển thị',
    });
    expect(proposal.feeds.every(({ split }) => split === 'Tên chiến dịch')).toBe(true);
    expect(proposal.unsure).toContainEqual({
      about: 'inputs',
      column: 'Số tiền đã chi tiêu (VND)',
      inputs: ['CPL.cost', 'CAC.cost'],
    });
    const found = readAs(proposal, cells, kpis);
    expect(found.problems).toEqual([]);
    expect(found.covered).toEqual({ from: january(1), to: january(6) });
    // As the line of totals says.
    expect(totalOf(found, 'CPC.cost')).toBe(cells[1]?.[3]);
    expect(totalOf(found, 'IMPRESSIONS')).toBe(cells[1]?.[4]);
    expect(totalOf(found, 'LEADS')).toBe(cells[1]?.[6]);
    expect(found.counts).toMatchObject({ rows: 19, totals: 1, used: 18 });
  });

  it('maps and reads an export of Google Ads in English, with titles above and totals below', () => {
    const cells = exported('google-ads-en');
    const kpis = ['CPC', 'CTR', 'CPA', 'ROAS', 'CPL'];
    const proposal = propose(cells, kpis);
    expect(proposal.account).toMatchObject({ day: 'Day', lastDay: null, currency: 'USD' });
    expect(metricsIn(proposal)).toEqual({
      'CPC.cost': 'Cost',
      'CPC.clicks': 'Clicks',
      'CTR.clicks': 'Clicks',
      IMPRESSIONS: 'Impr.',
      'CPA.conversions': 'Conversions',
      'ROAS.revenue': 'Conv. value',
    });
    expect(proposal.unsure.map(({ about }) => about)).toEqual(['inputs', 'inputs']);
    const found = readAs(proposal, cells, kpis);
    expect(found.problems).toEqual([]);
    expect(totalOf(found, 'CPC.cost')).toBeCloseTo(6689.82, 6);
    expect(totalOf(found, 'IMPRESSIONS')).toBe(29_300);
    expect(totalOf(found, 'CPA.conversions')).toBe(14.5);
    expect(found.counts).toMatchObject({ totals: 2, used: 10 });
  });

  it('maps and reads an export of TikTok; a cost that only comes near is proposed and pointed out', () => {
    const cells = exported('tiktok-en');
    const proposal = propose(cells, ['CPL']);
    expect(metricsIn(proposal)).toEqual({ 'CPL.cost': 'Cost', LEADS: 'Conversions' });
    expect(proposal.unsure).toContainEqual({ about: 'near', column: 'Cost', input: 'CPL.cost' });
    const found = readAs(proposal, cells, ['CPL']);
    expect(totalOf(found)).toBe(cells.at(-1)?.[2]);
    expect(found.counts.totals).toBe(1);
  });

  it.each([
    ['en', 'Date', 'Clicks', 'Impressions'],
    ['vi', 'Ngày', 'Lượt nhấp', 'Lượt hiển thị'],
  ])('maps and reads the days of Search Console at once, in %s', (language, day, clicks, seen) => {
    const cells = exported(`search-console-${language}`);
    const kpis = ['CTR', 'IMPRESSIONS', 'SEARCHRANK'];
    const proposal = propose(cells, kpis);
    expect(proposal.account).toMatchObject({ day, lastDay: null });
    // The position of a week is none that those of its days add up to: it stays typed.
    expect(metricsIn(proposal)).toEqual({ 'CTR.clicks': clicks, IMPRESSIONS: seen });
    expect(proposal.unsure).toEqual([]);
    const found = readAs(proposal, cells, kpis);
    expect(found.problems).toEqual([]);
    expect(found.covered).toEqual({ from: january(1), to: january(14) });
    const sum = (at: number) => cells.slice(1).reduce((total, row) => total + Number(row[at]), 0);
    expect(totalOf(found, 'CTR.clicks')).toBe(sum(1));
    expect(totalOf(found, 'IMPRESSIONS')).toBe(sum(2));
    // A day on which nothing was seen has neither a rate nor a position; it is a day all the same.
    expect(found.counts).toMatchObject({ rows: 14, totals: 0, used: 14 });
  });

  it('counts the rows of a list of leads by source and status', () => {
    const cells = exported('crm-vi');
    const kpis = ['CPL', 'MQLS'];
    const proposal = propose(cells, kpis);
    expect(proposal.account).toMatchObject({ day: 'Ngày tạo', order: 'dayFirst' });
    expect(proposal.feeds).toEqual([
      { input: 'LEADS', metric: null, only: [], split: 'Nguồn' },
      {
        input: 'MQLS',
        metric: null,
        split: 'Nguồn',
        only: [{ dimension: 'Trạng thái', is: ['MQL', 'mql'] }],
      },
    ]);
    expect(proposal.unsure.map(({ about }) => about)).toEqual(['order', 'values']);
    const found = readAs(proposal, cells, kpis);
    // One lead has no day: it stands among those of the 3rd, so that the days before are whole.
    expect(found.coverage.LEADS).toEqual({ from: january(1), to: january(2) });
    expect(found.shortOf).toMatchObject({ LEADS: { kind: 'undated', detail: 'Ads!A9' } });
    // It is none of those that marketing calls qualified.
    expect(found.coverage.MQLS?.to).toBe(january(7));
    expect(totalOf(found, 'MQLS')).toBe(6);
    const dated = readAs(
      proposal,
      cells.filter((row) => !row.includes('Zalo')),
      kpis,
    );
    expect(dated.short).toBeNull();
    expect(totalOf(dated, 'LEADS')).toBe(14);
    expect(new Set(dated.rows.map(({ segment }) => segment))).toEqual(
      new Set(['Facebook', 'Google', 'Giới thiệu', '']),
    );
    expect(found.problems).toMatchObject([{ kind: 'noDay', count: 1 }]);
  });

  it('reads a file of 1,143 ads, in which day and campaign are columns among others', () => {
    const file = 'src/workbench/example/ads.csv';
    const ads = countAds(file);
    const cells = readCsv(file);
    const kpis = ['CPL', 'CPC', 'CTR', 'NEWCUSTOMERS'];
    const proposal = propose(cells, kpis);
    expect(proposal.account).toMatchObject({ day: 'Date', order: 'dayFirst' });
    expect(metricsIn(proposal)).toMatchObject({ 'CPC.cost': 'Spent', LEADS: 'Total_Conversion' });
    const account = { ...proposal.account, currency: 'USD' };
    const when = {
      parts: weekParts({ year: 2026, month: 7 }, 'monday'),
      yesterday: dayOf(2026, 9, 30),
    };
    const found = readAs({ ...proposal, account }, cells, kpis, when);
    expect(found.problems.filter(({ stops }) => stops)).toEqual([]);
    expect(totalOf(found, 'CPC.cost')).toBeCloseTo(ads.spent, 2);
    expect(totalOf(found, 'IMPRESSIONS')).toBe(ads.impressions);
    expect(totalOf(found, 'CPC.clicks')).toBe(ads.clicks);
    expect(totalOf(found, 'LEADS')).toBe(ads.leads);
    expect(found.counts.used).toBe(ads.ads);
  });
});
