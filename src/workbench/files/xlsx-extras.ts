import type { DataValidation, Workbook, Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../messages/compiled/languages.ts';
import { workbenchFilesWords } from '../../messages/compiled/workbench-files.ts';
import { columnName } from '../formula/translate.ts';
import type { CellRange } from '../model/book.ts';
import type { Allowed, ExtrasOfSheet, SheetExtras } from '../model/sheet-extras.ts';

/** The longest list that stands in a rule itself; a longer one stands on a sheet of its own. */
const longestList = 255;
const listSheet = '_lists';

/** Writes what stands beside the cells: names, what may be typed, what is hidden or folds. */
export class ExtrasWriter {
  private readonly lists = new Map<string, string>();

  constructor(
    private readonly workbook: Workbook,
    private readonly language: Language,
  ) {}

  /** `sheetNames`: names of sheets as the file has them, by the name in small letters. */
  names(extras: SheetExtras, sheetNames: ReadonlyMap<string, string>): void {
    for (const { name, sheet, block } of extras.names) {
      const quoted = (sheetNames.get(sheet.toLowerCase()) ?? sheet).replaceAll("'", "''");
      this.workbook.definedNames.add(`'${quoted}'!${absolute(block)}`, name);
    }
  }

  sheet(inFile: Worksheet, sheet: ExtrasOfSheet): void {
    if (sheet.hidden) inFile.state = 'hidden';
    if (sheet.tab !== '') {
      inFile.properties.tabColor = { argb: `FF${sheet.tab.slice(1).toUpperCase()}` };
    }
    for (const row of sheet.hiddenRows) inFile.getRow(row + 1).hidden = true;
    for (const column of sheet.hiddenColumns) inFile.getColumn(column + 1).hidden = true;
    for (const [row, depth] of Object.entries(sheet.folds)) {
      inFile.getRow(Number(row) + 1).outlineLevel = depth;
    }
    // The heading stands above the rows that fold.
    if (Object.keys(sheet.folds).length > 0) {
      Object.assign(inFile.properties, { outlineProperties: { summaryBelow: false } });
    }
    for (const { block, allows } of sheet.allowed) this.allowed(inFile, block, allows);
    for (const { title, row, column } of sheet.charts) {
      const cell = inFile.getCell(row + 1, column + 1);
      const before = typeof cell.note === 'string' ? `${cell.note}\n` : '';
      cell.note = before + workbenchFilesWords(this.language).notes.chart({ title });
    }
  }

  private allowed(inFile: Worksheet, block: CellRange, allows: Allowed): void {
    const rule = this.rule(allows);
    for (let row = 0; row < block.rows; row += 1) {
      for (let column = 0; column < block.columns; column += 1) {
        inFile.getCell(block.row + row + 1, block.column + column + 1).dataValidation = rule;
      }
    }
  }

  private rule(allows: Allowed): DataValidation {
    const { help, strict } = allows;
    const shared = {
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: strict ? 'stop' : 'warning',
      ...(help === '' ? {} : { error: help, showInputMessage: true, prompt: help }),
    };
    if (allows.is === 'number') {
      const formulae = [allows.min, allows.max];
      return { ...shared, type: 'decimal', operator: 'between', formulae } as DataValidation;
    }
    const formula = allows.is === 'tick' ? '"TRUE,FALSE"' : this.list(allows.items);
    return { ...shared, type: 'list', formulae: [formula] } as DataValidation;
  }

  private list(items: readonly string[]): string {
    const inside = `"${items.join(',')}"`;
    if (inside.length <= longestList && items.every((item) => !/[",]/.test(item))) return inside;
    const known = this.lists.get(inside);
    if (known) return known;
    const sheet =
      this.workbook.getWorksheet(listSheet) ??
      this.workbook.addWorksheet(listSheet, { state: 'veryHidden' });
    const column = this.lists.size;
    items.forEach((item, i) => {
      sheet.getCell(i + 1, column + 1).value = item;
    });
    const at = absolute({ row: 0, column, rows: items.length, columns: 1 });
    this.lists.set(inside, `${listSheet}!${at}`);
    return `${listSheet}!${at}`;
  }
}

/** `$A$1:$B$2` */
function absolute({ row, column, rows, columns }: CellRange): string {
  const corner = (r: number, c: number) => `$${columnName(c)}$${r + 1}`;
  return `${corner(row, column)}:${corner(row + rows - 1, column + columns - 1)}`;
}
