import { type Cell, ValueType, Workbook } from '@cj-tech-master/excelts';
import type { Found } from '../ironcalc.ts';

/** A cell as a workbook file holds it; rows and columns counted from 1. */
export interface FileCell {
  readonly row: number;
  readonly column: number;
  /** Without `=`; `null` where the cell is only a value. */
  readonly formula: string | null;
  /** An array formula goes through its ranges cell by cell. */
  readonly isArray: boolean;
  /** What the file says the cell comes to; for a formula that is only a memory. */
  readonly value: Found;
}

interface FileSheet {
  readonly name: string;
  readonly cells: readonly FileCell[];
}

interface FileName {
  readonly name: string;
  /** `'Lan'!$A$1:$B$2` */
  readonly area: string;
}

export interface File {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
}

/** Everything in a workbook file that decides what its cells come to, read by the npm library. */
export async function readFile(bytes: Uint8Array): Promise<File> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheets = workbook.worksheets.map((sheet) => {
    const cells: FileCell[] = [];
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        // Of a merged area, only the first cell holds anything.
        if (cell.type === ValueType.Null || cell.type === ValueType.Merge) return;
        cells.push(cellOf(cell));
      });
    });
    return { name: sheet.name, cells };
  });
  const names = workbook.definedNames.model.map(({ name, ranges }) => {
    const [area, ...more] = ranges;
    if (area === undefined || more.length > 0) throw new Error(`The name ${name} has no one area.`);
    return { name, area };
  });
  return { sheets, names };
}

function cellOf(cell: Cell): FileCell {
  const where = { row: Number(cell.row), column: Number(cell.col) };
  if (cell.type !== ValueType.Formula) {
    return { ...where, formula: null, isArray: false, value: heldBy(cell.value, cell.address) };
  }
  const { shareType, ref } = cell.value as { shareType?: string; ref?: string };
  if (shareType !== undefined && (shareType !== 'array' || ref !== cell.address)) {
    throw new Error(`${cell.address} shares its formula with others: ${shareType} ${ref}.`);
  }
  const formula = cell.formula;
  if (!formula) throw new Error(`${cell.address} has lost its formula.`);
  const value = heldBy(cell.result, cell.address);
  return { ...where, formula, isArray: shareType === 'array', value };
}

/** Days are numbers that only look like days. */
function heldBy(value: unknown, address: string): Found {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  const { error } = value as { error?: unknown };
  if (typeof error === 'string') return { error };
  throw new Error(`${address} holds something else: ${JSON.stringify(value)}`);
}
