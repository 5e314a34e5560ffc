import { languages } from './compiled/languages.ts';
import { planAnswersWords } from './compiled/plan-answers.ts';

/** Whether a tab is called as one that was kept when another took its place, in any language. */
export const isKeptTitle = (title: string): boolean =>
  languages.some((language) =>
    title.replace(/ \(\d+\)$/, '').endsWith(planAnswersWords(language).kept({ title: '' })),
  );
