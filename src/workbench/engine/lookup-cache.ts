import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

type ByColumn = Map<string, Map<string, Map<number, unknown>>>;

interface LookupCache {
  _cache: ByColumn;
  _continueBuildingCache: ByColumn;
  set(
    unitId: string,
    sheetId: string,
    column: number,
    value: unknown,
    row: number,
    isForceUpdate?: boolean,
  ): void;
  repaired?: boolean;
}

/**
 * The engine remembers where in a column each value stands. To bring that up to date for one cell
 * it looks through all values of the column, so that an answer of 100,000 cells takes half a minute.
 * Forgetting the column costs nothing: it is read again when somebody looks something up.
 */
export function forgetInsteadOfSearching(): void {
  const cache = CELL_INVERTED_INDEX_CACHE as unknown as LookupCache;
  if (cache.repaired) return;
  const original = cache.set.bind(cache);
  cache.repaired = true;
  cache.set = (unitId, sheetId, column, value, row, isForceUpdate = false) => {
    if (!isForceUpdate) {
      original(unitId, sheetId, column, value, row);
      return;
    }
    cache._cache.get(unitId)?.get(sheetId)?.delete(column);
    cache._continueBuildingCache.get(unitId)?.get(sheetId)?.delete(column);
  };
}
