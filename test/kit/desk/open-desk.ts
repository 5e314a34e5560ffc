import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import type {
  AddOn,
  Desk,
  DeskEvent,
  openDesk as OpenDesk,
} from '../../../src/workbench/desk/desk.ts';
import type { RunOptions } from '../../../src/workbench/google/run.ts';
import type { Book } from '../../../src/workbench/model/book.ts';
import type { KeptDesk } from '../../../src/workbench/storage/kept-desk.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';

/** A desk of the workbench without a page, whatever add-on is on it. */
export interface RunningDesk {
  readonly desk: Desk;
  readonly events: DeskEvent[];
  /** Calls a function of the script; where the run itself fails, so does the test. */
  run<T>(name: string, args?: readonly unknown[], options?: RunOptions): Promise<T>;
}

/** A module out of the bundle that is tested; the engine does not run from its sources in Node. */
export const bundled = async <Module>(name: string): Promise<Module> =>
  (await import(pathToFileURL(path.join(workbenchFolder, `${name}.mjs`)).href)) as Module;

/** An add-on of this script. */
export const addOnOf = async (code: string, more: Partial<AddOn> = {}): Promise<AddOn> => ({
  scripts: { prelude: await readFile(path.join(workbenchFolder, 'prelude.js'), 'utf8'), code },
  workerFile: path.join(workbenchFolder, 'worker.mjs'),
  timeZone: 'Etc/UTC',
  htmlFile: () => null,
  ...more,
});

/** Opens an add-on on a book, or on what was kept of one; everything runs as it would for a user, service call by call. */
export async function openDesk(
  addOn: AddOn,
  book: Book,
  settings: { readonly language: Language; readonly locale: string },
  kept?: KeptDesk,
): Promise<RunningDesk> {
  const { openDesk: open } = await bundled<{ openDesk: typeof OpenDesk }>('desk');
  const events: DeskEvent[] = [];
  const desk = open(addOn, book, settings, (event) => events.push(event), kept);
  await desk.settle();
  return {
    desk,
    events,
    run: async <T>(name: string, args: readonly unknown[] = [], options?: RunOptions) => {
      const result = await desk.run(name, args, options);
      if ('ok' in result) return result.ok as T;
      throw new Error(`${name}: ${'error' in result ? result.error : result.killed}`);
    },
  };
}
