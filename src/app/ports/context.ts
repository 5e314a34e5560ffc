import type { Calculated, Kpi, Language } from '../../kpi/define.ts';
import type { planAnswers } from '../../messages/plan-answers.ts';
import type { Sources } from '../../sources/registry.ts';
import type { Host } from './host.ts';
import type { Outside } from './services.ts';
import type { Book } from './spreadsheet.ts';

/** A KPI as the spreadsheet itself computes it, in a language; texts of formulas without `=`. */
export type Native = (
  kpi: Calculated,
  inputs: readonly (string | undefined)[],
  language: Language,
) => string;

/** All that answering a question about plans needs. */
export interface World {
  readonly host: Host;
  readonly book: Book;
  readonly outside: Outside;
  readonly catalogue: readonly Kpi[];
  readonly sources: Sources;
  readonly native: Native;
  /** The language of the person who asks. */
  readonly language: Language;
  readonly say: ReturnType<typeof planAnswers>;
}
