import { businesses } from '../../kpi/identity.ts';
import { defaultBusinessProfile } from '../../plan/model/defaults.ts';
import { type BusinessProfile, type Plan, stages } from '../../plan/model/plan.ts';
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

/** A field of whatever the panel sent. */
export const requestField = (request: unknown, name: string): unknown =>
  typeof request === 'object' && request !== null && Object.keys(request).includes(name)
    ? (request as Record<string, unknown>)[name]
    : undefined;

const businessKey = 'circumstances';

/** What somebody answered about their business last; the defaults where nothing was answered. */
export function businessProfile({ host, language }: Context): BusinessProfile {
  const usual = defaultBusinessProfile(language, host.spreadsheetLocale());
  const said = read(host.recall(businessKey));
  return {
    business: businesses.find((each) => each === said.business) ?? usual.business,
    stage: stages.find((each) => each === said.stage) ?? usual.stage,
    sales: said.sales === 'revenue' ? 'revenue' : 'sales',
    margin: isMargin(said.margin) ? said.margin : usual.margin,
    currency:
      typeof said.currency === 'string' && /^[A-Z]{3}$/.test(said.currency)
        ? said.currency
        : usual.currency,
    firstMonth: isMonth(said.firstMonth) ? said.firstMonth : usual.firstMonth,
    weekStart:
      said.weekStart === 'sunday' || said.weekStart === 'monday' ? said.weekStart : usual.weekStart,
  };
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

function read(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    // A damaged note counts as none.
    return {};
  }
}

const isMargin = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;
const isMonth = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 12;
