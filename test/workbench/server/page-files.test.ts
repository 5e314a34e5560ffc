import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbenchFolder } from '../../e2e/workbench-server.ts';
import { Started } from '../../kit/run/started.ts';
import { openTestServer, type TestServer } from '../../kit/workbench/served.ts';

const started = new Started();
let server: TestServer;
beforeAll(async () => {
  server = await started.add(openTestServer(), ({ served }) => served.close());
});
afterAll(() => started.stop());

const ask = (name: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${server.served.port}/page/${name}`, { headers });

describe('the files of the page', () => {
  it('leave out of its script what nobody asks for: each dictionary is a file of its own', async () => {
    const names = readdirSync(path.join(workbenchFolder, 'page'));
    const bytes = (name: string) => statSync(path.join(workbenchFolder, 'page', name)).size;
    const hungarian = names.find((name) => /^hu-[\w-]+\.js$/.test(name))!;
    expect(bytes(hungarian)).toBeGreaterThan(500_000);
    expect(bytes('main.js')).toBeLessThan(7_200_000);
    const script = await (await ask('main.js')).text();
    expect(script).toContain(`import("./${hungarian}")`);
    expect((await ask(hungarian)).status).toBe(200);
  });

  it('come once: a browser that has them is told that they are the same', async () => {
    const first = await ask('panel.js');
    const tag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await ask('panel.js', { 'if-none-match': tag });
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    expect((await ask('panel.js', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('have the spreadsheet opened by the time that the page asks for it', async () => {
    const settled = async () => (await server.ask('POST', '/settle', '{"mark":"one"}')).status;
    // Nobody has asked for it in a language of theirs.
    expect(await settled()).toBe(409);
    await (await ask('main.js', { 'accept-language': 'vi-VN,vi;q=0.9' })).text();
    await expect.poll(settled).toBe(200);
    const answer = await server.ask('GET', '/state?language=en');
    expect(await answer.json()).toMatchObject({ settings: { language: 'vi' } });
  });
});
