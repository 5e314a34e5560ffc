import { measured } from '../../../platform/index.ts';
import type { AuthMode } from '../assumptions.ts';
import { isChange, needsFull, sentences, services } from '../assumptions.ts';
import { moveClock } from './clock.ts';

/** Set by the one who makes the context; taken away again before the script is loaded. */
interface Given {
  $host?: (method: string, args: string) => string;
  $mode?: AuthMode;
  $longText?: () => string;
}

const given = globalThis as Given;
const host = given.$host!;
const longText = given.$longText;
/** How this script was started. */
export const mode: AuthMode = given.$mode!;
delete given.$host;
delete given.$mode;
delete given.$longText;

/**
 * Calls out of the context: the one way there is. Only text crosses, so that what arrives belongs
 * to the script's own realm and nothing of the host's can be reached.
 */
export function callService<T>(method: string, ...args: unknown[]): T {
  if (mode === 'CUSTOM_FUNCTION' && isChange(method)) throw refused(method);
  if (mode !== 'FULL' && needsFull.has(method)) throw refused(method);
  const answer = JSON.parse(host(method, JSON.stringify(args.map(encode))), reviveDate) as
    | { ok: T; ahead?: number }
    | { long: true; ahead?: number }
    | { error: string; ahead?: number };
  if (answer.ahead !== undefined) moveClock(answer.ahead);
  if ('error' in answer) throw new Error(answer.error);
  return 'long' in answer ? (longText!() as T) : answer.ok;
}

/**
 * How often each method of Google's objects was called, getters that ask nothing among them: on Google
 * each is a way out of the script. Builders are none: they gather what a later call sends.
 */
export const methods: Record<string, number> = {};

function countMethod(method: string): void {
  if (!/^\w+Builder\.|\.new[A-Z]/.test(method)) methods[method] = (methods[method] ?? 0) + 1;
}

const refused = (what: string) => new Error(sentences.noPermission(what));

/** Whether a service may be named at all in this way of running. */
export function allowed(service: string): boolean {
  return services[mode].some((name) => name === service || name.startsWith(`${service}.`));
}

/** A service that may not be called here: anything asked of it is refused. */
export function forbidden(service: string): object {
  return new Proxy(
    {},
    {
      get: (_, key) => () => {
        throw refused(`${service}.${String(key)}`);
      },
    },
  );
}

const isDate = (value: unknown): value is Date =>
  Object.prototype.toString.call(value) === '[object Date]';

function encode(value: unknown): unknown {
  if (isDate(value)) return { $date: value.getTime() };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  return value === undefined ? null : value;
}

function reviveDate(_key: string, value: unknown): unknown {
  const date = value as { $date?: number } | null;
  return date && typeof date === 'object' && typeof date.$date === 'number'
    ? new Date(date.$date)
    : value;
}

/**
 * Shows `object` as the Google object `name`: what it does not stand in for is said plainly,
 * instead of «undefined is not a function».
 */
export function standIn<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver) {
      // What the real platform was found to refuse, it refuses here too, in the same words.
      const refusal = measured.refused[`${name}.${String(key)}`];
      if (refusal !== undefined) {
        return () => {
          throw new Error(refusal);
        };
      }
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const found: unknown = Reflect.get(target, key, receiver);
        if (typeof found === 'function' && typeof key === 'string') countMethod(`${name}.${key}`);
        return found;
      }
      throw new Error(`The workbench does not stand in for ${name}.${key}.`);
    },
  });
}
