import type { Direction, Language, Role } from '../../kpi/define.ts';
import type { Business } from '../../kpi/identity.ts';
import type { Unit } from '../../kpi/units.ts';
import type { Day, QuarterName, WeekStart } from '../calendar/calendar.ts';
import type { Account, Feed } from './feeds.ts';

/** The layout this version of the add-on builds. An older one is upgraded, a newer one only read. */
export const layoutVersion = 3;

export type PlanRole = Role | 'other';
export const objectives = [
  'sales',
  'leads',
  'awareness',
  'customers',
  'retention',
  'profit',
  'content',
  'email',
] as const;
export type Objective = (typeof objectives)[number];
export const stages = ['new', 'growing', 'established'] as const;
export type Stage = (typeof stages)[number];
/** How often a KPI is measured; its inputs are typed as often (daily ones once a week). */
export const cadences = ['day', 'week', 'month', 'quarter'] as const;
export type Cadence = (typeof cadences)[number];

/** What a business answers once; it chooses between variants of KPIs and between identities. */
export interface BusinessProfile {
  readonly business: Business | null;
  readonly stage: Stage | null;
  /** «Doanh số» (order value, K54) or «doanh thu» (recognised revenue, K55). */
  readonly sales: 'sales' | 'revenue';
  /** Gross margin as a fraction, 0–1; `null` when nobody has said it. */
  readonly margin: number | null;
  /** ISO 4217. */
  readonly currency: string;
  /** The month (1–12) the financial year begins with. */
  readonly firstMonth: number;
  readonly weekStart: WeekStart;
}

/** The targets of one person, client, campaign or team for one quarter. */
export interface Plan {
  /** Six characters of `a–z0–9`; it names everything the plan owns in the spreadsheet. */
  readonly id: string;
  readonly name: string;
  readonly role: PlanRole;
  readonly objective: Objective | null;
  readonly quarter: QuarterName;
  /** The language of the sheet. */
  readonly language: Language;
  readonly circumstances: BusinessProfile;
  /** In the order of the sheet: those with weight, then those only tracked. */
  readonly kpis: readonly PlannedKpi[];
  readonly own: readonly CustomKpi[];
  /** Names of the doctor's rules that this plan ignores. */
  readonly ignored: readonly string[];
  readonly scores: Scores | null;
  /** Who agreed to the targets, and when; what was agreed stands in the change log. */
  readonly agreed: {
    readonly givenBy: string;
    readonly acceptedBy: string;
    readonly on: Day;
  } | null;
  /** Inputs that flow in; the others are typed. At most one feed per input. */
  readonly feeds: readonly Feed[];
  /** The places the feeds speak of. */
  readonly accounts: readonly Account[];
  /** The plan whose next quarter this is. */
  readonly after: string | null;
}

export interface PlannedKpi {
  /** A name of the catalogue (`CPL`) or of one of the plan's own KPIs (`OWN_A`). */
  readonly kpi: string;
  /** Share of the whole, 0–1; `null`: tracked beside, not weighted. */
  readonly weight: number | null;
  /** Last quarter's actual. `null` is unknown, which is not zero. */
  readonly baseline: number | null;
  readonly target: number | null;
  /** The same quarter a year before. */
  readonly lastYear: number | null;
  readonly owner: string;
  readonly cadence: Cadence;
  /** From this share of what is expected by now it is on track; below `flag` it is off track. */
  readonly goal: number;
  readonly flag: number;
  /** What counts, where the final number comes from: «a lead is …, without duplicates». */
  readonly definition: string;
  /** Where its inputs come from; `typed` by hand. */
  readonly source: string;
}

/** A KPI that the user defined. It behaves like one of the catalogue. */
export interface CustomKpi {
  /** `OWN_A`, `OWN_B` … */
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly better: Direction;
  readonly how:
    | { readonly is: 'typed'; readonly over: 'sum' | 'last' | 'whole' }
    /** One total divided by another. */
    | { readonly is: 'ratio'; readonly top: string; readonly bottom: string };
  /**
   * What of it nobody has said, and neither its name nor its unit: what stands in `how` or `better`
   * then is in nobody's name, and nothing is judged by it.
   */
  readonly unsaid: readonly CustomKpiQuestion[];
}

/** How it adds up, and which way is better. */
export const customKpiQuestions = ['totalling', 'better'] as const;
export type CustomKpiQuestion = (typeof customKpiQuestions)[number];

/** How scores are given. Off (`null`) unless somebody wants them. */
export interface Scores {
  readonly way: 'linear' | 'ladder';
  /** Linear: attainment is cut off below and above these shares. */
  readonly floor: number;
  readonly cap: number;
  /** Ladder: from this attainment on, this many points; the highest first. */
  readonly ladder: readonly { readonly from: number; readonly points: number }[];
}

/** The most KPIs a plan can hold, and the most that carry weight before the doctor objects. */
export const mostKpis = 30;
export const mostWeighted = 5;
export const defaultGoal = 0.9;
export const defaultFlag = 0.7;
