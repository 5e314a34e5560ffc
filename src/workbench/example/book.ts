import type { Language } from '../../messages/compiled/languages.ts';
import {
  type WorkbenchExampleWords,
  workbenchExampleWords,
} from '../../messages/compiled/workbench-example.ts';
import { readCsv } from '../files/csv.ts';
import { columnName } from '../formula/translate.ts';
import type { Book, ConditionalFormat, Entry, Sheet, Style, WorkbookCell } from '../model/book.ts';
import { makeAdsCsv } from './make-ads.ts';

const accent = '#1a73e8';
const muted = '#5f6368';
const ink = '#202124';
const good = { color: '#137333', background: '#e6f4ea' };
const bad = { color: '#c5221f', background: '#fce8e6' };
const line = '#dadce0';
const typedIn = '#f8f9fa';

const money = '#,##0.00';
const count = '#,##0';
const rate = '0.0%';
const smallRate = '0.000%';

/** The workbook of the first page: a summary a marketer can show, made from 1,143 ads behind it. */
export function exampleBook(language: Language): Book {
  const words = workbenchExampleWords(language);
  const ads = readAds(words.adsSheet, language);
  return { sheets: [summary(words), withRatios(ads, words)] };
}

function readAds(fileName: string, language: Language): Sheet {
  const answer = readCsv(new TextEncoder().encode(makeAdsCsv()), { fileName, locale: 'en_US' });
  if ('problem' in answer) throw new Error(answer.problem[language]);
  return answer.ok.sheet;
}

/** One column of ratios: the function and its arguments, by the columns' letters in the same sheet. */
interface Ratio {
  readonly call: string;
  readonly from: readonly string[];
  readonly format: string;
}

const adRatios: readonly Ratio[] = [
  { call: 'CPL', from: ['J', 'K'], format: money },
  { call: 'CPC', from: ['J', 'I'], format: money },
  { call: 'CPM', from: ['J', 'H'], format: money },
  { call: 'CTR', from: ['I', 'H'], format: smallRate },
  { call: 'CPA', from: ['J', 'L'], format: money },
];

/** The ads, and behind them a column per ratio, each filled by one formula. */
function withRatios(ads: Sheet, words: WorkbenchExampleWords): Sheet {
  const last = ads.rows.length;
  const gap = ads.columns?.length ?? 0;
  const head = { bold: true, color: accent, background: '#e8f0fe', align: 'right' } as const;
  const right = { align: 'right' } as const;
  const behind = (r: number): Entry[] => {
    if (r === 0) return adRatios.map(({ call }) => ({ value: call, style: head }));
    // The cells an answer spills into are blank, but look like the first one.
    if (r > 1) return adRatios.map(({ format }) => ({ format, style: right }));
    return adRatios.map((ratio) => spilled(ratio, last, words));
  };
  const rows = ads.rows.map((row, r): Entry[] => [...row, null, ...behind(r)]);
  const formats = new Map([
    [7, count],
    [8, count],
    [9, money],
  ]);
  const columns = (ads.columns ?? []).map((column, c) => {
    const format = formats.get(c);
    return format === undefined ? column : { ...column, format };
  });
  const ratioColumns = adRatios.map(({ format }) => ({
    width: 136,
    format,
    style: right,
  }));
  const block = { row: 1, column: gap + 1, rows: last - 1, columns: adRatios.length };
  return {
    ...ads,
    rows,
    columns: [...columns, { width: 20 }, ...ratioColumns],
    frozenColumns: 2,
    conditionalFormats: [
      quietWords(block, `${columnName(gap + 1)}2`),
      cheapToDear({ ...block, columns: 1 }),
    ],
  };
}

function spilled(
  { call, from, format }: Ratio,
  last: number,
  words: WorkbenchExampleWords,
): WorkbookCell {
  const ranges = from.map((column) => `${column}2:${column}${last}`);
  return {
    formula: `=${call}(${ranges.join(',')})`,
    format,
    style: { align: 'right' },
    note: words.ratioNote,
  };
}

/** The colours tell the same as the words beside them, never anything alone. */
const cheapToDear = (block: ConditionalFormat['block']): ConditionalFormat => ({
  kind: 'scale',
  block,
  stops: [
    { at: 'min', color: good.background },
    { at: 'percentile', value: 50, color: '#ffffff' },
    { at: 'percentile', value: 95, color: '#fad2cf' },
  ],
});

/** Words among numbers (“no leads”) step back. */
function quietWords(block: ConditionalFormat['block'], first: string): ConditionalFormat {
  return { kind: 'formula', block, formula: `=ISTEXT(${first})`, style: { color: muted } };
}

/** Wide enough for Vietnamese, from the campaign to the CPA. */
const widths = [158, 48, 72, 100, 76, 60, 84, 84, 114, 80, 94, 86, 90, 80];
const cardRow = 3;
const headRow = 6;

/** Campaigns by their number in the ads; the last one has not begun. */
const campaigns: readonly (readonly [number, keyof WorkbenchExampleWords['campaigns']])[] = [
  [1203, 'prospecting'],
  [1202, 'remarketing'],
  [1201, 'launch'],
  [1204, 'sale'],
];

function summary(words: WorkbenchExampleWords): Sheet {
  const first = headRow + 1;
  const totalRow = first + campaigns.length;
  const rows: Entry[][] = [
    [{ value: words.title, style: { bold: true, size: 18, color: ink } }],
    [{ value: words.subtitle, style: { color: muted } }],
    [],
    ...cards(words, totalRow + 1),
    [],
    words.columns.map((value, c) => ({ value, style: headStyle(c) })),
    ...campaigns.map(([id, campaign], i) =>
      campaignRow(id, words.campaigns[campaign], first + i + 1, totalRow + 1, words),
    ),
    totals(words, first + 1, totalRow),
    [],
    [{ value: words.howToRead, style: { bold: true, color: ink } }],
    ...words.hints.map((value) => [{ value, style: { color: muted } }]),
  ];
  const body = { row: first, rows: campaigns.length };
  const marked = (value: string, style: typeof good): ConditionalFormat => ({
    kind: 'cell',
    is: '=',
    value,
    style,
    block: { ...body, column: 8, columns: 1 },
  });
  return {
    name: words.summarySheet,
    rows,
    columns: widths.map((width) => ({ width })),
    heights: {
      0: 36,
      [cardRow]: 24,
      [cardRow + 1]: 40,
      [headRow]: 48,
      ...Object.fromEntries(campaigns.map((_, i) => [first + i, 28])),
      [totalRow - 1]: 62,
      [totalRow]: 30,
    },
    merges: [1, 4, 6].flatMap((column) =>
      [cardRow, cardRow + 1].map((row) => ({ row, column, rows: 1, columns: 2 })),
    ),
    conditionalFormats: [
      cheapToDear({ ...body, column: 7, columns: 1 }),
      marked(words.status.cheap, good),
      marked(words.status.dear, bad),
      quietWords({ ...body, column: 7, columns: 7 }, `H${first + 1}`),
    ],
    hideGridlines: true,
  };
}

const headStyle = (column: number): Style => ({
  bold: true,
  color: muted,
  wrap: true,
  vertical: 'bottom',
  lineBelow: muted,
  align: column === 0 ? 'left' : column === 8 ? 'center' : 'right',
});

/** The figures that read at arm's length: label above, number below. */
function cards(
  { cards: labels, adsSheet }: WorkbenchExampleWords,
  total: number,
): [Entry[], Entry[]] {
  const ads = `'${adsSheet}'`;
  const all = `=KPI_TOTAL("CPL",${ads}!J2:J1144,${ads}!K2:K1144)`;
  const at: readonly (readonly [column: number, label: string, formula: string, format: string])[] =
    [
      [0, labels.cpl, all, money],
      [1, labels.cost, `=C${total}`, count],
      [3, labels.leads, `=F${total}`, count],
      [4, labels.customers, `=G${total}`, count],
      [6, labels.cpa, `=N${total}`, money],
    ];
  const [top, bottom]: [Entry[], Entry[]] = [[], []];
  for (const [column, label, formula, format] of at) {
    const color = column === 0 ? accent : ink;
    top[column] = { value: label, style: { color: muted, align: 'left' } };
    bottom[column] = { formula, format, style: { bold: true, size: 20, color, align: 'left' } };
  }
  return [Array.from(top, (cell) => cell ?? null), Array.from(bottom, (cell) => cell ?? null)];
}

/** Which column of the ads feeds C, D, E, F and G. */
const summed = ['J', 'H', 'I', 'K', 'L'];
const ratios: readonly Ratio[] = [
  { call: 'CPL', from: ['C', 'F'], format: money },
  { call: 'CPC', from: ['C', 'E'], format: money },
  { call: 'CPM', from: ['C', 'D'], format: money },
  { call: 'CTR', from: ['E', 'D'], format: smallRate },
  { call: 'LEADCVR', from: ['G', 'F'], format: rate },
  { call: 'CPA', from: ['C', 'G'], format: money },
];

function campaignRow(
  id: number,
  name: string,
  row: number,
  total: number,
  words: WorkbenchExampleWords,
): Entry[] {
  const ads = `'${words.adsSheet}'`;
  const style: Style = { align: 'right', vertical: 'middle', lineBelow: line };
  const { cheap, usual, dear, none } = words.status;
  const against =
    `=IF(ISNUMBER(H${row}),IF(H${row}<=H$${total}*9/10,"${cheap}",` +
    `IF(H${row}>=H$${total}*11/10,"${dear}","${usual}")),"${none}")`;
  // “không có lượt hiển thị” needs two lines.
  const [cpl, ...others] = calls(row, { ...style, wrap: true });
  return [
    { value: name, style: { ...style, align: 'left', background: typedIn } },
    { value: id, style: { ...style, background: typedIn } },
    ...summed.map((column) => ({
      formula: `=SUMIFS(${ads}!${column}:${column},${ads}!C:C,$B${row})`,
      format: count,
      style,
    })),
    cpl!,
    { formula: against, style: { ...style, align: 'center' } },
    ...others,
  ];
}

/** Sums first, then the same functions over the sums: never the average of the rows above. */
function totals(words: WorkbenchExampleWords, from: number, to: number): Entry[] {
  const style: Style = { bold: true, align: 'right', vertical: 'middle', lineAbove: muted };
  const sums = ['C', 'D', 'E', 'F', 'G'].map((column) => ({
    formula: `=SUM(${column}${from}:${column}${to})`,
    format: count,
    style,
  }));
  const [cpl, ...others] = calls(to + 1, style);
  const label = { value: words.total, style: { ...style, align: 'left' } } as const;
  return [label, { value: null, style }, ...sums, cpl!, { value: null, style }, ...others];
}

const calls = (row: number, style: Style): WorkbookCell[] =>
  ratios.map(({ call, from, format }) => ({
    formula: `=${call}(${from.map((column) => `${column}${row}`).join(',')})`,
    format,
    style,
  }));
