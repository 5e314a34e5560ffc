import { fold, splitWords } from '../../messages/fold.ts';

/** The words of a name without marks or capitals, in order. */
export const foldedWords = (text: string): readonly string[] => splitWords(fold(text));

/** What says how good something should be, not what is counted. */
const vague: readonly string[] = [
  'hieu qua',
  'hieu suat',
  'tot hon',
  'tot',
  'cai thien',
  'nang cao',
  'tang cuong',
  'toi uu',
  'day manh',
  'ho tro',
  'phat trien',
  'hoan thien',
  'chat luong',
  'thai do',
  'tich cuc',
  'no luc',
  'chu dong',
  'hoan thanh',
  'hoan thanh tot',
  'phoi hop',
  'dam bao',
  'lam tot',
  'effectiveness',
  'efficiency',
  'performance',
  'improve',
  'better',
  'optimise',
  'optimize',
  'quality',
  'support',
  'boost',
  'strengthen',
  'enhance',
  'good',
  'do well',
  'effort',
];

/** What can be counted, paid or timed: with one of these a name says what it is about. */
const countable: readonly string[] = [
  'so',
  'so luong',
  'ty le',
  'ti le',
  'phan tram',
  'luot',
  'chi phi',
  'doanh thu',
  'doanh so',
  'diem',
  'thoi gian',
  'don',
  'bai',
  'gio',
  'ngay',
  'nguoi',
  'khach',
  'lead',
  'leads',
  'roi',
  'roas',
  'cpl',
  'ctr',
  'nps',
  'csat',
  'video',
  'view',
  'views',
  'click',
  'clicks',
  'number',
  'rate',
  'share',
  'count',
  'percent',
  'cost',
  'revenue',
  'sales',
  'score',
  'time',
  'hours',
  'days',
  'orders',
  'posts',
  'people',
  'customers',
  'visits',
  'sessions',
  'per',
];

const holds = (words: readonly string[], phrases: readonly string[]): boolean => {
  const text = ` ${words.join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
};

/** A name that promises without naming anything that could be counted. */
export function saysVague(title: string): boolean {
  const words = foldedWords(title);
  if (
    words.join('').length < 2 ||
    /^(?:kpi|muc tieu|chi so|chi tieu)?\s*\d*$/.test(words.join(' '))
  )
    return true;
  return holds(words, vague) && !holds(words, countable);
}

const people: readonly string[] = [
  'reach',
  'tiep can',
  'unique',
  'nguoi dung',
  'nguoi xem',
  'nguoi truy cap',
  'users',
  'visitors',
  'active users',
  'khan gia',
  'audience',
];

/** A name that means different people, each counted once however often they come. */
export const saysReach = (title: string): boolean => holds(foldedWords(title), people);
