/** The thread scripts run in: it may wait for the spreadsheet, which the server's thread keeps. */
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import type { AuthMode } from './assumptions.ts';
import { receivedText, type SentText } from './sent-texts.ts';
import { type Compiled, type CompiledFunction, openVmContext, type VmContext } from './vm.ts';

/** One run: a function of the add-on's, called in a context of its own. */
export interface Work {
  readonly prelude: SentText;
  /** The add-on's Code.js. */
  readonly code: SentText;
  readonly mode: AuthMode;
  readonly name: string;
  readonly json: string;
  readonly signal: Int32Array;
  readonly port: MessagePort;
  readonly timeoutMs: number;
  readonly offset: number;
  readonly compiled: Omit<Compiled, 'functions'> | null;
  readonly functions: readonly (Omit<CompiledFunction, 'body'> & { readonly body: SentText })[];
  /** Whether to hand back what is compiled when the run is over. */
  readonly compiles: boolean;
}

/** What the server's thread says to a call: JSON, and the text that is its answer where that is long. */
export interface Answered {
  readonly json: string;
  readonly text: SentText | null;
}

/** The long text that was answered last. */
let longText = '';

/** Asks the server's thread and stands still until it has answered. */
function ask({ signal, port }: Work, method: string, args: string): string {
  Atomics.store(signal, 0, 0);
  parentPort!.postMessage({ call: method, json: args });
  for (;;) {
    Atomics.wait(signal, 0, 0);
    // The bell for the answer before may ring only now: then there is nothing yet.
    const received = receiveMessageOnPort(port);
    if (!received) continue;
    const { json, text } = received.message as Answered;
    if (text) longText = receivedText(text);
    return json;
  }
}

parentPort!.on('message', (work: Work) => {
  const { mode, name, json, timeoutMs, offset, compiled, compiles, port } = work;
  const host = (method: string, args: string) => ask(work, method, args);
  let context: VmContext | undefined;
  let done: string;
  try {
    const scripts = { prelude: receivedText(work.prelude), code: receivedText(work.code) };
    const functions = work.functions.map((one) => ({ ...one, body: receivedText(one.body) }));
    context = openVmContext(scripts, mode, host, timeoutMs, {
      offset,
      longText: () => longText,
      before: compiled && { ...compiled, functions },
    });
    done = context.callScript(name, json);
  } catch (error) {
    done = JSON.stringify({ error: (error as Error).message });
  }
  const methods = context?.methods() ?? '{}';
  parentPort!.postMessage({ done, methods, compiled: compiles ? context?.compiled() : undefined });
  port.close();
});
