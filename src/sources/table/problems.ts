import { cleanText } from '../../plan/validation/field-reader.ts';
import { cellText, type TableCell } from './cells.ts';

/** What is wrong with cells of a table; `sayProblem` puts it into words. */
const tableProblemKinds = [
  /** Stops its inputs before that day: a text where a number belongs. */
  'notNumber',
  /** Stops: a date or a time where a number belongs. */
  'dateCell',
  /** Stops: a percentage where amounts or counts belong. */
  'percentCell',
  /** Stops: `1.234` is one thousand or one and a bit. */
  'twoWays',
  /** Stops: less than nothing, or more than there can be. */
  'outOfRange',
  /** Stops: `$` in a table of đồng. */
  'otherCurrency',
  /** Stops: a row's days reach across a week's or a month's end. */
  'longPeriod',
  /** Stops: one period has several readings that differ. */
  'severalReadings',
  /** Stops: numbers that look as if a thousands mark had become a decimal one. */
  'smallNumbers',
  /** Stops: a day that is none. The row may be of any of the days around it. */
  'badDay',
  /** Stops: numbers without a day, in cells that are not joined with one. */
  'noDay',
  /** Stops: a row that may be the sum of others. */
  'maybeTotal',
  /** Results of a kind that is what an input counts, and is not among those chosen for it. */
  'otherKind',
  /** Rows that hold the sum of others are left out. */
  'leftOut',
  /** The days before the table's first are unknown. */
  'startsLate',
  /** Rows that are the same from end to end; all of them count. */
  'sameRows',
] as const;
type TableProblemKind = (typeof tableProblemKinds)[number];

/** One per kind and column. */
export interface TableProblem {
  readonly kind: TableProblemKind;
  /** The header of the column; `''` where it is about whole rows. */
  readonly column: string;
  /** The first of them: `J17`, its row from 1, and what stands there, shortened and on one line. */
  readonly cells: readonly {
    readonly at: string;
    readonly row: number;
    readonly found: string;
  }[];
  /** How many there are. */
  readonly count: number;
  /** Its inputs are known only up to the day before. */
  readonly stops: boolean;
}

/** So many cells are named. */
const named = 3;
const longestFound = 40;

const stopping: readonly TableProblemKind[] = [
  'notNumber',
  'twoWays',
  'outOfRange',
  'otherCurrency',
  'longPeriod',
  'severalReadings',
  'smallNumbers',
  'badDay',
  'noDay',
  'maybeTotal',
  'dateCell',
  'percentCell',
];

/** What a cell holds, as it can stand in a sentence. */
export function foundIn(cell: TableCell | undefined): string {
  const text = cleanText(cellText(cell).slice(0, longestFound * 4));
  return text.length > longestFound ? `${cleanText(text.slice(0, longestFound))}…` : text;
}

/** `J17`, of a row and a column from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

export interface Noted {
  readonly kind: TableProblemKind;
  readonly header: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly cell: TableCell | undefined;
}

const keyOf = ({ kind, column }: Noted): string => `${kind} ${column}`;

/** Takes problems down, cell by cell; a cell that several inputs read is named once. */
export function problemNotes() {
  const noted = new Map<string, { readonly first: Noted; readonly cells: Map<string, string> }>();
  return {
    add(problem: Noted): void {
      const key = keyOf(problem);
      const known = noted.get(key) ?? { first: problem, cells: new Map() };
      known.cells.set(cellName(problem.row, problem.column), foundIn(problem.cell));
      noted.set(key, known);
    },
    /** Whether a problem is among those taken down. */
    holds: (problem: Noted): boolean => noted.has(keyOf(problem)),
    all(): readonly TableProblem[] {
      const inOrder = [...noted.values()].sort(
        (one, other) =>
          tableProblemKinds.indexOf(one.first.kind) - tableProblemKinds.indexOf(other.first.kind) ||
          one.first.column - other.first.column,
      );
      return inOrder.map(({ first, cells }) => ({
        kind: first.kind,
        column: first.header,
        cells: [...cells].slice(0, named).map(([at, found]) => ({
          at,
          row: Number(at.replace(/\D/g, '')),
          found,
        })),
        count: cells.size,
        stops: stopping.includes(first.kind),
      }));
    },
  };
}
export type ProblemNotes = ReturnType<typeof problemNotes>;
