import type { Choice, Input, Language } from '../../kpi/define.ts';

export const isChoice = (input: Input): input is Choice & Input => 'options' in input;

/** The word for an option: the first is English and canonical, the second Vietnamese. */
export function choiceLabel(choice: Choice, option: string, language: Language): string {
  const [canonical = option, vietnamese = canonical] = choice.options[option] ?? [];
  return language === 'vi' ? vietnamese : canonical;
}
