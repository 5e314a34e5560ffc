import { filled } from '../../messages/filled.ts';
import { quoted } from '../../native/twin.ts';

/** Titles of quantities stand inside sentences; a head or a row begins with them. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What stands in a gap while a sentence is taken apart at it: no text has it. */
const gapSign = '\ue000';

/** A message as a formula, where the gaps are terms of the formula: `"Sum: "&A1&" of "&B1`. */
export function messageFormula<Gaps extends Readonly<Record<string, string>>>(
  message: string | ((gaps: Gaps) => string),
  gaps: Gaps,
): string {
  const terms = Object.values(gaps);
  const signs = Object.keys(gaps).map((name, at) => [name, `${gapSign}${at}${gapSign}`]);
  const text = filled(message, Object.fromEntries(signs) as Gaps);
  const parts = text.split(gapSign).flatMap((part, at) => {
    if (at % 2 === 1) return [terms[Number(part)] ?? ''];
    return part === '' ? [] : [quoted(part)];
  });
  return parts.length > 0 ? parts.join('&') : '""';
}
