import vm from 'node:vm';
import type { AuthMode } from './assumptions.ts';
import { fileScript, functionScript } from './known-scripts.ts';

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
  /** Of texts that the add-on has made functions of. */
  readonly functions: readonly CompiledFunction[];
}

export interface CompiledFunction {
  readonly parameters: string;
  readonly body: string;
  readonly bytes: Uint8Array;
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

interface VmSettings {
  /** How many milliseconds the script's clock is ahead. */
  readonly offset?: number;
  /** The text that `host` has answered last, where it says that it is a long one. */
  readonly longText?: () => string;
  readonly before?: Compiled | null;
}

/**
 * Loads the add-on in isolation. `host` is the one way out: a method's name and its arguments as
 * JSON, answered by JSON; a long text it answers is fetched as it is.
 */
export function openVmContext(
  { prelude, code }: Scripts,
  mode: AuthMode,
  host: (method: string, args: string) => string,
  timeout: number,
  { offset = 0, longText, before }: VmSettings = {},
): VmContext {
  const functions = new Map<vm.Script, Omit<CompiledFunction, 'bytes'>>();
  const context: vm.Context = vm.createContext(
    {
      $host: host,
      $mode: mode,
      $offset: offset,
      $longText: longText,
      $function: (parameters: string, body: string) => {
        const same = (one: CompiledFunction) => one.parameters === parameters && one.body === body;
        const script = functionScript(parameters, body, before?.functions.find(same)?.bytes);
        if (script) functions.set(script, { parameters, body });
        return script?.runInContext(context) ?? null;
      },
    },
    // A text of the add-on's own files may be run: in the same isolation.
    { codeGeneration: { strings: true, wasm: false } },
  );
  const services = fileScript('services.js', prelude, before?.prelude);
  services.runInContext(context);
  const addOn = fileScript('Code.js', code, before?.code);
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
    compiled: () => ({
      prelude: services.createCachedData(),
      code: addOn.createCachedData(),
      functions: [...functions].map(([script, text]) => ({
        ...text,
        bytes: script.createCachedData(),
      })),
    }),
  };
}
