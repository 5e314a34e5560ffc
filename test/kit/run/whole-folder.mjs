import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const isThere = (folder) =>
  stat(folder).then(
    () => true,
    () => false,
  );

function isRunning(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a folder that is there whole or not at all, whoever else makes it at the same time and
 * whoever was killed while making it: it is filled under another name, which has the number of this
 * process, and gets its own when it is finished.
 * @param {string} target
 * @param {(folder: string) => Promise<unknown>} fill
 */
export async function makeWholeFolder(target, fill) {
  if (await isThere(target)) return;
  const parent = path.dirname(target);
  const prefix = `${path.basename(target)}.unfinished-`;
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      await rm(path.join(parent, name), { recursive: true, force: true });
    }
  }
  const folder = path.join(parent, `${prefix}${process.pid}`);
  await mkdir(folder);
  try {
    await fill(folder);
    await rename(folder, target);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Where somebody else was quicker, theirs is as good.
    if (!(await isThere(target))) throw error;
  }
}
