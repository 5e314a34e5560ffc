import type { Day, QuarterName } from '../../plan/calendar/calendar.ts';
import type { BusinessProfile, CustomKpi, Plan, PlanRole } from '../../plan/model/plan.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import type { Answer } from './api.ts';
import type { DataStart } from './data-api.ts';

/** What the panel may ask for around plans. */
export interface PlanApi {
  /**
   * Everything the panel needs to offer plans: what there is, what was said before, today. `last`: as
   * it was last seen, which is there at once.
   */
  planStart(last?: boolean): Answer<PlanStart>;
  /** Last quarter's actuals of a plan of this name and role, from its sheet. */
  lastActuals(request: LastActualsRequest): Answer<LastActuals>;
  /** Builds the plan's sheet. Asked again with the same plan id, it finishes what was cut off. */
  buildPlan(request: BuildRequest): Answer<Built>;
  /** How far a build is; `null` when nothing is known of it. */
  buildProgress(plan: string): Answer<Progress | null>;
  /** A plan as its sheet stands now, read for the panel. */
  openPlan(plan: string): Answer<PlanView>;
  /**
   * What an open panel shows and is not as it was seen, read anew; little where nothing has changed.
   * Writes nothing: a panel that looks must not get between somebody and their own last step back.
   */
  changesSince(request: ChangesRequest): Answer<Changes>;
  /** Brings a plan's sheet before the user. */
  goToPlan(plan: string): Answer<null>;
  /**
   * Changes a plan. What somebody else changed since, as `base` shows, is kept; where both changed the
   * same, nothing is written, and the field of the problem is `revision`.
   */
  changePlan(request: ChangeRequest): Answer<PlanView>;
  /** The plan of the next quarter as a draft: actuals are its baseline. Nothing is written. */
  draftNext(plan: string): Answer<NextDraft>;
  /** Closes a quarter that is over: what its sheet shows stays as it is. */
  closePlan(plan: string): Answer<PlanView>;
  /** Our functions to native formulas (`true`), and back. */
  makePortable(request: { readonly plan: string; readonly native: boolean }): Answer<PlanView>;
  /** Builds anew what is missing, older or typed over; the old sheet stays until the new one stands. */
  repairPlan(plan: string): Answer<Built>;
  /** Deletes sheets that were kept when others took their place, where all of them stands elsewhere. */
  clearKept(): Answer<{ readonly done: string; readonly start: PlanStart }>;
  /** Takes a plan off the list whose sheet somebody has deleted on purpose. */
  forgetPlan(plan: string): Answer<PlanStart>;
  /** Makes a copied sheet a plan of its own. */
  adoptCopy(request: { readonly sheet: number; readonly name: string }): Answer<Built>;
  /** The table the user has selected, as people see it, for reading an old KPI table. */
  selectedTable(): Answer<readonly (readonly string[])[]>;
  /** Takes back the last build, change or roll-over. */
  undo(): Answer<{ readonly done: string; readonly start: PlanStart }>;
  /** Clears what only Undo and a lost sheet would need, where the notes of the spreadsheet are full. */
  makeRoom(): Answer<{ readonly done: string; readonly start: PlanStart }>;
  /** One sheet over all plans of a quarter; built anew when it stands already. */
  buildDepartment(request: DepartmentRequest): Answer<Built>;
  /** Deletes what the add-on keeps in this spreadsheet; sheets only where `sheets` is ticked. */
  removeEverything(request: { readonly sheets: boolean }): Answer<{ readonly done: string }>;
}

export interface PlanStart {
  /** `false`: as it was last seen, which the panel shows at once and has looked at again. */
  readonly checked: boolean;
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
  /** Sheets kept, hidden, when others took their place. */
  readonly kept: readonly KeptSheetCard[];
}

interface KeptSheetCard {
  /** The plan it was of; `''` where that is not noted. */
  readonly plan: string;
  readonly name: string;
  /** Why it is not to be cleared, in words; `''` where it may be. */
  readonly stays: string;
  /** Something stands on it that stands nowhere else. */
  readonly holds: boolean;
}

export interface PlanCard {
  readonly id: string;
  readonly name: string;
  readonly role: PlanRole;
  readonly quarter: QuarterName;
  /** The name of its tab. */
  readonly sheet: string;
  /**
   * `frozen`: closed, whatever layout it has and whatever is missing. `broken`: open, and `missing`
   * says what. `older`: open, and of an older layout.
   */
  readonly state: 'open' | 'frozen' | 'older' | 'newer' | 'broken';
  /** Names of what is missing, in words. */
  readonly missing: readonly string[];
  readonly sample: boolean;
  /** Where its KPIs stood when somebody last looked, in the plan's order; none where nobody has. */
  readonly statuses: readonly StatusLight[];
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

/** Texts that change whenever what they stand for does; `''` for what was not seen yet. */
export interface SeenVersions {
  readonly start: string;
  readonly view: string;
  readonly data: string;
}

export interface ChangesRequest {
  /** The plan that is shown; `''` for none. */
  readonly plan: string;
  /** Whether what is known of data is shown. */
  readonly data: boolean;
  /** As the last answer had it. */
  readonly seen: SeenVersions;
}

/** `null` is what has not changed, is not shown, or cannot be read. */
export interface Changes {
  readonly seen: SeenVersions;
  readonly start: PlanStart | null;
  readonly view: PlanView | null;
  readonly data: DataStart | null;
}

export interface ChangeRequest {
  /** Of the plan that was changed; what counts where there is no `base`. */
  readonly revision: number;
  /** The plan before it was changed, as it was read; left out, the one of that revision. */
  readonly base?: Plan;
  readonly plan: Plan;
  /** Whom the log names where the platform does not say. */
  readonly who: string;
}

export interface PlanView {
  readonly plan: Plan;
  /** Rises with every change; send it back with the next one. */
  readonly revision: number;
  readonly card: PlanCard;
  /** What of its sheet is not as it was built, in one sentence; `''` where all is. */
  readonly damage: string;
  /** Where each KPI stands, as the sheet says it. */
  readonly statuses: readonly KpiStatusText[];
  /** From where on a status is which, as the sheet says it; `''` where an older sheet does not. */
  readonly thresholds: string;
  /** Our functions stand as native formulas now. */
  readonly native: boolean;
  /** What to know of what was just done, in words; `''` when nothing. */
  readonly note: string;
  /** Changes made directly in the sheet since last time, in words. */
  readonly noticed: readonly string[];
  /** What its cells hold and no plan can, in words. */
  readonly problems: readonly string[];
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
