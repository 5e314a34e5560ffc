/** What may travel through `google.script.run`, as Google lets it. */

/**
 * The arguments as they arrive on the other side, or where something stands that may not travel:
 * a `Date`, a function or an element makes the request fail; what is `undefined` in a list becomes
 * `null`, and as a property vanishes.
 */
export function legalArguments(
  args: readonly unknown[],
): { args: unknown[] } | { illegal: string; what: string } {
  for (const [i, argument] of args.entries()) {
    const found = illegalPart(argument, `arguments[${i}]`, []);
    if (found) return found;
  }
  return { args: JSON.parse(JSON.stringify(args)) as unknown[] };
}

function illegalPart(
  value: unknown,
  at: string,
  above: readonly unknown[],
): { illegal: string; what: string } | null {
  if (typeof value === 'function') return { illegal: at, what: 'function' };
  if (typeof value === 'symbol' || typeof value === 'bigint')
    return { illegal: at, what: typeof value };
  if (value === null || typeof value !== 'object') return null;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (kind !== 'Object' && kind !== 'Array') return { illegal: at, what: kind };
  if (above.includes(value)) return { illegal: at, what: 'circle' };
  for (const [key, item] of Object.entries(value)) {
    const found = illegalPart(item, kind === 'Array' ? `${at}[${key}]` : `${at}.${key}`, [
      ...above,
      value,
    ]);
    if (found) return found;
  }
  return null;
}
