import type { CommonTrouble, Loss, LossReason, Row } from './source.ts';

/** What becomes of days that are unknown, by the reason. */
export const lossReasons: Readonly<
  Record<
    LossReason,
    {
      /** Asked once more at once: an answer may be spoilt by accident. */
      readonly doubt: boolean;
      /** Asked again from time to time; `daily`: every day, since that is how the source works. */
      readonly passes: boolean | 'daily';
      /** Later answers about the same days do not say it again. */
      readonly stays: boolean;
      /** What people are told besides the note beside the input, where numbers were to be expected. */
      readonly trouble: CommonTrouble | null;
    }
  >
> = {
  notYet: { doubt: false, passes: false, stays: true, trouble: null },
  cutOff: { doubt: false, passes: false, stays: false, trouble: null },
  later: { doubt: false, passes: 'daily', stays: false, trouble: null },
  empty: { doubt: false, passes: true, stays: false, trouble: 'lostEmpty' },
  unreadable: { doubt: true, passes: true, stays: false, trouble: 'lostUnreadable' },
  twice: { doubt: true, passes: true, stays: false, trouble: 'lostUnreadable' },
  other: { doubt: false, passes: false, stays: false, trouble: 'lostOther' },
};

/** The rows that nothing is lost of. */
export function wholeRows(rows: readonly Row[], lost: readonly Loss[]): readonly Row[] {
  if (lost.length === 0) return rows;
  const byInput = new Map<string, Loss[]>();
  for (const each of lost) byInput.set(each.input, [...(byInput.get(each.input) ?? []), each]);
  return rows.filter(
    ({ input, from, to }) =>
      !(byInput.get(input) ?? []).some((each) => each.from <= to && each.to >= from),
  );
}

/** Days that a source is always behind are nothing to tell of each time. */
export const isUsual = (why: LossReason): boolean => lossReasons[why].passes === 'daily';
