import type { Choice, Input, Language } from '../../kpi/define.ts';

export const isChoice = (input: Input): input is Choice & Input => 'options' in input;

/** Where the word of a language stands among those of an option: the English one is canonical. */
const places: Readonly<Record<Language, number>> = { en: 0, vi: 1 };

/** The word for an option. */
export function choiceLabel(choice: Choice, option: string, language: Language): string {
  const words = choice.options[option] ?? [];
  return words[places[language]] ?? words[0] ?? option;
}
