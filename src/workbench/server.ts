/**
 * `node server.mjs --dist <folder> --port <n>`: serves the workbench on this machine only.
 * `--today 2026-10-19` sets the clock of the spreadsheet and its scripts to noon of that day.
 * `--blank` opens an empty spreadsheet in the place of the example.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { AddOn } from './desk.ts';
import { blankBook, firstBook } from './first-book.ts';
import type { Manifest } from './google/manifest.ts';
import { type Served, serveDesk } from './http.ts';

const { values } = parseArgs({
  options: {
    ...{ dist: { type: 'string' }, port: { type: 'string' }, today: { type: 'string' } },
    blank: { type: 'boolean', default: false },
  },
});
const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.resolve(values.dist ?? 'dist');

const [prelude, code, sidebar, manifest] = await Promise.all([
  readFile(path.join(here, 'prelude.js'), 'utf8'),
  readFile(path.join(dist, 'Code.js'), 'utf8'),
  readFile(path.join(dist, 'sidebar.html'), 'utf8'),
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
  htmlFile: (name) => (name === 'sidebar' || name === 'sidebar.html' ? sidebar : null),
};
const usualPort = 4321;
const server = await serve(Number(values.port ?? usualPort));
console.log(`Marketing KPIs for Sheets: http://127.0.0.1:${server.port}/`);

// The spreadsheet in memory is worth more than a fresh start: what nobody foresaw is said.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => console.error(error));
}
const end = () => void server.close().then(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
// Where whoever started it is gone without a word, nobody else would end it.
process.on('disconnect', end);

/** On its usual port, or on a free one where another workbench has it already. */
async function serve(port: number): Promise<Served> {
  try {
    return await serveDesk({
      addOn,
      pageFolder: path.join(here, 'page'),
      port,
      today: values.today,
      book: values.blank ? () => blankBook : firstBook,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (values.port === undefined) return serve(0);
    console.error(`Port ${port} is taken. Choose another: npm start -- --port 4400`);
    process.exit(1);
  }
}
