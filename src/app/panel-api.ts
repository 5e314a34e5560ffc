import type { CellTable } from '../cells/cell-kpi.ts';
import type { Kpi, Language } from '../kpi/define.ts';
import { appWords, languageOf } from '../messages/app.ts';
import { planAnswers } from '../messages/plan-answers.ts';
import type { Answer, PanelApi, PanelStart, SelectedCells } from './api/api.ts';
import type { PlanApi } from './api/plan-api.ts';
import { Problem } from './api/user-error.ts';
import { dataApi } from './data-panel.ts';
import { insertFunction, previewFunction } from './functions/insert-function.ts';
import { recentFunctions } from './functions/recent.ts';
import { reference } from './functions/reference.ts';
import { adoptCopy } from './plans/adopt-copy.ts';
import { closePlan } from './plans/close-plan.ts';
import { buildPlan } from './plans/create-plan.ts';
import { buildDepartment } from './plans/department.ts';
import { draftNext } from './plans/draft-next-quarter.ts';
import { forgetPlan } from './plans/forget-plan.ts';
import { goToPlan } from './plans/go-to-plan.ts';
import { lastActuals } from './plans/last-actuals.ts';
import { planStart } from './plans/list-plans.ts';
import { openPlan } from './plans/open-plan.ts';
import { makePortable } from './plans/portable.ts';
import { repairPlan } from './plans/repair-plan.ts';
import { selectedTable } from './plans/selected-table.ts';
import { undo } from './plans/undo.ts';
import { removeEverything } from './plans/uninstall.ts';
import { changePlan } from './plans/update-plan.ts';
import type { Native, World } from './ports/context.ts';
import type { Host } from './ports/host.ts';
import type { Outside } from './ports/services.ts';
import type { Book } from './ports/spreadsheet.ts';
import { buildProgress } from './transactions/progress.ts';

const languageKey = 'language';

/** What answering the panel takes: the world around us, and what the product knows of KPIs. */
export interface Parts {
  readonly host: Host;
  readonly book: Book;
  readonly table: CellTable;
  readonly catalogue: readonly Kpi[];
  readonly native: Native;
  readonly outside: Outside;
}

/** What the panel may call. Every answer is what was asked for, or a sentence. */
export function panelApi(parts: Parts): PanelApi {
  const { host, table } = parts;
  const language = () => userLanguage(host);
  return {
    panelStart: () => answered(host, () => start(host)),
    readSelection: () => answered(host, () => selectedCells(host)),
    previewFunction: (request) =>
      answered(host, () => previewFunction(request, table, host, language())),
    insertFunction: (request) =>
      answered(host, () => insertFunction(request, table, host, language())),
    chooseLanguage: (chosen) =>
      answered(host, () => {
        host.remember(languageKey, chosen === 'vi' || chosen === 'en' ? chosen : '');
        return start(host);
      }),
    ...planApi(parts),
    ...dataApi(parts, answered),
  };
}

function planApi({ host, book, outside, catalogue, native }: Parts): PlanApi {
  const about = <T>(work: (world: World) => T): Answer<T> => {
    const language = userLanguage(host);
    const say = planAnswers(language);
    const world = { host, book, outside, catalogue, native, language, say };
    return answered(host, () => work(world), say.cutOff);
  };
  return {
    planStart: () => about(planStart),
    lastActuals: (request) => about((world) => lastActuals(request, world)),
    buildPlan: (request) => about((world) => buildPlan(request, world)),
    buildProgress: (plan) => about((world) => buildProgress(plan, world)),
    openPlan: (plan) => about((world) => openPlan(plan, world)),
    goToPlan: (plan) => about((world) => goToPlan(plan, world)),
    changePlan: (request) => about((world) => changePlan(request, world)),
    closePlan: (plan) => about((world) => closePlan(plan, world)),
    draftNext: (plan) => about((world) => draftNext(plan, world)),
    makePortable: (request) => about((world) => makePortable(request, world)),
    repairPlan: (plan) => about((world) => repairPlan(plan, world)),
    forgetPlan: (plan) => about((world) => forgetPlan(plan, world)),
    adoptCopy: (request) => about((world) => adoptCopy(request, world)),
    selectedTable: () => about(selectedTable),
    undo: () => about(undo),
    buildDepartment: (request) => about((world) => buildDepartment(request, world)),
    removeEverything: (request) => about((world) => removeEverything(request, world)),
  };
}

/** The language the user chose, else their account's. */
export function userLanguage(host: Host): Language {
  const chosen = recalled(host, languageKey);
  return chosen === 'vi' || chosen === 'en' ? chosen : languageOf(host.userLocale());
}

/** A service that fails to remember must not keep a sentence from being said. */
function recalled(host: Host, key: string): string | null {
  try {
    return host.recall(key);
  } catch {
    return null;
  }
}

function answered<T>(host: Host, work: () => T, failed?: string): Answer<T> {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof Problem) {
      const { message: problem, field } = error;
      return field === undefined ? { problem } : { problem, field };
    }
    host.report(error);
    return { problem: failed ?? appWords(userLanguage(host)).failed };
  }
}

const start = (host: Host): PanelStart => ({
  language: userLanguage(host),
  spreadsheetLocale: host.spreadsheetLocale(),
  recent: recentFunctions(host),
});

function selectedCells(host: Host): SelectedCells {
  const selected = host.selection();
  if (!selected) throw new Problem(appWords(userLanguage(host)).nothingSelected);
  const { sheet, a1, row, column, rows, columns } = selected;
  const head = { sheet, row: Math.max(1, row - 1), column, rows: Math.min(2, row), columns: 1 };
  const label = host
    .values(head)
    .map(([value]) => value)
    .find((value) => typeof value === 'string' && value !== '');
  return {
    sheet,
    a1,
    reference: reference(selected, null),
    rows,
    columns,
    header: String(label ?? ''),
  };
}
