import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { keyHeader } from './protocol.ts';

/**
 * Whether a request comes from the workbench's own page. The host name keeps out a foreign name that
 * was pointed at this machine, the key and the origin keep out pages of other sites.
 */
export function isOurs(request: IncomingMessage, port: number, key: string): boolean {
  const { host, origin } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!host || !hosts.includes(host)) return false;
  if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`)) return false;
  const site = request.headers['sec-fetch-site'];
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (request.method === 'GET') {
    if (path === '/') return true;
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (path.startsWith('/page/') || path === '/favicon.ico') return true;
  }
  const given = Buffer.from(
    String(
      request.headers[keyHeader] ??
        new URL(request.url ?? '/', 'http://localhost').searchParams.get('key') ??
        '',
    ),
  );
  const expected = Buffer.from(key);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
