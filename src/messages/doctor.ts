import { definitionStartersWords } from './compiled/definition-starters.ts';
import { type DoctorWords, doctorWords } from './compiled/doctor.ts';
import type { Language } from './compiled/languages.ts';

/** The texts of the KPI doctor's rules go by the rule's name. */
export type RuleName = keyof DoctorWords;

export interface RuleWords {
  readonly title: string;
  readonly why: string;
  /** What the fix is called, and what it does; rules without a fix have neither. */
  readonly button?: string;
  readonly does?: string;
}

/** What a rule is called and why it is there. */
export const ruleWords = (rule: RuleName, language: Language): RuleWords =>
  doctorWords(language)[rule];

export const definitionStarters = (language: Language): Readonly<Record<string, string>> =>
  definitionStartersWords(language);
