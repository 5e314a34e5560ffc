import type { Kpi, Language } from '../../kpi/define.ts';

/** An entry's title where its name stands beside it: without the name in brackets. */
export const titleBesideName = (kpi: Kpi, language: Language): string =>
  kpi.title[language].replace(` (${kpi.name})`, '');

/** A title as a label: titles of quantities stand inside sentences, a label begins one. */
export const asLabel = (title: string): string =>
  title.charAt(0).toLocaleUpperCase() + title.slice(1);
