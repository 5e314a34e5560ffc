import type { Secrets } from '../../sources/access.ts';

const shown = '•••';

/** What came from outside, without what we signed in with: hosts repeat it, and so do exceptions. */
export function withoutSecrets<T>(value: T, secrets: Secrets | null, token?: string | null): T {
  const hidden = [...Object.values(secrets ?? {}), token ?? '']
    .filter((text) => text.length > 0)
    .flatMap((text) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)])
    // The longer one first: one may be the beginning of another.
    .sort((one, other) => other.length - one.length);
  if (hidden.length === 0) return value;
  return cleaned(value, (text) =>
    hidden.reduce((rest, each) => rest.split(each).join(shown), text),
  );
}

function cleaned<T>(value: T, clean: (text: string) => string): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map((each) => cleaned(each, clean)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, cleaned(each, clean)]),
  ) as T;
}
