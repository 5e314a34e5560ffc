/** The thread a script runs in: it may wait for the spreadsheet, which the server's thread keeps. */
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from 'node:worker_threads';
import type { AuthMode } from './assumptions.ts';
import { openContext, type Scripts } from './vm.ts';

interface Work extends Scripts {
  readonly mode: AuthMode;
  readonly name: string;
  readonly json: string;
  readonly signal: Int32Array;
  readonly port: MessagePort;
  readonly timeoutMs: number;
  readonly offset: number;
}

const { prelude, code, mode, name, json, signal, port, timeoutMs, offset } = workerData as Work;

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

function work(): string {
  try {
    return openContext({ prelude, code }, mode, ask, timeoutMs, offset).callScript(name, json);
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message });
  }
}

parentPort!.postMessage({ done: work() });
