import { kpiTitle } from '../../messages/catalogue.ts';
import { type SheetMoreWords, sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { quoted } from '../../native/twin.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import { isLight, isLightAt } from '../calc/status-formulas.ts';
import type { BlockRow, CellAddresses, DrawnBlock } from '../layout/block.ts';
import type { PlanBlock } from '../layout/block-definition.ts';
import { dayFormat } from '../layout/formats.ts';
import { leftHead, rightHead } from '../layout/looks.ts';
import { messageFormula } from '../layout/message-formula.ts';
import {
  carried,
  type SheetInput,
  type TypedValue,
  type TypedValues,
  typedAt,
} from '../layout/sheet-input.ts';

/** There is always room for so many new items, and at least so many lines. */
const freeRows = 3;
const fewestRows = 6;

/** «Việc cần làm»: what to do next, for which KPI, who, until when; beside it what is off track. */
export const actionBlock: PlanBlock<'action'> = {
  name: 'action',
  draw,
  statuses: { status: light },
  growing: true,
  loose: true,
};

function draw(facts: SheetInput): DrawnBlock {
  const { plan, catalogue } = facts;
  const words = sheetMoreWords(plan.language);
  const kpis = plan.kpis.flatMap(({ kpi }) => kpiNamed(kpi, plan, catalogue) ?? []);
  const names = kpis.map(({ name }) => name);
  const titles = kpis.map((kpi) => kpiTitle(kpi, plan.language));
  return {
    columns,
    rows: [
      {
        key: '.behind',
        cells: {
          title: { value: words.todo, style: 'heading' },
          kpi: {
            formula: (at) =>
              `IF(LEN(${listed(at, names, 'bad')})=0;${none(at, names, words)};${messageFormula(
                words.todoBehind,
                { names: listed(at, names, 'bad') },
              )})`,
            style: 'unit',
          },
        },
      },
      {
        key: '.watch',
        cells: {
          kpi: {
            formula: (at) =>
              `IF(LEN(${listed(at, names, 'watch')})=0;"";${messageFormula(words.todoWatch, { names: listed(at, names, 'watch') })})`,
            style: 'unit',
          },
        },
      },
      { key: '', cells: head(words) },
      ...keysFor(facts.typed).map((key) => rowOf(key, facts, titles, words)),
    ],
    space: 1,
  };
}

const columns = ['title', 'key', 'kpi', 'owner', 'due', 'done', 'left', 'gap', 'status'];

/** Nothing is said to be on track while nothing is judged. */
const none = (at: CellAddresses, names: readonly string[], words: SheetMoreWords): string =>
  names.length === 0
    ? '""'
    : `IF(${names.map((name) => `(${isLight(at.cell('calc', name, 'code'), 'good')})`).join('+')}=0;"";${quoted(words.todoNoneBehind)})`;

/** Titles of the KPIs whose status is as good as this, with commas between. */
function listed(at: CellAddresses, names: readonly string[], light: StatusLight): string {
  const found = names.map(
    (name) =>
      `IF(${isLight(at.cell('calc', name, 'code'), light)};", "&${at.find('score', name, 'title')};"")`,
  );
  return found.length === 0 ? '""' : `MID(${found.join('&')};3;999)`;
}

function head(words: SheetMoreWords): BlockRow['cells'] {
  return {
    title: leftHead(words.todoWhat),
    kpi: leftHead(words.todoKpi),
    owner: leftHead(words.todoOwner),
    due: rightHead(words.todoDue),
    done: leftHead(words.todoDone),
    left: leftHead(words.todoLeft),
    status: leftHead(words.todoStatus),
  };
}

function rowOf(
  key: string,
  facts: SheetInput,
  titles: readonly string[],
  words: SheetMoreWords,
): BlockRow {
  const kept = (column: string) => typedAt(facts, 'action', key, column);
  const due = kept('due');
  return {
    key,
    cells: {
      title: { ...carried(kept('title')), style: 'typedWords' },
      kpi: {
        ...carried(kept('kpi')),
        style: 'typedWords',
        allows: { is: 'list', items: titles, strict: false },
      },
      owner: { ...carried(kept('owner')), style: 'typedWords' },
      due: {
        ...carried(due),
        format: dayFormat(facts.plan.language),
        style: 'typedNumber',
        allows: { is: 'number', min: 1, help: words.todoDueHelp },
      },
      done: { value: kept('done') === true, style: 'typedTick', allows: { is: 'tick' } },
      left: { formula: (at) => left(at, key, words), style: 'unit' },
      status: { formula: (at) => statusOf(at, key), style: 'status' },
    },
  };
}

/** How long there still is, for an item with words and a day. */
function left(at: CellAddresses, key: string, words: SheetMoreWords): string {
  const due = at.here('action', key, 'due');
  const late = messageFormula(words.todoOverdue, { n: `(TODAY()-${due})` });
  const time = messageFormula(words.todoDaysLeft, { n: `(${due}-TODAY())` });
  const open = `IF(ISNUMBER(${due});IF(${due}<TODAY();${late};IF(${due}=TODAY();${quoted(words.todoToday)};${time}));"")`;
  return `IF(LEN(${at.here('action', key, 'title')})=0;"";IF(${at.here('action', key, 'done')}=TRUE;${quoted(words.todoDoneWord)};${open}))`;
}

/** In which row of the scorecard the KPI an item is for stands, found by its title. */
const scored = (at: CellAddresses, key: string): string =>
  `MATCH(${at.here('action', key, 'kpi')};${at.column('score', 'title')};0)`;

/** Whether a status is shown, and that of the KPI an item is for is as good as this. */
function light(at: CellAddresses, key: string, is: StatusLight): string {
  const calc = { keys: at.column('calc', 'title'), codes: at.column('calc', 'code') };
  const kpi = at.here('action', key, 'kpi');
  return `(LEN(${at.here('action', key, 'status')})>0)*(${isLightAt(calc, kpi, is)})>0`;
}

/** The status of the KPI an item is for. */
function statusOf(at: CellAddresses, key: string): string {
  const kpi = at.here('action', key, 'kpi');
  const found = scored(at, key);
  return `IF(LEN(${kpi})=0;"";IF(ISNUMBER(${found});INDEX(${at.column('score', 'status')};${found});""))`;
}

/** Keys of the lines: those in use, then free ones. */
function keysFor({ action = {} }: TypedValues): readonly string[] {
  const used = Object.keys(action).filter((key) => isUsed(action[key]));
  const all = [...used];
  const wanted = Math.max(fewestRows, used.length + freeRows);
  for (let next = 1; all.length < wanted; next += 1) {
    const key = `a${next}`;
    if (!all.includes(key)) all.push(key);
  }
  return all;
}

const isUsed = (cells: Readonly<Record<string, TypedValue>> | undefined): boolean =>
  Object.entries(cells ?? {}).some(([column, value]) => column !== 'done' && value !== '');

/** What the next quarter's sheet takes over: the items nobody has ticked. */
export function openActions(typed: TypedValues): TypedValues {
  const open = Object.entries(typed.action ?? {}).filter(
    ([, cells]) => isUsed(cells) && cells.done !== true,
  );
  return { action: Object.fromEntries(open) };
}
