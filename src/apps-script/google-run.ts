import type { SheetInfo } from '../app/ports/spreadsheet.ts';
import { keep, keepAll } from './google-causes.ts';

// What is asked of Google once a run, or once between two locks: each question costs time, however small.

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a run has one of is asked for once. */
function onceInRun<T>(ask: () => T): () => T {
  let asked: { readonly is: T } | undefined;
  return () => {
    asked ??= { is: ask() };
    return asked.is;
  };
}

/** The spreadsheet the script is at home in. */
export const book = onceInRun(() => SpreadsheetApp.getActiveSpreadsheet());
export const zone = onceInRun(() => book().getSpreadsheetTimeZone());
export const userCache = onceInRun(() => CacheService.getUserCache());

/** Who is at the keyboard. Without the permission to ask, nobody is named. */
export const user = onceInRun(() => {
  try {
    return Session.getActiveUser().getEmail() || null;
  } catch {
    return null;
  }
});

/** Google has no document's notes where the script is not at home in a document. */
const documentNotes = onceInRun(() => PropertiesService.getDocumentProperties());

/** The sheets that were asked for in this run; one that somebody deletes meanwhile refuses by itself. */
const sheetsById = new Map<number, Sheet>();

export function sheetOf(id: number): Sheet {
  const sheet = sheetsById.get(id) ?? book().getSheetById(id);
  if (!sheet) throw new Error(`No sheet of id ${id}.`);
  sheetsById.set(id, sheet);
  return sheet;
}

/** A sheet whose id came to be known. */
export const keepSheet = (id: number, sheet: Sheet): unknown => sheetsById.set(id, sheet);

/** Sheets that were told of one by one, beside those of the list. */
let toldOf: readonly SheetInfo[] = [];

/** A sheet as somebody is told of it now. */
export function sheetInfo(sheet: Sheet, id?: number): SheetInfo {
  if (id !== undefined) sheetsById.set(id, sheet);
  const info = infoOf(sheet, id);
  toldOf = [...toldOf, info];
  return info;
}

/** Each fact is asked for once, and only when somebody wants it. */
const infoOf = (sheet: Sheet, known?: number): SheetInfo => ({
  get id() {
    return once(this, 'id', () => {
      const id = known ?? sheet.getSheetId();
      sheetsById.set(id, sheet);
      return id;
    });
  },
  get name() {
    return once(this, 'name', () => sheet.getName());
  },
  get hidden() {
    return once(this, 'hidden', () => sheet.isSheetHidden());
  },
});

/** What was told of a sheet is asked for before it changes. */
const askedAll = ({ name, hidden }: SheetInfo): unknown => [name, hidden];

/** Puts what was asked for in the place of the asking. */
function once<Key extends keyof SheetInfo>(
  info: SheetInfo,
  key: Key,
  ask: () => SheetInfo[Key],
): SheetInfo[Key] {
  const value = ask();
  Object.defineProperty(info, key, { value, enumerable: true, configurable: true });
  return value;
}

/** Whether anything was written that Google may still hold back. */
let unsettled = false;

export const writes = {
  begin: (): void => {
    unsettled = true;
  },
  settle: (): void => {
    SpreadsheetApp.flush();
    unsettled = false;
  },
  /** The same, where there is anything to wait for. */
  settleIfAny: (): void => {
    if (unsettled) writes.settle();
  },
};

/** The tabs and the notes as they were last looked at, and as we have changed them since. */
let listed: readonly SheetInfo[] | undefined;
let noted: Record<string, string> | undefined;

/** Whatever others may have changed meanwhile is looked at again: the lock has been waited for. */
export function lookAgainAtBook(): void {
  listed = undefined;
  noted = undefined;
}

export const tabs = {
  all: (): readonly SheetInfo[] => {
    listed ??= book()
      .getSheets()
      .map((sheet) => infoOf(sheet));
    return listed;
  },
  added: (sheet: Sheet): number => {
    if (listed) listed = [...listed, infoOf(sheet)];
    const id = sheet.getSheetId();
    sheetsById.set(id, sheet);
    return id;
  },
  /** To be told before it is done: what somebody has been told of a tab stays as it was told. */
  changes: (sheet: number, facts: Partial<SheetInfo>): void => {
    for (const info of toldOf) if (info.id === sheet) askedAll(info);
    listed = listed?.map((info) => (info.id === sheet ? { ...info, ...facts } : info));
  },
  goes: (sheet: number): void => {
    tabs.changes(sheet, {});
    book().deleteSheet(sheetOf(sheet));
    sheetsById.delete(sheet);
    listed = listed?.filter(({ id }) => id !== sheet);
  },
};

export const notes = {
  one: (key: string): string | null =>
    noted ? (noted[key] ?? null) : (documentNotes()?.getProperty(key) ?? null),
  all: (): Readonly<Record<string, string>> => {
    noted ??= documentNotes()?.getProperties() ?? {};
    return noted;
  },
  keep: (key: string, value: string | null): void => {
    const kept = documentNotes();
    if (value === null) kept?.deleteProperty(key);
    else if (kept) keep(kept, key, value, 'notesFull');
    if (!noted) return;
    const { [key]: _, ...others } = noted;
    noted = value === null ? others : { ...others, [key]: value };
  },
  keepAll: (entries: Readonly<Record<string, string>>): void => {
    const kept = documentNotes();
    if (kept) keepAll(kept, entries, 'notesFull');
    if (noted) noted = { ...noted, ...entries };
  },
};
