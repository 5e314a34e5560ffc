import type { Direction } from '../../kpi/define.ts';
import { businesses } from '../../kpi/identity.ts';
import { objectiveIds } from '../../kpi/objectives.ts';
import { type Role, roleIds } from '../../kpi/roles.ts';
import { type Unit, units } from '../../kpi/units.ts';
import { languages } from '../../messages/compiled/languages.ts';
import type { WeekStart } from '../calendar/calendar.ts';
import type { Fields, FieldsOf, PlacedFields, SpokenIn, ToldIn, WholeFields } from './field.ts';

/** The layout this version of the add-on builds. An older one is upgraded, a newer one only read. */
export const layoutVersion = 3;

export type PlanRole = Role | 'other';
export const planRoles: readonly PlanRole[] = [...roleIds, 'other'];
const weekStarts: readonly WeekStart[] = ['monday', 'sunday'];
const directions: readonly Direction[] = ['higher', 'lower', 'on plan'];
/** What the numbers of an own KPI may be measured in; `same` means nothing on its own. */
const customKpiUnits: readonly Unit[] = (Object.keys(units) as Unit[]).filter(
  (unit) => unit !== 'same',
);
export const stages = ['new', 'growing', 'established'] as const;
export type Stage = (typeof stages)[number];
/** How often a KPI is measured; its inputs are typed as often (daily ones once a week). */
export const cadences = ['day', 'week', 'month', 'quarter'] as const;
export type Cadence = (typeof cadences)[number];

/** How it adds up, and which way is better. */
export const customKpiQuestions = ['totalling', 'better'] as const;
export type CustomKpiQuestion = (typeof customKpiQuestions)[number];

// A field of a plan is one entry here. Its type, its validation, what changes between two plans, what is
// read back from cells, what two people made of it and its line in the log follow from the entry; its
// names in words are in messages, where the compiler asks for them. Names are stored: none is renamed.

/** What a business answers once; it chooses between variants of KPIs and between identities. */
export const profileFields = {
  business: { is: 'one', of: businesses, missing: null, on: 'metadata' },
  stage: { is: 'one', of: stages, missing: null, on: 'metadata' },
  /** «Doanh số» (order value, K54) or «doanh thu» (recognised revenue, K55). */
  sales: { is: 'one', of: ['sales', 'revenue'], on: 'sheet' },
  /** Gross margin as a fraction, 0–1; `null` when nobody has said it. */
  margin: { is: 'share', missing: null, says: 'margin', on: 'input', opens: true },
  /** ISO 4217. */
  currency: { is: 'code', pattern: /^[A-Z]{3}$/, says: 'currency', on: 'sheet' },
  /** The month (1–12) the financial year begins with. */
  firstMonth: { is: 'whole', from: 1, to: 12, says: 'firstMonth', on: 'sheet' },
  weekStart: { is: 'one', of: weekStarts, on: 'sheet' },
} as const satisfies WholeFields;
export interface BusinessProfile extends FieldsOf<typeof profileFields> {}

export const kpiFields = {
  /** A name of the catalogue (`CPL`) or of one of the plan's own KPIs (`OWN_A`). */
  kpi: { is: 'kpi', on: 'identity' },
  /** Share of the whole, 0–1; `null`: tracked beside, not weighted. */
  weight: { is: 'share', missing: null, says: 'weight', on: 'method', opens: true },
  /** Last quarter's actual. `null` is unknown, which is not zero. */
  baseline: { is: 'number', missing: null, on: 'score' },
  target: { is: 'number', missing: null, on: 'score' },
  /** The same quarter a year before. */
  lastYear: { is: 'number', missing: null, on: 'method' },
  owner: { is: 'text', missing: '', on: 'score' },
  cadence: { is: 'one', of: cadences, on: 'sheet' },
  /** From this share of what is expected by now it is on track; below `flag` it is off track. */
  goal: { is: 'threshold', says: 'threshold', on: 'method' },
  flag: { is: 'threshold', says: 'threshold', on: 'method' },
  /** What counts, where the final number comes from: «a lead is …, without duplicates». */
  definition: { is: 'text', missing: '', most: 1000, on: 'method' },
  /** Where its inputs come from; `typed` by hand. */
  source: { is: 'text', missing: '', most: 200, on: 'sheet' },
} as const satisfies PlacedFields;
export interface PlannedKpi extends FieldsOf<typeof kpiFields> {}

/** What is done with its numbers: added up, or one total divided by another. */
export type CustomKpiReckoning =
  | { readonly is: 'typed'; readonly over: 'sum' | 'last' | 'whole' }
  | { readonly is: 'ratio'; readonly top: string; readonly bottom: string };

/** A KPI that the user defined. It behaves like one of the catalogue. */
export const customKpiFields = {
  /** `OWN_A`, `OWN_B` … */
  name: { is: 'kpi' },
  title: { is: 'text', must: 'ownTitle' },
  unit: { is: 'one', of: customKpiUnits },
  better: { is: 'one', of: directions },
  how: { is: 'how', says: 'ownHow' },
  /**
   * What of it nobody has said, and neither its name nor its unit: what stands in `how` or `better`
   * then is in nobody's name, and nothing is judged by it.
   */
  unsaid: { is: 'unsaid' },
} as const satisfies Fields;
export interface CustomKpi extends FieldsOf<typeof customKpiFields> {}

/** From this attainment on, so many points. */
export interface ScoreStep {
  readonly from: number;
  readonly points: number;
}

/** How scores are given. Off (`null`) unless somebody wants them. */
export const scoreFields = {
  way: { is: 'one', of: ['linear', 'ladder'] },
  /** Linear: attainment is cut off below and above these shares. */
  floor: { is: 'attainment', says: 'scores' },
  cap: { is: 'attainment', says: 'scores' },
  /** Ladder: from this attainment on, this many points; the highest first. */
  ladder: { is: 'ladder', says: 'scores' },
} as const satisfies Fields;
export interface Scores extends FieldsOf<typeof scoreFields> {}

/** Who agreed to the targets, and when; what was agreed stands in the change log. */
export const agreedFields = {
  givenBy: { is: 'text', must: 'agreed' },
  acceptedBy: { is: 'text', must: 'agreed' },
  /** A day of this century. */
  on: { is: 'whole', from: 36526, to: 73414, says: 'agreed' },
} as const satisfies Fields;
export interface Agreement extends FieldsOf<typeof agreedFields> {}

/** The targets of one person, client, campaign or team for one quarter. */
export const planFields = {
  /** Six characters of `a–z0–9`; it names everything the plan owns in the spreadsheet. */
  id: { is: 'code', pattern: /^[a-z0-9]{6}$/, says: 'id', on: 'identity' },
  name: { is: 'text', must: 'nameMissing', on: 'sheet' },
  role: { is: 'one', of: planRoles, on: 'sheet' },
  objective: { is: 'one', of: objectiveIds, missing: null, on: 'metadata' },
  quarter: { is: 'quarter', says: 'quarter', on: 'sheet' },
  /** The language of the sheet. */
  language: { is: 'one', of: languages, on: 'sheet' },
  circumstances: { is: 'group', fields: profileFields, on: 'each' },
  /** In the order of the sheet: those with weight, then those only tracked. */
  kpis: { is: 'kpis', key: 'kpi', apart: true, on: 'each' },
  own: { is: 'own', missing: [], key: 'name', on: 'sheet' },
  /** Names of the doctor's rules that this plan ignores. */
  ignored: { is: 'rules', missing: [], says: 'ignored', key: '', on: 'metadata' },
  scores: { is: 'scores', missing: null, says: 'scores', on: 'sheet' },
  agreed: { is: 'agreed', missing: null, says: 'agreed', on: 'metadata', log: 'agreement' },
  /** The places the feeds speak of. */
  accounts: { is: 'accounts', missing: [], says: 'feeds', key: 'id', on: 'sheet', log: 'name' },
  /** Inputs that flow in; the others are typed. At most one feed per input. */
  feeds: { is: 'feeds', missing: [], says: 'feeds', key: 'input', on: 'sheet', log: 'name' },
  /** The plan whose next quarter this is. */
  after: { is: 'code', pattern: /^[a-z0-9]{6}$/, missing: null, says: 'after', on: 'metadata' },
} as const satisfies WholeFields;
export interface Plan extends FieldsOf<typeof planFields> {}

/** A field that is told by itself when it changes. */
export type ToldField =
  | ToldIn<typeof planFields>
  | ToldIn<typeof profileFields>
  | ToldIn<typeof kpiFields>;

/** A field that has a name in sentences. */
export type SpokenField =
  | SpokenIn<typeof planFields>
  | SpokenIn<typeof profileFields>
  | SpokenIn<typeof kpiFields>
  | SpokenIn<typeof customKpiFields>
  | SpokenIn<typeof agreedFields>;

/** The most KPIs a plan can hold, and the most that carry weight before the doctor objects. */
export const mostKpis = 30;
export const mostWeighted = 5;
export const defaultGoal = 0.9;
export const defaultFlag = 0.7;
