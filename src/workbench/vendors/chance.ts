/** A number that looks like chance and is always the same for the same numbers. */
export function hashNumbers(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

const range = 2 ** 32;

/** 0 ≤ share < 1. */
export const hashShare = (...numbers: readonly number[]): number => hashNumbers(...numbers) / range;

/** A row of such shares that begins the same for the same seed. */
export function sharesFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / range;
  };
}

const totals = new WeakMap<object, number>();

/** One of several, each as often as its weight says; `share` decides. */
export function pick<T>(choices: readonly (readonly [T, number])[], share: number): T {
  let total = totals.get(choices);
  if (total === undefined) {
    total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    totals.set(choices, total);
  }
  let left = share * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('There is nothing to pick from.');
  return last[0];
}
