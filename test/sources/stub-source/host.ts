import type { SignedRequest } from '../../../src/app/ports/services.ts';
import type { HttpResponse } from '../../../src/sources/source.ts';
import { tillHost } from './entry.ts';

/** Nobody else may ever see this. */
export const canary = 'k-canary-4711';

/** What the shop counts on a day. */
export const orders = (day: number): number => 10 + (day % 7);

/** The system itself: it knows one key, and the day that was over last. */
export function tillAnswers(of: { yesterday: () => number; closed: () => boolean }) {
  return ({ url, headers }: SignedRequest): HttpResponse | null => {
    if (!url.startsWith(tillHost)) return null;
    const key = headers['X-Till-Key'] ?? '';
    const answer = (status: number, body: string) => ({ status, headers: {}, body });
    if (key !== `Bearer ${canary}`) return answer(401, `No such key: ${key}`);
    if (of.closed()) return answer(423, `until May, says ${canary}`);
    const day = Number(/day=(\d+)$/.exec(url)?.[1]);
    if (Number.isNaN(day)) return answer(200, '{"name":"Quán Lan","currency":"VND"}');
    if (day !== of.yesterday()) return answer(410, 'That day is gone.');
    return answer(200, JSON.stringify({ orders: orders(day) }));
  };
}
