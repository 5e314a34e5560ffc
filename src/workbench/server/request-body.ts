import type { IncomingMessage } from 'node:http';
import { isLanguage } from '../../messages/language-of.ts';
import type { Settings } from '../desk/desk.ts';
import type { Mutation } from '../engine/change-feed.ts';
import type { GridView } from '../google/context.ts';
import type { RangeBounds } from '../model/address.ts';
import { type FaultName, faultNames, functionFaults } from '../vendors/vendor.ts';
import type { ClockRequest, FaultRequest, RunRequest } from './protocol.ts';
import { HttpError } from './refusal.ts';

const largestBody = 256 * 1024 * 1024;

/** The whole body of a request. */
export function bytes(request: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const tooLarge = () =>
      reject(new HttpError(413, 'This is larger than the workbench can take.'));
    if (Number(request.headers['content-length']) > largestBody) {
      tooLarge();
      return;
    }
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= largestBody) parts.push(part);
      else {
        parts.length = 0;
        request.pause();
        tooLarge();
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('close', () => reject(new HttpError(400, 'The request broke off.')));
  });
}

/** What a body says, read by one of the readers below. */
export async function body<T>(
  request: IncomingMessage,
  read: (value: unknown) => T | null,
): Promise<T> {
  const text = Buffer.from(await bytes(request)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not JSON.');
  }
  const found = read(value);
  if (found === null)
    throw new HttpError(400, 'The body does not have the shape that is asked for.');
  return found;
}

/** The members of an object; none of anything else. */
const members = (value: unknown): Readonly<Record<string, unknown>> =>
  isRecord(value) ? value : {};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

export function readMutations(value: unknown): readonly Mutation[] | null {
  if (!Array.isArray(value)) return null;
  const right = value.every((one) => typeof members(one).id === 'string' && isRecord(one.params));
  return right ? value : null;
}

/** The text under a name. */
export const readText =
  (name: string) =>
  (value: unknown): string | null => {
    const text = members(value)[name];
    return typeof text === 'string' ? text : null;
  };

export function parseView(value: unknown): GridView | null {
  const { sheetId, selection } = members(value);
  if (typeof sheetId !== 'string') return null;
  if (selection === null) return { sheetId, selection };
  const { startRow, startColumn, endRow, endColumn } = members(selection);
  const ends = [startRow, startColumn, endRow, endColumn];
  if (!ends.every(isCount)) return null;
  return { sheetId, selection: { startRow, startColumn, endRow, endColumn } as RangeBounds };
}

export function readRun(value: unknown): RunRequest | null {
  const { name, args } = members(value);
  return typeof name === 'string' && Array.isArray(args) ? { name, args } : null;
}

/** `vi_VN`: a language and a country, as spreadsheets name their locales. */
const localeShape = /^[a-z]{2,3}(?:_[A-Z]{2})?$/;

export function readSettings(value: unknown): Partial<Settings> | null {
  const { language, locale } = members(value);
  if (!isRecord(value)) return null;
  const found: Partial<Settings> = {};
  if (isLanguage(language)) found.language = language;
  else if (language !== undefined) return null;
  if (typeof locale === 'string' && localeShape.test(locale)) found.locale = locale;
  else if (locale !== undefined) return null;
  return found;
}

/** Longer than that nobody waits for what is due meanwhile. */
const mostHours = 366 * 24;

export function readClock(value: unknown): ClockRequest | null {
  const { today, hours, run } = members(value);
  if (typeof today === 'string') return { today };
  if (typeof run === 'string') return { run };
  return typeof hours === 'number' && hours >= 0 && hours <= mostHours ? { hours } : null;
}

export function readFault(value: unknown): FaultRequest | null {
  const { vendor, fault, on } = members(value);
  const known = [...faultNames, ...functionFaults].includes(fault as FaultName);
  if (typeof vendor !== 'string' || typeof on !== 'boolean' || !known) return null;
  return { vendor, fault: fault as FaultName, on };
}

export function readAlert(value: unknown): { id: number; button: string } | null {
  const { id, button } = members(value);
  return isCount(id) && typeof button === 'string' ? { id, button } : null;
}
