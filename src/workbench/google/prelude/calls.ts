import { assumed } from '../../../platform/index.ts';
import { sentences } from '../assumptions.ts';

type Callable = (...args: unknown[]) => unknown;

function named(name: string): Callable {
  const found = (globalThis as unknown as Record<string, unknown>)[name];
  if (typeof found !== 'function' || name.endsWith('_')) {
    throw new Error(sentences.noFunction(name));
  }
  return found as Callable;
}

const messageOf = (error: unknown): string =>
  Object.prototype.toString.call(error) === '[object Error]' || error instanceof Error
    ? (error as Error).message
    : String(error);

/**
 * Calls a custom function. Arguments and answer travel as JSON; a date in the arguments is the
 * instant `{ $date }`, `{ $left: 1 }` is an argument left out.
 */
export function callFunction(name: string, json: string, special: boolean): string {
  try {
    const args = JSON.parse(json) as unknown[];
    const answer = named(name)(...(special ? args.map(revive) : args));
    return JSON.stringify({ value: shape(answer) });
  } catch (error) {
    return JSON.stringify({ thrown: messageOf(error) });
  }
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (value === null || typeof value !== 'object') return value;
  const date = (value as { $date?: number }).$date;
  return date === undefined ? undefined : new Date(date);
}

/** A sheet shows a value, or rows of values; a flat list goes down a column. */
function shape(answer: unknown): unknown {
  if (!Array.isArray(answer)) return shapeOne(answer);
  return answer.map((row: unknown) => (Array.isArray(row) ? row.map(shapeOne) : [shapeOne(row)]));
}

/** What a cell shows where a function answers what is no value of a cell. */
function insteadOf(
  answer: 'nan-answer' | 'infinity-answer' | 'null-answer' | 'undefined-answer',
): unknown {
  const shown = assumed(answer);
  if (shown.startsWith('#')) return { $e: shown };
  return shown === 'zero' ? 0 : null;
}

function shapeOne(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return insteadOf(Number.isNaN(value) ? 'nan-answer' : 'infinity-answer');
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null) return insteadOf('null-answer');
  if (value === undefined) return insteadOf('undefined-answer');
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return { $date: (value as Date).getTime() };
  }
  return String(value);
}

/**
 * Calls what a menu, a trigger or the panel names, and answers `{ ok }` or `{ error }` as JSON.
 * `illegal` is where a Date or a function stands in the answer, which Google does not let through.
 */
export function callScript(name: string, json: string): string {
  try {
    const answer = named(name)(...(JSON.parse(json) as unknown[]));
    const illegal = findIllegal(answer, 'result', []);
    if (illegal !== null) return JSON.stringify({ ok: null, illegal });
    return JSON.stringify({ ok: answer === undefined ? null : answer });
  } catch (error) {
    const stack = error instanceof Error ? error.stack : undefined;
    return JSON.stringify({ error: messageOf(error), stack });
  }
}

function findIllegal(value: unknown, at: string, above: unknown[]): string | null {
  if (typeof value === 'function') return `${at}: function`;
  if (value === null || typeof value !== 'object') return null;
  if (above.includes(value)) return `${at}: circle`;
  if (Object.prototype.toString.call(value) === '[object Date]') return `${at}: Date`;
  for (const [key, item] of Object.entries(value)) {
    const found = findIllegal(item, `${at}.${key}`, [...above, value]);
    if (found !== null) return found;
  }
  return null;
}
