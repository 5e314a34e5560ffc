import type { Assumption, MeasuredValue } from './assumption.ts';

/** What was measured on the real platform, to stand before what is assumed. */
export interface Measured {
  /** Version, day, locale and zone of the check. */
  readonly about: string;
  readonly found: Readonly<Record<string, MeasuredValue>>;
  /** The service calls the platform refused, and what it said. */
  readonly refused: Readonly<Record<string, string>>;
}

/** How many milliseconds a line of a report took on the real platform, by its id. */
export type MeasuredMs = Readonly<Record<string, number>>;

export const verdicts = [
  'holds',
  'fails',
  'not measured',
  'needs the published add-on',
  'not observable',
] as const;
/** `not measured`: there was no time left for it. */
export type CheckVerdict = (typeof verdicts)[number];

/** A line of a self-check; `error` is what a check said when it broke off. */
export interface ReportLine {
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly expected: MeasuredValue;
  readonly found: MeasuredValue | { readonly error: string } | null;
  /** How long it took; `null` where it was not tried. */
  readonly ms: number | null;
}

/** Where a self-check ran. */
export interface About {
  readonly version: string;
  readonly moment: string;
  readonly locale: string;
  readonly zone: string;
}

/** Lines about a service call have an id that begins so; their `expected` is this word. */
export const callPrefix = 'call ';
export const answers = 'answers';

/** Lines about a whole piece of work have an id that begins so; their `expected` is this word. */
export const workPrefix = 'work ';
export const done = 'done';
/** What somebody waits for: a quarter that is built, the clock's refresh of it, the panel that opens. */
export const works = ['build', 'refresh', 'panel'] as const;
export type Work = (typeof works)[number];

const title = 'Marketing KPIs self-check';

/** A self-check as text to be copied: tabs between columns, values as JSON. */
export function reportText(about: About, lines: readonly ReportLine[]): string {
  const { version, moment, locale, zone } = about;
  return [
    [title, version, moment, locale, zone].map(flat).join('\t'),
    ...lines.map(({ id, verdict, ...values }) =>
      [
        id,
        verdict,
        ...[values.expected, values.found, values.ms].map((value) => JSON.stringify(value)),
      ].join('\t'),
    ),
  ].join('\n');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface Report extends Measured {
  readonly ms: MeasuredMs;
}

export type Read = { readonly ok: Report } | { readonly problem: string };

/**
 * Reads the text of a self-check back: what was found stands for what was assumed. It is strict: a
 * line that is not one of ours, or a finding that the table has no place for, refuses the whole.
 */
export function readReport(text: string, table: Readonly<Record<string, Assumption>>): Read {
  const [head = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const [name, ...about] = head.trim().split('\t');
  if (name !== title || about.length !== 4) {
    return { problem: 'This is no report of a self-check: its first line is missing.' };
  }
  const found: Record<string, MeasuredValue> = {};
  const refused: Record<string, string> = {};
  const ms: Record<string, number> = {};
  const seen = new Set<string>();
  for (const [i, line] of rest.entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    const problem =
      typeof read === 'string' ? read : (keep(read, table, { found, refused, ms }, seen) ?? null);
    if (problem !== null) return { problem: `Line ${i + 2}: ${problem}` };
  }
  if (seen.size === 0) return { problem: 'This report has no lines below its first.' };
  return { ok: { about: about.join(' · '), found, refused, ms } };
}

function readLine(line: string): ReportLine | string {
  const parts = line.split('\t').map((part) => part.trim());
  // Reports of earlier versions end here.
  const [id = '', verdict = '', expected = '', found = '', ms = 'null'] = parts;
  if (parts.length < 4 || parts.length > 5) return 'it does not have the columns of a report.';
  const known = verdicts.find((one) => one === verdict);
  if (!known) return `“${verdict}” is no verdict.`;
  try {
    return {
      id,
      verdict: known,
      expected: JSON.parse(expected),
      found: JSON.parse(found),
      ms: JSON.parse(ms),
    };
  } catch {
    return `what was found for “${id}” cannot be read.`;
  }
}

interface Kept {
  readonly found: Record<string, MeasuredValue>;
  readonly refused: Record<string, string>;
  readonly ms: Record<string, number>;
}

/** Takes a line into what was measured; a sentence where it does not fit the table. */
function keep(
  { id, verdict, found, ms }: ReportLine,
  table: Readonly<Record<string, Assumption>>,
  into: Kept,
  seen: Set<string>,
): string | null {
  if (seen.has(id)) return `“${id}” is there twice.`;
  seen.add(id);
  const error = errorOf(found);
  if (ms !== null && !isTime(ms)) return `“${id}” cannot have taken ${JSON.stringify(ms)} ms.`;
  // What broke off says nothing of how long it takes.
  if (ms !== null && error === null) into.ms[id] = ms;
  if (id.startsWith(workPrefix)) {
    const name = id.slice(workPrefix.length);
    return works.some((one) => one === name) ? null : `this version knows no work “${name}”.`;
  }
  if (id.startsWith(callPrefix)) {
    const call = id.slice(callPrefix.length);
    if (!/^[A-Z]\w*\.\w+$/.test(call)) return `“${call}” is no service call.`;
    if (verdict === 'fails' && error !== null) into.refused[call] = error;
    return null;
  }
  const assumption = Object.keys(table).includes(id) ? table[id] : undefined;
  if (!assumption) return `this version knows no assumption “${id}”.`;
  if (verdict !== 'holds' && verdict !== 'fails') return null;
  // A check that broke off has measured nothing.
  if (error !== null) return null;
  if (!fits(found, assumption)) {
    return `${JSON.stringify(found)} is nothing that “${id}” can be found to be.`;
  }
  into.found[id] = found as MeasuredValue;
  return null;
}

const isTime = (ms: unknown): boolean =>
  typeof ms === 'number' && Number.isSafeInteger(ms) && ms >= 0;

function errorOf(found: unknown): string | null {
  const error = (found as { error?: unknown } | null)?.error;
  return typeof error === 'string' ? error : null;
}

function fits(found: unknown, { expected, choices }: Assumption): boolean {
  if (typeof found !== typeof expected) return false;
  if (typeof found === 'number') return Number.isFinite(found) && found >= 0;
  return typeof found !== 'string' || choices === undefined || choices.includes(found);
}
