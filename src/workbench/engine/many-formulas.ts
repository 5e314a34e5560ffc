import { LRUMap } from '@univerjs/core';

/** What the engine keeps private about a list of what was used last. */
interface Remembering {
  limit: number;
  set(key: unknown, value: unknown): unknown;
  remembersMany?: boolean;
}

/** So many parsed formulas the engine remembers by itself. */
const usual = 5_000;
/** A spreadsheet with some plans has more of them. */
const many = 40_000;

/**
 * Has the engine remember all formulas of a spreadsheet as it has parsed them. With one more than it
 * remembers it has just forgotten whichever comes next, and parses all of them in each calculation.
 */
export function rememberManyFormulas(): void {
  const prototype = LRUMap.prototype as unknown as Remembering;
  if (prototype.remembersMany) return;
  prototype.remembersMany = true;
  const { set } = prototype;
  prototype.set = function (key, value) {
    if (this.limit === usual) this.limit = many;
    return set.call(this, key, value);
  };
}
