/** Google's side of a panel: `google.script.run` and `google.script.host`, inside the panel's frame. */
import { legalArguments } from '../google/services/legal.ts';

type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  readonly success?: Handler;
  readonly failure?: Handler;
  readonly userObject?: unknown;
}

const waiting = new Map<number, Handlers>();
let calls = 0;

/** What the page and a panel's frame say to each other. */
export type FromPanel =
  | {
      readonly panel: 'run';
      readonly call: number;
      readonly name: string;
      readonly args: unknown[];
    }
  | { readonly panel: 'close' };
export interface ToPanel {
  readonly call: number;
  readonly answer: { readonly ok: unknown } | { readonly error: string };
}

const post = (message: FromPanel) => parent.postMessage(message, '*');

function start(name: string, args: readonly unknown[], handlers: Handlers): void {
  const legal = legalArguments(args);
  if ('illegal' in legal) {
    const message = `Failed due to illegal value in property: ${legal.illegal} (${legal.what})`;
    // Google refuses before anything is sent, by throwing at the caller.
    throw new TypeError(message);
  }
  calls += 1;
  waiting.set(calls, handlers);
  post({ panel: 'run', call: calls, name, args: legal.args });
}

/** Handlers are set on a copy, so that calls under way keep theirs. */
function runner(handlers: Handlers): object {
  const own: Record<string, (value: never) => object> = {
    withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  return new Proxy(own, {
    get: (target, name) => {
      if (typeof name !== 'string') return undefined;
      return target[name] ?? ((...args: unknown[]) => start(name, args, handlers));
    },
  });
}

addEventListener('message', ({ source, data }: MessageEvent<ToPanel>) => {
  if (source !== parent) return;
  const handlers = waiting.get(data.call);
  if (!handlers) return;
  waiting.delete(data.call);
  if ('ok' in data.answer) handlers.success?.(data.answer.ok, handlers.userObject);
  else if (handlers.failure) handlers.failure(new Error(data.answer.error), handlers.userObject);
  else console.error(data.answer.error);
});

Object.assign(globalThis, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => post({ panel: 'close' }),
        setHeight: () => undefined,
        setWidth: () => undefined,
        editor: { focus: () => undefined },
      },
    },
  },
});
