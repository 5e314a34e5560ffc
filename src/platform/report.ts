import type { Assumption, MeasuredValue } from './assumption.ts';

/** What was measured on the real platform, to stand before what is assumed. */
export interface Measured {
  /** Version, day, locale and zone of the check. */
  readonly about: string;
  readonly found: Readonly<Record<string, MeasuredValue>>;
  /** The service calls the platform refused, and what it said. */
  readonly refused: Readonly<Record<string, string>>;
}

export const verdicts = ['holds', 'fails', 'needs the published add-on', 'not observable'] as const;
export type CheckVerdict = (typeof verdicts)[number];

/** A line of a self-check; `error` is what a check said when it broke off. */
export interface ReportLine {
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly expected: MeasuredValue;
  readonly found: MeasuredValue | { readonly error: string } | null;
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

const title = 'Marketing KPIs self-check';

/** A self-check as text to be copied: tabs between columns, values as JSON. */
export function reportText(about: About, lines: readonly ReportLine[]): string {
  const { version, moment, locale, zone } = about;
  return [
    [title, version, moment, locale, zone].map(flat).join('\t'),
    ...lines.map(({ id, verdict, expected, found }) =>
      [id, verdict, JSON.stringify(expected), JSON.stringify(found)].join('\t'),
    ),
  ].join('\n');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

export type Read = { readonly ok: Measured } | { readonly problem: string };

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
  const seen = new Set<string>();
  for (const [i, line] of rest.entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    const problem =
      typeof read === 'string' ? read : (keep(read, table, { found, refused }, seen) ?? null);
    if (problem !== null) return { problem: `Line ${i + 2}: ${problem}` };
  }
  if (seen.size === 0) return { problem: 'This report has no lines below its first.' };
  return { ok: { about: about.join(' · '), found, refused } };
}

function readLine(line: string): ReportLine | string {
  const parts = line.split('\t').map((part) => part.trim());
  const [id = '', verdict = '', expected = '', found = ''] = parts;
  if (parts.length !== 4) return 'it does not have the four columns of a report.';
  const known = verdicts.find((one) => one === verdict);
  if (!known) return `“${verdict}” is no verdict.`;
  try {
    return { id, verdict: known, expected: JSON.parse(expected), found: JSON.parse(found) };
  } catch {
    return `what was found for “${id}” cannot be read.`;
  }
}

/** Takes a line into what was measured; a sentence where it does not fit the table. */
function keep(
  { id, verdict, found }: ReportLine,
  table: Readonly<Record<string, Assumption>>,
  into: { found: Record<string, MeasuredValue>; refused: Record<string, string> },
  seen: Set<string>,
): string | null {
  if (seen.has(id)) return `“${id}” is there twice.`;
  seen.add(id);
  const error = errorOf(found);
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

function errorOf(found: unknown): string | null {
  const error = (found as { error?: unknown } | null)?.error;
  return typeof error === 'string' ? error : null;
}

function fits(found: unknown, { expected, choices }: Assumption): boolean {
  if (typeof found !== typeof expected) return false;
  if (typeof found === 'number') return Number.isFinite(found) && found >= 0;
  return typeof found !== 'string' || choices === undefined || choices.includes(found);
}

/** The file that keeps what was measured, from a report. */
export function measuredFile(measured: Measured): string {
  return `import type { Measured } from './report.ts';

/** What a self-check found on the real platform. Written from its report by \`npm run measured\`. */
export const measured: Measured = ${JSON.stringify(measured, null, 2)};
`;
}
