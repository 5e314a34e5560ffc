import { existsSync } from 'node:fs';
import { mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbenchServerWords } from '../../messages/compiled/workbench-server.ts';
import { type Lock, takeLock } from './book-lock.ts';

/** A file that a spreadsheet is kept in, while this server alone may write it. */
export interface BookFile {
  /** What stood in it when it was opened; `null` where there was none. */
  readonly text: string | null;
  /** Puts a text in the place of what stands there: whole, or not at all. */
  write(text: string): Promise<void>;
  /** Gives what stands there another name, which it answers; nothing is lost or overwritten. */
  setAside(): Promise<string>;
  /** Tells a second server where the spreadsheet is open. */
  serveAt(address: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the file, and its folder where there is none; or says at which address another has it. */
export async function openBookFile(
  name: string,
  words: WorkbenchServerWords,
): Promise<BookFile | { readonly heldAt: string }> {
  const wanted = path.resolve(name);
  await mkdir(path.dirname(wanted), { recursive: true, mode: 0o700 });
  // Or a link to a file would become a file.
  const file = await realpath(wanted).catch(() => wanted);
  const lock = await takeLock(file);
  if ('heldAt' in lock) return lock;
  try {
    return bookFile(file, await textOf(file, words), lock, words);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const bookFile = (
  file: string,
  text: string | null,
  lock: Lock,
  words: WorkbenchServerWords,
): BookFile => ({
  text,
  write: async (next) => {
    try {
      if (!(await lock.isOurs())) throw new Error(words.taken({ file }));
      await replace(file, next);
    } catch (error) {
      throw new Error(reasonOf(error as NodeJS.ErrnoException, file, words));
    }
  },
  setAside: async () => {
    const aside = freeName(`${file}.unreadable-${new Date().toISOString().slice(0, 10)}`);
    await rename(file, aside);
    return aside;
  },
  serveAt: lock.serveAt,
  close: lock.release,
});

async function textOf(file: string, words: WorkbenchServerWords): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(reasonOf(error as NodeJS.ErrnoException, file, words));
  }
}

/** Writes beside the file, waits until it is on the disk, and takes the file's name. */
async function replace(file: string, text: string): Promise<void> {
  const beside = `${file}.new`;
  try {
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

function freeName(name: string): string {
  let free = name;
  for (let n = 2; existsSync(free); n += 1) free = `${name}-${n}`;
  return free;
}

const reasons: Readonly<Record<string, keyof WorkbenchServerWords['reasons']>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'readOnly',
  ENOENT: 'gone',
  EISDIR: 'folder',
};

/** What the system says, in plain words where there are some. */
export function reasonOf(
  { code = '', message }: NodeJS.ErrnoException,
  file: string,
  words: WorkbenchServerWords,
): string {
  const plain = reasons[code];
  return plain === undefined ? message : `${file}: ${words.reasons[plain]}.`;
}
