import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm, utimes } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbenchServerWords } from '../../../src/messages/compiled/workbench-server.ts';
import { type BookFile, openBookFile, reasonOf } from '../../../src/workbench/storage/book-file.ts';
import { usualBookPlace } from '../../../src/workbench/storage/book-place.ts';

const words = workbenchServerWords('en');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'book-file-'));
  file = path.join(folder, 'deep', 'book.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened(name = file): Promise<BookFile> {
  const found = await openBookFile(name, words);
  if ('heldAt' in found) throw new Error(`Held at ${found.heldAt}`);
  return found;
}
const names = () => readdirSync(path.dirname(file)).sort();

describe('the place where a spreadsheet is kept', () => {
  it.each([
    ['linux', {}, '/home/lan/.local/share/marketing-kpis-for-sheets/workbench.json'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/marketing-kpis-for-sheets/workbench.json'],
    [
      'linux',
      { XDG_DATA_HOME: 'data' },
      '/home/lan/.local/share/marketing-kpis-for-sheets/workbench.json',
    ],
    [
      'darwin',
      {},
      '/home/lan/Library/Application Support/marketing-kpis-for-sheets/workbench.json',
    ],
    ['win32', { APPDATA: 'C:\\Lan' }, 'C:\\Lan\\marketing-kpis-for-sheets\\workbench.json'],
  ])('on %s, with %o, is %s', (platform, env, place) => {
    expect(usualBookPlace({ platform, env, home: '/home/lan' })).toBe(place);
  });
});

describe('a file that a spreadsheet is kept in', () => {
  it('is made with its folder, for this user alone, and nothing else stays beside it', async () => {
    const book = await opened();
    expect(book.text).toBeNull();
    await book.write('one');
    await book.write('two');
    await book.close();
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(names()).toEqual(['book.json']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o77).toBe(0);
    expect((await opened()).text).toBe('two');
  });

  it('keeps what it had where writing fails, and says why in plain words', async () => {
    const book = await opened();
    await book.write('one');
    // A folder of the name that is written to first: not even an administrator can write there.
    mkdirSync(`${file}.new`);
    writeFileSync(path.join(`${file}.new`, 'x'), '');
    await expect(book.write('two')).rejects.toThrow(/book\.json: it is a folder\.$/);
    expect(readFileSync(file, 'utf8')).toBe('one');
  });

  it('says what a full disk or a closed folder is', () => {
    expect(reasonOf({ code: 'ENOSPC' } as NodeJS.ErrnoException, 'b', words)).toBe(
      'b: the disk is full.',
    );
    expect(reasonOf({ code: 'EACCES' } as NodeJS.ErrnoException, 'b', words)).toMatch(
      /may not write/,
    );
  });

  it('gets another name when it is set aside, and never that of another', async () => {
    const asides: string[] = [];
    for (const text of ['first', 'second', 'third']) {
      const book = await opened();
      await book.write(text);
      asides.push(await book.setAside());
      await book.close();
    }
    expect(asides.map((aside) => readFileSync(aside, 'utf8'))).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(path.basename(asides[2]!)).toMatch(/^book\.json\.unreadable-\d{4}-\d\d-\d\d-3$/);
    expect((await opened()).text).toBeNull();
  });

  it('stays what a link points to', async () => {
    const link = path.join(folder, 'link.json');
    await (await opened()).write('one');
    writeFileSync(path.join(folder, 'real.json'), 'real');
    symlinkSync(path.join(folder, 'real.json'), link);
    const book = await opened(link);
    expect(book.text).toBe('real');
    await book.write('new');
    expect(readFileSync(path.join(folder, 'real.json'), 'utf8')).toBe('new');
    expect(readFileSync(link, 'utf8')).toBe('new');
  });
});

describe('a file that another server has', () => {
  const lock = () => `${file}.lock`;
  /** As another process would have left it. */
  const leave = (more: object) =>
    writeFileSync(
      lock(),
      JSON.stringify({
        token: 't',
        process: process.ppid,
        machine: hostname(),
        address: 'http://a/',
        ...more,
      }),
    );

  it('is not opened while it runs; where it is open is said', async () => {
    const book = await opened();
    await book.close();
    leave({});
    expect(await openBookFile(file, words)).toEqual({ heldAt: 'http://a/' });
  });

  it('is opened when that one was killed, or gives no sign, or left half a lock', async () => {
    await (await opened()).close();
    leave({ process: 2 ** 30 });
    await (await opened()).close();
    leave({ machine: 'another', process: 2 ** 30 });
    expect(await openBookFile(file, words)).toHaveProperty('heldAt');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock(), longAgo, longAgo);
    await (await opened()).close();
    writeFileSync(lock(), '{"tok');
    await (await opened()).close();
  });

  it('is not written by one that stood still until another took it', async () => {
    const slow = await opened();
    await slow.write('slow');
    leave({ token: 'another' });
    await expect(slow.write('late')).rejects.toThrow(/another workbench/);
    await slow.close();
    expect(readFileSync(file, 'utf8')).toBe('slow');
    expect(names()).toContain('book.json.lock');
  });

  it('says where it is open once it is served', async () => {
    const book = await opened();
    await book.serveAt('http://127.0.0.1:4321/');
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({
      address: 'http://127.0.0.1:4321/',
    });
    await book.close();
    expect(names()).toEqual([]);
  });
});
