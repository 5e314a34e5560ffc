import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

/** In this order where several fit equally: a decimal comma also looks like a separator. */
const candidates: readonly Delimiter[] = ['\t', ';', '|', ','];
const sampledRows = 60;

/**
 * What separates the columns of a file: the character that splits most rows into as many cells as
 * the first one. `null` for a single column. Excel's own `sep=;` in the first line decides.
 */
export function findDelimiter(text: string): { delimiter: Delimiter | null; body: string } {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (declared !== null) {
    return { delimiter: declared[1] as Delimiter, body: text.slice(declared[0].length) };
  }
  let best: { delimiter: Delimiter; share: number } | null = null;
  for (const delimiter of candidates) {
    const share = evenness(text, delimiter);
    if (share > 0 && (best === null || share > best.share + 0.02)) best = { delimiter, share };
  }
  return { delimiter: best?.delimiter ?? null, body: text };
}

/** The share of rows that have as many cells as most rows, reckoned with whether the first is one. */
function evenness(text: string, delimiter: Delimiter): number {
  const rows = Papa.parse<string[]>(text, {
    delimiter,
    preview: sampledRows,
    skipEmptyLines: true,
  }).data;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [cells, often] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (cells < 2) return 0;
  const first = rows[0]?.length === cells ? 1 : 0.5;
  return (often / rows.length) * first;
}
