import type { Settings } from '../desk/desk.ts';
import type { Mutation } from '../engine/change-feed.ts';
import type { GridView } from '../google/context.ts';
import {
  type ClockRequest,
  type ExternalState,
  type FaultRequest,
  type ImportAnswer,
  keyHeader,
  pageHeader,
  type RunAnswer,
  type ServerEvent,
  type State,
} from '../server/protocol.ts';

const key = document.documentElement.dataset.key ?? '';
const page = Math.random().toString(36).slice(2);

async function ask<T>(method: string, path: string, body?: BodyInit): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { [keyHeader]: key, [pageHeader]: page },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

const marks = new Map<string, () => void>();

/** Changes go up one after the other, in the order in which they were made. */
let sending: Promise<unknown> = Promise.resolve();
const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
  const done = sending.then(work, work);
  sending = done;
  return done;
};
const post = <T>(path: string, body: unknown = {}): Promise<T> =>
  inOrder(() => ask<T>('POST', path, JSON.stringify(body)));

/** The server, as a page speaks with it. */
export const server = {
  /** This page's name among the pages that show the workbook. */
  page,
  state: (language: string) => ask<State>('GET', `/state?language=${language}`),
  changes: (mutations: readonly Mutation[]) => post('/changes', mutations),
  /** Resolves when nothing is left to calculate and this page has been told of all of it. */
  settle: async () => {
    const mark = Math.random().toString(36).slice(2);
    const told = new Promise<void>((resolve) => marks.set(mark, resolve));
    await post('/settle', { mark });
    await told;
  },
  view: (view: GridView) => post('/view', view),
  /** Runs do not hold up what comes after them: the panel may have several at once. */
  run: async (name: string, args: readonly unknown[]): Promise<RunAnswer> => {
    await sending;
    return ask<RunAnswer>('POST', '/run', JSON.stringify({ name, args }));
  },
  settings: (settings: Partial<Settings>) => post('/settings', settings),
  clock: async (change: ClockRequest): Promise<ExternalState> => {
    await sending;
    return ask<ExternalState>('POST', '/clock', JSON.stringify(change));
  },
  fault: (change: FaultRequest) => post('/fault', change),
  closePanel: () => post('/panel/close'),
  answerAlert: (id: number, button: string) =>
    ask('POST', '/alert', JSON.stringify({ id, button })),
  example: () => post('/example'),
  importFile: (file: File) =>
    inOrder(() => ask<ImportAnswer>('POST', `/import?name=${encodeURIComponent(file.name)}`, file)),
  exportFile: async (): Promise<Blob> => {
    await sending;
    const response = await fetch('/export.xlsx', { headers: { [keyHeader]: key } });
    if (!response.ok) throw new Error(await response.text());
    return response.blob();
  },
};

/**
 * Listens to the server; resolves when nothing it tells from now on will be missed. Events are
 * numbered. `reconnected` is called when the server was away and is back.
 */
export function listen(
  told: (event: ServerEvent, number: number) => void,
  lost: () => void,
  reconnected: () => void,
): Promise<void> {
  const stream = new EventSource(`/events?key=${encodeURIComponent(key)}`);
  let away = false;
  stream.onmessage = ({ data, lastEventId }) => {
    // Together they are what the server had to tell in one turn; the number is the last one's.
    const events = JSON.parse(data as string) as ServerEvent[];
    for (const [at, event] of events.entries()) {
      if (event.type !== 'settled') told(event, Number(lastEventId) - events.length + at + 1);
      else {
        marks.get(event.mark)?.();
        marks.delete(event.mark);
      }
    }
  };
  stream.onerror = () => {
    if (!away) lost();
    away = true;
    // A server that was started anew knows another key: only a new page gets it.
    const look = setInterval(async () => {
      const alive = await fetch('/')
        .then((answer) => answer.ok)
        .catch(() => false);
      if (!alive) return;
      clearInterval(look);
      reconnected();
    }, 1500);
    stream.close();
  };
  return new Promise((resolve) => {
    stream.onopen = () => resolve();
  });
}
