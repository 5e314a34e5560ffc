import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { validatePlan } from '../../plan/validation/validate-plan.ts';
import { whereFrom } from '../../sheet/data/feed-words.ts';
import type { CellDelivery, SourceEntry } from '../../sources/define-source.ts';
import { fieldOf } from '../../sources/json.ts';
import { findTable } from '../../sources/table/find-table.ts';
import { sayProblem } from '../../sources/table/say.ts';
import { seenValues } from '../../sources/table/seen-values.ts';
import type { TableFacts, TablePreview } from '../api/data-api.ts';
import { planId } from '../api/request.ts';
import { Problem } from '../api/user-error.ts';
import { planNamed } from '../plan-store/find-plan.ts';
import type { Context } from '../ports/context.ts';
import { dayWords } from '../refresh/format-day.ts';
import { readTableOf } from '../refresh/read-table-source.ts';
import { sourceProblem } from './asker.ts';
import { isOwnSheet } from './own-sheets.ts';

/** Of a tab, so much is looked at to offer it. */
const mostRows = 220;
const mostColumns = 100;
const mostCells = 60;
const sampleRows = 5;
const longestCell = 200;

/** Tabs that hold tables, ours left out. */
export function listTables(context: Context): readonly TableFacts[] {
  const { spreadsheet } = context;
  const ours = isOwnSheet(spreadsheet);
  return spreadsheet.sheets().flatMap(({ id, name }): TableFacts[] => {
    if (ours(id) || !spreadsheet.isGrid(id)) return [];
    const used = spreadsheet.used(id);
    const [rows, columns] = [Math.min(used.rows, mostRows), Math.min(used.columns, mostColumns)];
    if (rows < 2) return [];
    const area = { row: 1, column: 1, rows, columns };
    const cells = spreadsheet.tableCells(id, area);
    const table = findTable(cells);
    if (!table || table.firstRow < 0) return [];
    const sample = {
      row: table.firstRow + 1,
      column: 1,
      columns: Math.min(columns, mostCells),
      rows: Math.max(1, Math.min(sampleRows, used.rows - table.firstRow)),
    };
    const shown = spreadsheet.shown(id, sample);
    return [
      {
        sheet: id,
        name,
        headers: table.headers,
        sample: shown.map((line) => line.map((text) => text.slice(0, longestCell))),
        ...seenValues(cells, table),
        rows: used.rows - table.firstRow,
      },
    ];
  });
}

/** What would come of a table, without anything being written. */
export function previewTable(request: unknown, context: Context): TablePreview {
  const { language, catalogue } = context;
  const standing = planNamed(planId(fieldOf(request, 'plan')), context);
  const { plan: now } = standing.read();
  const { plan, account, source } = asked(now, request, context);
  const read = readTableOf(plan, account, source.delivers, context);
  if ('trouble' in read) {
    throw sourceProblem(
      read.trouble,
      source,
      whereFrom(account, language, context.sources),
      context,
    );
  }
  const inputs = inputsOfPlan(plan, catalogue);
  const totals = plan.feeds.map(({ input }) => {
    const own = read.rows.filter((row) => row.input === input);
    const known = inputs.find(({ key }) => key === input);
    const values = own.map(({ value }) => value);
    const total =
      known?.over === 'sum'
        ? values.reduce((sum, each) => sum + each, 0)
        : values[values.length - 1];
    const covered = read.coverage[input] ?? null;
    const message =
      total === undefined || covered === null
        ? ''
        : formatAmount(total, known?.unit ?? 'count', account.currency, language);
    return { input, total: message, through: covered ? dayWords(covered.to, language) : '' };
  });
  return {
    rows: read.counts.used,
    from: read.covered ? dayWords(read.covered.from, language) : '',
    through: read.covered ? dayWords(read.covered.to, language) : '',
    totals,
    leftOut: read.counts.totals,
    problems: read.problems.map((each) => sayProblem(each, language)),
  };
}

/** The plan as it would be with this table alone. */
function asked(
  now: Plan,
  request: unknown,
  context: Context,
): {
  readonly plan: Plan;
  readonly account: Account;
  readonly source: SourceEntry & { readonly delivers: CellDelivery };
} {
  const wanted = {
    ...now,
    feeds: fieldOf(request, 'feeds'),
    accounts: [fieldOf(request, 'account')],
  };
  const checked = validatePlan(wanted, context.language, context.catalogue, context.sources);
  if ('problems' in checked) throw new Problem(checked.problems[0].sentence);
  const { plan } = checked;
  const [account] = plan.accounts;
  const source = account && context.sources.of(account);
  if (!source || !isInCells(source)) throw new Problem(context.say.cutOff);
  return { plan, account, source };
}

const isInCells = (
  source: SourceEntry,
): source is SourceEntry & { readonly delivers: CellDelivery } => source.delivers.by === 'cells';
