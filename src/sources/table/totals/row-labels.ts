import { fold } from '../../../messages/fold.ts';
import { cleanText } from '../../../plan/validation/field-reader.ts';
import type { TableCell } from '../cells.ts';
import type { TableRow } from '../dated-rows.ts';

/** What a row is called, and whether that speaks of a total. */
export interface RowLabel {
  /** Its texts in columns that tell rows apart, folded; `''` where it names nothing. */
  readonly text: string;
  /** It says “total” and nothing else. */
  readonly isTotal: boolean;
  /** The same of what a whole export ends in: `Total: Account`, `Results from 8 campaigns`. */
  readonly isEnd: boolean;
  /** It speaks of all of something: `All campaigns`, `Cộng ngày`. */
  readonly isStrong: boolean;
  /** It begins as totals do: `Total Wellness`. */
  readonly isHint: boolean;
}
export type RowLabels = ReadonlyMap<number, RowLabel>;

const totalWord = '(?:grand |sub ?)?totals?|tong(?: cong| so| ket)?|cong(?: don)?';
const ofThings =
  'campaigns?|ads?|ad sets?|channels?|sources?|rows?|days?|weeks?|months?|accounts?|platforms?|(?:cac )?(?:chien dich|kenh|nguon|ngay|tuan|thang|quang cao|tai khoan|nen tang)|ca ngay|trong ngay';
const totals = new RegExp(`^(?:${totalWord})$`);
const ends = new RegExp(`^(?:${totalWord})\\s*[:–(-].*|^results? from \\d|^ket qua tu \\d`);
const strong = new RegExp(
  `^(?:${totalWord}|all|overall|tat ca|toan bo) (?:of |for |all |the )*(?:${ofThings})(?: \\d.*)?$`,
);
const hint = new RegExp(`^(?:${totalWord}|sum|all|overall|tat ca|toan bo|luy ke)\\b`);

function labelOf(texts: readonly string[]): RowLabel {
  const folded = texts.map((text) => fold(cleanText(text)).replace(/\s*:$/, ''));
  const says = (pattern: RegExp) => folded.some((text) => pattern.test(text));
  const [isTotal, isEnd] = [says(totals), says(totals) || says(ends)];
  const isStrong = isEnd || says(strong);
  return { text: folded.join(' | '), isTotal, isEnd, isStrong, isHint: isStrong || says(hint) };
}

/** Whether a text says “total” and nothing else. */
export const isTotal = (text: string): boolean => labelOf([text]).isTotal;

const isText = (cell: TableCell | undefined): cell is string =>
  typeof cell === 'string' && /\p{L}/u.test(cell);

/** What rows are called, by their place. */
export function rowLabels(
  rows: readonly TableRow[],
  measured: readonly number[],
  days: readonly number[],
): RowLabels {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const numbers = new Set(measured);
  // What is the same in all rows, a currency or an account, names none of them.
  const naming = Array.from({ length: width }, (_, column) => column).filter((column) => {
    if (days.includes(column) || numbers.has(column)) return false;
    const [first] = rows;
    return rows.some(({ cells }) => cells[column] !== first?.cells[column]);
  });
  const known = new Map<string, RowLabel>();
  return new Map(
    rows.map(({ at, cells }) => {
      const own = naming.flatMap((column) => {
        const cell = cells[column];
        return isText(cell) ? [cell] : [];
      });
      // `Tổng tháng 1` in the column of the days.
      const spoken = days.flatMap((column) => {
        const cell = cells[column];
        return isText(cell) && hint.test(fold(cleanText(cell))) ? [cell] : [];
      });
      const texts = own.length > 0 ? own : spoken;
      const key = texts.join('\n');
      const label = known.get(key) ?? labelOf(texts);
      known.set(key, label);
      return [at, label];
    }),
  );
}
