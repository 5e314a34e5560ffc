import { callPrefix, type MeasuredMs, type Report, workPrefix, works } from './report.ts';

/**
 * The file that keeps what was measured, from a report. Times stand apart from what was found, which
 * the add-on reads: it carries none of them.
 */
export function measuredFile({ ms, ...measured }: Report): string {
  return `import type { Measured, MeasuredMs } from './report.ts';

/** What a self-check found on the real platform. Written from its report by \`npm run measured\`. */
export const measured: Measured = ${JSON.stringify(measured, null, 2)};

/** How long each line of that report took. */
export const measuredMs: MeasuredMs = ${JSON.stringify(ms, null, 2)};
`;
}

const begins = '<!-- measured: written by npm run measured -->';
const ends = '<!-- /measured -->';
const mostShown = 10;

const said: Readonly<Record<(typeof works)[number], string>> = {
  build: 'Building a quarter of ten KPIs, into two inputs of which a table flows',
  refresh: 'The clock’s first refresh of it, with every day of the quarter',
  panel: 'Opening the panel: its page, and what it asks for before it shows plans',
};

/** A page with its figures renewed, between the marks it has for them. */
export function renewMeasured(page: string, about: string, ms: MeasuredMs): string {
  const [before = '', rest] = page.split(begins);
  const after = rest?.split(ends)[1];
  if (after === undefined) throw new Error('The page has no place for what was measured.');
  return `${before}${begins}\n\n${figures(about, ms)}\n\n${ends}${after}`;
}

function figures(about: string, ms: MeasuredMs): string {
  if (about === '') return 'Nothing yet.';
  const row = (what: string, took: number | undefined) =>
    `| ${what} | ${took === undefined ? 'not measured' : took} |`;
  const calls = Object.entries(ms).filter(([id]) => id.startsWith(callPrefix));
  const slowest = [...calls]
    .sort(([one, took], [other, than]) => than - took || (one < other ? -1 : 1))
    .slice(0, mostShown);
  const together = calls.reduce((sum, [, took]) => sum + took, 0);
  return [
    `${about}. With what a call needs before it, and until it stands.`,
    '',
    '| | ms |',
    '|---|---|',
    ...works.map((work) => row(said[work], ms[`${workPrefix}${work}`])),
    row(`${calls.length} service calls together, the slowest of them below`, together),
    ...slowest.map(([id, took]) => row(`\`${id.slice(callPrefix.length)}\``, took)),
  ].join('\n');
}
