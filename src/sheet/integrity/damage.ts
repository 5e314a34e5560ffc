import { measuredKpis } from '../calc/kpi-inputs.ts';
import type { Block, BlockName, BlockRow } from '../layout/block.ts';
import { isAside } from '../layout/cell-addresses.ts';
import { plainValue } from '../layout/read-cells.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { blockNamed } from '../plan/blocks.ts';
import type { FormulaBlock } from './fingerprint.ts';
import { ownDay } from './own-days.ts';

/** What has happened to a block. */
export type DamageKind =
  /** Its name is gone, and with it everything in it. */
  | 'gone'
  | 'rowsMissing'
  | 'rowsTwice'
  | 'columnsMissing'
  /** Values stand where formulas of ours were. */
  | 'overwritten'
  /** Days of ours are others. */
  | 'days'
  /** Heads and rows have come apart, or foreign rows in between. */
  | 'order'
  /** Formulas of ours are others. */
  | 'altered';

/** One kind of damage in one block: which rows and columns, by their keys, where that can be told. */
export interface Damage {
  readonly block: BlockName;
  readonly is: DamageKind;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** What has happened to blocks that are not what they were, held against how they are drawn. */
export function damageOf(
  changed: readonly BlockName[],
  drawn: readonly Block[],
  found: readonly FormulaBlock[],
): readonly Damage[] {
  return changed.flatMap((name): Damage[] => {
    const block = drawn.find((each) => each.name === name);
    const stands = found.find((each) => each.block === name);
    if (!block) return [];
    if (!stands) return [{ block: name, is: 'gone', rows: [], columns: [] }];
    const seen = [...inRows(block, stands), ...inColumns(block, stands), ...inCells(block, stands)];
    return seen.length > 0 ? seen : [{ block: name, is: 'altered', rows: [], columns: [] }];
  });
}

const keyedRows = ({ rows }: Block): readonly BlockRow[] =>
  rows.filter(({ key, unkeyed }) => key !== '' && !unkeyed);

function inRows(block: Block, { rowKeys }: FormulaBlock): Damage[] {
  const rows = keyedRows(block).map(({ key }) => key);
  const count = (key: string) => rowKeys.filter((each) => each === key).length;
  const missing = rows.filter((key) => count(key) === 0);
  const twice = rows.filter((key) => count(key) > 1);
  const stands = rowKeys.slice(1).filter((key) => key !== '');
  const foreign = stands.some((key) => !rows.includes(key));
  const apart = rows.some((key, at) => isAside(key) && stands[at] !== key);
  const whole = missing.length === 0 && twice.length === 0;
  const of = (is: DamageKind, keys: readonly string[]): Damage[] =>
    keys.length > 0 ? [{ block: block.name, is, rows: keys, columns: [] }] : [];
  return [
    ...of('rowsMissing', missing),
    ...of('rowsTwice', twice),
    ...(whole && (foreign || apart)
      ? [{ block: block.name, is: 'order', rows: [], columns: [] } as const]
      : []),
  ];
}

function inColumns({ name, columns }: Block, { columnKeys }: FormulaBlock): Damage[] {
  const missing = columns.filter((key) => !columnKeys.includes(key));
  return missing.length > 0
    ? [{ block: name, is: 'columnsMissing', rows: [], columns: missing }]
    : [];
}

interface CellDamage {
  readonly is: 'overwritten' | 'days';
  readonly row: string;
  readonly column: string;
}

/** One damage per column, so that rows can be told apart. */
function inCells(block: Block, stands: FormulaBlock): Damage[] {
  const { rowKeys, columnKeys, formulas, values } = stands;
  const cells = keyedRows(block).flatMap(({ key: row, cells }) => {
    const down = rowKeys.indexOf(row, 1);
    if (down < 0) return [];
    return Object.entries(cells).flatMap(([column, content]): CellDamage[] => {
      const { formula } = content;
      const across = columnKeys.indexOf(column);
      if (across < 0) return [];
      const holds = values[down]?.[across] ?? '';
      if (formula) {
        const over = (formulas[down]?.[across] ?? '') === '';
        return over ? [{ is: 'overwritten', row, column }] : [];
      }
      const day = ownDay(block.name, column, content);
      return day !== null && plainValue(holds) !== day ? [{ is: 'days', row, column }] : [];
    });
  });
  const kinds = ['days', 'overwritten'] as const;
  return kinds.flatMap((is) => {
    const mine = cells.filter((each) => each.is === is);
    const columns = [...new Set(mine.map(({ column }) => column))];
    return columns.map((column): Damage => {
      const rows = mine.filter((each) => each.column === column).map(({ row }) => row);
      return { block: block.name, is, rows, columns: [column] };
    });
  });
}

/** The KPIs of a plan whose numbers or judgements rest on what is damaged. */
export function affectedKpis(
  damages: readonly Damage[],
  facts: Pick<SheetInput, 'plan' | 'catalogue' | 'inputs' | 'sources'>,
): readonly string[] {
  const all = facts.plan.kpis.map(({ kpi }) => kpi);
  const measured = measuredKpis(facts);
  const users = (input: string): readonly string[] =>
    measured
      .filter(({ inputs }) => inputs.some(({ key }) => key === input))
      .map(({ kpi }) => kpi.name);
  const ofInput = (key: string) => [...users(key), ...all.filter((kpi) => kpi === key)];
  /** `CPL`, and the columns that are its own among the hidden ones: `CPL:1`. */
  const ofKpi = (key: string) => all.filter((kpi) => kpi === key.split(':')[0]);
  const ofColumn = (block: BlockName, key: string): readonly string[] => {
    if (key.startsWith('seg:')) return users(key.slice(4));
    return blockNamed(block)?.inputs === 'columns' ? ofInput(key) : ofKpi(key);
  };
  const ofRow = (block: BlockName, key: string): readonly string[] => {
    if (key.startsWith('.in:')) return users(key.slice(4));
    return blockNamed(block)?.inputs === 'rows' ? users(key) : ofKpi(key);
  };
  const touched = damages.flatMap(({ block, rows, columns }) => {
    const told = [
      columns.map((column) => ofColumn(block, column)),
      rows.map((row) => ofRow(block, row)),
    ].find((each) => each.length > 0 && each.every((kpis) => kpis.length > 0));
    return told?.flat() ?? all;
  });
  return all.filter((kpi) => touched.includes(kpi));
}
