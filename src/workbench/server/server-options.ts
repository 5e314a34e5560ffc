import { parseArgs } from 'node:util';
import type { WorkbenchServerWords } from '../../messages/compiled/workbench-server.ts';
import { noonOf } from './routes.ts';

/** What the server was started with. */
export interface ServerOptions {
  readonly dist: string;
  /** `null` where nobody has chosen one. */
  readonly port: number | null;
  readonly today: string | undefined;
  readonly blank: boolean;
  /** The file the spreadsheet is kept in; `null` for the usual one. */
  readonly book: string | null;
  readonly keeps: boolean;
}

const largestPort = 65_535;

/** Reads what follows `node server.mjs`; a sentence for whoever typed it where it is not understood. */
export function readOptions(
  args: readonly string[],
  words: WorkbenchServerWords,
): { readonly ok: ServerOptions } | { readonly problem: string } {
  const values = parsed(args);
  if (!values) return { problem: words.options };
  const { dist = 'dist', port, today, blank = false, book } = values;
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) <= largestPort)) {
    return { problem: words.noPort({ typed: port }) };
  }
  if (today !== undefined && noonOf(today) === null)
    return { problem: words.noDay({ typed: today }) };
  if (book === '') return { problem: words.options };
  return {
    ok: {
      dist,
      port: port === undefined ? null : Number(port),
      today,
      blank,
      book: book ?? null,
      keeps: !blank && !values['no-book'],
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        dist: { type: 'string' },
        port: { type: 'string' },
        today: { type: 'string' },
        blank: { type: 'boolean' },
        book: { type: 'string' },
        'no-book': { type: 'boolean' },
      },
    }).values;
  } catch {
    return null;
  }
}
