import { quoted } from '../../native/twin.ts';
import type { CellAddresses } from '../layout/block.ts';
import { anyNumber, call } from '../layout/formula-text.ts';
import { type CoverageColumn, sealColumn, sealFormula } from './feed-columns.ts';

const sumOf = (input: string, column: CoverageColumn | typeof sealColumn, at: CellAddresses) =>
  call('SUMIFS', at.column('feeds', column), at.column('feeds', 'key'), quoted(input));

/** That nobody has typed over the days of an input, wherever its row was sorted to. */
export const isSealed = (input: string, at: CellAddresses): string => {
  const day = (column: CoverageColumn) => sumOf(input, column, at);
  return `${sumOf(input, sealColumn, at)}=${sealFormula(day('from'), day('through'), day('settled'))}`;
};

/**
 * How far an input came, wherever its row was sorted to: the day, and a test that it stands there, once.
 * By sums, not by INDEX, of which engines do not know what it will read: everything that flows in
 * rests on these cells, and would be computed anew whenever anything is.
 */
export function coverageOf(input: string, column: CoverageColumn, at: CellAddresses) {
  const keys = [at.column('feeds', 'key'), quoted(input)];
  const cells = at.column('feeds', column);
  return {
    day: sumOf(input, column, at),
    isThere: `${call('COUNTIFS', ...keys, cells, anyNumber)}=1`,
  };
}
