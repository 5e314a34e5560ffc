import type { FunctionResult } from '../../engine/functions.ts';
import { instantOf, serialAt } from '../../locale/serial.ts';
import { spreadsheetTimeZone } from '../assumptions.ts';
import type { ServiceCalls } from './services.ts';

/** A custom function cannot wait: what it may ask is answered at once, cells as they stand. */
export function answerNow(services: ServiceCalls, method: string, json: string): string {
  try {
    return JSON.stringify({ ok: services[method]?.(...(JSON.parse(json) as unknown[])) ?? null });
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message });
  }
}

/** An argument as it goes to a function: dates are instants there. Notes whether there was one. */
export function travelling(value: unknown, special: { found: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => travelling(item, special));
  if (value === undefined) {
    special.found = true;
    return { $left: 1 };
  }
  if (value === null || typeof value !== 'object') return value;
  special.found = true;
  return { $date: instantOf((value as { $d: number }).$d, spreadsheetTimeZone) };
}

/** An answer as it comes back to the cell: instants are dates of the spreadsheet's zone. */
export function arrived(answer: FunctionResult): FunctionResult {
  if (!('value' in answer)) return answer;
  const one = (value: unknown): unknown => {
    const date = (value as { $date?: number } | null)?.$date;
    return date === undefined ? value : { $d: serialAt(date, spreadsheetTimeZone) };
  };
  const { value } = answer;
  if (!Array.isArray(value)) return { value: one(value) } as FunctionResult;
  return { value: value.map((row) => row.map(one)) } as FunctionResult;
}
