import type { Kpi, Language, Text } from '../../kpi/define.ts';
import type { Objective } from '../../kpi/objectives.ts';
import type { RuleName } from '../../messages/doctor.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import type { Day } from '../calendar/calendar.ts';
import { type Aggregation, aggregationOf, kpiNamed } from '../model/aggregation.ts';
import type { BusinessProfile, Plan, PlannedKpi, PlanRole } from '../model/plan.ts';

/** What the doctor knows beside the plan. */
export interface RuleFacts {
  readonly catalogue: readonly Kpi[];
  readonly today: Day;
  /** Earlier plans of the same name, the newest first. */
  readonly previous: readonly Plan[];
  /** Last quarter's actuals, as far as some sheet knows them. */
  readonly actuals?: Readonly<Record<string, number | null>>;
  /** The KPIs of a role's ready-made plan, the tracked ones too: they are never found unfit. */
  readonly roleKpis: (role: PlanRole, circumstances: BusinessProfile) => readonly string[];
  readonly objectiveFit: (
    objective: Objective,
    circumstances: BusinessProfile,
  ) => { readonly fits: readonly string[]; readonly unfit: readonly string[] };
}

/** A KPI of the plan together with what it is. */
export interface Chosen extends PlannedKpi {
  readonly is: Kpi;
  readonly kind: Aggregation;
}

/** A plan as the rules read it. */
export interface PlanContext {
  readonly plan: Plan;
  /** KPIs nobody knows are left out. */
  readonly all: readonly Chosen[];
  readonly weighted: readonly Chosen[];
  readonly tracked: readonly Chosen[];
}

/** `fix`: better changed before the quarter starts. `think`: often right, worth a thought. */
type Severity = 'fix' | 'think';

/** What a rule found. */
export interface Issue {
  /** In the plan's order; none where it is about the plan as a whole. */
  readonly kpis: readonly string[];
  readonly message: Text;
  /** What a fix puts in: a KPI to add, a number, a word. */
  readonly add?: string;
  readonly value?: number;
  /** The rule has a fix, but none for this. */
  readonly unfixable?: true;
}

export interface Rule {
  readonly name: RuleName;
  readonly severity: Severity;
  /** The articles the rule was learnt from. */
  readonly from: readonly string[];
  readonly check: (context: PlanContext, facts: RuleFacts) => readonly Issue[];
  /** Changes what was found and nothing else. */
  readonly fix?: (plan: Plan, found: Issue, facts: RuleFacts) => Plan;
}

export interface Finding extends Issue {
  readonly rule: RuleName;
  readonly severity: Severity;
  /** `fixPlan` would change something. */
  readonly fixable: boolean;
}

export function planContext(plan: Plan, catalogue: readonly Kpi[]): PlanContext {
  const all = plan.kpis.flatMap((planned): Chosen[] => {
    const is = kpiNamed(planned.kpi, plan, catalogue);
    return is ? [{ ...planned, is, kind: aggregationOf(is) }] : [];
  });
  const weighted = all.filter(({ weight }) => weight !== null);
  return { plan, all, weighted, tracked: all.filter(({ weight }) => weight === null) };
}

/** The same in every language, each sentence beginning with a capital. */
export const both = (sentence: (language: Language) => string): Text =>
  inEveryLanguage((language) => begun(sentence(language)));

const begun = (sentences: string): string =>
  sentences.replace(/(^|\. )(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase());

const namesOf = (kpis: readonly PlannedKpi[]): readonly string[] => kpis.map(({ kpi }) => kpi);

/** One finding about all of these, or none where there are none. */
export const aboutKpis = (
  kpis: readonly Chosen[],
  sentence: (language: Language) => string,
  more: Omit<Issue, 'kpis' | 'message'> = {},
): readonly Issue[] =>
  kpis.length === 0 ? [] : [{ kpis: namesOf(kpis), message: both(sentence), ...more }];

export const aboutPlan = (
  is: boolean,
  sentence: (language: Language) => string,
  more: Omit<Issue, 'kpis' | 'message'> = {},
): readonly Issue[] => (is ? [{ kpis: [], message: both(sentence), ...more }] : []);
