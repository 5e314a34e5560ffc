import type { CellTable } from '../cells/cell-kpi.ts';
import type { Kpi, Language } from '../kpi/define.ts';
import { appWords, languageOf } from '../words/app.ts';
import { planAnswers } from '../words/plan-answers.ts';
import { adoptCopy } from './adopt-copy.ts';
import type { Answer, PanelApi, PanelStart, SelectedCells } from './api.ts';
import type { Book } from './book.ts';
import { changePlan } from './change-plan.ts';
import { closePlan } from './close-plan.ts';
import { dataApi } from './data-panel.ts';
import { buildDepartment } from './department.ts';
import { draftNext } from './draft-next.ts';
import { forgetPlan } from './forget-plan.ts';
import { goToPlan } from './go-to-plan.ts';
import type { Host } from './host.ts';
import { insertFunction, previewFunction } from './insert-function.ts';
import { lastActuals } from './last-actuals.ts';
import type { Outside } from './outside.ts';
import type { PlanApi } from './plan-api.ts';
import { planStart } from './plan-start.ts';
import { openPlan } from './plan-view.ts';
import { makePortable } from './portable.ts';
import { Problem } from './problem.ts';
import { buildProgress } from './progress.ts';
import { recentFunctions } from './recent.ts';
import { reference } from './reference.ts';
import { removeEverything } from './remove.ts';
import { repairPlan } from './repair.ts';
import { selectedTable } from './selected-table.ts';
import { buildPlan } from './start-quarter.ts';
import { undo } from './undo.ts';
import type { Native, World } from './world.ts';

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
