import type { Language } from '../../kpi/define.ts';
import { dataWords } from '../../messages/data.ts';
import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import type { Trust } from '../../sources/source.ts';

/** What to know about numbers that came, in words; empty where all is fine. */
export function trustList(trust: Trust, language: Language): string[] {
  const { sampled, thresholded, otherRow } = dataWords(language).trust;
  return [
    ...(trust.sampled === null
      ? []
      : [sampled(formatAmount(trust.sampled, 'fraction', 'VND', language))]),
    ...(trust.thresholded ? [thresholded] : []),
    ...(trust.otherRow ? [otherRow] : []),
  ];
}

export const trustWords = (trust: Trust, language: Language): string =>
  trustList(trust, language).join('; ');
