import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workbenchFolder } from '../../e2e/workbench-server.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';

/** An add-on that refuses in a cell. */
const code = `function onOpen() {}
/** Two of it.
 * @customfunction */
function TWICE(a) { if (a < 0) throw new Error('below zero'); return [[a, a]]; }`;

/** A server as `npm start` runs it, in a process that can be killed. */
interface Running {
  readonly process: ChildProcess;
  readonly address: string;
  /** What it has printed so far. */
  said(): string;
  ask(method: string, target: string, body?: string): Promise<Response>;
  end(signal: NodeJS.Signals): Promise<void>;
}

let folder: string;
let dist: string;
let book: string;
/** A kept spreadsheet with next to nothing in it: the example takes its time to be calculated. */
let small: string;
const running: Running[] = [];

beforeAll(async () => {
  const { desk } = await openTestDesk([['small']], 'en_US', code);
  small = JSON.stringify(desk.kept());
  desk.dispose();
});
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'book-kept-'));
  dist = path.join(folder, 'dist');
  book = path.join(folder, 'kept', 'book.json');
  mkdirSync(dist);
  mkdirSync(path.dirname(book));
  writeFileSync(book, small);
  writeFileSync(path.join(dist, 'Code.js'), code);
  writeFileSync(path.join(dist, 'sidebar.html'), '');
  writeFileSync(path.join(dist, 'appsscript.json'), '{"timeZone":"Etc/UTC"}');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.end('SIGKILL')));
  await rm(folder, { recursive: true, force: true });
});

const start = (...options: string[]) => startIn('en_US.UTF-8', ...options);

async function startIn(locale: string, ...options: string[]): Promise<Running> {
  const server = spawn(
    process.execPath,
    [path.join(workbenchFolder, 'server.mjs'), '--dist', dist, '--port', '0', ...options],
    // The user's own folder is this test's.
    {
      env: {
        ...process.env,
        HOME: folder,
        XDG_DATA_HOME: folder,
        APPDATA: folder,
        LC_ALL: locale,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (text) => {
      said += text;
    });
  }
  const kill = () => server.kill('SIGKILL');
  process.on('exit', kill);
  const addressed = /Sheets: (http:\/\/[\d.]+:\d+)\//;
  await expect.poll(() => said).toMatch(addressed);
  const address = addressed.exec(said)?.[1] ?? '';
  const page = await (await fetch(address)).text();
  const key = /data-key="([^"]+)"/.exec(page)?.[1] ?? '';
  const one: Running = {
    process: server,
    address,
    said: () => said,
    ask: (method, target, body) =>
      fetch(`${address}${target}`, {
        method,
        headers: { 'x-workbench-key': key },
        ...(body === undefined ? {} : { body }),
      }),
    end: async (signal) => {
      process.off('exit', kill);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    },
  };
  running.push(one);
  return one;
}

const firstCell = async (server: Running): Promise<unknown> => {
  const { workbook } = await (await server.ask('GET', '/state?language=en')).json();
  return workbook.sheets['sheet-1'].cellData[40]?.[0]?.v;
};
const change = (server: Running, cellValue: object) =>
  server.ask(
    'POST',
    '/changes',
    JSON.stringify([
      {
        id: 'sheet.mutation.set-range-values',
        params: { unitId: 'workbook', subUnitId: 'sheet-1', cellValue },
      },
    ]),
  );
const type = (server: Running, v: number) => change(server, { 40: { 0: { v, t: 2 } } });
const written = () => (existsSync(book) ? readFileSync(book, 'utf8') : '');

describe('a server with a book', () => {
  it('is killed, and the next one has what was typed a moment before', async () => {
    const one = await start('--book', book);
    expect(one.said()).toContain(`Your spreadsheet is kept in ${book}`);
    expect(await firstCell(one)).toBeUndefined();
    await type(one, 4711);
    await expect.poll(written).toContain('4711');
    await one.end('SIGKILL');
    const next = await start('--book', book);
    expect(await firstCell(next)).toBe(4711);
  });

  it('ends in peace, and has written what was typed last', async () => {
    const one = await start('--book', book);
    await firstCell(one);
    await type(one, 4712);
    await one.end('SIGTERM');
    expect(one.process.exitCode).toBe(0);
    expect(written()).toContain('4712');
    expect(readdirSync(path.dirname(book))).toEqual(['book.json']);
    const next = await start('--book', book);
    expect(await firstCell(next)).toBe(4712);
    await next.ask('POST', '/example', '{}');
    expect(await firstCell(next)).toBeUndefined();
    await next.end('SIGINT');
    expect(written()).not.toContain('4712');
  });

  it('ends, and has written it, when whoever started it is gone without a word', async () => {
    const one = await start('--book', book);
    await firstCell(one);
    await type(one, 4718);
    const ended = once(one.process, 'exit');
    one.process.disconnect();
    await ended;
    expect(written()).toContain('4718');
  });

  it('leaves the book to the one that has it already, says where, and shows the example', async () => {
    const one = await start('--book', book);
    await firstCell(one);
    await type(one, 4713);
    await expect.poll(written).toContain('4713');
    const other = await start('--book', book);
    expect(other.said()).toContain(`open already, at ${one.address}/.`);
    expect(other.said()).toContain('nothing of it is kept');
    expect(await firstCell(other)).toBeUndefined();
    await type(other, 4714);
    await other.end('SIGTERM');
    expect(written()).toContain('4713');
    expect(written()).not.toContain('4714');
  });

  it('sets aside a book that has lost its end, and begins with the example', async () => {
    const one = await start('--book', book);
    await firstCell(one);
    await type(one, 4715);
    await one.end('SIGTERM');
    const half = written().slice(0, -100);
    writeFileSync(book, half);
    const next = await start('--book', book);
    const [aside = ''] = readdirSync(path.dirname(book)).filter((name) => /unreadable/.test(name));
    expect(next.said()).toContain(aside);
    expect(readFileSync(path.join(path.dirname(book), aside), 'utf8')).toBe(half);
    expect(await firstCell(next)).toBeUndefined();
  });

  it('shows again what functions came to, and what they refused', async () => {
    const one = await start('--book', book);
    await firstCell(one);
    await change(one, {
      40: { 0: { v: 3, t: 2 }, 1: { f: '=TWICE(A41)' } },
      41: { 1: { f: '=TWICE(0-A41)' } },
    });
    await one.ask('POST', '/settle', '{"mark":"m"}');
    const state = async (server: Running) => {
      const { sentences, spills } = await (await server.ask('GET', '/state')).json();
      const answers = spills.params.arrayFormulaCellData.workbook['sheet-1'];
      return { sentence: sentences['sheet-1']['41,1'], answer: answers[40][2].v };
    };
    expect(await state(one)).toEqual({ sentence: 'below zero', answer: 3 });
    await one.end('SIGTERM');
    const next = await start('--book', book);
    expect(await state(next)).toEqual({ sentence: 'below zero', answer: 3 });
    // They follow what is typed from then on.
    await change(next, { 40: { 0: { v: 5, t: 2 } } });
    await next.ask('POST', '/settle', '{"mark":"m"}');
    expect(await state(next)).toEqual({ sentence: 'below zero', answer: 5 });
  });

  it('speaks Vietnamese to whoever has a Vietnamese machine', async () => {
    writeFileSync(book, '{');
    const one = await startIn('vi_VN.UTF-8', '--book', book);
    expect(one.said()).toContain(`Bảng tính của bạn được lưu ở ${book}`);
    expect(one.said()).toMatch(/Không đọc được tệp đã lưu\. .*unreadable/);
    expect(one.said()).not.toMatch(/spreadsheet is|To begin/);
  });

  it('works where nothing can be written, and says so', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const one = await start('--book', path.join(folder, 'file', 'book.json'));
    expect(one.said()).toMatch(/Nothing is kept\. /);
    expect(one.said()).not.toMatch(/\n\s+at /);
    await firstCell(one);
    await type(one, 4716);
    expect(await firstCell(one)).toBe(4716);
  });
});

describe('a server without a book', () => {
  it.each(['--blank', '--no-book'])('touches nothing of the user’s: %s', async (option) => {
    const before = readdirSync(folder);
    const one = await start(option);
    expect(one.said()).not.toContain('kept');
    await firstCell(one);
    await type(one, 4717);
    await one.end('SIGTERM');
    expect(readdirSync(folder)).toEqual(before);
  });

  it('keeps it in the user’s own folder where nobody says where', async () => {
    const one = await start();
    await firstCell(one);
    await one.end('SIGTERM');
    expect(one.said()).toMatch(/kept in .*marketing-kpis-for-sheets.workbench\.json/);
    expect(readdirSync(folder)).not.toEqual(['dist']);
  });
});
