import vm from 'node:vm';
import type { AuthMode } from './assumptions.ts';

/** The texts a context is made from. */
export interface Scripts {
  /** The stand-ins, bundled. */
  readonly prelude: string;
  /** The add-on's Code.js. */
  readonly code: string;
}

/** What the scripts have been compiled to before: to compile them again takes longer than most runs. */
export interface Compiled {
  readonly prelude: Uint8Array;
  readonly code: Uint8Array;
}

/** The add-on, loaded into a context of its own that has nothing of Node's. */
export interface VmContext {
  callFunction(name: string, json: string, special: boolean): string;
  callScript(name: string, json: string): string;
  /** Which methods of Google's were called how often, as JSON. */
  methods(): string;
  /** The scripts as they are compiled by now: whatever has run, and nothing else. */
  compiled(): Compiled;
}

/**
 * Loads the add-on in isolation. `host` is the one way out: a method's name and its arguments as
 * JSON, answered by JSON. `offset` is how many milliseconds the script's clock is ahead.
 */
export function openVmContext(
  { prelude, code }: Scripts,
  mode: AuthMode,
  host: (method: string, args: string) => string,
  timeout: number,
  offset = 0,
  before?: Compiled,
): VmContext {
  const context = vm.createContext(
    { $host: host, $mode: mode, $offset: offset },
    // A text of the add-on's own files may be run: in the same isolation.
    { codeGeneration: { strings: true, wasm: false } },
  );
  const services = scriptOf(prelude, 'services.js', before?.prelude);
  services.runInContext(context);
  const addOn = scriptOf(code, 'Code.js', before?.code);
  addOn.runInContext(context, { timeout });
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
    methods: () => vm.runInContext('$call.methods()', context) as string,
    compiled: () => ({ prelude: services.createCachedData(), code: addOn.createCachedData() }),
  };
}

/** What was compiled before is left aside where it does not fit the text. */
const scriptOf = (text: string, filename: string, before: Uint8Array | undefined): vm.Script =>
  new vm.Script(text, { filename, ...(before && { cachedData: before }) });
