import type { Kpi } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';
import { fold } from '../../messages/fold.ts';
import type { CustomKpi } from '../model/plan.ts';
import type { Measure } from './measures.ts';

const lower =
  /\b(?:chi phi|gia (?:lead|click|don)|ty le (?:thoat|huy|roi bo|mat|that bai|tra hang|hoan|loi|thua)|huy don|roi bo|khieu nai|phan nan|tra hang|hoan hang|bom hang|loi|thoi gian (?:phan hoi|xu ly|cho)|spam|cost|cpc|cpm|cpl|cpa|cac|bounce|churn|complaints?|refunds?|returns|unsubscribes?|response time|errors?|loss)\b/;
const planned = /\b(?:ngan sach|budget|so bai|bai (?:viet|dang)|posts?|articles)\b/;
const latest =
  /\b(?:theo doi|follower|followers|follow|subscribers?|thanh vien|members|ton kho|thu hang|rank|ranking)\b/;
const apart =
  /\b(?:tiep can|reach|unique|hai long|khao sat|survey|nps|csat|nhan biet|trung binh|average)\b/;
const each = /\b(?:trung binh|binh quan|average|moi|per|cpc|cpm|cpl|cpa|cac|aov)\b/;

/**
 * A KPI that nobody knows, as its name and its numbers suggest, or those it may be
 * the like of where they are measured alike. The user looks it over.
 */
export function guessCustomKpi(
  name: string,
  title: string,
  measure: Measure | null,
  like: readonly Kpi[],
): CustomKpi {
  const [first, ...others] = like;
  if (first && others.every(({ unit }) => unit === first.unit)) {
    const { unit, better } = first;
    const over = 'counts' in first && first.counts.over !== 'first' ? first.counts.over : 'whole';
    return { name, title, unit, better, how: { is: 'typed', over } };
  }
  const text = fold(title).replace(/\bti le\b/g, 'ty le');
  const unit = unitOf(text, measure);
  const better = planned.test(text) ? 'on plan' : lower.test(text) ? 'lower' : 'higher';
  const adds = unit === 'money' || unit === 'count' || unit === 'hours';
  const over = latest.test(text) ? 'last' : adds && !apart.test(text) ? 'sum' : 'whole';
  return { name, title, unit, better, how: { is: 'typed', over } };
}

function unitOf(text: string, measure: Measure | null): Unit {
  if (measure?.is === 'percent') return 'fraction';
  if (measure?.is === 'money') return each.test(text) ? 'moneyEach' : 'money';
  if (measure?.is === 'hours') return 'hours';
  if (measure?.is === 'score') return 'score';
  return 'count';
}
