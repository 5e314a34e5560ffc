import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { listOf } from '../../messages/list-of.ts';
import { formatAmount } from '../amounts/parse-amount.ts';
import type { Plan } from '../model/plan.ts';

/**
 * A KPI's title as it stands inside a sentence: without what is in brackets behind it, and without
 * the capital it begins with; abbreviations keep theirs.
 */
export function titleInSentence(kpi: Kpi, language: Language): string {
  const title = kpiTitle(kpi, language).replace(/\s*\([^()]*\)$/, '') || kpi.name;
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

export const titlesOf = (kpis: readonly { readonly is: Kpi }[], language: Language): string =>
  listOf(
    kpis.map(({ is }) => titleInSentence(is, language)),
    language,
  );

/** A value of this KPI with its unit. */
export const amountOf = (
  value: number,
  kpi: Pick<Kpi, 'unit'>,
  plan: Plan,
  language: Language,
): string => formatAmount(value, kpi.unit, plan.circumstances.currency, language);

/** A share as a percentage: 0.165 → `16,5%`. */
export const percentOf = (share: number, language: Language): string =>
  formatAmount(Math.round(share * 1000) / 1000, 'fraction', 'USD', language);

export const isBlankText = (text: string): boolean => text.trim() === '';
