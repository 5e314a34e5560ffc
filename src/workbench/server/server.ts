/**
 * `node server.mjs --dist <folder> --port <n>`: serves the workbench on this machine only.
 * `--today 2026-10-19` sets the clock of the spreadsheet and its scripts to noon of that day.
 * `--blank` opens an empty spreadsheet in the place of the example, and keeps nothing of it.
 * `--book FILE` is where the spreadsheet is kept from one start to the next; without it, a file in
 * the user's own folder. `--no-book` neither reads nor writes one: what tests start says so.
 */

import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { workbenchServerWords } from '../../messages/compiled/workbench-server.ts';
import { languageOf } from '../../messages/language-of.ts';
import type { AddOn } from '../desk/desk.ts';
import { blankBook, firstBook } from '../desk/first-book.ts';
import type { Manifest } from '../google/manifest.ts';
import { type BookFile, openBookFile, reasonOf } from '../storage/book-file.ts';
import { type BookKeeper, keepIn } from '../storage/book-keeper.ts';
import { usualBookPlace } from '../storage/book-place.ts';
import { htmlFilesIn } from './html-files.ts';
import { type Served, serveDesk } from './http.ts';
import { readOptions } from './server-options.ts';

// The language of whoever sits at this machine.
const { locale } = Intl.DateTimeFormat().resolvedOptions();
const words = workbenchServerWords(languageOf(locale));
const read = readOptions(process.argv.slice(2), words);
if ('problem' in read) {
  console.error(read.problem);
  process.exit(1);
}
const options = read.ok;
const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.resolve(options.dist);

const [prelude, code, htmlFile, manifest] = await Promise.all([
  readFile(path.join(here, 'prelude.js'), 'utf8'),
  readFile(path.join(dist, 'Code.js'), 'utf8'),
  htmlFilesIn(dist),
  readFile(path.join(dist, 'appsscript.json'), 'utf8'),
]);
const { timeZone = 'Etc/UTC', ...rights } = JSON.parse(manifest) as Manifest & {
  timeZone?: string;
};
// Scripts see the clock of the zone their manifest names.
process.env.TZ = timeZone;

const addOn: AddOn = {
  scripts: { prelude, code },
  workerFile: path.join(here, 'worker.mjs'),
  timeZone,
  manifest: rights,
  htmlFile,
};
const usualPort = 4321;
const { env, platform } = process;
const bookPlace = options.book ?? usualBookPlace({ platform, home: homedir(), env });
const file = options.keeps ? await openFile() : null;
const keeper = file ? await keeperOf(file) : null;
const server = await serve(options.port ?? usualPort);
const address = `http://127.0.0.1:${server.port}/`;
await file?.serveAt(address);
console.log(`Marketing KPIs for Sheets: ${address}`);

// The spreadsheet in memory is worth more than a fresh start: what nobody foresaw is said.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => console.error(error));
}
let ending = false;
const end = () => {
  // A terminal says it twice: to this process, and to the one that started it.
  if (ending) return;
  ending = true;
  void server.close().finally(() => process.exit(0));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// Where whoever started it is gone without a word, nobody else would end it.
process.on('disconnect', end);

/** The file the spreadsheet is kept in, or `null` where nothing can be kept, which is said. */
async function openFile(): Promise<BookFile | null> {
  try {
    const found = await openBookFile(bookPlace, words);
    if (!('heldAt' in found)) return found;
    console.log(found.heldAt ? words.openAt({ address: found.heldAt }) : words.openElsewhere);
    console.log(words.onlyExample);
  } catch (error) {
    console.error(
      words.notKept({ why: reasonOf(error as NodeJS.ErrnoException, bookPlace, words) }),
    );
  }
  return null;
}

async function keeperOf(opened: BookFile): Promise<BookKeeper | null> {
  try {
    const keeper = await keepIn(opened, (line) => console.error(line), words);
    console.log(words.keptIn({ file: bookPlace }));
    console.log(words.anew);
    const days = Math.round((keeper.kept?.aheadMs ?? 0) / 86_400_000);
    if (days !== 0 && options.today === undefined)
      console.log(words.clock({ days: Math.abs(days), way: days > 0 ? 'ahead' : 'behind' }));
    return keeper;
  } catch (error) {
    await opened.close();
    console.error(
      words.notKept({ why: reasonOf(error as NodeJS.ErrnoException, bookPlace, words) }),
    );
    return null;
  }
}

/** On its usual port, or on a free one where another workbench has it already. */
async function serve(port: number): Promise<Served> {
  try {
    return await serveDesk({
      addOn,
      pageFolder: path.join(here, 'page'),
      port,
      today: options.today,
      book: options.blank ? () => blankBook : firstBook,
      keeper: keeper ?? undefined,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
      await keeper?.close();
      throw error;
    }
    if (options.port === null && port !== 0) return serve(0);
    await keeper?.close();
    console.error(words.portTaken({ port, other: port === 4400 ? 4500 : 4400 }));
    process.exit(1);
  }
}
