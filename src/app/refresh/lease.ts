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
    const held = leaseIn(spreadsheet.note(note));
    if (held && held.untilMs > nowMs && held.untilMs <= nowMs + mostMs) return null;
    const token = spreadsheet.newId();
    spreadsheet.keepNote(note, JSON.stringify({ untilMs: nowMs + ms, token } satisfies Lease));
    return token;
  });
}

/** Whether a run still has what it took; to be asked under the lock. */
export const holdsLease = (token: string, text: string | null | undefined): boolean =>
  leaseIn(text)?.token === token;

export function dropLease(token: string, { host, spreadsheet }: Context): void {
  host.exclusively(() => {
    if (holdsLease(token, spreadsheet.note(note))) spreadsheet.keepNote(note, null);
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
