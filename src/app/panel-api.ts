import { appWords } from '../messages/app.ts';
import type { PanelApi, PanelStart, SelectedCells } from './api/api.ts';
import type { DataApi } from './api/data-api.ts';
import type { PlanApi } from './api/plan-api.ts';
import { answered, answeredWith, languageKey, type Parts, userLanguage } from './api/respond.ts';
import { Problem } from './api/user-error.ts';
import { dimensionValues, listAccounts, openAccount } from './connect/accounts.ts';
import { listTables, previewTable } from './connect/list-tables.ts';
import { saveFeeds } from './connect/save-feeds.ts';
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
import type { World } from './ports/context.ts';
import type { Host } from './ports/host.ts';
import { refresh } from './refresh/refresh.ts';
import { dataStart } from './refresh/refresh-status.ts';
import { setSchedule } from './refresh/set-schedule.ts';
import { buildProgress } from './transactions/progress.ts';

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
    ...dataApi(parts),
  };
}

function planApi(parts: Parts): PlanApi {
  const about = <T>(work: (world: World) => T) => answeredWith(parts, work);
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

/** What the panel may ask for around data that flows in. */
function dataApi(parts: Parts): DataApi {
  const about = <T>(work: (world: World) => T) => answeredWith(parts, work);
  return {
    dataStart: () => about(dataStart),
    listAccounts: (request) => about((world) => listAccounts(request, world)),
    openAccount: (request) => about((world) => openAccount(request, world)),
    dimensionValues: (request) => about((world) => dimensionValues(request, world)),
    listTables: () => about(listTables),
    previewTable: (request) => about((world) => previewTable(request, world)),
    saveFeeds: (request) => about((world) => saveFeeds(request, world)),
    refresh: (request) => about((world) => refresh(request, world)),
    setSchedule: (request) => about((world) => setSchedule(request, world)),
  };
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
