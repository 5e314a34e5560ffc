import { writeAmount } from '../quarter/amount.ts';
import { checkPlan } from '../quarter/check.ts';
import type { TableAccount } from '../quarter/feeds.ts';
import { inputsOfPlan } from '../quarter/inputs.ts';
import type { Plan } from '../quarter/plan.ts';
import { findTable } from '../sources/table/find-table.ts';
import { sayProblem } from '../sources/table/say.ts';
import { whereFrom } from '../templates/feed-words.ts';
import { plain } from '../templates/read-cells.ts';
import { fieldOf, planId } from './checked.ts';
import { sourceProblem } from './connect-property.ts';
import type { TableFacts, TablePreview } from './data-api.ts';
import { dayWords } from './data-words.ts';
import { findPlans, planNamed } from './find-plans.ts';
import { readStanding } from './plan-sheet.ts';
import { Problem } from './problem.ts';
import { readTableOf } from './refresh-table.ts';
import { isOurs } from './tables-ours.ts';
import type { World } from './world.ts';

/** Of a tab, so much is looked at to offer it. */
const mostRows = 220;
const mostColumns = 100;
const mostCells = 60;
const sampleRows = 5;
const longestCell = 200;

/** Tabs that hold tables, ours left out. */
export function listTables(world: World): readonly TableFacts[] {
  const { book } = world;
  const ours = isOurs(book);
  return book.sheets().flatMap(({ id, name }): TableFacts[] => {
    if (ours(id)) return [];
    const used = book.used(id);
    const [rows, columns] = [Math.min(used.rows, mostRows), Math.min(used.columns, mostColumns)];
    if (rows < 2) return [];
    const area = { row: 1, column: 1, rows, columns };
    const cells = book.values(id, area).map((line) => line.map(plain));
    const table = findTable(cells);
    if (!table || table.firstRow < 0) return [];
    const sample = {
      ...{ row: table.firstRow + 1, column: 1, columns: Math.min(columns, mostCells) },
      rows: Math.max(1, Math.min(sampleRows, used.rows - table.firstRow)),
    };
    const shown = book.shown(id, sample);
    return [
      {
        ...{ sheet: id, name, headers: table.headers },
        sample: shown.map((line) => line.map((text) => text.slice(0, longestCell))),
        rows: used.rows - table.firstRow,
      },
    ];
  });
}

/** What would come of a table, without anything being written. */
export function previewTable(request: unknown, world: World): TablePreview {
  const { language, catalogue } = world;
  const found = findPlans(world);
  const standing = planNamed(planId(fieldOf(request, 'plan')), found, world);
  const { plan: now } = readStanding(standing, world);
  const { plan, account } = asked(now, request, world);
  const read = readTableOf(plan, account, world);
  if ('trouble' in read) {
    throw new Problem(sourceProblem(read.trouble, whereFrom(account, language), world));
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
    const said =
      total === undefined || covered === null
        ? ''
        : writeAmount(total, known?.unit ?? 'count', account.currency, language);
    return { input, total: said };
  });
  return {
    rows: read.counts.used,
    from: read.covered ? dayWords(read.covered.from, language) : '',
    through: read.covered ? dayWords(read.covered.to, language) : '',
    totals,
    problems: read.problems.map((each) => sayProblem(each, language)),
  };
}

/** The plan as it would be with this table alone. */
function asked(
  now: Plan,
  request: unknown,
  world: World,
): { readonly plan: Plan; readonly account: TableAccount } {
  const wanted = {
    ...now,
    feeds: fieldOf(request, 'feeds'),
    accounts: [fieldOf(request, 'account')],
  };
  const checked = checkPlan(wanted, world.language, world.catalogue);
  if ('problems' in checked) throw new Problem(checked.problems[0].sentence);
  const { plan } = checked;
  const account = plan.accounts.find((each) => each.source === 'table');
  if (account?.source !== 'table') throw new Problem(world.say.cutOff);
  return { plan, account };
}
