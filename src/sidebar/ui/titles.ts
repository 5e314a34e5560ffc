import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';

/** An entry's title where its name stands beside it: without the name in brackets. */
export const titleBesideName = (kpi: Kpi, language: Language): string =>
  kpiTitle(kpi, language).replace(` (${kpi.name})`, '');

/** A title as a label: titles of quantities stand inside sentences, a label begins one. */
export const asLabel = (title: string): string =>
  title.charAt(0).toLocaleUpperCase() + title.slice(1);
