import { quoted } from '../../native/twin.ts';

/** A sentence with its gaps filled in: `{n} days` with `n` is 3. */
export const fillMessage = (
  sentence: string,
  gaps: Readonly<Record<string, string | number>>,
): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(gaps[name] ?? whole));

/** Titles of quantities stand inside sentences; a head or a row begins with them. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The same as a formula, where the gaps are terms of the formula: `"Sum: "&A1&" of "&B1`. */
export function messageFormula(sentence: string, gaps: Readonly<Record<string, string>>): string {
  const parts = sentence.split(/(\{\w+\})/).filter((part) => part !== '');
  const terms = parts.map((part) => {
    const gap = /^\{(\w+)\}$/.exec(part)?.[1];
    return (gap === undefined ? undefined : gaps[gap]) ?? quoted(part);
  });
  return terms.length > 0 ? terms.join('&') : '""';
}
