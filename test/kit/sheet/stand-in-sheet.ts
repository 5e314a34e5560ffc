import type { Plan } from '../../../src/plan/model/plan.ts';
import { arrange } from '../../../src/sheet/layout/arrange.ts';
import {
  type Block,
  type BlockName,
  blockRange,
  type Content,
} from '../../../src/sheet/layout/block.ts';
import type { Drawing } from '../../../src/sheet/layout/drawing.ts';

export type Values = Readonly<Record<string, number | string>>;

/** A plan's sheet with given values in the cells that others read of it. */
export function standIn(
  plan: Plan,
  kpis: Readonly<Record<string, Values>>,
  spans: Readonly<Record<string, Values>> = {},
  margin: number | null = null,
): Drawing {
  const block = (
    name: BlockName,
    columns: readonly string[],
    rows: Readonly<Record<string, Values>>,
  ): Block => ({
    name,
    columns: ['title', 'key', ...columns],
    rows: Object.entries(rows).map(([key, values]) => ({
      key,
      cells: Object.fromEntries(
        columns.flatMap((column): [string, Content][] => {
          const value = values[column];
          return value === undefined ? [] : [[column, { value, style: 'plain' }]];
        }),
      ),
    })),
  });
  const score = ['target', 'actual', 'attainment', 'expected', 'status', 'owner', 'through'];
  const spanColumns = [...new Set(Object.values(spans).flatMap((each) => Object.keys(each)))];
  return arrange<BlockName>(
    [
      block('score', score, kpis),
      block('method', ['lastYear', 'goal', 'flag'], withThresholds(kpis)),
      block('input', ['weight'], { '.margin': { weight: margin ?? '' } }),
      block('calc', ['code', ...spanColumns], { ...codesOf(kpis), ...spans }),
    ],
    {
      nameOf: (name) => blockRange(plan.id, name),
      widths: [100],
      frozen: () => ({ rows: 0, columns: 0 }),
      rules: () => [],
      lines: () => [],
      charts: () => [],
      tab: '#000000',
    },
  ).drawing;
}

const codes: Readonly<Record<string, string>> = { '●': 'good', '▲': 'watch', '■': 'bad' };

/** The hidden code of each status in words. */
const codesOf = (kpis: Readonly<Record<string, Values>>) =>
  Object.fromEntries(
    Object.entries(kpis).map(([key, { status = '' }]) => [
      key,
      { code: codes[String(status).slice(0, 1)] ?? 'noData' },
    ]),
  );

const withThresholds = (kpis: Readonly<Record<string, Values>>) =>
  Object.fromEntries(
    Object.entries(kpis).map(([key, values]) => [key, { goal: 0.9, flag: 0.7, ...values }]),
  );
