import { quoted } from '../../native/twin.ts';
import type { CellAddresses } from '../layout/block.ts';
import { anyNumber, call } from '../layout/formula-text.ts';
import type { CoverageColumn } from './feed-columns.ts';

/**
 * How far an input came, wherever its row was sorted to: the day, and a test that it stands there, once.
 * By sums, not by INDEX, of which engines do not know what it will read: everything that flows in
 * rests on these cells, and would be computed anew whenever anything is.
 */
export function coverageOf(input: string, column: CoverageColumn, at: CellAddresses) {
  const keys = [at.column('feeds', 'key'), quoted(input)];
  const cells = at.column('feeds', column);
  return {
    day: call('SUMIFS', cells, ...keys),
    isThere: `${call('COUNTIFS', ...keys, cells, anyNumber)}=1`,
  };
}
