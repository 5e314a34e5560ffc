import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vendors } from './index.ts';
import type { Vendor, VendorResponse } from './vendor.ts';

/** A played host and where on this machine it answers. */
interface Served {
  readonly host: string;
  readonly address: string;
}

export interface ServedVendors {
  readonly served: readonly Served[];
  /** What signs in, by the first host of each that wants anything. */
  readonly keys: readonly (readonly [string, Readonly<Record<string, string>>])[];
  close(): Promise<void>;
}

const mostBytes = 10 * 1024 * 1024;

/**
 * Serves played systems over HTTP, to this machine alone, each of their hosts on a port of its own:
 * what a vendor's own client is pointed at. A host that is a pattern is served by its example.
 */
export async function serveVendors(
  port: number,
  all: readonly Vendor[] = vendors(),
  nowMs: () => number = Date.now,
): Promise<ServedVendors> {
  const servers: Server[] = [];
  const served: Served[] = [];
  for (const vendor of all) {
    for (const pattern of vendor.hosts) {
      const host = pattern.startsWith('*.') ? `example${pattern.slice(1)}` : pattern;
      const server = createServer((request, response) => {
        answerTo(request, host, vendor, nowMs)
          .then(({ status, headers, body, broken }) => {
            if (broken) return request.socket.destroy();
            response.writeHead(status, headers);
            return response.end(body);
          })
          .catch((error: unknown) => {
            response.writeHead(500, { 'content-type': 'text/plain' });
            response.end(error instanceof Error ? error.message : String(error));
          });
      });
      const wanted = port === 0 ? 0 : port + servers.length;
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(wanted, '127.0.0.1', resolve);
      });
      servers.push(server);
      const { port: own } = server.address() as AddressInfo;
      served.push({ host, address: `http://127.0.0.1:${own}` });
    }
  }
  return {
    served,
    keys: all.flatMap(({ hosts: [host = ''], keys }) => (keys ? [[host, keys] as const] : [])),
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

async function answerTo(
  request: IncomingMessage,
  host: string,
  vendor: Vendor,
  nowMs: () => number,
): Promise<VendorResponse> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw new Error('The request is too large.');
    parts.push(part);
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
  return vendor.answer(
    {
      method: request.method === 'POST' ? 'post' : 'get',
      url: `https://${host}${request.url ?? '/'}`,
      headers,
      body: Buffer.concat(parts).toString('utf8'),
    },
    nowMs(),
  );
}
