import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { Mutation } from '../engine/change-feed.ts';

/** The sentences custom functions threw, by the cell whose formula called them. */
export class Sentences {
  private readonly bySheet = new Map<string, Map<string, string>>();
  private telling: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly tell: () => void) {}

  /** A function in this cell refused with a sentence, or (`null`) answered. Counted from 0. */
  readonly set = (sheetId: string, row: number, column: number, sentence: string | null): void => {
    const key = `${row},${column}`;
    const sheet = this.bySheet.get(sheetId);
    if (sentence === null) {
      if (sheet?.delete(key)) this.soon();
      return;
    }
    if (sheet?.get(key) === sentence) return;
    if (sheet) sheet.set(key, sentence);
    else this.bySheet.set(sheetId, new Map([[key, sentence]]));
    this.soon();
  };

  get(sheetId: string, row: number, column: number): string | undefined {
    return this.bySheet.get(sheetId)?.get(`${row},${column}`);
  }

  /** Another formula or value in a cell makes an end of its sentence. */
  changed({ id, params }: Mutation): void {
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as {
      subUnitId: string;
      cellValue?: Record<string, Record<string, { f?: unknown } | null>>;
    };
    const sheet = this.bySheet.get(subUnitId);
    if (!sheet || sheet.size === 0) return;
    for (const key of [...sheet.keys()]) {
      const [row = '', column = ''] = key.split(',');
      const cell = cellValue?.[row]?.[column];
      if (cell === null || (cell && 'f' in cell)) this.set(subUnitId, +row, +column, null);
    }
  }

  clear(): void {
    this.bySheet.clear();
    this.soon();
  }

  /** For the page: sheet → `row,column` → sentence. */
  all(): Record<string, Record<string, string>> {
    return Object.fromEntries(
      [...this.bySheet].map(([sheet, cells]) => [sheet, Object.fromEntries(cells)]),
    );
  }

  private soon(): void {
    this.telling ??= setTimeout(() => {
      this.telling = null;
      this.tell();
    }, 0);
  }
}
