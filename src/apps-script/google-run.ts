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
let sheets: readonly Sheet[] | undefined;
let listed: readonly SheetInfo[] | undefined;
let noted: Record<string, string> | undefined;
/** Tabs that we have made ourselves: what they are called nobody has to be asked. */
const made = new Map<number, SheetInfo>();
/** The tab before the user; its id where we have brought it there. */
let active: { readonly sheet: Sheet; readonly id: number | null } | undefined;

/** Whatever others may have changed meanwhile is looked at again: the lock has been waited for. */
export function lookAgainAtBook(): void {
  sheets = undefined;
  listed = undefined;
  noted = undefined;
  made.clear();
  active = undefined;
}

export const tabs = {
  all: (): readonly SheetInfo[] => {
    listed ??= tabs.sheets().map((sheet) => infoOf(sheet));
    return listed;
  },
  /** The same as Google has them, as they were when they were last looked at. */
  sheets: (): readonly Sheet[] => {
    sheets ??= book().getSheets();
    return sheets;
  },
  /** `undefined`: not made by us since the lock was waited for. */
  made: (sheet: number): SheetInfo | undefined => made.get(sheet),
  added: (sheet: Sheet, name: string): number => {
    const id = sheet.getSheetId();
    const info = { id, name, hidden: false };
    sheetsById.set(id, sheet);
    made.set(id, info);
    if (listed) listed = [...listed, info];
    return id;
  },
  /** To be told before it is done: what somebody has been told of a tab stays as it was told. */
  changes: (sheet: number, facts: Partial<SheetInfo>): void => {
    for (const info of toldOf) if (info.id === sheet) askedAll(info);
    const own = made.get(sheet);
    if (own) made.set(sheet, { ...own, ...facts });
    const last = listed ? lastPlace(sheet, listed) : -1;
    listed = listed?.map((info, at) => (at === last ? { ...info, ...facts } : info));
  },
  goes: (sheet: number): void => {
    tabs.changes(sheet, {});
    book().deleteSheet(sheetOf(sheet));
    sheetsById.delete(sheet);
    made.delete(sheet);
    active = undefined;
    sheets = undefined;
    listed = listed?.filter(({ id }) => id !== sheet);
  },
};

/** From the end, where those stand that we have made: the others are not asked for their ids. */
function lastPlace(sheet: number, all: readonly SheetInfo[]): number {
  for (let at = all.length - 1; at >= 0; at -= 1) if (all[at]?.id === sheet) return at;
  return -1;
}

/** The tab before the user, as it was when it was last looked at, and as we have changed it since. */
export const activeTab = {
  sheet: (): Sheet => {
    active ??= { sheet: book().getActiveSheet(), id: null };
    return active.sheet;
  },
  id: (): number => {
    const sheet = activeTab.sheet();
    const id = active?.id ?? sheet.getSheetId();
    active = { sheet, id };
    return id;
  },
  /** Brings one before the user. */
  becomes: (sheet: Sheet, id: number | null): void => {
    book().setActiveSheet(sheet);
    active = { sheet, id };
  },
  /** Back to the one that was there before we made another. */
  stays: (): void => {
    if (active) book().setActiveSheet(active.sheet);
  },
  /** Where it is the one before the user, Google brings another one there. */
  hides: (sheet: number): void => {
    if (active?.id !== sheet && active?.id !== null) return;
    active = undefined;
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
