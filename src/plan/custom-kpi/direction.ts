import type { Direction } from '../../kpi/define.ts';
import type { TradeName } from './trade-words.ts';
import * as words from './trade-words.ts';

/** Which way is better, as far as words of the trade say it. */
export function directionOf(
  name: TradeName,
  kind: 'rate' | 'count' | 'event' | 'made' | 'new' | 'level',
): Direction | null {
  const [bad, turned] = [words.bad.in(name), words.turned.in(name)];
  if (turned) return null;
  if (bad) return / (?:tồn kho|ton kho|inventory) /u.test(name.text) ? null : 'lower';
  if (kind === 'rate' && words.cost.in(name)) {
    return words.rate.in(name) && !words.income.in(name) && !words.good.in(name) ? 'lower' : null;
  }
  if (words.good.in(name)) return 'higher';
  if (kind === 'rate') return words.income.in(name) ? 'higher' : null;
  if (kind === 'made' || kind === 'count') return null;
  if (kind === 'new') return isWished(name) ? 'higher' : null;
  return 'higher';
}

/** More new competitors are no success. */
const isWished = (name: TradeName): boolean =>
  [words.wished, words.event, words.level, words.levelOrEvent].some((known) => known.in(name));

/** An average of money tells by what it is an average of. */
export function averageDirection(name: TradeName): Direction | null {
  if (words.duration.in(name)) return timeDirection(name);
  if (words.turned.in(name)) return null;
  if (words.cost.in(name)) return words.income.in(name) ? null : 'lower';
  if (words.bad.in(name)) return 'lower';
  if (words.income.in(name)) return 'higher';
  return directionOf(name, 'rate');
}

export function timeDirection(name: TradeName): Direction | null {
  if (words.turned.in(name) || / (?:tốc độ|toc do|speed) /u.test(name.text)) return null;
  const [waits, stays] = [words.waiting.in(name), words.staying.in(name)];
  if (waits === stays) return null;
  return waits ? 'lower' : 'higher';
}
