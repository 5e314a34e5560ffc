import { inputTitle } from '../../messages/catalogue.ts';
import { dataWords } from '../../messages/compiled/data.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { filled } from '../../messages/filled.ts';
import { formatAmount } from '../../plan/amounts/parse-amount.ts';
import type { Account } from '../../plan/model/feeds.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { capital } from '../../sheet/layout/message-formula.ts';
import type { Trust } from '../../sources/source.ts';
import { zoneName } from '../../sources/zone.ts';
import type { Cut, InputLoss } from '../data-sheet/known-days.ts';
import type { Context } from '../ports/context.ts';
import { dayWords } from './format-day.ts';

/** What to know about numbers that came, in words; empty where all is fine. */
function trustList(trust: Trust, language: Language): string[] {
  const { sampled, thresholded, otherRow } = dataWords(language).trust;
  return [
    ...(trust.sampled === null
      ? []
      : [sampled({ percent: formatAmount(trust.sampled, 'fraction', 'VND', language) })]),
    ...(trust.thresholded ? [thresholded] : []),
    ...(trust.otherRow ? [otherRow] : []),
  ];
}

/** What is to be known of the numbers of one input. */
interface InputQuality {
  /** Of all that its account brought. */
  readonly trust: Trust | null;
  readonly loss: InputLoss | null;
  /** It is not told apart, though it was to be. */
  readonly untold: boolean;
  /** Where its days begin and end, if that is elsewhere than the spreadsheet's do. */
  readonly zone?: string | null;
}

/** The time zone of an account, where its days are others than the spreadsheet's. */
export const otherZone = (
  { zone }: Pick<Account, 'zone'>,
  { services }: Pick<Context, 'services'>,
): string | null =>
  zone !== undefined && zoneName(zone) !== zoneName(services.zone()) ? zone : null;

/** What to know about the numbers of an input, in words, what is not there at all first. */
export function inputNotes(
  { trust, loss, untold, zone = null }: InputQuality,
  language: Language,
): string[] {
  const { lost: say, trust: trusted } = dataWords(language);
  const reason = ({ why, detail }: Cut) => filled(say.reasons[why], { detail });
  return [
    ...(loss?.since
      ? [say.upTo({ day: dayWords(loss.since.day - 1, language), reason: reason(loss.since) })]
      : []),
    ...(loss?.until
      ? [say.from({ day: dayWords(loss.until.day + 1, language), reason: reason(loss.until) })]
      : []),
    ...(untold ? [say.untold] : []),
    ...(trust ? trustList(trust, language) : []),
    ...(zone === null ? [] : [trusted.zone({ city: cityOf(zone) })]),
  ];
}

/** `America/Los_Angeles` as people say it: Los Angeles. */
const cityOf = (zone: string): string => (zone.split('/').pop() ?? zone).replace(/_/g, ' ');

/** Days that are unknown, for people: «Leads, sessions: up to 12/10/2026 not known: …», alike ones together. */
export function lossNotes(
  plan: Plan,
  lost: Readonly<Record<string, InputLoss>>,
  language: Language,
  { catalogue }: Pick<Context, 'catalogue'>,
): string[] {
  const inputs = inputsOfPlan(plan, catalogue);
  const alike = new Map<string, string[]>();
  for (const [input, loss] of Object.entries(lost)) {
    const notes = inputNotes({ trust: null, loss, untold: false }, language).join('; ');
    const known = inputs.find(({ key }) => key === input);
    const title = known ? inputTitle(known, language) : input;
    alike.set(notes, [...(alike.get(notes) ?? []), title]);
  }
  return [...alike].map(([notes, titles]) => `${capital(titles.join(', '))}: ${notes}`);
}
