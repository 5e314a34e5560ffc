import { type Cell as FileCell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../messages/compiled/languages.ts';
import { workbenchFilesWords } from '../../messages/compiled/workbench-files.ts';
import { type Offset, type OwnFunctions, portable } from '../formula/replace-calls.ts';
import { fromEngine } from '../formula/translate.ts';
import type {
  Book,
  CellError,
  CellRange,
  Computed,
  Entry,
  Scalar,
  Sheet,
  WorkbookCell,
} from '../model/book.ts';
import type { SheetExtras } from '../model/sheet-extras.ts';
import { beginsWithLabels, fullAreas } from './answer-shape.ts';
import { ExtrasWriter } from './xlsx-extras.ts';
import { areaText, fileRule, fileStyle, heightInPoints, setColumns } from './xlsx-style.ts';

export interface XlsxOptions {
  readonly own: OwnFunctions;
  /** The spreadsheet's locale: how a formula is written where it stands in a note. */
  readonly locale: string;
  /** The language of notes. */
  readonly language: Language;
  /** Names, and what is hidden, folds or may be typed. */
  readonly extras?: SheetExtras;
}

/**
 * Writes a workbook as an .xlsx file. Formulas stay formulas, ours as their native twins; a spilled
 * answer becomes one formula per cell; a formula that a file cannot hold becomes its value, with
 * the formula in a note. `computed` has what each sheet's cells came to, in the order of the sheets.
 */
export async function writeXlsx(
  book: Book,
  computed: readonly Computed[],
  options: XlsxOptions,
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.calcProperties.fullCalcOnLoad = true;
  const names = fileSheetNames(book.sheets.map((sheet) => sheet.name));
  const nothing: Computed = { values: [], spills: [] };
  const sheetAt = (called: string): number =>
    book.sheets.findIndex(({ name }) => name.toLowerCase() === called.toLowerCase());
  book.sheets.forEach((sheet, i) => {
    const inFile = workbook.addWorksheet(names.get(sheet.name.toLowerCase()) ?? sheet.name, {
      views: [viewOf(sheet)],
      properties: { defaultRowHeight: 18 },
      pageSetup: {
        orientation: 'landscape',
        paperSize: a4,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        ...(sheet.frozenRows ? { printTitlesRow: `1:${sheet.frozenRows}` } : {}),
      },
    });
    new SheetWriter(
      inFile,
      sheet,
      computed[i] ?? nothing,
      (name) => computed[sheetAt(name)] ?? nothing,
      names,
      options,
    ).write();
  });
  if (options.extras) {
    const writer = new ExtrasWriter(workbook, options.language);
    writer.names(options.extras, names);
    const inFile = book.sheets.map(({ name }) =>
      workbook.getWorksheet(names.get(name.toLowerCase())),
    );
    options.extras.sheets.forEach((sheet, i) => {
      const written = inFile[i];
      if (written) writer.sheet(written, sheet);
    });
    const first = options.extras.sheets.findIndex(({ hidden }) => !hidden);
    workbook.views = [
      {
        x: 0,
        y: 0,
        width: 20_000,
        height: 12_000,
        firstSheet: 0,
        activeTab: first,
        visibility: 'visible',
      },
    ];
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The number of the paper size in the file's own table. */
const a4 = 9;

function viewOf({ frozenRows = 0, frozenColumns = 0, hideGridlines = false }: Sheet) {
  const shown = { showGridLines: !hideGridlines };
  if (frozenRows + frozenColumns === 0) return { state: 'normal', ...shown } as const;
  return { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, ...shown } as const;
}

const longestName = 31;

/** Sheet names as a file allows them, by the name in small letters. */
function fileSheetNames(names: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  const used = new Set<string>();
  for (const name of names) {
    const clean =
      plainText(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let free = clean.slice(0, longestName);
    for (let n = 2; used.has(free.toLowerCase()); n += 1) {
      free = `${clean.slice(0, longestName - 1 - `${n}`.length)} ${n}`;
    }
    used.add(free.toLowerCase());
    given.set(name.toLowerCase(), free);
  }
  return given;
}

class SheetWriter {
  private readonly inFile: Worksheet;
  private readonly sheet: Sheet;
  private readonly computed: Computed;
  private readonly computedOf: (sheet: string) => Computed;
  private readonly names: ReadonlyMap<string, string>;
  /** Named areas that the file has too, in small letters. */
  private readonly areaNames: ReadonlySet<string>;
  private readonly options: XlsxOptions;
  /** What answers fill, one formula for every cell. */
  private readonly areas: readonly CellRange[];

  constructor(
    inFile: Worksheet,
    sheet: Sheet,
    computed: Computed,
    computedOf: (sheet: string) => Computed,
    names: ReadonlyMap<string, string>,
    options: XlsxOptions,
  ) {
    this.inFile = inFile;
    this.sheet = sheet;
    this.computed = computed;
    this.computedOf = computedOf;
    this.names = names;
    this.options = options;
    this.areaNames = new Set(options.extras?.names.map(({ name }) => name.toLowerCase()));
    this.areas = fullAreas(sheet, computed.spills, options.own);
  }

  write(): void {
    setColumns(this.inFile, this.sheet.columns ?? []);
    this.sheet.rows.forEach((row, r) => {
      for (const [c, entry] of row.entries()) this.entry(entry, r, c);
    });
    for (const area of this.areas) this.spill(area);
    for (const [row, pixels] of Object.entries(this.sheet.heights ?? {})) {
      this.inFile.getRow(Number(row) + 1).height = heightInPoints(pixels);
    }
    for (const block of this.sheet.merges ?? []) this.inFile.mergeCells(areaText(block));
    this.conditionalFormats();
  }

  private entry(entry: Entry, row: number, column: number): void {
    const cell = asCell(entry);
    if (entry === null) return;
    const inFile = this.styled(cell, row, column);
    if (cell.note) addNote(inFile, cell.note);
    if (cell.formula === undefined) {
      if (cell.value !== undefined) setValue(inFile, cell.value);
      return;
    }
    if (this.spillAt(row, column) !== undefined) return;
    this.formula(
      inFile,
      cell.formula,
      null,
      this.valueAt(row, column),
      this.portable(cell.formula),
    );
  }

  private portable(formula: string): ReturnType<typeof portable> {
    return portable(formula, this.options.own, this.names, this.areaNames);
  }

  private styled(cell: WorkbookCell, row: number, column: number): FileCell {
    const inFile = this.inFile.getCell(row + 1, column + 1);
    const like = this.sheet.columns?.[column];
    inFile.style = fileStyle(cell.style ?? like?.style, cell.format ?? like?.format);
    return inFile;
  }

  /** One formula for every cell that a spilled answer fills. */
  private spill(block: CellRange): void {
    const anchor = asCell(this.sheet.rows[block.row]?.[block.column] ?? null);
    if (anchor.formula === undefined) return;
    const prepared = this.portable(anchor.formula);
    const labelAt = (sheet: string, row: number, column: number) =>
      (sheet === '' ? this.computed : this.computedOf(sheet)).values[row]?.[column];
    for (let row = 0; row < block.rows; row += 1) {
      for (let column = 0; column < block.columns; column += 1) {
        const [r, c] = [block.row + row, block.column + column];
        const own = asCell(this.sheet.rows[r]?.[c] ?? null);
        const format = own.format ?? anchor.format;
        const style = own.style ?? anchor.style;
        const looks = { ...(format ? { format } : {}), ...(style ? { style } : {}) };
        const inFile = this.styled(looks, r, c);
        const value = this.valueAt(r, c);
        // What reads a header as a header is the range; alone, its cell is only text.
        if (row === 0 && isBlank(value) && beginsWithLabels(anchor.formula, labelAt)) continue;
        this.formula(inFile, anchor.formula, { row, column }, value, prepared);
      }
    }
  }

  private formula(
    inFile: FileCell,
    written: string,
    offset: Offset | null,
    value: Scalar | CellError,
    prepared: ReturnType<typeof portable>,
  ): void {
    const formula = prepared.cellAt(offset);
    if (formula === null) {
      setValue(inFile, isError(value) ? fileError(value) : value);
      // A spilled answer says it once, where its formula stands.
      if (offset === null || offset.row + offset.column === 0) {
        const shown = fromEngine(written, this.options.locale);
        const { notes } = workbenchFilesWords(this.options.language);
        addNote(inFile, notes.formula({ formula: shown }));
      }
      return;
    }
    const result = resultOf(value);
    inFile.value = formula.asArray
      ? ({ shareType: 'array', ref: inFile.address, formula: formula.formula, result } as never)
      : ({ formula: formula.formula, result } as never);
  }

  private conditionalFormats(): void {
    const text = (formula: string) => this.portable(formula).cellAt(null)?.formula ?? null;
    (this.sheet.conditionalFormats ?? []).forEach((format, i) => {
      const rule = fileRule(format, i + 1, text);
      if (rule)
        this.inFile.addConditionalFormatting({ ref: areaText(format.block), rules: [rule] });
    });
  }

  private spillAt(row: number, column: number): CellRange | undefined {
    return this.areas.find((block) => block.row === row && block.column === column);
  }

  private valueAt(row: number, column: number): Scalar | CellError {
    return this.computed.values[row]?.[column] ?? null;
  }
}

const asCell = (entry: Entry): WorkbookCell =>
  entry !== null && typeof entry === 'object' ? entry : { value: entry };

const isBlank = (value: Scalar | CellError): boolean => value === null || value === '';

const isError = (value: Scalar | CellError): value is CellError =>
  value !== null && typeof value === 'object';

const longestText = 32_767;

/** Text without what XML cannot hold. */
const plainText = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '').slice(0, longestText);

function setValue(inFile: FileCell, value: Scalar | { error: string }): void {
  if (typeof value !== 'string') {
    inFile.value = value as never;
    return;
  }
  inFile.value = plainText(value);
  // Typed over or confirmed again, text that looks like a formula has to stay text.
  if (/^[=+\-@]/.test(value)) inFile.numFmt = '@';
}

const fileErrors = new Set(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!']);

const fileError = ({ error }: CellError): { error: string } => ({
  error: fileErrors.has(error) ? error : '#VALUE!',
});

function resultOf(value: Scalar | CellError): string | number | boolean | { error: string } {
  if (isError(value)) return fileError(value);
  return typeof value === 'string' ? plainText(value) : (value ?? '');
}

function addNote(inFile: FileCell, note: string): void {
  const before = typeof inFile.note === 'string' ? `${inFile.note}\n` : '';
  inFile.note = plainText(before + note);
}
