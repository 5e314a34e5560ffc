import { catalogue } from '../../kpi/catalogue.ts';
import { isLanguage, languageOf } from '../../messages/language-of.ts';
import { defaultBusinessProfile } from '../../plan/model/defaults.ts';
import { filled } from '../../plan/model/field.ts';
import { layoutVersion, type Plan, planFields, planRoles } from '../../plan/model/plan.ts';
import { isRecord } from '../../plan/validation/field-reader.ts';
import { validatePlan } from '../../plan/validation/validate-plan.ts';
import type { Sources } from '../../sources/registry.ts';
import { type Fingerprints, readFingerprints } from '../integrity/fingerprint.ts';

/** What a plan's sheet is besides the plan. */
export interface MetadataState {
  /** The layout it was built with. */
  readonly layout: number;
  /** Rises with every change. */
  readonly revision: number;
  /** Its quarter is closed: values stand in the place of formulas. */
  readonly frozen: boolean;
  /** Native formulas stand in the place of our functions. */
  readonly native: boolean;
  /** Its input cells hold made-up numbers. */
  readonly sample: boolean;
  /** What its blocks were when they were last written; left out by layouts that did not look. */
  readonly prints?: Fingerprints;
}

/** What the hidden metadata on a plan's sheet says: the plan as the add-on last wrote it. */
export interface PlanMetadata extends MetadataState {
  readonly plan: Plan;
}

export const planMetadata = (plan: Plan, state: MetadataState): string =>
  JSON.stringify({ ...state, plan } satisfies PlanMetadata);

/** The same text, with what the blocks of its sheet are now. */
export function withFingerprints(text: string, prints: Fingerprints): string {
  const { plan, ...state } = JSON.parse(text) as PlanMetadata;
  return JSON.stringify({ ...state, prints, plan } satisfies PlanMetadata);
}

/** Metadata read back, or `null` for a text that is none. Of a newer layout only its outline is known. */
export function parseMetadata(text: string, sources: Sources): PlanMetadata | null {
  const found = parsed(text);
  if (!isRecord(found)) return null;
  const { layout, revision, frozen, native, sample, prints, plan } = found;
  if (!isCount(layout) || !isCount(revision) || !isRecord(plan)) return null;
  const state = { layout, revision, frozen: frozen === true, native: native === true };
  const read = layout > layoutVersion ? outline(plan) : ours(plan, sources);
  const known = readFingerprints(prints);
  return read && { ...state, sample: sample === true, ...(known && { prints: known }), plan: read };
}

function ours(plan: Readonly<Record<string, unknown>>, sources: Sources): Plan | null {
  const checked = validatePlan(plan, 'en', catalogue, sources);
  return 'plan' in checked ? checked.plan : null;
}

/** A plan of which only what names it is certain: the rest is not for this version to read. */
function outline(plan: Readonly<Record<string, unknown>>): Plan | null {
  const { id, name, quarter } = plan;
  if (typeof id !== 'string' || !planFields.id.pattern.test(id) || typeof name !== 'string')
    return null;
  if (!isRecord(quarter) || !isCount(quarter.year) || !isCount(quarter.month)) return null;
  const role = planRoles.find((each) => each === plan.role) ?? 'other';
  const language = isLanguage(plan.language) ? plan.language : languageOf('');
  return filled(planFields, {
    id,
    name,
    role,
    language,
    quarter: { year: quarter.year, month: quarter.month },
    circumstances: defaultBusinessProfile(language, ''),
    kpis: [],
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
