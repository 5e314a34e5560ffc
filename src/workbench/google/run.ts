import { MessageChannel, Worker } from 'node:worker_threads';
import {
  type AuthMode,
  isHeldBack,
  limits,
  movesCells,
  readsCells,
  sentences,
} from './assumptions.ts';
import type { Services } from './services.ts';
import type { Scripts } from './vm.ts';

/** Something that goes wrong at a service call, to see what the add-on makes of it. */
export interface Trouble {
  /** Which call of the run, counted from 1. */
  readonly at: number;
  /** Before the call does anything, or after it has. */
  readonly when: 'before' | 'after';
  /** `fail` throws `message` in the script, `kill` ends the run on the spot, `slow` waits `ms`. */
  readonly what: 'fail' | 'kill' | 'slow';
  readonly message?: string;
  readonly ms?: number;
}

export interface RunOptions {
  readonly mode?: AuthMode;
  readonly trouble?: readonly Trouble[];
  readonly timeoutMs?: number;
  /** Is told of every service call as it comes in. */
  readonly onCall?: (method: string, count: number) => void;
  /** Waits where a service is slow; real time when left out. */
  readonly sleep?: (ms: number) => Promise<void>;
}

const reallySleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));

/** How a run ended. Held-back writes are written only when it ended by itself and well. */
export type RunResult = { calls: number } & (
  | { ok: unknown; illegal?: string }
  | { error: string; stack?: string }
  | { killed: string }
);

export interface Runner {
  /** The compiled worker's file. */
  readonly workerFile: string;
  readonly scripts: Scripts;
  services(run: number): Services;
  settle(): Promise<void>;
  /** Resolves when nothing is being calculated. */
  idle(): Promise<void>;
  /** How far the desk's clock is ahead of the machine's, in milliseconds. */
  clockOffset(): number;
  /** Makes one change out of everything `work` writes to cells. */
  together(work: () => void): void;
  /** Called when a run is over, so that its locks are released. */
  over(run: number): void;
}

let runs = 0;

/** Runs a top-level function of the add-on in a thread of its own. `args` have passed the legal check. */
export function runScript(
  runner: Runner,
  name: string,
  args: readonly unknown[],
  options: RunOptions = {},
): Promise<RunResult> {
  runs += 1;
  const run = runs;
  const services = runner.services(run);
  const held: (() => unknown)[] = [];
  const { trouble = [], timeoutMs = limits.runMs, mode = 'FULL', sleep = reallySleep } = options;
  let calls = 0;

  const write = async () => {
    if (held.length === 0) return;
    await runner.idle();
    runner.together(() => {
      for (const one of held.splice(0)) one();
    });
  };
  const perform = async (method: string, args: unknown[]): Promise<unknown> => {
    const service = services[method];
    if (!service) throw new Error(`The workbench does not know ${method}.`);
    if (isHeldBack(method)) {
      held.push(() => service(...args));
      return null;
    }
    if (movesCells(method)) await write();
    if (readsCells(method) || method === 'SpreadsheetApp.flush') {
      await write();
      await runner.settle();
    }
    return (await service(...args)) ?? null;
  };

  return new Promise((resolve) => {
    const { port1: port, port2: theirs } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(runner.workerFile, {
      workerData: {
        ...runner.scripts,
        mode,
        name,
        json: JSON.stringify(args),
        signal,
        port: theirs,
        timeoutMs,
        offset: runner.clockOffset(),
      },
      transferList: [theirs],
    });
    const end = (result: Omit<RunResult, 'calls'>) => {
      clearTimeout(timer);
      port.close();
      runner.over(run);
      void worker.terminate();
      resolve({ ...result, calls } as RunResult);
    };
    const kill = (reason: string) => {
      held.length = 0;
      end({ killed: reason });
    };
    const timer = setTimeout(() => kill(sentences.timeout), timeoutMs + 500);
    const answer = (text: string) => {
      port.postMessage(text);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    /** Every service call goes through here, once. */
    const called = async (method: string, json: string) => {
      calls += 1;
      options.onCall?.(method, calls);
      const due = trouble.filter(({ at }) => at === calls);
      const strikes = async (when: Trouble['when']): Promise<boolean> => {
        for (const one of due.filter((item) => item.when === when)) {
          if (one.what === 'kill') {
            kill(one.message ?? sentences.timeout);
            return true;
          }
          if (one.what === 'fail') throw new Error(one.message ?? 'Service error: Spreadsheets');
          await sleep(one.ms ?? 0);
        }
        return false;
      };
      try {
        if (await strikes('before')) return;
        const result = await perform(method, JSON.parse(json) as unknown[]);
        if (await strikes('after')) return;
        answer(JSON.stringify({ ok: result }));
      } catch (error) {
        answer(JSON.stringify({ error: (error as Error).message }));
      }
    };
    worker.on('message', async (message: { call: string; json: string } | { done: string }) => {
      if ('call' in message) {
        await called(message.call, message.json);
        return;
      }
      const result = JSON.parse(message.done) as Omit<RunResult, 'calls'>;
      try {
        if ('ok' in result) {
          await write();
          await runner.settle();
        } else held.length = 0;
        end(result);
      } catch (error) {
        end({ error: (error as Error).message } as Omit<RunResult, 'calls'>);
      }
    });
    worker.on('error', (error) => kill(error.message));
  });
}
