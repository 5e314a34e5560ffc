import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who has a file: written beside it while a server keeps its spreadsheet there. */
interface Holder {
  readonly token: string;
  readonly process: number;
  readonly machine: string;
  /** Where its page is, once it is served. */
  readonly address: string;
}

/** The right to write a file, until it is given back. */
export interface Lock {
  /** Whether it still is this server's: another may have taken it while this one stood still. */
  isOurs(): Promise<boolean>;
  /** Tells others where the spreadsheet is open. */
  serveAt(address: string): Promise<void>;
  release(): Promise<void>;
}

const heartbeatMs = 3000;
/** A holder who has given no sign for so long is gone, whatever process has its number now. */
const goneMs = 20_000;

/** Takes the lock of a file, or says who has it. A holder that was killed has it no longer. */
export async function takeLock(file: string): Promise<Lock | { readonly heldAt: string }> {
  const lock = `${file}.lock`;
  const own = { token: randomUUID(), process: process.pid, machine: hostname(), address: '' };
  const create = (holder: Holder) =>
    writeFile(lock, JSON.stringify(holder), { flag: 'wx', mode: 0o600 }).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
  if (!(await create(own))) {
    const holder = await holderOf(lock);
    if (holder && (await isAlive(holder, lock))) return { heldAt: holder.address };
    await rm(lock, { force: true });
    if (!(await create(own))) return { heldAt: '' };
  }
  const isOurs = async () => (await holderOf(lock))?.token === own.token;
  const beat = setInterval(() => {
    const now = new Date();
    void isOurs().then((ours) =>
      ours ? utimes(lock, now, now).catch(() => undefined) : undefined,
    );
  }, heartbeatMs);
  beat.unref();
  return {
    isOurs,
    serveAt: async (address) => {
      if (await isOurs()) await writeFile(lock, JSON.stringify({ ...own, address }));
    },
    release: async () => {
      clearInterval(beat);
      if (await isOurs()) await rm(lock, { force: true });
    },
  };
}

async function holderOf(lock: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lock, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function isAlive(holder: Holder, lock: string): Promise<boolean> {
  const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: 0 }));
  if (Math.abs(Date.now() - mtimeMs) > goneMs) return false;
  // Another machine's processes cannot be asked for.
  return holder.machine !== hostname() || isRunning(holder.process);
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
