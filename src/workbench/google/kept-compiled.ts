import type { Compiled, CompiledFunction } from './vm.ts';

interface Kept {
  /** The functions whose runs compiled it. */
  readonly names: Set<string>;
  readonly compiled: Compiled;
}

/**
 * By the add-on's text: what it was compiled to by the runs so far, and which functions these ran.
 * The text itself is the key, because what was compiled does not know from which text.
 */
const kept = new Map<string, Kept>();

export const keptCompiled = (code: string): Kept | undefined => kept.get(code);

/** Keeps what a run of `name` has compiled; all threads read the same bytes. */
export function keepCompiled(code: string, name: string, compiled: Compiled): void {
  const before = kept.get(code);
  const names = before?.names ?? new Set();
  names.add(name);
  const isSame = (one: CompiledFunction) => (other: CompiledFunction) =>
    one.parameters === other.parameters && one.body === other.body;
  // A run that needed no more than Code.js has made none of the functions that others made.
  const others = before?.compiled.functions ?? [];
  const functions = [
    ...compiled.functions.map((one) => ({ ...one, bytes: shared(one.bytes) })),
    ...others.filter((one) => !compiled.functions.some(isSame(one))),
  ];
  const [prelude, addOn] = [shared(compiled.prelude), shared(compiled.code)];
  kept.set(code, { names, compiled: { prelude, code: addOn, functions } });
}

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
