/**
 * A sheet is drawn beside what stands, hidden and under a title that marks it as unfinished. Its
 * areas get their names only when it is complete, so that those of an earlier sheet stay what they
 * are until then. Whatever is found half done can be thrown away.
 */
const unfinished = /^~KPI ([a-z0-9_]+)$/;

/** What a sheet is known by while it is built: the id of a plan, or a word of our own. */
export type SheetKey = string;

export const unfinishedTitle = (key: SheetKey): string => `~KPI ${key}`;
export const unfinishedKey = (title: string): SheetKey | null =>
  unfinished.exec(title)?.[1] ?? null;
