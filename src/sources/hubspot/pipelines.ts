import { isJson, numberOf, objectsOf, textOf } from '../json.ts';
import type { DealEnd } from './metrics.ts';

/** A pipeline of deals as it is now. */
export interface Pipeline {
  readonly id: string;
  readonly label: string;
  /** The ids of its stages that end a deal. */
  readonly ends: Readonly<Record<DealEnd, readonly string[]>>;
}

/** What HubSpot says of its pipelines; `null` where that cannot be read. */
export function readPipelines(results: unknown): readonly Pipeline[] | null {
  const read = Array.isArray(results) ? objectsOf(results) : null;
  if (!read) return null;
  const found = read.map(({ id, label, stages }): Pipeline | null => {
    const all = objectsOf(stages);
    const key = idOf(id);
    if (!all || key === null) return null;
    const ends: Record<DealEnd, string[]> = { won: [], lost: [] };
    for (const stage of all) {
      const end = endOf(stage.metadata);
      const own = idOf(stage.id);
      if (own === null || end === undefined) return null;
      if (end !== null) ends[end].push(own);
    }
    return { id: key, label: textOf(label).trim() || key, ends };
  });
  const whole = found.flatMap((each) => each ?? []);
  return whole.length === found.length ? whole : null;
}

/**
 * Whether a stage ends a deal, and how: `"isClosed": "true"` and `"probability": "1.0"`, both of them
 * texts. Which name or number a stage has says nothing. `undefined` where it is not said.
 */
function endOf(metadata: unknown): DealEnd | null | undefined {
  if (!isJson(metadata)) return undefined;
  const probability = numberOf(metadata.probability);
  if (probability === null) return undefined;
  if (metadata.isClosed === 'false' || metadata.isClosed === false) return null;
  return probability === 1 ? 'won' : probability === 0 ? 'lost' : null;
}

/** Ids are words or numbers, and mostly texts. */
const idOf = (value: unknown): string | null => {
  const id = typeof value === 'number' ? String(value) : textOf(value);
  return id === '' ? null : id;
};
