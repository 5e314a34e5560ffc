import type { Kpi } from '../../kpi/define.ts';
import type { Objective } from '../../kpi/objectives.ts';
import { type DoctorWords, doctorWords } from '../../messages/compiled/doctor.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { RuleName } from '../../messages/doctor.ts';
import type { Text } from '../../messages/every-language.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import type { Day } from '../calendar/calendar.ts';
import { type Aggregation, aggregationOf, kpiNamed } from '../model/aggregation.ts';
import type { BusinessProfile, CustomKpi, Plan, PlannedKpi, PlanRole } from '../model/plan.ts';
import { titlesOf } from './format.ts';

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

/** Puts right what was found and changes nothing else. */
export interface Fix {
  /**
   * The fields it changes: of the KPIs that the finding is about; `weight` of any; `own`, how KPIs of
   * the plan's own add up.
   */
  readonly changes: readonly (keyof PlannedKpi | 'own')[];
  /** The plan has one KPI more afterwards. */
  readonly adds?: true;
  readonly apply: (plan: Plan, found: Issue, facts: RuleFacts) => Plan;
}

/** All that a rule is, but for its words. */
export interface Rule {
  readonly name: RuleName;
  readonly severity: Severity;
  /** Of what is found with one severity, the lowest is said first. */
  readonly rank: number;
  /** The articles the rule was learnt from. */
  readonly from: readonly string[];
  /** The field of a KPI in which it is put right by hand; the target, where left out. */
  readonly field?: keyof PlannedKpi | keyof CustomKpi;
  readonly check: (context: PlanContext, facts: RuleFacts) => readonly Issue[];
  readonly fix?: Fix;
}

/** Words in the language that is asked for. */
type Spoken<Words> = (language: Language) => Words;

/** What a rule reads, and its own words. */
export interface RuleContext<Name extends RuleName> extends PlanContext {
  readonly words: Spoken<DoctorWords[Name]>;
}

interface RuleNamed<Name extends RuleName> extends Omit<Rule, 'check' | 'fix'> {
  readonly name: Name;
  readonly check: (context: RuleContext<Name>, facts: RuleFacts) => readonly Issue[];
}

/** A fix has a name, and what has none is not fixed. */
type Fixed<Words> = Words extends { readonly button: string }
  ? { readonly fix: Fix }
  : { readonly fix?: never };

/** Declares a rule, which finds its own words beside the plan. */
export const defineRule = <Name extends RuleName>(
  rule: RuleNamed<Name> & Fixed<DoctorWords[Name]>,
): Rule => ({
  ...rule,
  check: (context, facts) =>
    rule.check({ ...context, words: (language) => doctorWords(language)[rule.name] }, facts),
});

export interface Finding extends Issue {
  readonly rule: RuleName;
  readonly severity: Severity;
  readonly field: NonNullable<Rule['field']>;
  /** `applyFix` would change something. */
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

/** The same where the sentence says nothing but their titles. */
export const namingKpis = (
  kpis: readonly Chosen[],
  words: Spoken<{ readonly says: (gaps: { readonly titles: string }) => string }>,
  more: Omit<Issue, 'kpis' | 'message'> = {},
): readonly Issue[] =>
  aboutKpis(kpis, (language) => words(language).says({ titles: titlesOf(kpis, language) }), more);
