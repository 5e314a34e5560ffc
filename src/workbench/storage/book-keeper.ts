import type { WorkbenchServerWords } from '../../messages/compiled/workbench-server.ts';
import type { BookFile } from './book-file.ts';
import { type KeptDesk, parseKeptDesk } from './kept-desk.ts';

/** Keeps the spreadsheet in a file, from one server to the next. */
export interface BookKeeper {
  /** What was kept, as the file had it; `null` for nothing that can be read. */
  readonly kept: KeptDesk | null;
  /** From now on keeps what `read` gives, at the moment when it is called. */
  keep(read: () => string): void;
  /** Something that is kept has changed: it is written soon. */
  changed(): void;
  /** What was kept cannot be opened after all: its file gets another name, and stays. */
  setAside(): Promise<void>;
  /** Writes what is not written yet, and lets go of the file. */
  close(): Promise<void>;
}

/** A change is written once nothing has followed it for so long … */
const quietMs = 700;
/** … and no later than this, while changes go on. */
const longestMs = 3000;
/** Reading takes time in which nothing else is done: it may take one part in so many. */
const shareOfTime = 20;
/** After a failure it is tried again. */
const againMs = 10_000;

/** A keeper of the spreadsheet in this file. `say` is told what a person has to know. */
export async function keepIn(
  file: BookFile,
  say: (line: string) => void,
  words: WorkbenchServerWords,
): Promise<BookKeeper> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let read: (() => string) | null = null;
  let written: string | null = file.text;
  let waitingSince: number | null = null;
  let costMs = 0;
  let failing = false;
  let closed = false;
  let writing: Promise<void> = Promise.resolve();

  /** Reads the spreadsheet in one go, so that its parts fit one another, and writes it. */
  const write = async (): Promise<void> => {
    if (!read || waitingSince === null) return;
    waitingSince = null;
    try {
      const begun = performance.now();
      const text = read();
      costMs = performance.now() - begun;
      if (text === written) return;
      await file.write(text);
      written = text;
      failing = false;
    } catch (error) {
      waitingSince = Date.now();
      if (!failing) say(words.couldNotKeep({ why: (error as Error).message }));
      failing = true;
    }
  };
  const soon = () => {
    clearTimeout(timer);
    const since = Date.now() - (waitingSince ?? Date.now());
    const wait = failing ? againMs : Math.max(costMs * shareOfTime, quietMs);
    const latest = failing ? againMs : Math.max(costMs * shareOfTime, longestMs) - since;
    timer = setTimeout(now, Math.max(0, Math.min(wait, latest)));
  };
  const now = () => {
    clearTimeout(timer);
    writing = writing.then(write).then(() => {
      if (waitingSince !== null && !closed) soon();
    });
    return writing;
  };

  const { setAside: said } = words;
  const setAside = async (why: string): Promise<void> => {
    written = null;
    say(`${why} ${said.now({ name: await file.setAside() })}`);
  };
  let kept: KeptDesk | null = null;
  if (file.text !== null) {
    const found = parseKeptDesk(file.text);
    if ('kept' in found) kept = found.kept;
    else await setAside(said[found.unreadable]);
  }

  const changed = () => {
    if (closed || !read) return;
    waitingSince ??= Date.now();
    soon();
  };
  return {
    kept,
    keep: (reads) => {
      read = reads;
      changed();
    },
    changed,
    setAside: () => setAside(said.unopened),
    close: async () => {
      closed = true;
      await now();
      await file.close();
    },
  };
}
