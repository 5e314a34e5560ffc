import { appWords } from '../messages/compiled/app.ts';
import { isLanguage } from '../messages/language-of.ts';
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
import { changesSince } from './plans/changes-since.ts';
import { clearKept } from './plans/clear-kept.ts';
import { closePlan } from './plans/close-plan.ts';
import { buildPlan } from './plans/create-plan.ts';
import { buildDepartment } from './plans/department.ts';
import { draftNext } from './plans/draft-next-quarter.ts';
import { forgetPlan } from './plans/forget-plan.ts';
import { goToPlan } from './plans/go-to-plan.ts';
import { lastActuals } from './plans/last-actuals.ts';
import { lastStart, planStart } from './plans/list-plans.ts';
import { makeRoom } from './plans/make-room.ts';
import { openPlan } from './plans/open-plan.ts';
import { makePortable } from './plans/portable.ts';
import { repairPlan } from './plans/repair-plan.ts';
import { selectedTable } from './plans/selected-table.ts';
import { undo } from './plans/undo.ts';
import { removeEverything } from './plans/uninstall.ts';
import { changePlan } from './plans/update-plan.ts';
import type { Context } from './ports/context.ts';
import type { Host } from './ports/host.ts';
import { refresh } from './refresh/refresh.ts';
import { dataStart } from './refresh/refresh-status.ts';
import { setSchedule } from './schedule/set-schedule.ts';
import { buildProgress } from './transactions/progress.ts';

/** What the panel may call. Every answer is what was asked for, or a sentence. */
export function panelApi(parts: Parts): PanelApi {
  const { host, table } = parts;
  const language = () => userLanguage(host);
  return {
    panelStart: () => answered(host, () => start(host)),
    panelPart: (names) => answered(host, () => partsNamed(names, host)),
    readSelection: () => answered(host, () => selectedCells(host)),
    previewFunction: (request) =>
      answered(host, () => previewFunction(request, table, host, language())),
    insertFunction: (request) =>
      answered(host, () => insertFunction(request, table, host, language())),
    chooseLanguage: (chosen) =>
      answered(host, () => {
        host.remember(languageKey, isLanguage(chosen) ? chosen : '');
        return start(host);
      }),
    ...planApi(parts),
    ...dataApi(parts),
  };
}

function planApi(parts: Parts): PlanApi {
  const about = <T>(work: (context: Context) => T) => answeredWith(parts, work);
  return {
    planStart: (last) => about(last === true ? lastStart : planStart),
    lastActuals: (request) => about((context) => lastActuals(request, context)),
    buildPlan: (request) => about((context) => buildPlan(request, context)),
    buildProgress: (plan) => about((context) => buildProgress(plan, context)),
    openPlan: (plan) => about((context) => openPlan(plan, context)),
    changesSince: (request) => about((context) => changesSince(request, context)),
    goToPlan: (plan) => about((context) => goToPlan(plan, context)),
    changePlan: (request) => about((context) => changePlan(request, context)),
    closePlan: (plan) => about((context) => closePlan(plan, context)),
    draftNext: (plan) => about((context) => draftNext(plan, context)),
    makePortable: (request) => about((context) => makePortable(request, context)),
    repairPlan: (plan) => about((context) => repairPlan(plan, context)),
    clearKept: () => about(clearKept),
    forgetPlan: (plan) => about((context) => forgetPlan(plan, context)),
    adoptCopy: (request) => about((context) => adoptCopy(request, context)),
    selectedTable: () => about(selectedTable),
    undo: () => about(undo),
    makeRoom: () => about(makeRoom),
    buildDepartment: (request) => about((context) => buildDepartment(request, context)),
    removeEverything: (request) => about((context) => removeEverything(request, context)),
  };
}

/** What the panel may ask for around data that flows in. */
function dataApi(parts: Parts): DataApi {
  const about = <T>(work: (context: Context) => T) => answeredWith(parts, work);
  return {
    dataStart: () => about(dataStart),
    listAccounts: (request) => about((context) => listAccounts(request, context)),
    openAccount: (request) => about((context) => openAccount(request, context)),
    dimensionValues: (request) => about((context) => dimensionValues(request, context)),
    listTables: () => about(listTables),
    previewTable: (request) => about((context) => previewTable(request, context)),
    saveFeeds: (request) => about((context) => saveFeeds(request, context)),
    refresh: (request) => about((context) => refresh(request, context)),
    setSchedule: (request) => about((context) => setSchedule(request, context)),
  };
}

/** Files of the panel, and no others of the project. */
function partsNamed(names: unknown, host: Host): readonly string[] {
  const isPart = (name: unknown) => typeof name === 'string' && /^panel-[a-z-]+$/.test(name);
  if (!Array.isArray(names) || !names.every(isPart))
    throw new Problem(appWords(userLanguage(host)).failed);
  return names.map((name: string) => host.panelFile(name));
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
