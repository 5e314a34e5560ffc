import type { Language } from '../kpi/define.ts';
import { doctorChoiceEn } from './en/doctor-choice.ts';
import { definitionStartersEn, doctorNumbersEn } from './en/doctor-numbers.ts';
import { doctorChoiceVi } from './vi/doctor-choice.ts';
import { definitionStartersVi, doctorNumbersVi } from './vi/doctor-numbers.ts';

const en = { ...doctorChoiceEn, ...doctorNumbersEn };
const vi: typeof en = { ...doctorChoiceVi, ...doctorNumbersVi };

/** The texts of the KPI doctor's rules, by the rule's name. */
export const doctorWords = (language: Language): typeof en => (language === 'vi' ? vi : en);

export type RuleName = keyof typeof en;

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
  language === 'vi' ? definitionStartersVi : definitionStartersEn;

export const doctorSigns = (language: Language): { readonly and: string } =>
  language === 'vi' ? { and: 'và' } : { and: 'and' };
