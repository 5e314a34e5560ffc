import type { IWorkbookData } from '@univerjs/core';
import { isLanguage } from '../../messages/language-of.ts';
import type { Settings } from '../desk/desk-shape.ts';
import type { GridView } from '../google/context.ts';
import type { Protection } from '../google/services/protections.ts';
import type { KeptTriggers } from '../google/triggers.ts';
import { isMatrix } from '../model/change-shape.ts';

/** Rises when what was kept before can no longer be read as it stands. */
export const keptFormat = 1;

/**
 * What of a desk outlasts the server: the spreadsheet and everything that belongs to it. Not what is
 * a user's own, where keys may stand, nor what belongs to the hour: caches, locks, the outbox, what
 * somebody has allowed, what goes wrong elsewhere.
 */
export interface KeptDesk {
  readonly format: typeof keptFormat;
  readonly settings: Readonly<Settings>;
  /** How far the spreadsheet's clock is ahead of the machine's: days that went by stay gone. */
  readonly aheadMs: number;
  /** The highest number a sheet ever had. */
  readonly lastSheet: number;
  readonly view: Readonly<GridView>;
  /** What scripts keep with the document: changes that are pending, what can be undone. */
  readonly document: Readonly<Record<string, string>>;
  readonly protections: readonly Protection[];
  readonly triggers: KeptTriggers;
  /** In the engine's form; names, rules, charts and groups are in it. */
  readonly workbook: IWorkbookData;
}

/** What a text says was kept; or why it cannot be read. */
export type ReadKept = { readonly kept: KeptDesk } | { readonly unreadable: 'broken' | 'newer' };

/** Reads what was kept. Nothing is mended: what is not whole is not read. */
export function parseKeptDesk(text: string): ReadKept {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { unreadable: 'broken' };
  }
  if (!isRecord(value)) return { unreadable: 'broken' };
  if (typeof value.format === 'number' && value.format > keptFormat) return { unreadable: 'newer' };
  return isKept(value) ? { kept: value } : { unreadable: 'broken' };
}

type Unread = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isKept(value: Unread): value is Unread & KeptDesk {
  const { format, settings, aheadMs, lastSheet, view, document, protections, triggers, workbook } =
    value;
  return (
    format === keptFormat &&
    isRecord(settings) &&
    isLanguage(settings.language) &&
    typeof settings.locale === 'string' &&
    Number.isFinite(aheadMs) &&
    Number.isFinite(lastSheet) &&
    isRecord(document) &&
    Object.values(document).every((one) => typeof one === 'string') &&
    Array.isArray(protections) &&
    protections.every((one) => isRecord(one) && typeof one.sheetId === 'string') &&
    isRecord(triggers) &&
    Number.isFinite(triggers.made) &&
    Array.isArray(triggers.all) &&
    triggers.all.every(isTrigger) &&
    isRecord(workbook) &&
    isRecord(view) &&
    hasSheets(workbook)
  );
}

const isTrigger = (value: unknown): boolean =>
  isRecord(value) &&
  [value.id, value.user, value.handler].every((one) => typeof one === 'string') &&
  [value.everyMs, value.nextMs].every(Number.isFinite);

/** Whether there is at least one sheet, and each in its place, with cells in it. */
function hasSheets({ sheetOrder, sheets, resources }: Unread): boolean {
  return (
    Array.isArray(resources) &&
    resources.every((one) => isRecord(one) && typeof one.data === 'string') &&
    Array.isArray(sheetOrder) &&
    isRecord(sheets) &&
    sheetOrder.length > 0 &&
    sheetOrder.every((id) => {
      const sheet = typeof id === 'string' && sheets[id];
      return isRecord(sheet) && sheet.id === id && isMatrix(sheet.cellData ?? {});
    })
  );
}
