import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOnOf, openDesk, type RunningDesk } from '../../kit/desk/open-desk.ts';

/**
 * What a user may call a tab. Formulas cannot speak of one with `[`, `]`, `/`, `\\`, `?` or `*` in its
 * name here: no plan's has any (`planTitle`), and tables are read by the number of their tab.
 */
const titles = [
  'Lan! · Q1',
  '!',
  "Lan's",
  "it's! 'x'!A1",
  'a"b',
  'x:y',
  '$A$1',
  'A1',
  'R1C1',
  'TRUE',
  '#REF!',
  '=1+1',
  '+84',
  'a,b;c',
  '{x}',
  '🚀 Tết',
  'مرحبا',
  '-',
  'x'.repeat(100),
] as const;

const code = `
  function called(title) {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const front = book.getSheets()[0];
    const sheet = book.insertSheet('before');
    sheet.getRange(1, 1, 2, 1).setValues([[5], ['=A1*2']]);
    book.setNamedRange('X_part', sheet.getRange(1, 1, 2, 2));
    front.getRange(1, 1).setFormula("='before'!A2+1");
    SpreadsheetApp.flush();
    sheet.setName(title);
    book.setNamedRange('X_later', sheet.getRange(2, 1));
    sheet.insertRowsBefore(1, 1);
    sheet.getRange(2, 1).setValue(6);
    const quoted = "='" + title.replace(/'/g, "''") + "'!A3+2";
    front.getRange(2, 1).setFormula(quoted);
    const name = (each) => book.getRangeByName(each).getA1Notation();
    const found = [sheet.getName(), name('X_part'), name('X_later')];
    const values = front.getRange(1, 1, 2, 1).getValues().map(([value]) => value);
    const back = front.getRange(2, 1).getFormula() === quoted;
    book.deleteSheet(sheet);
    return [...found, ...values, back];
  }`;

describe('a sheet', () => {
  let open: RunningDesk;
  beforeAll(async () => {
    const book = { sheets: [{ name: 'Front', rows: [['mine']] }] };
    open = await openDesk(await addOnOf(code), book, { language: 'en', locale: 'en_US' });
  });
  afterAll(() => open.desk.dispose());

  it.each(titles)('called %s keeps its names, and formulas that speak of it', async (title) => {
    const found = await open.run<unknown[]>('called', [title]);
    expect(found).toEqual([title, 'A2:B3', 'A3', 13, 14, true]);
  });
});
