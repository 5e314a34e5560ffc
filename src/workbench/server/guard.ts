import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { keyHeader } from './protocol.ts';

/** What a request asks for on this server. */
export interface RequestTarget {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * Reads a request's target, as it came: nothing is decoded or tidied up in its path. `null` for what
 * names no path of this server, such as `*` or another server's address.
 */
export function targetOf(text: string | undefined): RequestTarget | null {
  if (!text?.startsWith('/')) return null;
  const [path = '', ...query] = text.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

/**
 * Whether a request comes from the workbench's own page. The host name keeps out a foreign name that
 * was pointed at this machine, the key and the origin keep out pages of other sites.
 */
export function isOwnRequest(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  { path, query }: RequestTarget,
  port: number,
  key: string,
): boolean {
  const { host, origin } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!host || !hosts.includes(host)) return false;
  if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`)) return false;
  const site = request.headers['sec-fetch-site'];
  if (request.method === 'GET') {
    if (path === '/') return true;
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (path.startsWith('/page/') || path === '/favicon.ico') return true;
  }
  // An event stream cannot send headers: it has the key in its address.
  const inAddress = path === '/events' ? query.get('key') : null;
  const given = Buffer.from(String(request.headers[keyHeader] ?? inAddress ?? ''));
  const expected = Buffer.from(key);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
