import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';

/** An entry's title where its name stands beside it: without the name in brackets. */
export const titleBesideName = (kpi: Kpi, language: Language): string =>
  kpiTitle(kpi, language).replace(` (${kpi.name})`, '');
