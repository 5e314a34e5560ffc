import vm from 'node:vm';
import type { AuthMode } from './assumptions.ts';

/** The texts a context is made from. */
export interface Scripts {
  /** The stand-ins, bundled. */
  readonly prelude: string;
  /** The add-on's Code.js. */
  readonly code: string;
}

/** The add-on, loaded into a context of its own that has nothing of Node's. */
export interface Context {
  callFunction(name: string, json: string, special: boolean): string;
  callScript(name: string, json: string): string;
}

/**
 * Loads the add-on in isolation. `host` is the one way out: a method's name and its arguments as
 * JSON, answered by JSON. `offset` is how many milliseconds the script's clock is ahead.
 */
export function openContext(
  { prelude, code }: Scripts,
  mode: AuthMode,
  host: (method: string, args: string) => string,
  timeout: number,
  offset = 0,
): Context {
  const context = vm.createContext(
    { $host: host, $mode: mode, $offset: offset },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new vm.Script(prelude, { filename: 'services.js' }).runInContext(context);
  new vm.Script(code, { filename: 'Code.js' }).runInContext(context, { timeout });
  const calling = (which: string) => {
    const script = new vm.Script(`$call.${which}($name, $json, $special)`);
    return (name: string, json: string, special: boolean): string => {
      Object.assign(context, { $name: name, $json: json, $special: special });
      return script.runInContext(context, { timeout }) as string;
    };
  };
  return {
    callFunction: calling('callFunction'),
    callScript: (name, json) => calling('callScript')(name, json, false),
  };
}
