import type { Kpi, Language, Text } from '../../kpi/define.ts';
import type { RuleName } from '../../messages/doctor.ts';
import type { Day } from '../calendar/calendar.ts';
import { type Kind, kindOf, kpiNamed } from '../model/aggregation.ts';
import type { Circumstances, Objective, Plan, PlannedKpi, PlanRole } from '../model/plan.ts';

/** What the doctor knows beside the plan. */
export interface Facts {
  readonly catalogue: readonly Kpi[];
  readonly today: Day;
  /** Earlier plans of the same name, the newest first. */
  readonly previous: readonly Plan[];
  /** Last quarter's actuals, as far as some sheet knows them. */
  readonly actuals?: Readonly<Record<string, number | null>>;
  /** The KPIs of a role's ready-made plan, the tracked ones too: they are never found unfit. */
  readonly roleKpis: (role: PlanRole, circumstances: Circumstances) => readonly string[];
  readonly objectiveFit: (
    objective: Objective,
    circumstances: Circumstances,
  ) => { readonly fits: readonly string[]; readonly unfit: readonly string[] };
}

/** A KPI of the plan together with what it is. */
export interface Chosen extends PlannedKpi {
  readonly is: Kpi;
  readonly kind: Kind;
}

/** A plan as rules look at it. */
export interface Patient {
  readonly plan: Plan;
  /** KPIs nobody knows are left out. */
  readonly all: readonly Chosen[];
  readonly weighted: readonly Chosen[];
  readonly tracked: readonly Chosen[];
}

/** `fix`: better changed before the quarter starts. `think`: often right, worth a thought. */
export type Severity = 'fix' | 'think';

/** What a rule found. */
export interface Found {
  /** In the plan's order; none where it is about the plan as a whole. */
  readonly kpis: readonly string[];
  readonly says: Text;
  /** What a fix puts in: a KPI to add, a number, a word. */
  readonly add?: string;
  readonly value?: number;
  /** The rule has a fix, but none for this. */
  readonly beyondFix?: true;
}

export interface Rule {
  readonly name: RuleName;
  readonly severity: Severity;
  /** The articles the rule was learnt from. */
  readonly from: readonly string[];
  readonly finds: (patient: Patient, facts: Facts) => readonly Found[];
  /** Changes what was found and nothing else. */
  readonly fix?: (plan: Plan, found: Found, facts: Facts) => Plan;
}

export interface Finding extends Found {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** `fixPlan` would change something. */
  readonly fixable: boolean;
}

export function patientOf(plan: Plan, catalogue: readonly Kpi[]): Patient {
  const all = plan.kpis.flatMap((planned): Chosen[] => {
    const is = kpiNamed(planned.kpi, plan, catalogue);
    return is ? [{ ...planned, is, kind: kindOf(is) }] : [];
  });
  const weighted = all.filter(({ weight }) => weight !== null);
  return { plan, all, weighted, tracked: all.filter(({ weight }) => weight === null) };
}

/** The same in both languages, each sentence beginning with a capital. */
export const both = (sentence: (language: Language) => string): Text => ({
  en: begun(sentence('en')),
  vi: begun(sentence('vi')),
});

const begun = (sentences: string): string =>
  sentences.replace(/(^|\. )(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());

export const namesOf = (kpis: readonly PlannedKpi[]): readonly string[] =>
  kpis.map(({ kpi }) => kpi);

/** One finding about all of these, or none where there are none. */
export const together = (
  kpis: readonly Chosen[],
  sentence: (language: Language) => string,
  more: Omit<Found, 'kpis' | 'says'> = {},
): readonly Found[] =>
  kpis.length === 0 ? [] : [{ kpis: namesOf(kpis), says: both(sentence), ...more }];

export const whole = (
  is: boolean,
  sentence: (language: Language) => string,
  more: Omit<Found, 'kpis' | 'says'> = {},
): readonly Found[] => (is ? [{ kpis: [], says: both(sentence), ...more }] : []);
