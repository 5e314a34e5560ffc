import type { PlanPasteWords } from '../../messages/compiled/plan-paste.ts';
import { fold, splitWords } from '../../messages/fold.ts';
import type { Measure } from '../custom-kpi/reading.ts';
import type { TextGrid } from './grid.ts';
import { looksNumeric, measureIn } from './measures.ts';

/** What a column of a KPI table holds. */
export type ColumnRole = keyof PlanPasteWords['columns'];

interface Column {
  readonly at: number;
  readonly header: string;
  /** `null`: not read. */
  readonly role: ColumnRole | null;
  /** What its heading says its numbers are in: «(triệu đồng)». */
  readonly measure: Measure | null;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** How many rows stand before the first one with a KPI. */
  readonly headRows: number;
  readonly headed: boolean;
}

/** `either` is a KPI's name or its target: its cells tell. `left` is known, and not read. */
type Heading = ColumnRole | 'either' | 'left';

/** What headings say, folded. Of several that fit, the longest counts. */
const headings: Readonly<Record<Heading, string>> = {
  kpi: 'kpi|kpis|ten|ten kpi|chi so|chi tieu kpi|ten chi tieu|chi so kpi|chi so danh gia|tieu chi|tieu chi danh gia|noi dung|noi dung cong viec|cong viec|nhiem vu|hang muc|dau muc|metric|metrics|indicator|measure|key result|ket qua then chot|name',
  either: 'chi tieu|muc tieu|objective',
  target:
    'target|targets|ke hoach|plan|planned|goal|goals|tong quy|ca quy|quarter total|total quarter|dinh muc|chi tieu giao|can dat|muc tieu can dat|muc can dat|kh|expected',
  actual:
    'thuc hien|thuc dat|thuc te|actual|actuals|achieved|ket qua|ket qua thuc hien|ket qua dat duoc|dat duoc|da dat|result|results',
  baseline:
    'quy truoc|ky truoc|hien tai|hien nay|hien trang|current|currently|today|now|baseline|last quarter|previous quarter|previous|moc so sanh|thuc hien quy truoc|ket qua quy truoc|thuc dat quy truoc|actual last quarter',
  lastYear:
    'cung ky|nam truoc|nam ngoai|last year|cung ky nam truoc|thuc hien cung ky|thuc hien nam truoc|ket qua nam truoc',
  unit: 'don vi|don vi tinh|don vi do|dvt|unit|units',
  weight: 'trong so|trong so kpi|ty trong|ti trong|weight|weights|weighting|he so',
  owner:
    'nguoi phu trach|phu trach|nguoi thuc hien|nguoi chiu trach nhiem|chiu trach nhiem|nhan su|nhan vien|owner|pic|responsible|assignee',
  cadence: 'tan suat|tan suat do|tan suat do luong|chu ky|chu ky do|frequency|cadence',
  definition:
    'cach tinh|cong thuc|cong thuc tinh|dien giai|mo ta|dinh nghia|cach do|cach do luong|phuong phap do|phuong phap tinh|definition|formula|description',
  source: 'nguon|nguon so lieu|nguon du lieu|source|data source|cong cu do|cong cu do luong',
  number: 'stt|tt|so tt|so thu tu|no',
  left: 'hoan thanh|ty le hoan thanh|ti le hoan thanh|muc do hoan thanh|ty le dat|ti le dat|completion|attainment|diem|diem so|score|xep loai|ghi chu|note|notes|deadline|thoi han|chenh lech|con thieu|ngay|date|nhom|nhom chi tieu|nhom kpi|phong ban|bo phan|khia canh|vien canh|linh vuc|muc tieu chien luoc|group|category|department',
};
const phrases = Object.entries(headings)
  .flatMap(([role, all]) => all.split('|').map((phrase) => ({ phrase, role: role as Heading })))
  .sort((one, other) => other.phrase.length - one.phrase.length);

const numbers: readonly (Heading | null)[] = ['target', 'actual', 'baseline', 'either', 'kpi'];
/** Numbers of a month, a week or a year say nothing of the quarter. */
const otherPeriod = /\b(?:thang|month|monthly|tuan|week|weekly|t\d{1,2}|m\d{1,2}|w\d{1,2})\b/;
const ofYear = /\b(?:nam|year|annual|yearly)\b/;
const ofQuarter = /\b(?:quy|quarter|q)\s*([1-4]|iv|i{1,3})?\b|\bq([1-4])\b/;

const quarterAlone = /^(?:quy|quarter|q) ?(?:[1-4]|iv|i{1,3})(?: (?:nam )?(?:20)?\d\d)?$/;

const plain = (header: string): string => splitWords(fold(header)).join(' ');

function headingOf(header: string): Heading | null {
  if (header.trim() === '#') return 'number';
  const text = plain(header);
  // A column that is called by a quarter alone holds what is planned for it.
  if (quarterAlone.test(text)) return 'target';
  const role = phrases.find(({ phrase }) => ` ${text} `.includes(` ${phrase} `))?.role ?? null;
  const period = otherPeriod.test(text) || (ofYear.test(text) && !ofQuarter.test(text));
  return period && numbers.includes(role) && role !== 'kpi' ? 'left' : role;
}

/** Which quarter a heading names, 1–4. */
export function quarterInHeader(header: string): number | null {
  const found = ofQuarter.exec(plain(header));
  const name = found?.[1] ?? found?.[2];
  if (!name) return null;
  return /\d/.test(name) ? Number(name) : ['i', 'ii', 'iii', 'iv'].indexOf(name) + 1;
}

/** Headings stand at the top, after a title or two. */
const searched = 15;

/**
 * Finds the headings of a table and what its columns hold. `quarter`: which one is planned, 1–4;
 * `knows` tells names of KPIs.
 */
export function layoutOf(
  grid: TextGrid,
  quarter: number,
  knows: (name: string) => boolean,
): Layout {
  const width = Math.max(0, ...grid.map((row) => row.length));
  const heads = grid.slice(0, searched).map((row, at) => headAt(grid, at, row, width));
  const best = heads.reduce<(typeof heads)[number] | null>(
    (found, head) => (head.known > (found?.known ?? Math.min(1, width - 1)) ? head : found),
    null,
  );
  const headers = best?.headers ?? Array.from({ length: width }, () => '');
  const headRows = best ? best.at + 1 : 0;
  const below = grid.slice(headRows);
  const guessed = headers.map((header, at): Guess => {
    const cells = below.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    const numeric = cells.filter(looksNumeric).length * 2 > cells.length;
    const known = numeric ? 0 : cells.filter(knows).length;
    return { heading: headingOf(header), numeric, known };
  });
  const roles = settle(guessed, headers, quarter);
  const columns = headers.map((header, at) => {
    return { at, header, role: roles[at] ?? null, measure: measureIn(header) };
  });
  return { columns, headRows, headed: best !== null };
}

/** The headings a row would make; cells that hang over from the row above belong to it. */
function headAt(grid: TextGrid, at: number, row: readonly string[], width: number) {
  const above = grid[at - 1] ?? [];
  const titled = above.filter((cell) => cell !== '').length > 1 && !above.some(looksNumeric);
  const headers = Array.from({ length: width }, (_, column) => {
    const own = row[column] ?? '';
    if (!titled) return own;
    if (own === '') return above[column] ?? '';
    // «Kế hoạch» below «Quý IV/2026», which reaches over the blank cells behind it.
    const over =
      above
        .slice(0, column + 1)
        .filter((cell) => cell !== '')
        .pop() ?? '';
    return quarterInHeader(over) === null ? own : `${own} ${over}`;
  });
  const filled = row.filter((cell) => cell !== '').length;
  const known =
    row.filter(looksNumeric).length * 3 > filled
      ? 0
      : new Set(headers.filter((header) => headingOf(header) !== null)).size;
  return { at, headers, known };
}

interface Guess {
  readonly heading: Heading | null;
  readonly numeric: boolean;
  /** How many of its cells name KPIs of the catalogue. */
  readonly known: number;
}

function settle(
  guessed: readonly Guess[],
  headers: readonly string[],
  quarter: number,
): readonly (ColumnRole | null)[] {
  const roles = guessed.map(({ heading, numeric }): ColumnRole | null => {
    if (heading === 'left') return null;
    if (heading === 'either' || heading === 'kpi') return numeric ? 'target' : 'kpi';
    return heading;
  });
  const name = nameColumn(guessed);
  const chosen = roles.map((role, at) => (at === name ? 'kpi' : role === 'kpi' ? null : role));
  return chosen.map((role, at) => {
    if (role === null) return null;
    const same = chosen.flatMap((each, index) => (each === role ? [index] : []));
    return (same.length === 1 ? at : pick(same, headers, role, quarter)) === at ? role : null;
  });
}

/** Where the names stand: under a heading that says so, else where most are known. */
function nameColumn(guessed: readonly Guess[]): number {
  const texts = guessed.map((guess, at) => ({ ...guess, at })).filter(({ numeric }) => !numeric);
  const named = texts.filter(({ heading }) => heading === 'kpi');
  const either = texts.filter(({ heading }) => heading === 'either');
  const unnamed = texts.filter(({ heading }) => heading === null);
  const columns = [named, either, unnamed].find((each) => each.length > 0) ?? [];
  return (
    [...columns].sort((one, other) => other.known - one.known || one.at - other.at)[0]?.at ?? -1
  );
}

/** Of several columns of one kind the one of the right quarter; where quarters are not named, the first. */
function pick(
  columns: readonly number[],
  headers: readonly string[],
  role: ColumnRole,
  quarter: number,
): number {
  const quarters = columns.map((at) => quarterInHeader(headers[at] ?? ''));
  if (quarters.every((each) => each === null)) return columns[0] ?? -1;
  const wanted = role === 'target' ? quarter : ((quarter + 2) % 4) + 1;
  return columns[quarters.indexOf(wanted)] ?? -1;
}
