import type { ownFunction } from './stage.ts';

/** What a cell was handed, in words of the table; or, asked to `give` something, that. */
function selfCheckCell(argument?: unknown): unknown {
  if (typeof argument !== 'string') return kindOf(argument);
  const [, wanted] = /^give (\w+)$/.exec(argument) ?? [];
  if (wanted === undefined) return kindOf(argument);
  if (wanted === 'throw') throw new Error('The self-check threw this.');
  return gifts[wanted];
}

const gifts: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  nan: Number.NaN,
  infinity: Number.POSITIVE_INFINITY,
  list: [1, 2],
  date: new Date(Date.UTC(2026, 0, 15, 12)),
};

function kindOf(argument: unknown): string {
  if (argument === undefined) return 'left out';
  if (argument === null) return 'null';
  if (argument === '') return 'empty text';
  if (Array.isArray(argument)) return 'rows';
  if (Object.prototype.toString.call(argument) === '[object Date]') return 'date';
  if (typeof argument === 'boolean') return 'truth';
  if (typeof argument === 'number') return 'number';
  return /^#[A-Z0-9/]+[!?]?$/.test(String(argument)) ? 'error text' : 'text';
}

/** What cells of the self-check call; it belongs to the cells, which load nothing else of the self-check. */
export const selfCheckFunctions: Record<typeof ownFunction, (argument?: unknown) => unknown> = {
  KPI_SELF_CHECK: selfCheckCell,
};
