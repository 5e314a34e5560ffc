import vm from 'node:vm';

/** A script as V8 has it, and the text that it was made from. */
interface Known {
  /** A file's name, or the parameters of a function. */
  readonly of: string;
  readonly text: string;
  readonly script: vm.Script;
}

/** The scripts this thread has compiled, the latest first: each runs in any number of contexts. */
const known: Known[] = [];

/** An add-on is four texts; a few others may be run in between. */
const mostKnown = 16;

/**
 * A text as a script; what was compiled before is left aside where it does not fit the text. The text
 * itself is compared, for nothing shorter tells one from another for certain.
 */
function scriptOf(of: string, text: string, make: () => vm.Script | null): vm.Script | null {
  const at = known.findIndex((one) => one.of === of && one.text === text);
  const [found] = at < 0 ? [] : known.splice(at, 1);
  const script = found?.script ?? make();
  if (script === null) return null;
  known.unshift(found ?? { of, text, script });
  known.length = Math.min(known.length, mostKnown);
  return script;
}

const made = (text: string, filename: string | undefined, cachedData: Uint8Array | undefined) =>
  new vm.Script(text, { ...(filename && { filename }), ...(cachedData && { cachedData }) });

/** A file as a script. */
export const fileScript = (filename: string, text: string, before?: Uint8Array): vm.Script =>
  scriptOf(filename, text, () => made(text, filename, before))!;

/**
 * What `new Function(parameters, body)` makes, as a script that comes to that function: the same text that
 * V8 puts together itself. `null` where V8 has to make it itself: where it would refuse it, and where
 * the body could see its own name, which it does not have there.
 */
export const functionScript = (
  parameters: string,
  body: string,
  before?: Uint8Array,
): vm.Script | null =>
  scriptOf(parameters, body, () => {
    if (!before && !isBody(parameters, body)) return null;
    return made(`(function anonymous(${parameters}\n) {\n${body}\n})`, undefined, before);
  });

/** Whether this is the body of one function and no more. */
function isBody(parameters: string, body: string): boolean {
  if (/\banonymous\b/.test(body)) return false;
  try {
    // It is never called: V8 says whether it would make it.
    return new Function(parameters, body) !== null;
  } catch {
    return false;
  }
}
