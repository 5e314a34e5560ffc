import type { Language } from '../../messages/compiled/languages.ts';
import type { Text } from '../../messages/every-language.ts';

const whole = {
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }),
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }),
};
const count = (n: number, language: Language) => whole[language].format(n);
const shownNames = 5;

/** “a”, “b” and 3 more. */
function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, shownNames).map((name) => `“${name}”`);
  const rest = names.length - shown.length;
  if (rest === 0) return shown.join(', ');
  const more = count(rest, language);
  return `${shown.join(', ')} ${language === 'en' ? `and ${more} more` : `và ${more} cột nữa`}`;
}

const one = (n: number, single: string, several: string) =>
  `${count(n, 'en')} ${n === 1 ? single : several}`;

/** Why a file could not be read, or a book not be written. */
export const problems = {
  empty: {
    en: 'The file is empty. Choose a CSV file with at least one row.',
    vi: 'Tệp trống. Hãy chọn một tệp CSV có ít nhất một hàng.',
  },
  workbook: {
    en: 'This is a workbook, not a CSV file. Open it, save the sheet you need as CSV, then import that file.',
    vi: 'Đây là tệp bảng tính, không phải tệp CSV. Hãy mở tệp, lưu trang tính bạn cần dưới dạng CSV rồi nhập lại.',
  },
  binary: {
    en: 'This file holds no text that could be read. Choose a CSV file.',
    vi: 'Không đọc được chữ nào trong tệp này. Hãy chọn một tệp CSV.',
  },
  tooBig: (limit: number): Text => ({
    en: `The file holds more than ${count(limit, 'en')} cells. Split it or leave out columns you do not need, then import again.`,
    vi: `Tệp có hơn ${count(limit, 'vi')} ô. Hãy chia nhỏ tệp hoặc bỏ bớt cột không cần rồi nhập lại.`,
  }),
} as const;

const delimiterNames = {
  ',': { en: 'commas', vi: 'dấu phẩy' },
  ';': { en: 'semicolons', vi: 'dấu chấm phẩy' },
  '\t': { en: 'tabs', vi: 'dấu tab' },
  '|': { en: 'vertical bars', vi: 'dấu gạch đứng' },
} as const;

const orderNames = {
  'day first': { en: 'day-month-year', vi: 'ngày-tháng-năm' },
  'month first': { en: 'month-day-year', vi: 'tháng-ngày-năm' },
} as const;

const because = {
  code: {
    en: 'they hold codes with leading zeros or very many digits',
    vi: 'có mã bắt đầu bằng số 0 hoặc rất nhiều chữ số',
  },
  phone: { en: 'they hold telephone numbers', vi: 'là số điện thoại' },
  'two decimal marks': {
    en: 'some rows use a decimal point and others a decimal comma',
    vi: 'có hàng dùng dấu chấm thập phân, có hàng dùng dấu phẩy thập phân',
  },
  'two day orders': {
    en: 'some rows can only be day-month-year and others only month-day-year',
    vi: 'có hàng chỉ có thể là ngày-tháng-năm, có hàng chỉ có thể là tháng-ngày-năm',
  },
  'several currencies': {
    en: 'they hold several currencies, which must not be added up',
    vi: 'có nhiều loại tiền tệ, không cộng chung được',
  },
} as const;

type Grounds = 'file' | 'locale';

/** What was decided while reading a CSV, for the person who knows the file. */
export const report = {
  size: (rows: number, columns: number, header: boolean): Text => ({
    en: `${one(rows, 'row', 'rows')} of data in ${one(columns, 'column', 'columns')}${header ? '; the first row is the header' : '; there is no header row'}.`,
    vi: `${count(rows, 'vi')} hàng dữ liệu, ${count(columns, 'vi')} cột${header ? '; hàng đầu là tiêu đề' : '; không có hàng tiêu đề'}.`,
  }),
  delimiter: (delimiter: keyof typeof delimiterNames): Text => ({
    en: `Columns are separated by ${delimiterNames[delimiter].en}.`,
    vi: `Các cột cách nhau bằng ${delimiterNames[delimiter].vi}.`,
  }),
  encoding: (encoding: string): Text => ({
    en: `The text is in the encoding ${encoding}. If letters look wrong, save the file as UTF-8 and import it again.`,
    vi: `Chữ trong tệp theo bảng mã ${encoding}. Nếu chữ bị lỗi, hãy lưu tệp theo UTF-8 rồi nhập lại.`,
  }),
  decimal: (mark: '.' | ',', names: readonly string[]): Text => ({
    en: `The decimal mark is the ${mark === '.' ? 'point' : 'comma'} in ${listed(names, 'en')}.`,
    vi: `Dấu thập phân là dấu ${mark === '.' ? 'chấm' : 'phẩy'} ở ${listed(names, 'vi')}.`,
  }),
  decimalAssumed: (
    mark: '.' | ',',
    sample: string,
    names: readonly string[],
    by: Grounds,
  ): Text => ({
    en: `“${sample}” could be read in two ways in ${listed(names, 'en')}. The decimal mark is taken to be the ${mark === '.' ? 'point' : 'comma'}, ${by === 'file' ? 'as in the other columns of the file' : 'as in the locale of the spreadsheet'}. Please check.`,
    vi: `“${sample}” có thể hiểu theo hai cách ở ${listed(names, 'vi')}. Dấu thập phân được hiểu là dấu ${mark === '.' ? 'chấm' : 'phẩy'}, ${by === 'file' ? 'như ở các cột khác trong tệp' : 'theo khu vực của bảng tính'}. Bạn hãy kiểm tra lại.`,
  }),
  dates: (order: keyof typeof orderNames, names: readonly string[]): Text => ({
    en: `Dates are ${orderNames[order].en} in ${listed(names, 'en')}: a day above 12 shows it.`,
    vi: `Ngày viết theo ${orderNames[order].vi} ở ${listed(names, 'vi')}: có ngày lớn hơn 12.`,
  }),
  datesAssumed: (order: keyof typeof orderNames, names: readonly string[], by: Grounds): Text => ({
    en: `Dates are taken to be ${orderNames[order].en} in ${listed(names, 'en')}, ${by === 'file' ? 'as in the other columns of the file' : 'as in the locale of the spreadsheet'}: no day is above 12. Please check.`,
    vi: `Ngày được hiểu là ${orderNames[order].vi} ở ${listed(names, 'vi')}, ${by === 'file' ? 'như ở các cột khác trong tệp' : 'theo khu vực của bảng tính'}: không có ngày nào lớn hơn 12. Bạn hãy kiểm tra lại.`,
  }),
  text: (reason: keyof typeof because, names: readonly string[]): Text => ({
    en: `Kept as text: ${listed(names, 'en')}, because ${because[reason].en}.`,
    vi: `Giữ nguyên dạng văn bản: ${listed(names, 'vi')}, vì ${because[reason].vi}.`,
  }),
  notRead: (cells: number, names: readonly string[]): Text => ({
    en: `${one(cells, 'cell', 'cells')} did not read as the rest of the column and stayed text, in ${listed(names, 'en')}.`,
    vi: `${count(cells, 'vi')} ô không đọc được như phần còn lại của cột nên giữ nguyên dạng văn bản, ở ${listed(names, 'vi')}.`,
  }),
  formulas: (cells: number): Text => ({
    en: `${one(cells, 'cell begins', 'cells begin')} with =, +, - or @ and stayed text: a file never brings formulas.`,
    vi: `${count(cells, 'vi')} ô bắt đầu bằng =, +, - hoặc @ được giữ nguyên dạng văn bản: tệp nhập vào không bao giờ tạo công thức.`,
  }),
  ragged: (rows: number): Text => ({
    en: `${one(rows, 'row has', 'rows have')} more or fewer cells than the first row.`,
    vi: `${count(rows, 'vi')} hàng có số ô khác với hàng đầu.`,
  }),
  openQuote: (row: number): Text => ({
    en: `A quotation mark is not closed near row ${count(row, 'en')}. Please check the rows from there on.`,
    vi: `Có dấu ngoặc kép chưa đóng gần hàng ${count(row, 'vi')}. Bạn hãy kiểm tra các hàng từ đó trở đi.`,
  }),
} as const;

/** What stands in notes of an exported workbook. */
export const notes = {
  formula: (formula: string): Text => ({
    en: `Only the value is in this file. The formula in the spreadsheet: ${formula}`,
    vi: `Tệp này chỉ có giá trị. Công thức trong bảng tính: ${formula}`,
  }),
  chart: (title: string): Text => ({
    en: `The chart “${title}” stands here in the spreadsheet; this file has its numbers, not the chart.`,
    vi: `Trong bảng tính, biểu đồ “${title}” nằm ở đây; tệp này có số liệu nhưng không có biểu đồ.`,
  }),
} as const;
