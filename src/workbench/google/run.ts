import { MessageChannel } from 'node:worker_threads';
import {
  type AuthMode,
  isHeldBack,
  limits,
  movesCells,
  readsAnswers,
  readsCells,
  sentences,
} from './assumptions.ts';
import { brokenConnection } from './fetch.ts';
import { keepCompiled, keptCompiled } from './kept-compiled.ts';
import type { RunHooks } from './run-hooks.ts';
import { sentText, sentWhole } from './sent-texts.ts';
import type { ServiceCalls } from './services/services.ts';
import { giveBack, takeThread } from './threads.ts';
import type { Compiled, Scripts } from './vm.ts';
import type { Answered, Work } from './worker.ts';

/** Something that goes wrong at a service call or a request, to see what the add-on makes of it. */
export interface InjectedFault {
  /** Which call of the run, or which request of it to another host, counted from 1. */
  readonly at: number;
  /** Calls, where it is left out. All requests of one call count by themselves. */
  readonly of?: 'call' | 'request';
  /** Before the call does anything, or after it has; before a request leaves, or its answer comes. */
  readonly when: 'before' | 'after';
  /** `fail` throws `message` in the script, `kill` ends the run on the spot, `slow` waits `ms`. */
  readonly what: 'fail' | 'kill' | 'slow';
  readonly message?: string;
  readonly ms?: number;
}

export interface RunOptions {
  readonly mode?: AuthMode;
  readonly trouble?: readonly InjectedFault[];
  readonly timeoutMs?: number;
  /** Is told of every service call as it comes in, with what is handed over. */
  readonly onCall?: (method: string, count: number, args: readonly unknown[]) => void;
  /** Is told of every request before it leaves. */
  readonly onRequest?: (url: string, count: number) => void;
  /** For whom it runs; who is at the keyboard, when left out. */
  readonly user?: string;
  /** Nobody looks at the spreadsheet: there is nothing to show a panel or a question on. */
  readonly unseen?: boolean;
  /** Waits where a service is slow; as the desk does, when left out. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** What a run took. */
interface RunCounts {
  /** Ways out of the script that the workbench's server answered. */
  readonly calls: number;
  /** To other hosts. */
  readonly requests: number;
  /** How often each method of Google's was called; nothing where the run was ended. */
  readonly methods: Readonly<Record<string, number>>;
}

/** How a run ended. Held-back writes are written only when it ended by itself and well. */
export type RunResult = RunCounts &
  ({ ok: unknown; illegal?: string } | { error: string; stack?: string } | { killed: string });

export interface ScriptRunner {
  /** The compiled worker's file. */
  readonly workerFile: string;
  readonly scripts: Scripts;
  services(hooks: RunHooks): ServiceCalls;
  /** Who is at the keyboard. */
  user(): string;
  sleep(ms: number): Promise<void>;
  /** Google's sentence where a user has not allowed a call; `null` where they may make it. */
  refusal(user: string, method: string): string | null;
  settle(): Promise<void>;
  /** Resolves when nothing is being calculated. */
  idle(): Promise<void>;
  /** How far the desk's clock is ahead of the machine's, in milliseconds. */
  clockOffset(): number;
  /** Makes one change out of everything `work` writes to cells. */
  together(work: () => void): void;
  /** Called when a run begins. */
  begun(run: number): void;
  /** Called when a run is over, so that its locks are released. */
  over(run: number): void;
}

/** What a thread says when its script has ended. */
interface Done {
  readonly done: string;
  /** As JSON. */
  readonly methods: string;
  readonly compiled?: Compiled | undefined;
}

let runs = 0;

/** The run is over; nobody waits for what is still under way. */
class Killed extends Error {}

/** Runs a top-level function of the add-on in a thread of its own. `args` have passed the legal check. */
export function runScript(
  runner: ScriptRunner,
  name: string,
  args: readonly unknown[],
  options: RunOptions = {},
): Promise<RunResult> {
  runs += 1;
  const run = runs;
  const held: (() => unknown)[] = [];
  const { trouble = [], timeoutMs = limits.runMs, mode = 'FULL' } = options;
  const { sleep = runner.sleep, user = runner.user() } = options;
  let calls = 0;
  let requests = 0;
  let kill: (reason: string) => void = () => {};

  /** Lets happen what shall go wrong here. */
  const strike = async (
    of: NonNullable<InjectedFault['of']>,
    when: InjectedFault['when'],
    usual: string,
  ): Promise<void> => {
    const count = of === 'call' ? calls : requests;
    for (const one of trouble) {
      if ((one.of ?? 'call') !== of || one.at !== count || one.when !== when) continue;
      if (one.what === 'slow') await sleep(one.ms ?? 0);
      else if (one.what === 'fail') throw new Error(one.message ?? usual);
      else {
        kill(one.message ?? sentences.timeout);
        throw new Killed();
      }
    }
  };
  const services = runner.services({
    run,
    user,
    sleep,
    request: async (when, url) => {
      if (when === 'before') {
        requests += 1;
        options.onRequest?.(url, requests);
      }
      await strike('request', when, brokenConnection(url));
    },
  });

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
    if (options.unseen && method.startsWith('Ui.')) throw new Error(sentences.notOnHostUi);
    const refusal = mode === 'FULL' ? runner.refusal(user, method) : null;
    if (refusal !== null) throw new Error(refusal);
    if (isHeldBack(method)) {
      held.push(() => service(...args));
      return null;
    }
    if (movesCells(method)) await write();
    if (readsCells(method) || method === 'SpreadsheetApp.flush') await write();
    if (readsAnswers(method)) await runner.settle();
    return (await service(...args)) ?? null;
  };

  runner.begun(run);
  return new Promise((resolve) => {
    const { port1: port, port2: theirs } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const kept = keptCompiled(runner.scripts.code);
    const compiles = !kept?.names.has(name);
    const thread = takeThread(runner.workerFile);
    let isDone = false;
    let methods: RunCounts['methods'] = {};
    const end = (result: Omit<RunResult, keyof RunCounts>) => {
      clearTimeout(timer);
      port.close();
      runner.over(run);
      if (isDone) giveBack(runner.workerFile, thread);
      else void thread.terminate();
      resolve({ ...result, calls, requests, methods } as RunResult);
    };
    kill = (reason: string) => {
      held.length = 0;
      end({ killed: reason });
    };
    const timer = setTimeout(() => kill(sentences.timeout), timeoutMs + 500);
    const answer = (result: { ok: unknown } | { error: string }) => {
      const ahead = runner.clockOffset();
      const isText = 'ok' in result && typeof result.ok === 'string';
      const text = isText ? sentText(thread, result.ok as string) : null;
      const json = JSON.stringify(text ? { long: true, ahead } : { ...result, ahead });
      port.postMessage({ json, text } satisfies Answered);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    /** Every service call goes through here, once. */
    const called = async (method: string, json: string) => {
      calls += 1;
      options.onCall?.(method, calls, JSON.parse(json) as unknown[]);
      const usual = 'Service error: Spreadsheets';
      try {
        await strike('call', 'before', usual);
        const result = await perform(method, JSON.parse(json) as unknown[]);
        await strike('call', 'after', usual);
        answer({ ok: result });
      } catch (error) {
        if (!(error instanceof Killed)) answer({ error: (error as Error).message });
      }
    };
    thread.removeAllListeners();
    thread.on('message', async (message: { call: string; json: string } | Done) => {
      if ('call' in message) {
        await called(message.call, message.json);
        return;
      }
      isDone = true;
      methods = JSON.parse(message.methods) as RunCounts['methods'];
      if (message.compiled) keepCompiled(runner.scripts.code, name, message.compiled);
      const result = JSON.parse(message.done) as Omit<RunResult, keyof RunCounts>;
      try {
        if ('ok' in result) {
          await write();
          await runner.settle();
        } else held.length = 0;
        end(result);
      } catch (error) {
        end({ error: (error as Error).message } as Omit<RunResult, keyof RunCounts>);
      }
    });
    thread.on('error', (error) => kill(error.message));
    const { scripts } = runner;
    const work: Work = {
      prelude: sentWhole(thread, scripts.prelude),
      code: sentWhole(thread, scripts.code),
      functions: (kept?.compiled.functions ?? []).map((one) => ({
        ...one,
        body: sentWhole(thread, one.body),
      })),
      mode,
      name,
      json: JSON.stringify(args),
      signal,
      port: theirs,
      timeoutMs,
      offset: runner.clockOffset(),
      compiled: kept ? { prelude: kept.compiled.prelude, code: kept.compiled.code } : null,
      compiles,
    };
    thread.postMessage(work, [theirs]);
  });
}
