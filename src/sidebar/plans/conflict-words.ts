import { inputTitle } from '../../messages/catalogue.ts';
import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { planWords } from '../../messages/compiled/plan.ts';
import type { PlanPagesWords } from '../../messages/compiled/plan-pages.ts';
import type { PlanPanelWords } from '../../messages/compiled/plan-panel.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import { inputsOfPlan } from '../../plan/model/inputs.ts';
import type { PlanConflict } from '../../plan/model/merge-plans.ts';
import {
  type CustomKpi,
  kpiFields,
  type Plan,
  type PlannedKpi,
  type Scores,
} from '../../plan/model/plan.ts';
import { asLabel } from '../ui/labels.ts';
import { number } from '../ui/numbers.ts';
import { shown } from '../wizard/numbers/typed-numbers.ts';
import { kpiOf, titleInPlan } from './kpi-names.ts';

/** A conflict as people read it: what it is about, and what either side says. */
export interface ConflictText {
  readonly title: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictSpeech {
  readonly say: PlanPanelWords & PlanPagesWords;
  readonly names: ReturnType<typeof planWords>;
  readonly language: Language;
}

type Part = keyof Plan;
type Lookup = Readonly<Record<string, unknown>>;

/** `plan` is mine, as it was to be saved; it knows what the KPIs and places are called. */
export function conflictText(
  conflict: PlanConflict,
  plan: Plan,
  speech: ConflictSpeech,
): ConflictText {
  const { changed } = speech.say;
  const title = titleOf(conflict, plan, speech);
  const [mine, theirs] = [conflict.mine, conflict.theirs].map((value) =>
    valueText(conflict, value, plan, speech),
  );
  // What cannot be told apart in a few words is told apart by where it stands.
  return mine === theirs || mine === undefined || theirs === undefined
    ? { title, mine: changed.set, theirs: changed.stands }
    : { title, mine, theirs };
}

function titleOf({ part, of, field }: PlanConflict, plan: Plan, speech: ConflictSpeech): string {
  const { say, names, language } = speech;
  const { changed } = say;
  if (part === 'kpis') {
    const words = text(say.numbers, field) ?? text(names.fields, field) ?? changed.parts.kpi;
    return changed.of({ what: titleInPlan(of, plan, language), field: words });
  }
  if (part === 'circumstances') return text(say.who, field) ?? text(names.fields, field) ?? field;
  if (part === 'feeds') {
    const input = inputsOfPlan(plan).find(({ key }) => key === of);
    return changed.of({
      what: changed.parts.feeds,
      field: asLabel(input ? inputTitle(input, language) : of),
    });
  }
  if (part === 'own')
    return changed.of({ what: changed.parts.own, field: titleInPlan(of, plan, language) });
  if (part === 'accounts') {
    const account = plan.accounts.find(({ id }) => id === of);
    return changed.of({ what: changed.parts.accounts, field: account?.name ?? of });
  }
  const titles: Partial<Record<Part, string>> = {
    objective: say.what.objective,
    scores: say.plan.scores,
    agreed: say.plan.agreed,
  };
  return titles[part] ?? text(say.who, part) ?? text(names.fields, part) ?? part;
}

function valueText(
  conflict: PlanConflict,
  value: unknown,
  plan: Plan,
  speech: ConflictSpeech,
): string {
  const { part, field } = conflict;
  const { say, names } = speech;
  const { changed } = say;
  if (value === undefined) return part === 'feeds' ? say.numbers.typed : changed.taken;
  if (part === 'scores') return value === null ? changed.off : say.plan[(value as Scores).way];
  if (part === 'agreed') return agreedText(value as Plan['agreed'], say.plan.agreedUndo);
  if (value === null || value === '') return changed.blank;
  if (part === 'feeds') return feedText(value as Plan['feeds'][number], plan);
  if (part === 'own') return (value as CustomKpi).title;
  if (part === 'accounts') return (value as Plan['accounts'][number]).name;
  if (part === 'kpis' && field === '') return changed.kept;
  if (part === 'kpis') return kpiText(conflict, value, plan, speech);
  if (field === 'margin' && typeof value === 'number') return percent(value, speech.language);
  const languages = inEveryLanguage((each) => languageWords(each).name);
  const lists: Readonly<Record<string, Lookup>> = {
    role: names.roles,
    objective: names.objectives,
    language: languages,
    business: names.businesses,
    stage: names.stages,
    sales: names.sales,
    weekStart: say.who.weekStarts,
  };
  return text(lists[field || part] ?? {}, String(value)) ?? String(value);
}

function kpiText(
  { of, field }: PlanConflict,
  value: unknown,
  plan: Plan,
  { say, names, language }: ConflictSpeech,
): string {
  const name = field as keyof PlannedKpi;
  const { is } = kpiFields[name];
  if (typeof value === 'number') {
    const kpi = kpiOf(of, plan);
    const isShare = is === 'share' || is === 'threshold';
    if (isShare || !kpi) return percent(value, language);
    return shown(value, kpi, plan.circumstances.currency, language);
  }
  if (name === 'cadence') return text(names.cadences, String(value)) ?? String(value);
  return name === 'source' && value === 'typed' ? say.numbers.typed : String(value);
}

const percent = (value: number, language: Language): string =>
  `${number(value * 100, language, 2)}%`;

const agreedText = (agreed: Plan['agreed'], none: string): string =>
  agreed ? `${agreed.givenBy} → ${agreed.acceptedBy}` : none;

const feedText = ({ account, metric }: Plan['feeds'][number], { accounts }: Plan): string => {
  const name = accounts.find(({ id }) => id === account)?.name ?? account;
  return metric === null ? name : `${name} · ${metric}`;
};

const text = (words: object, key: string): string | undefined => {
  const found: unknown = Object.keys(words).includes(key) ? (words as Lookup)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
};
