import { planCheckWords } from '../../messages/plan-checks.ts';
import { defaultBusinessProfile } from '../../plan/model/defaults.ts';
import type { BusinessProfile, Plan } from '../../plan/model/plan.ts';
import { readableProfile } from '../../plan/validation/validate-business.ts';
import { validatePlan } from '../../plan/validation/validate-plan.ts';
import type { Context } from '../ports/context.ts';
import { Problem } from './user-error.ts';

/** A plan as the panel sent it, cleaned; the first thing that is wrong with it where it is none. */
export function parsePlan(value: unknown, { language, catalogue, sources }: Context): Plan {
  const checked = validatePlan(value, language, catalogue, sources);
  if ('plan' in checked) return checked.plan;
  const [{ sentence, field }] = checked.problems;
  throw new Problem(sentence, field || undefined);
}

/** The id of a plan as the panel sent it; anything else names no plan. */
export const planId = (value: unknown): string =>
  typeof value === 'string' && /^[a-z0-9]{6}$/.test(value) ? value : '';

const businessKey = 'circumstances';

/** What somebody answered about their business last; the defaults where nothing was answered. */
export function businessProfile({ host, language }: Context): BusinessProfile {
  const usual = defaultBusinessProfile(language, host.spreadsheetLocale());
  return readableProfile(read(host.recall(businessKey)), usual, planCheckWords(language));
}

export const rememberBusinessProfile = ({ circumstances: said }: Plan, { host }: Context): void =>
  host.remember(businessKey, JSON.stringify(said));

/** Whose name the log gives where the platform does not say it; asked for once. */
const whoKey = 'who';
export const who = ({ host, spreadsheet }: Context): string | null =>
  spreadsheet.user() ?? (host.recall(whoKey) || null);
export const rememberWho = (name: string, { host }: Context): void => {
  if (name.trim()) host.remember(whoKey, name.trim().slice(0, 100));
};

function read(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    // A damaged note counts as none.
    return {};
  }
}
