import { fold } from '../../messages/fold.ts';
import { currencyBeside, currencyCode, currencyNamed } from '../amounts/currency-marks.ts';
import { scaleWords } from '../amounts/parse-number.ts';
import type { Measure } from '../custom-kpi/reading.ts';

/** «đồng», not that of a contract or a community. */
const dong = /(?<!\b(?:hop|cong|hoat|huy|hoi|lao|chu|tu|dong) )\bdong\b/;
const money = /[₫$€£¥]|\b(?:vnd|d|usd|eur|gbp|tien)\b/;

/** What a unit says its numbers are in: `%`, `triệu đồng`, `lead`; `null` where it says nothing. */
export function measureOf(unit: string): Measure | null {
  const text = fold(unit).replace(/vnđ/g, 'vnd');
  if (text.trim() === '') return null;
  if (/%|\bphan tram\b|\bpercent\b/.test(text)) {
    return /\b(?:diem|points?|pp)\b/.test(text) ? null : { is: 'percent', scale: 1 };
  }
  const scale = scaleWords.find(([word]) => word.test(text))?.[1];
  const currencies = currenciesIn(unit);
  if (currencies.length > 0) return { is: 'money', scale: scale ?? 1, currencies };
  if (
    money.test(text) ||
    dong.test(text) ||
    (scale !== undefined && !/\p{L}{3}/u.test(withoutScale(text)))
  ) {
    return { is: 'money', scale: scale ?? 1 };
  }
  if (/\b(?:gio|tieng|hours?|h)\b/.test(text)) return { is: 'hours', scale: 1 };
  if (/\b(?:diem|sao|stars?|points?|score)\b/.test(text)) return { is: 'score', scale: 1 };
  if (/\b(?:giay|phut|seconds?|minutes?|lan|times|x|ty le|ti le)\b/.test(text)) return null;
  return { is: 'count', scale: scale ?? 1 };
}

/** The currencies a unit may name: `nghìn VND`, `đ/lead`, `S/`, `PEN`; none where it names none. */
function currenciesIn(typed: string): readonly string[] {
  const unit = typed.normalize('NFC');
  const parts = [unit, ...unit.split(/[\s().,:/]+/)].map((part) => part.trim());
  if (dong.test(fold(unit))) return ['VND'];
  return parts.map(currencyOf).find((found) => found.length > 0) ?? [];
}

/** Letters that name a currency beside digits may be anything by themselves: only these are sure. */
function currencyOf(part: string): readonly string[] {
  if (/^(?:vnđ|vnd|đ)$/iu.test(part.normalize('NFC'))) return ['VND'];
  const code = currencyCode(part);
  if (code !== null) return [code];
  const isSign = /[^\p{L}\p{N}\s.%]/u.test(part);
  return isSign ? (currencyNamed(part)?.of ?? []) : [];
}

const withoutScale = (text: string): string =>
  scaleWords.reduce((rest, [word]) => rest.replace(word, ''), text);

/** What a heading says in brackets or behind `ĐVT:`. */
export function measureIn(heading: string): Measure | null {
  const inside =
    /\(([^()]+)\)/.exec(heading)?.[1] ??
    /(?:ĐVT|Đơn vị(?: tính)?)\s*:\s*(.+)$/iu.exec(heading)?.[1];
  const measure = inside === undefined ? null : measureOf(inside);
  return measure?.is === 'money' || measure?.is === 'percent' ? measure : null;
}

/** A cell that begins as numbers do. */
export const looksNumeric = (cell: string): boolean => beginsWithNumber(cell) || isMarked(cell);

/** More letters than an amount of money has. */
const longestAmount = 40;
const isMarked = (cell: string): boolean =>
  cell.length <= longestAmount &&
  /^\P{L}{0,3}\p{L}{0,3}\P{L}{0,3}\d/u.test(cell) &&
  hasCurrency(cell);

/** Whether an amount carries the mark of a currency, whichever. */
export const hasCurrency = (cell: string): boolean => currencyBeside(cell).mark !== '';

const beginsWithNumber = (cell: string): boolean =>
  /^(?:[\s≥≤<>=~+\-−(₫$€£]|tối thiểu|tối đa|ít nhất|trên|dưới|tăng|giảm|at least|at most)*\d/iu.test(
    cell,
  ) && !/^\d+[.)]\s*\p{L}/u.test(cell);
