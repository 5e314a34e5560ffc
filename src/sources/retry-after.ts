import type { HttpResponse } from './source.ts';

/** For how many ms a server asks to be left alone; `null` where it does not. `Retry-After` is seconds or a date. */
export function retryAfter(
  { headers }: Pick<HttpResponse, 'headers'>,
  nowMs: number,
): number | null {
  const header = headers['retry-after'];
  if (!header) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
