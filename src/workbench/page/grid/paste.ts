import { CellValueType, type ICellData, type Univer } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { ISheetClipboardService } from '@univerjs/sheets-ui';
import { toEngine } from '../../formula/translate.ts';
import { parseTyped } from '../../locale/typed.ts';
import { activeWorkbook } from './grid.ts';
import { writeTyped } from './write.ts';

/** What the grid keeps private about pasting. */
interface Clipboard {
  _htmlToUSM: { convert(html: string): Converted };
  _pasteHTML(html: string, way: string): Promise<boolean>;
  _pastePlainText(text: string, way: string): Promise<boolean>;
  legacyPaste(html?: string, text?: string, files?: File[]): Promise<boolean>;
}
interface Converted {
  cellMatrix?: { forValue(each: (row: number, column: number, cell: ICellData) => void): void };
}

const likeTyping = 'default-paste';

/**
 * Reads what comes from outside by the habits of the spreadsheet's locale, formulas and numbers, as
 * if it were typed: the grid's own way knows those of en_US only. What is copied inside the grid
 * stays the grid's business.
 */
export function pasteAsTyped(univer: Univer, locale: () => string): void {
  const injector = univer.__getInjector();
  const clipboard = injector.get(ISheetClipboardService) as unknown as Clipboard;
  const convert = clipboard._htmlToUSM.convert.bind(clipboard._htmlToUSM);
  clipboard._htmlToUSM.convert = (html) => {
    const converted = convert(html);
    converted.cellMatrix?.forValue((_, __, cell) => readPasted(cell, locale()));
    return converted;
  };
  clipboard._pastePlainText = async (text, way) => {
    const bare = text.replace(/[\r\n]+$/, '');
    if (/[\t\r\n]/.test(bare)) return clipboard._pasteHTML(asTable(bare), way);
    const sheet = activeWorkbook(univer)?.getActiveSheet();
    const to = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
    if (!sheet || !to) return false;
    return writeTyped(univer, sheet, to.actualRow, to.actualColumn, bare);
  };
  const paste = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) =>
    !html && !files && text
      ? clipboard._pastePlainText(text, likeTyping)
      : paste(html, text, files);
}

function readPasted(cell: ICellData, locale: string): void {
  if (typeof cell.v !== 'string') return;
  const typed = parseTyped(cell.v.trim(), locale);
  if (typed.kind === 'formula') {
    // As a value: the grid itself makes a formula of it.
    cell.v = toEngine(typed.text, locale);
    delete cell.p;
  } else if (typed.kind === 'number' && !cell.p) {
    cell.v = typed.value;
    cell.t = CellValueType.NUMBER;
    const style = typeof cell.s === 'object' ? cell.s : null;
    if (typed.format && !style?.n) cell.s = { ...style, n: { pattern: typed.format } };
  }
}

/** Rows and columns of plain text as a table, sign for sign. */
function asTable(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const rows = escaped
    .split(/\r\n|\r|\n/)
    .map((row) => `<td>${row.replace(/\t/g, '</td><td>')}</td>`);
  return `<table><tr>${rows.join('</tr><tr>')}</tr></table>`;
}
