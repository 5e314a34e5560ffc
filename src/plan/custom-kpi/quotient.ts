import type { Direction } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planWords } from '../../messages/compiled/plan.ts';
import { fold, splitWords } from '../../messages/fold.ts';
import type { CustomKpi } from '../model/plan.ts';
import {
  type CustomKpiFacts,
  type CustomKpiReading,
  inBrackets,
  type Measure,
  unitOf,
  withoutBrackets,
} from './reading.ts';
import * as words from './trade-words.ts';
import { type TradeName, tradeName } from './trade-words.ts';

type How = CustomKpi['how'];

/** A name that divides one thing by another. */
interface Quotient {
  readonly top: string;
  readonly bottom: string;
}

const divider =
  /\s*[/÷]\s*|\s+(?:(?:tính\s+)?(?:trên|cho)\s+(?:mỗi|một|1)|mỗi|per|for each|for every|for one|chia cho|divided by)\s+/giu;
const bareDivider =
  /\s*[/÷]\s*|\s+(?:(?:tren|cho)\s+(?:moi|mot|1)|per|for each|for every|for one|chia cho|divided by)\s+|(?<=\b(?:chi phi|cp|gia|doanh thu|tien)(?:\s+\p{L}+){0,2})\s+moi\s+(?=\p{L})/giu;

/** What a message or a lead costs. «Giá trị», «giá bán» are something else. */
const price =
  /^(?:đơn giá|don gia|giá|gia|price of|price per)\s+(?!(?:trị|tri|bán|ban|vốn|von|niêm|niem)(?!\p{L}))(?:mỗi\s+|một\s+|1\s+|per\s+)?(?=\p{L})/iu;
const priceAlone = /^ (?:đơn |don )?(?:giá|gia|price) $/u;

/** Letters that stand for money spent on something. */
const costEach = / cp[a-z]{1,3} /u;

export function quotientIn(
  { title, unit, language }: CustomKpiFacts,
  name: TradeName,
): Quotient | null {
  const bare = withoutBrackets(title);
  const parts = bare.split(name.bare ? bareDivider : divider).map((part) => part.trim());
  if (parts.length > 1) {
    const [top = '', bottom = '', ...more] = parts;
    const each = bottom.replace(/^1\s+/u, '');
    // Of so many: what stands below would have to be divided by as many first.
    const isOne = more.length === 0 && !/^\d/u.test(each);
    return isOne ? { top, bottom: each } : { top: bare, bottom: '' };
  }
  const short = splitWords(title).flatMap((word) => shortened(word, name, language) ?? [])[0];
  if (short) return short;
  if (costEach.test(tradeName(title).text)) return { top: bare, bottom: '' };
  const priced = bare.replace(price, '');
  if (priced !== bare && isOfEvents(tradeName(priced))) {
    return { top: planWords(language).costEach, bottom: priced };
  }
  const inUnit = `${inBrackets(title)} ${unit}`.trim();
  const [whole = '', each = ''] = inUnit.split(/\s*\/\s*/);
  return whole !== '' && each !== '' ? { top: bare, bottom: '' } : null;
}

/** «các» without its mark is no CAC. */
const shortened = (word: string, { bare }: TradeName, language: Language) =>
  bare && word === 'cac' ? null : words.quotientOf(word.toLowerCase(), language);

const isOfEvents = (name: TradeName): boolean =>
  !words.income.in(name) &&
  (words.event.in(name) || words.level.in(name) || /data|khách/u.test(name.text));

export function dividedReading(
  { top, bottom }: Quotient,
  name: TradeName,
  { title, measure }: CustomKpiFacts,
): CustomKpiReading {
  const [above, below] = [tradeName(top), tradeName(bottom)];
  const isShare = measure?.is === 'percent' || (measure === null && words.rate.in(name));
  const isCost =
    words.cost.in(above) ||
    price.test(top) ||
    priceAlone.test(above.text) ||
    costEach.test(tradeName(title).text);
  const isIncome = words.income.in(above);
  const moneyBelow = words.cost.in(below) || words.income.in(below);
  const isMoney =
    !isShare &&
    !moneyBelow &&
    (measure?.is === 'money' || ((isCost || isIncome) && !isMeasured(measure)));
  const better = dividedDirection(above, below, isCost, isIncome);
  const whole = { is: 'typed', over: 'whole' } as const;
  const clear = top !== '' && bottom !== '' && !words.period.in(below);
  const ratio: How = { is: 'ratio', top: ofTotals(top), bottom };
  if (isMoney) {
    const known = isCost || isIncome;
    if (clear && known) return { unit: 'moneyEach', better, how: ratio };
    // Whatever it is divided by: nothing that is so much each adds up.
    const how = words.period.in(below) ? null : whole;
    return { unit: 'moneyEach', better: known ? better : null, how };
  }
  const apart =
    clear && ratio.is === 'ratio' && ratio.top !== '' && fold(ratio.top) !== fold(bottom);
  if (isShare) return { unit: 'fraction', better, how: apart ? ratio : whole };
  if ((isIncome || isCost) && moneyBelow && measure?.is !== 'money') {
    return { unit: 'times', better, how: apart ? ratio : whole };
  }
  const unit = unitOf(name, { title, measure });
  return { unit, better: null, how: null };
}

/** A count of something says nothing against money in a name, as long as its numbers are no shares. */
const isMeasured = (measure: Measure | null): boolean => measure !== null && measure.is !== 'count';

const ofTotals = (text: string): string =>
  text
    .replace(/^(?:tỷ lệ|tỉ lệ|ty le|ti le|tổng|tong|số|so|total|average|avg)\s+/iu, '')
    .replace(/\s+(?:trung bình|trung binh|bình quân|binh quan)$/iu, '')
    .trim();

/** Of a quotient its upper part tells: money spent on something should be little. */
function dividedDirection(
  above: TradeName,
  below: TradeName,
  isCost: boolean,
  isIncome: boolean,
): Direction | null {
  if (words.turned.in(above) || words.bad.in(below)) return null;
  if (isCost && isIncome) return null;
  if (isCost) return 'lower';
  if (words.bad.in(above)) return isIncome ? null : 'lower';
  return isIncome || words.good.in(above) || words.event.in(above) ? 'higher' : null;
}
