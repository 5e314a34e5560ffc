import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { TableCells } from '../../../src/sources/table/cells.ts';
import { findTable } from '../../../src/sources/table/find-table.ts';
import { proposeMapping, type TableProposal } from '../../../src/sources/table/propose-mapping.ts';
import { readTable, type TableRead } from '../../../src/sources/table/read-table.ts';
import { seenValues } from '../../../src/sources/table/seen-values.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';
import { january, parts, plainLook } from './a-table.ts';

const inputsOf = (kpis: readonly string[]) => inputsOfPlan(planOf(kpis.map((kpi) => planned(kpi))));

/** What is proposed for some KPIs from the first rows of an export. */
export function propose(
  cells: TableCells,
  kpis: readonly string[],
  currency = 'VND',
): TableProposal {
  const table = findTable(cells);
  if (!table) throw new Error('no table was found');
  const sample = cells.slice(table.firstRow, table.firstRow + 6);
  return proposeMapping(
    { sheet: 1, name: 'Ads', headers: table.headers, sample, ...seenValues(cells, table) },
    inputsOf(kpis),
    currency,
  );
}

/** Reads an export as it is proposed to be read. */
export function readAs(
  { account, feeds }: TableProposal,
  cells: TableCells,
  kpis: readonly string[],
  when = { parts, yesterday: january(31) },
): TableRead {
  const id = 'table-abc123';
  const wanted = inputsOf(kpis).flatMap(({ key, over, unit }) =>
    feeds
      .filter(({ input }) => input === key)
      .map((feed) => ({ feed: { ...feed, account: id }, over, unit, periods: [] })),
  );
  const found = readTable({ cells, account: { ...account, id }, wanted, look: plainLook, ...when });
  if ('trouble' in found) throw new Error(JSON.stringify(found.trouble));
  return found;
}

export const metricsIn = ({ feeds }: TableProposal) =>
  Object.fromEntries(feeds.map(({ input, metric }) => [input, metric]));
