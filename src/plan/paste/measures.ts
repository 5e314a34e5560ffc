import type { Unit } from '../../kpi/units.ts';
import { fold } from '../../messages/fold.ts';
import { parseTarget } from '../amounts/parse-amount.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import { biggest, cleanText } from '../validation/field-reader.ts';

const scales: readonly (readonly [RegExp, number])[] = [
  [/\b(?:ty|ti|billion|bn)\b/, 1e9],
  [/\b(?:trieu|tr|million|mil|mio)\b/, 1e6],
  [/\b(?:nghin|ngan|thousand|k)\b/, 1e3],
];
/** «đồng», not that of a contract or a community. */
const money =
  /[₫$€£¥]|(?<!\b(?:hop|cong|hoat|huy|hoi|lao|chu|tu|dong) )\bdong\b|\b(?:vnd|d|usd|eur|gbp|tien)\b/;

/** What a unit says its numbers are in: `%`, `triệu đồng`, `lead`; `null` where it says nothing. */
export function measureOf(unit: string): Measure | null {
  const text = fold(unit).replace(/vnđ/g, 'vnd');
  if (text.trim() === '') return null;
  if (/%|\bphan tram\b|\bpercent\b/.test(text)) {
    return /\b(?:diem|points?|pp)\b/.test(text) ? null : { is: 'percent', scale: 1 };
  }
  const scale = scales.find(([word]) => word.test(text))?.[1];
  if (money.test(text) || (scale !== undefined && !/\p{L}{3}/u.test(withoutScale(text)))) {
    return { is: 'money', scale: scale ?? 1 };
  }
  if (/\b(?:gio|tieng|hours?|h)\b/.test(text)) return { is: 'hours', scale: 1 };
  if (/\b(?:diem|sao|stars?|points?|score)\b/.test(text)) return { is: 'score', scale: 1 };
  if (/\b(?:giay|phut|seconds?|minutes?|lan|times|x|ty le|ti le)\b/.test(text)) return null;
  return { is: 'count', scale: scale ?? 1 };
}

const withoutScale = (text: string): string =>
  scales.reduce((rest, [word]) => rest.replace(word, ''), text);

/** What a heading says in brackets or behind `ĐVT:`. */
export function measureIn(heading: string): Measure | null {
  const inside =
    /\(([^()]+)\)/.exec(heading)?.[1] ??
    /(?:ĐVT|Đơn vị(?: tính)?)\s*:\s*(.+)$/iu.exec(heading)?.[1];
  const measure = inside === undefined ? null : measureOf(inside);
  return measure?.is === 'money' || measure?.is === 'percent' ? measure : null;
}

/** A cell that begins as numbers do. */
export const looksNumeric = (cell: string): boolean =>
  /^(?:[\s≥≤<>=~+\-−(₫$€£]|tối thiểu|tối đa|ít nhất|trên|dưới|tăng|giảm|at least|at most)*\d/iu.test(
    cell,
  ) && !/^\d+[.)]\s*\p{L}/u.test(cell);

const blanks = /^(?:[-–—.…/]+|n\/?a|x|chưa có|chưa xác định|tbd|none)?$/iu;
const bound =
  /^(?:[≥≤<>=~]+|tối thiểu|tối đa|ít nhất|không quá|trên|dưới|đạt|khoảng|tăng lên|giảm (?:xuống )?còn|giảm xuống|at least|at most|over|under|up to|min\.?|max\.?)\s*/iu;
const otherPeriod =
  /(?:\/|mỗi|hằng|hàng|per|a|each)\s*(?:tháng|tuần|ngày|năm|month|week|day|year|tháng|th)\b|\b(?:monthly|weekly|daily|yearly)\b/iu;
const wholeQuarter = /\s*(?:\/|mỗi|per|a)?\s*(?:quý|quarter)(?!\p{L}).*$/iu;
const more = /^(?:tăng(?: trưởng)?(?: thêm)?|increase(?: by)?|up(?: by)?|grow(?: by)?)\s+(?=\d)/iu;
const less = /^(?:giảm|decrease(?: by)?|down(?: by)?|reduce(?: by)?|cut(?: by)?)\s+(?=\d)/iu;
const comparison = /\s*(?:so với|vs\.?|compared (?:to|with)|against)\s.*$/iu;

/** Longer texts tell stories. */
const longestNumber = 80;

type NumberProblem = 'notNumber' | 'twoWays' | 'period' | 'relative' | 'percent';
export type PastedNumber = { readonly value: number | null } | { readonly problem: NumberProblem };

/** What else is known of a cell's number. */
export interface NumberAround {
  readonly unit: Unit;
  readonly measure: Measure | null;
  /** What `+20 %` is on top of. */
  readonly baseline: number | null;
  readonly locale: string;
}

/** A number of a KPI as a table writes it: `≥ 1.000 lead`, `12 triệu`, `tăng 20%`, `2,5` under `%`. */
export function parsePastedNumber(cell: string, around: NumberAround): PastedNumber {
  const text = cleanText(cell);
  if (blanks.test(text)) return { value: null };
  if (text.length > longestNumber) return { problem: 'notNumber' };
  if (otherPeriod.test(text)) return { problem: 'period' };
  const told = comparison.exec(text)?.[0] ?? '';
  if (/năm|cùng kỳ|year/iu.test(told)) return { problem: 'relative' };
  const message = text
    .replace(comparison, '')
    .replace(wholeQuarter, '')
    .replace(bound, '')
    .replace(more, '+')
    .replace(less, '-')
    .trim();
  return unfolded(message, around) ?? { problem: 'notNumber' };
}

/** Reads a text, and without its last words while it is none: `500 khách hàng`. */
function unfolded(message: string, around: NumberAround): PastedNumber | null {
  let text = message;
  let first: PastedNumber | null = null;
  for (let words = 0; words < 4 && text !== ''; words += 1) {
    const read = measured(text, around);
    if ('value' in read || read.problem !== 'notNumber') return read;
    first ??= read;
    const shorter = text.replace(/\s*[\p{L}/().]+$/u, '').trim();
    if (shorter === text) return first;
    text = shorter;
  }
  return first;
}

function measured(text: string, { unit, measure, baseline, locale }: NumberAround): PastedNumber {
  const bare = /^[\d.,\s]+$/.test(text);
  const percent = bare && measure?.is === 'percent' && unit === 'fraction';
  const multiple = unit === 'times' && /^[\d.,\s]+%$/.test(text);
  const typed = percent ? `${text}%` : multiple ? text.replace('%', '') : text;
  const read = parseTarget(typed, baseline, unit, locale);
  if ('problem' in read) return { problem: problems[read.problem] };
  const isMoney = unit === 'money' || unit === 'moneyEach';
  const scale = bare && isMoney && measure?.is === 'money' ? measure.scale : 1;
  const value = tidy((multiple ? read.value / 100 : read.value) * scale);
  return Math.abs(value) > biggest ? { problem: 'notNumber' } : { value };
}

/** Without the dust of binary arithmetic. */
const tidy = (value: number): number => Number(value.toPrecision(12));

const problems = {
  empty: 'notNumber',
  text: 'notNumber',
  plusOrMinus: 'notNumber',
  twoWays: 'twoWays',
  percentOrFraction: 'percent',
  noBaseline: 'relative',
  notFromZero: 'relative',
} as const satisfies Record<string, NumberProblem>;
