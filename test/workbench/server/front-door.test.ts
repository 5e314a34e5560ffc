import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../kit/workbench/served.ts';

let server: TestServer;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);

beforeAll(async () => {
  process.on('uncaughtException', note).on('unhandledRejection', note);
  server = await openTestServer();
});
afterAll(async () => {
  await server.served.close();
  process.off('uncaughtException', note).off('unhandledRejection', note);
});

const ownHost = () => `127.0.0.1:${server.served.port}`;
const keyLine = () => `x-workbench-key: ${server.key}\r\n`;
const get = (target: string, more = '') =>
  server.raw(`GET ${target} HTTP/1.1\r\nHost: ${ownHost()}\r\n${more}Connection: close\r\n\r\n`);
const post = (target: string, body: string, more = '') =>
  server.raw(
    `POST ${target} HTTP/1.1\r\nHost: ${ownHost()}\r\n${keyLine()}${more}content-length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
const statuses = (answer: string) =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)]
    .map(([, status]) => Number(status))
    // A word on the way that the body may come: no answer yet.
    .filter((status) => status !== 100);
const saidIn = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);
const stillServes = async () => expect((await server.ask('GET', '/')).status).toBe(200);

/** How many requests are made up; a long run by hand sets it higher. */
const numRuns = Number(process.env.FRONT_DOOR_RUNS ?? 150);

/** A line of a stack, a path of this machine, or what JavaScript says of itself. */
const innards =
  /\n\s+at |node_modules|\.(?:mjs|ts)\b|file:\/\/|\/(?:tmp|home|work|usr|root)\/|TypeError|ERR_|is not a function|Cannot read/;

describe('a target that is none of ours', () => {
  it.each([
    ['//', 403],
    ['///', 403],
    ['/%', 403],
    ['/\\', 403],
    ['http://[', 400],
    ['http://evil.example/', 400],
    ['*', 400],
    ['/page/../server.mjs', 404],
    ['/page/..%2fserver.mjs', 404],
    ['/page/%2e%2e/server.mjs', 404],
    ['/page//etc/hosts', 404],
    ['/page/', 404],
    ['/state?key=', 403],
    ['/constructor', 403],
  ])('%s is refused', async (target, status) => {
    const answer = await get(target);
    expect(statuses(answer)).toEqual([status]);
    expect(answer).not.toMatch(innards);
    await stillServes();
  });

  it('is refused however long it is', async () => {
    expect(statuses(await get(`/${'a'.repeat(8000)}`))).toEqual([403]);
    expect(statuses(await get(`/${'a'.repeat(80_000)}`))).toEqual([431]);
  });

  it('is said not to be there, with the key', async () => {
    for (const target of ['//', '/%', '/constructor', '/__proto__', '/state/', '/../state']) {
      const answer = await get(target, keyLine());
      expect([target, statuses(answer)]).toEqual([target, [404]]);
    }
  });
});

describe('a host, or an origin, that is not ours', () => {
  it.each([
    'evil.example',
    'evil.example:80',
    '[::1]',
    '127.0.0.1',
    '127.0.0.1:1',
    '',
    'localhost',
    '127.0.0.1.evil.example',
  ])('is kept out, key or not: %s', async (host) => {
    const answer = await server.raw(
      `GET /state HTTP/1.1\r\nHost: ${host}\r\n${keyLine()}Connection: close\r\n\r\n`,
    );
    expect(statuses(answer)).toEqual([403]);
  });

  it('is kept out where none is named', async () => {
    expect(statuses(await server.raw('GET / HTTP/1.0\r\n\r\n'))).toEqual([403]);
    expect(statuses(await server.raw('GET / HTTP/1.1\r\n\r\n'))).toEqual([400]);
  });

  it('is kept out where a page of another site asks', async () => {
    for (const line of [
      'Origin: http://evil.example',
      'Origin: null',
      'Sec-Fetch-Site: cross-site',
    ]) {
      expect(statuses(await get('/page/main.js', `${line}\r\n`))).toEqual([403]);
    }
  });
});

describe('another way of asking', () => {
  it.each(['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'PATCH'])(
    '%s is refused',
    async (method) => {
      const answer = await server.raw(
        `${method} / HTTP/1.1\r\nHost: ${ownHost()}\r\n${keyLine()}Connection: close\r\n\r\n`,
      );
      expect(statuses(answer)).toEqual([405]);
    },
  );

  it.each([
    'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    'BREW / HTTP/1.1\r\nHost: x\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'GET / HTTP/9.9\r\n\r\n',
    'GET /\r\n\r\n',
    'POST /run HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    'POST /run HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ])('%j gets no answer of ours', async (text) => {
    const answer = await server.raw(text);
    for (const status of statuses(answer)) expect(status).toBeGreaterThanOrEqual(400);
    expect(answer).not.toMatch(innards);
    await stillServes();
  });

  it('an upgrade is not made', async () => {
    const lines = 'Connection: Upgrade\r\nUpgrade: websocket\r\n';
    const answer = await server.raw(
      `GET /state HTTP/1.1\r\nHost: ${ownHost()}\r\n${lines}\r\n`,
      400,
    );
    expect(statuses(answer)).toEqual([403]);
  });
});

/** What is sent while nobody has opened the page yet. */
describe('before the spreadsheet is open', () => {
  it.each([
    ['/changes', '[]'],
    ['/settle', '{"mark":"m"}'],
    ['/view', '{"sheetId":"sheet-1","selection":null}'],
    ['/run', '{"name":"openPanel","args":[]}'],
    ['/settings', '{"language":"vi"}'],
    ['/clock', '{"hours":1}'],
    ['/fault', '{"vendor":"x","fault":"slow","on":true}'],
    ['/user', '{"user":"a@example.com"}'],
    ['/panel/close', '{}'],
    ['/alert', '{"id":1,"button":"OK"}'],
    ['/example', '{}'],
    ['/import?name=a.csv', 'a,b'],
  ])('POST %s says so', async (target, body) => {
    const answer = await post(target, body);
    expect(statuses(answer)).toEqual([409]);
    expect(saidIn(answer)).toMatch(/not open yet/);
  });

  it('so does GET /export.xlsx', async () => {
    expect((await server.ask('GET', '/export.xlsx')).status).toBe(409);
  });
});

/** A change of the first sheet, as a page sends it. */
const change = (id: string, params: object) =>
  JSON.stringify([{ id, params: { unitId: 'workbook', subUnitId: 'sheet-1', ...params } }]);
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value));
const body = fc.oneof(
  json,
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    'null',
    '[]',
    '[null]',
    '1',
    '"x"',
    '{}',
    '[{}]',
    '[{"id":1}]',
    '{"__proto__":1}',
  ),
);
const posts = [
  '/changes',
  '/settle',
  '/view',
  '/run',
  '/settings',
  '/clock',
  '/fault',
  '/user',
  '/panel/close',
  '/alert',
];

describe('a body of the wrong shape, from our own page', () => {
  beforeAll(() => server.ask('GET', '/state?language=en'));

  it('is answered with a sentence, and leaves the spreadsheet at work', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), body, async (target, text) => {
        const answer = await server.ask('POST', target, text);
        expect([200, 400]).toContain(answer.status);
        expect(await answer.text()).not.toMatch(innards);
      }),
      { numRuns: numRuns / 2 },
    );
    expect(
      await (await server.ask('POST', '/run', '{"name":"writeAndRead","args":[]}')).json(),
    ).toEqual({ ok: 4 });
    expect(uncaught).toEqual([]);
  });

  it.each([
    ['/changes', '[{"id":"sheet.mutation.set-range-values"}]'],
    ['/changes', change('sheet.mutation.set-range-values', { cellValue: { x: 1 } })],
    ['/changes', change('sheet.mutation.add-conditional-rule', { ranges: [1] })],
    ['/changes', change('sheet.mutation.set-worksheet-row-count', { rowCount: -1 })],
    ['/changes', change('sheet.mutation.insert-col', { range: [null] })],
    ['/changes', change('sheet.mutation.remove-sheet', {})],
    ['/changes', '[{"id":"nothing.like.it","params":{"unitId":"workbook"}}]'],
    ['/run', '{"name":7,"args":[]}'],
    ['/run', '{"name":"openPanel","args":{}}'],
    ['/settings', '{"locale":"no such"}'],
    ['/settings', '{"language":"xx"}'],
    ['/clock', '{"today":"tomorrow"}'],
    ['/clock', '{"hours":1e300}'],
    ['/clock', '{"hours":-1}'],
    ['/clock', '{"run":"nobody"}'],
    ['/fault', '{"vendor":"nobody.example","fault":"slow","on":true}'],
  ])('POST %s %s is refused', async (target, text) => {
    const answer = await server.ask('POST', target, text);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(innards);
  });

  it('has hurt nothing: what is typed next is calculated', async () => {
    await server.ask('POST', '/changes', change('formula.mutation.set-array-formula-data', {}));
    const cellValue = { 5: { 0: { v: 21, t: 2 }, 1: { f: '=A6*2' } } };
    const typed = change('sheet.mutation.set-range-values', { cellValue });
    expect((await server.ask('POST', '/changes', typed)).status).toBe(200);
    await server.ask('POST', '/settle', '{"mark":"m"}');
    const { workbook } = await (await server.ask('GET', '/state')).json();
    expect(workbook.sheets['sheet-1'].cellData[5][1].v).toBe(42);
    expect(uncaught).toEqual([]);
  });

  it('is refused where it is larger than anything a page sends', async () => {
    const answer = await server.raw(
      `POST /run HTTP/1.1\r\nHost: ${ownHost()}\r\n${keyLine()}content-length: 99999999999\r\n\r\n{`,
    );
    expect(statuses(answer)).toEqual([413]);
  });

  it('may break off in the middle', async () => {
    for (const lines of ['content-length: 500', 'transfer-encoding: chunked']) {
      await server.raw(
        `POST /run HTTP/1.1\r\nHost: ${ownHost()}\r\n${keyLine()}${lines}\r\n\r\n{"na`,
        100,
      );
    }
    await stillServes();
    expect(uncaught).toEqual([]);
  });
});

describe('who listens and goes away', () => {
  it('is forgotten, and the others are told', async () => {
    const listen = () =>
      new Promise<{ heard: () => string; leave: () => void }>((resolve) => {
        const asked = request(
          { port: server.served.port, path: `/events?key=${server.key}` },
          (response) => {
            let text = '';
            response.on('data', (part) => {
              text += part;
            });
            response.on('error', () => undefined);
            resolve({ heard: () => text, leave: () => asked.destroy() });
          },
        );
        asked.end();
      });
    const [one, other] = [await listen(), await listen()];
    one.leave();
    await server.ask('POST', '/settle', '{"mark":"first"}');
    await server.ask('POST', '/settle', '{"mark":"second"}');
    await expect.poll(other.heard).toContain('second');
    other.leave();
    expect(uncaught).toEqual([]);
  });
});

const targets = [
  '/',
  '//',
  '/state',
  '/events',
  '/export.xlsx',
  '/page/main.css',
  '/page/../x',
  '/favicon.ico',
  '*',
  'http://[',
  'http://evil/',
  '/?key=x',
  '/%',
  '/a b',
  ...posts,
];
const word = fc.string({ maxLength: 12 });
const target = fc.oneof(
  fc.constantFrom(...targets),
  fc.string({ maxLength: 30 }).map((text) => `/${text}`),
  fc.string({ maxLength: 30 }),
  fc.webPath().map((text) => `/page${text}`),
);
const header = fc.oneof(
  fc.tuple(word, word).map(([name, value]) => `${name}: ${value}`),
  fc
    .tuple(
      fc.constantFrom(
        'Origin',
        'Sec-Fetch-Site',
        'Expect',
        'Upgrade',
        'Content-Length',
        'x-workbench-key',
      ),
      fc.oneof(word, fc.constantFrom('100-continue', 'null', '5', 'same-origin', 'websocket')),
    )
    .map(([name, value]) => `${name}: ${value}`),
);
const asked = fc.record({
  method: fc.oneof(fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE'), word),
  target,
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
  host: fc.oneof(fc.constantFrom('own', 'own', 'evil', '[::1]:80', ''), word),
  headers: fc.array(header, { maxLength: 4 }),
  body,
  keyed: fc.boolean(),
});

describe('whatever a connection brings', () => {
  it('ends nothing, and without the key opens nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        asked,
        async ({ method, target: to, version, host, headers, body: text, keyed }) => {
          const lines = [
            `${method} ${to} ${version}`,
            `Host: ${host === 'own' ? ownHost() : host}`,
            ...(keyed ? [keyLine().trim()] : []),
            ...headers,
            'Connection: close',
          ];
          // A stream of events has no end to wait for.
          const waitMs = to.startsWith('/events') ? 100 : 5000;
          const answer = await server.raw(`${lines.join('\r\n')}\r\n\r\n${text}`, waitMs);
          expect(answer).not.toMatch(/\n\s+at .*:\d+|node_modules|file:\/\/|TypeError|ERR_/);
          const open = /^\/(?:[?#]|$)|^\/page\/[\w.-]+(?:[?#]|$)/.test(to) && method === 'GET';
          if (!keyed && !open) {
            for (const status of statuses(answer)) expect(status).toBeGreaterThanOrEqual(400);
          }
          for (const status of statuses(answer)) expect(status).toBeLessThan(500);
          await stillServes();
          expect(uncaught).toEqual([]);
        },
      ),
      { numRuns },
    );
  }, 600_000);
});
