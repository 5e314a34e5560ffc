/** The thread a script runs in: it may wait for the spreadsheet, which the server's thread keeps. */
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import type { AuthMode } from './assumptions.ts';
import { type Compiled, openVmContext, type Scripts, type VmContext } from './vm.ts';

interface Work extends Scripts {
  readonly mode: AuthMode;
  readonly name: string;
  readonly json: string;
  readonly signal: Int32Array;
  readonly port: MessagePort;
  readonly timeoutMs: number;
  readonly offset: number;
  readonly compiled: Compiled | null;
  /** Whether to hand back what is compiled when the run is over. */
  readonly compiles: boolean;
}

const { prelude, code, mode, name, json, signal, port, timeoutMs, offset, compiled, compiles } =
  workerData as Work;

/** Asks the server's thread and stands still until it has answered. */
function ask(method: string, args: string): string {
  Atomics.store(signal, 0, 0);
  parentPort!.postMessage({ call: method, json: args });
  for (;;) {
    Atomics.wait(signal, 0, 0);
    // The bell for the answer before may ring only now: then there is nothing yet.
    const received = receiveMessageOnPort(port);
    if (received) return received.message as string;
  }
}

let context: VmContext | undefined;

function work(): string {
  try {
    const before = compiled ?? undefined;
    context = openVmContext({ prelude, code }, mode, ask, timeoutMs, offset, before);
    return context.callScript(name, json);
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message });
  }
}

const done = work();
parentPort!.postMessage({ done, compiled: compiles ? context?.compiled() : undefined });
