import { connect } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  serveDesk as ServeDesk,
  Served,
  Serving,
} from '../../../src/workbench/server/http.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';
import { testAddOn } from './desk.ts';

/** A server of this process over a small add-on, and its key as the page gets it. */
export interface TestServer {
  readonly served: Served;
  readonly key: string;
  /** Sends these bytes on a connection of their own; everything that came back on it. */
  raw(text: string | Uint8Array, waitMs?: number): Promise<string>;
  /** Asks with the key, as the page does. */
  ask(method: string, target: string, body?: BodyInit): Promise<Response>;
}

/** Serves on a free port; what is given takes the place of what is usual in tests. */
export async function openTestServer(more: Partial<Serving> = {}): Promise<TestServer> {
  const addOn = await testAddOn();
  const { serveDesk } = (await import(
    pathToFileURL(path.join(workbenchFolder, 'http.mjs')).href
  )) as { serveDesk: typeof ServeDesk };
  const served = await serveDesk({
    addOn,
    pageFolder: path.join(workbenchFolder, 'page'),
    port: 0,
    book: () => ({ sheets: [{ name: 'Data', rows: [['mine', 1]] }] }),
    ...more,
  });
  const address = `http://127.0.0.1:${served.port}`;
  const page = await (await fetch(`${address}/`)).text();
  const key = /data-key="([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    served,
    key,
    raw: (text, waitMs = 2000) => heard(served.port, text, waitMs),
    ask: (method, target, body) =>
      fetch(`${address}${target}`, {
        method,
        headers: { 'x-workbench-key': key, 'x-workbench-page': 'test' },
        ...(body === undefined ? {} : { body }),
      }),
  };
}

function heard(port: number, text: string | Uint8Array, waitMs: number): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(parts).toString('latin1'));
    };
    const timer = setTimeout(end, waitMs);
    socket.on('data', (part) => parts.push(part));
    socket.on('error', end);
    socket.on('close', end);
    socket.end(text);
  });
}
