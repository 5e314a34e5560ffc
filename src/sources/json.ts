/** Reading answers from outside: what is not as it should be is `null`, never a guess. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of what may be no object at all; nothing that an object only inherits. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.keys(value).includes(name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

export function readJson(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : null;
  } catch {
    return null;
  }
}

/** The objects of a list; none where it is left out, `null` where it is something else. */
export function objectsOf(value: unknown): readonly Json[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const objects = value.filter(isJson);
  return objects.length === value.length ? objects : null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A number as it stands in JSON: Google's 64-bit numbers are texts. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
