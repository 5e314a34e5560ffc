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
export function takeLease({ host, spreadsheet, services }: Context, ms = mostMs): string | null {
  return host.exclusively(() => {
    const lease = newLease(spreadsheet.note(note), services.nowMs(), ms);
    if (lease) spreadsheet.keepNote(note, lease.text);
    return lease?.token ?? null;
  });
}

/** A lease to be noted, to be asked for under the lock; `null` where another run has one. */
export function newLease(
  noted: string | null | undefined,
  nowMs: number,
  ms = mostMs,
): { readonly token: string; readonly text: string } | null {
  const held = leaseIn(noted);
  if (held && held.untilMs > nowMs && held.untilMs <= nowMs + mostMs) return null;
  // No two leases of which one takes the other's place end at the same moment, whatever their clocks say.
  const untilMs = nowMs + ms;
  const token = String(untilMs);
  return { token, text: JSON.stringify({ untilMs, token } satisfies Lease) };
}

/** Whether a run still has what it took; to be asked under the lock. */
export const holdsLease = (token: string, text: string | null | undefined): boolean =>
  leaseIn(text)?.token === token;

/**
 * Lets others fetch. `also` says what else is to be noted under the same lock, with the notes as they
 * are; a lease without a text is none, and is noted in the same call.
 */
export function dropLease(
  token: string,
  { host, spreadsheet }: Context,
  also: (notes: Readonly<Record<string, string>>) => Readonly<Record<string, string>> | null,
): void {
  host.exclusively(() => {
    const notes = spreadsheet.notes();
    const holds = holdsLease(token, notes[note]);
    const more = also(notes);
    if (more) spreadsheet.keepNotes(holds ? { [note]: '', ...more } : more);
    else if (holds) spreadsheet.keepNote(note, null);
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
