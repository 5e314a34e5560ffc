import type { Day, QuarterName } from '../../plan/calendar/calendar.ts';
import type { BusinessProfile, CustomKpi, Plan, PlanRole } from '../../plan/model/plan.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import type { Answer } from './api.ts';

/** What the panel may ask for around plans. */
export interface PlanApi {
  /** Everything the panel needs to offer plans: what there is, what was said before, today. */
  planStart(): Answer<PlanStart>;
  /** Last quarter's actuals of a plan of this name and role, from its sheet. */
  lastActuals(request: LastActualsRequest): Answer<LastActuals>;
  /** Builds the plan's sheet. Asked again with the same plan id, it finishes what was cut off. */
  buildPlan(request: BuildRequest): Answer<Built>;
  /** How far a build is; `null` when nothing is known of it. */
  buildProgress(plan: string): Answer<Progress | null>;
  /** A plan as its sheet stands now, read for the panel. */
  openPlan(plan: string): Answer<PlanView>;
  /** Brings a plan's sheet before the user. */
  goToPlan(plan: string): Answer<null>;
  /** Changes a plan. Refused when somebody else changed it since `revision`. */
  changePlan(request: ChangeRequest): Answer<PlanView>;
  /** The plan of the next quarter as a draft: actuals are its baseline. Nothing is written. */
  draftNext(plan: string): Answer<NextDraft>;
  /** Closes a quarter that is over: what its sheet shows stays as it is. */
  closePlan(plan: string): Answer<PlanView>;
  /** Our functions to native formulas (`true`), and back. */
  makePortable(request: { readonly plan: string; readonly native: boolean }): Answer<PlanView>;
  /** Builds anew what is missing, older or typed over; the old sheet stays until the new one stands. */
  repairPlan(plan: string): Answer<Built>;
  /** Takes a plan off the list whose sheet somebody has deleted on purpose. */
  forgetPlan(plan: string): Answer<PlanStart>;
  /** Makes a copied sheet a plan of its own. */
  adoptCopy(request: { readonly sheet: number; readonly name: string }): Answer<Built>;
  /** The table the user has selected, as people see it, for reading an old KPI table. */
  selectedTable(): Answer<readonly (readonly string[])[]>;
  /** Takes back the last build, change or roll-over. */
  undo(): Answer<{ readonly done: string; readonly start: PlanStart }>;
  /** One sheet over all plans of a quarter; built anew when it stands already. */
  buildDepartment(request: DepartmentRequest): Answer<Built>;
  /** Deletes what the add-on keeps in this spreadsheet; sheets only where `sheets` is ticked. */
  removeEverything(request: { readonly sheets: boolean }): Answer<{ readonly done: string }>;
}

export interface PlanStart {
  readonly today: Day;
  /** What was answered in earlier plans; the defaults where nothing was. */
  readonly circumstances: BusinessProfile;
  /** Newest quarter first. */
  readonly plans: readonly PlanCard[];
  /** The plan whose sheet the user is looking at. */
  readonly active: string | null;
  /** Copies of plan sheets that nobody has adopted. */
  readonly copies: readonly {
    readonly sheet: number;
    readonly name: string;
    readonly of: string;
  }[];
  /** What `undo` would take back, in words; `null` when nothing. */
  readonly undo: string | null;
  /** Whom the log names; `null` when the platform does not say and nobody has been asked. */
  readonly who: string | null;
  /** Quarters that have a department sheet. */
  readonly departments: readonly QuarterName[];
}

export interface PlanCard {
  readonly id: string;
  readonly name: string;
  readonly role: PlanRole;
  readonly quarter: QuarterName;
  /** The name of its tab. */
  readonly sheet: string;
  /** `frozen`: closed by a roll-over. `broken`: `missing` says what. */
  readonly state: 'open' | 'frozen' | 'older' | 'newer' | 'broken';
  /** Names of what is missing, in words. */
  readonly missing: readonly string[];
  readonly sample: boolean;
}

export interface NextDraft {
  readonly plan: Plan;
  /** By KPI: where the proposed target comes from, or why there is none. */
  readonly why: Readonly<Record<string, string>>;
}

interface LastActualsRequest {
  readonly name: string;
  readonly role: PlanRole;
  readonly quarter: QuarterName;
  readonly kpis: readonly string[];
  /** Of the plan that asks, what its numbers depend on: those of another definition are left out. */
  readonly currency?: string;
  readonly margin?: number | null;
  readonly own?: readonly CustomKpi[];
}

export interface LastActuals {
  /** By KPI; a KPI nobody knows is left out. */
  readonly actuals: Readonly<Record<string, number>>;
  /** The sheets they come from. */
  readonly from: readonly string[];
  /** By KPI, in words: why its number is left out; of one that is taken over, what it counts. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface BuildRequest {
  readonly plan: Plan;
  /** Fills the weeks so far with made-up numbers, and says so on the sheet. */
  readonly sample: boolean;
}

export interface Built {
  readonly plan: string;
  /** The tab it stands on. */
  readonly sheet: string;
  readonly start: PlanStart;
  /** What the user should know: an old sheet was kept, a name was taken … `''` when nothing. */
  readonly note: string;
}

export interface Progress {
  readonly step: number;
  readonly of: number;
  /** `Writing the scorecard…` */
  readonly doing: string;
}

export interface ChangeRequest {
  readonly revision: number;
  readonly plan: Plan;
  /** Whom the log names where the platform does not say. */
  readonly who: string;
}

export interface PlanView {
  readonly plan: Plan;
  /** Rises with every change; send it back with the next one. */
  readonly revision: number;
  readonly card: PlanCard;
  /** Where each KPI stands, as the sheet says it. */
  readonly statuses: readonly KpiStatusText[];
  /** From where on a status is which, as the sheet says it; `''` where an older sheet does not. */
  readonly thresholds: string;
  /** Our functions stand as native formulas now. */
  readonly native: boolean;
  /** Changes made directly in the sheet since last time, in words. */
  readonly noticed: readonly string[];
}

export interface KpiStatusText {
  readonly kpi: string;
  /** As the sheet shows them, in the spreadsheet's habits; `''` where nothing. */
  readonly target: string;
  readonly actual: string;
  readonly attainment: string;
  readonly expected: string;
  /** `● đúng tiến độ` */
  readonly words: string;
  readonly status: StatusLight;
}

interface DepartmentRequest {
  readonly quarter: QuarterName;
  readonly name: string;
  /** Activities of the budget block. */
  readonly activities: readonly string[];
}
