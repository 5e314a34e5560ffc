/** The thread scripts run in: it may wait for the spreadsheet, which the server's thread keeps. */
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { AuthMode } from './assumptions.ts';
import { type Compiled, openVmContext, type Scripts, type VmContext } from './vm.ts';

/** One run: a function of the add-on's, called in a context of its own. */
export interface Work extends Scripts {
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

/** Asks the server's thread and stands still until it has answered. */
function ask({ signal, port }: Work, method: string, args: string): string {
  Atomics.store(signal, 0, 0);
  parentPort!.postMessage({ call: method, json: args });
  for (;;) {
    Atomics.wait(signal, 0, 0);
    // The bell for the answer before may ring only now: then there is nothing yet.
    const received = receiveMessageOnPort(port);
    if (received) return received.message as string;
  }
}

parentPort!.on('message', (work: Work) => {
  const { prelude, code, mode, name, json, timeoutMs, offset, compiled, compiles, port } = work;
  const host = (method: string, args: string) => ask(work, method, args);
  let context: VmContext | undefined;
  let done: string;
  try {
    const before = compiled ?? undefined;
    context = openVmContext({ prelude, code }, mode, host, timeoutMs, offset, before);
    done = context.callScript(name, json);
  } catch (error) {
    done = JSON.stringify({ error: (error as Error).message });
  }
  const methods = context?.methods() ?? '{}';
  parentPort!.postMessage({ done, methods, compiled: compiles ? context?.compiled() : undefined });
  port.close();
});
