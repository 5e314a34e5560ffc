import type { RangeBounds } from '../../model/address.ts';
import { sentences } from '../assumptions.ts';

/** A sheet (`area` is `null`), or an area of it, that others have closed to this user. */
export interface Protection {
  readonly sheetId: string;
  readonly area: RangeBounds | null;
}

/** What this user may not edit. */
export interface Closed {
  readonly protections: readonly Protection[];
  close(protection: Protection): void;
  open(): void;
  /** Whether this user may edit every cell of an area. */
  mayEdit(sheetId: string, area: RangeBounds): boolean;
  /** Refuses, in the spreadsheet's words, what may not be edited: an area, or the sheet itself. */
  check(sheetId: string, area?: RangeBounds): void;
}

/** Nothing is closed but what was, until somebody closes it. */
export function closedCells(before: readonly Protection[] = []): Closed {
  let protections = [...before];
  const mayEdit = (sheetId: string, area?: RangeBounds): boolean =>
    protections.every(
      (one) =>
        one.sheetId !== sheetId ||
        (one.area !== null && (area === undefined || !meet(one.area, area))),
    );
  return {
    get protections() {
      return protections;
    },
    close: (protection) => protections.push(protection),
    open: () => {
      protections = [];
    },
    mayEdit,
    check: (sheetId, area) => {
      if (!mayEdit(sheetId, area)) throw new Error(sentences.protectedCells);
    },
  };
}

const meet = (one: RangeBounds, other: RangeBounds): boolean =>
  one.startRow <= other.endRow &&
  other.startRow <= one.endRow &&
  one.startColumn <= other.endColumn &&
  other.startColumn <= one.endColumn;
