import { expect, it } from 'vitest';
import { dayOf, weekParts } from '../../src/plan/calendar/calendar.ts';
import { totalOf } from '../sources/table/a-table.ts';
import { metricsIn, propose, readAs } from '../sources/table/proposed.ts';
import { readCsv } from '../sources/table/read-csv.ts';
import { adsFile } from './published-files.ts';

it('maps and reads a published set of 1,143 Facebook ads', () => {
  const cells = readCsv(adsFile);
  const kpis = ['CPL', 'CPC', 'CTR', 'NEWCUSTOMERS'];
  const proposal = propose(cells, kpis);
  expect(proposal.account).toMatchObject({ day: 'Date', order: 'dayFirst' });
  expect(metricsIn(proposal)).toMatchObject({ 'CPC.cost': 'Spent', LEADS: 'Total_Conversion' });
  const account = { ...proposal.account, currency: 'USD' };
  const when = {
    parts: weekParts({ year: 2023, month: 7 }, 'monday'),
    yesterday: dayOf(2023, 9, 30),
  };
  const found = readAs({ ...proposal, account }, cells, kpis, when);
  expect(found.problems.filter(({ stops }) => stops)).toEqual([]);
  expect(totalOf(found, 'CPC.cost')).toBeCloseTo(58_705.23, 2);
  expect(totalOf(found, 'IMPRESSIONS')).toBe(213_434_828);
  expect(totalOf(found, 'CPC.clicks')).toBe(38_165);
  expect(totalOf(found, 'LEADS')).toBe(3264);
  expect(found.counts.used).toBe(1143);
});
