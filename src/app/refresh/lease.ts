import type { Context } from '../ports/context.ts';

const note = 'lease';
/** Longer than a run may take: six minutes is all that a script gets. */
const mostMs = 6.5 * 60_000;

interface Lease {
  readonly untilMs: number;
  readonly token: string;
}

/**
 * Keeps two runs from fetching at the same time; writing has the document's lock besides. Says with
 * which token, or `null` where another run fetches. A run that was killed lets go after `ms`.
 */
export function takeLease(context: Context, ms = mostMs): string | null {
  const { host, spreadsheet, services } = context;
  return host.exclusively(() => {
    const nowMs = services.nowMs();
    // All notes at once: whoever fetches wants to know of all plans anyway.
    const held = leaseIn(spreadsheet.notes()[note]);
    if (held && held.untilMs > nowMs && held.untilMs <= nowMs + mostMs) return null;
    // No two leases of which one takes the other's place end at the same moment, whatever their clocks say.
    const untilMs = nowMs + ms;
    const token = String(untilMs);
    spreadsheet.keepNote(note, JSON.stringify({ untilMs, token } satisfies Lease));
    return token;
  });
}

/** Whether a run still has what it took; to be asked under the lock. */
export const holdsLease = (token: string, text: string | null | undefined): boolean =>
  leaseIn(text)?.token === token;

/** Lets others fetch; `also` does what is left to do under the same lock, with the notes as they are. */
export function dropLease(
  token: string,
  { host, spreadsheet }: Context,
  also: (notes: Readonly<Record<string, string>>) => void = () => {},
): void {
  host.exclusively(() => {
    const notes = spreadsheet.notes();
    if (holdsLease(token, notes[note])) spreadsheet.keepNote(note, null);
    also(notes);
  });
}

export const leaseNote = note;

function leaseIn(text: string | null | undefined): Lease | null {
  try {
    const said = JSON.parse(text ?? '') as Partial<Lease> | null;
    const { untilMs, token } = said ?? {};
    return typeof untilMs === 'number' && typeof token === 'string' ? { untilMs, token } : null;
  } catch {
    return null;
  }
}
