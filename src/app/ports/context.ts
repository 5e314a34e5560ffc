import type { CellTable } from '../../cells/cell-kpi.ts';
import type { Kpi } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import type { Native } from '../../sheet/plan/plan-facts.ts';
import type { PlanVersions } from '../../sheet/plan/plan-versions.ts';
import type { Sources } from '../../sources/registry.ts';
import type { Host } from './host.ts';
import type { Services } from './services.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** All that answering a question about plans needs. */
export interface Context {
  readonly host: Host;
  readonly spreadsheet: Spreadsheet;
  readonly services: Services;
  readonly catalogue: readonly Kpi[];
  /** Our functions as cells call them. */
  readonly table: CellTable;
  readonly sources: Sources;
  readonly native: Native;
  readonly versions: PlanVersions;
  /** The language of the person who asks. */
  readonly language: Language;
  readonly say: ReturnType<typeof planAnswersWords>;
}
