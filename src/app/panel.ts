import type { CellTable } from '../cells/cell-kpi.ts';
import type { Language } from '../kpi/define.ts';
import { appWords, languageOf } from '../words/app.ts';
import type { Answer, PanelApi, PanelStart, SelectedCells } from './api.ts';
import { Problem } from './function-plan.ts';
import type { Host } from './host.ts';
import { insertFunction, previewFunction } from './insert-function.ts';
import { recentFunctions } from './recent.ts';
import { reference } from './reference.ts';

const languageKey = 'language';

/** What the panel may call, over a host. Every answer is what was asked for, or a sentence. */
export function panelApi(host: Host, table: CellTable): PanelApi {
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

function answered<T>(host: Host, work: () => T): Answer<T> {
  try {
    return { ok: work() };
  } catch (error) {
    if (error instanceof Problem) {
      const { message: problem, field } = error;
      return field === undefined ? { problem } : { problem, field };
    }
    host.report(error);
    return { problem: appWords(userLanguage(host)).failed };
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
