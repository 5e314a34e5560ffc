import type { Calculated, Kpi } from '../kpi/define.ts';
import { kpiTitle } from '../messages/catalogue.ts';
import { languageWords } from '../messages/compiled/language.ts';
import { languages } from '../messages/compiled/languages.ts';

/** The generated parts of the README of `kpi`, by the name between their marks. */
export function readmeParts(
  catalogue: readonly Kpi[],
  calculated: readonly Calculated[],
): Readonly<Record<string, string>> {
  return {
    functions: functionTable(calculated),
    counted: catalogue
      .filter((kpi) => !('formula' in kpi))
      .map((kpi) => {
        const [title, ...others] = languages.map((language) => kpiTitle(kpi, language));
        return `${title} (${others.join('; ')})`;
      })
      .join(' · '),
  };
}

/** A text with each part between `<!-- name -->` and `<!-- /name -->` replaced. */
export function withParts(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((so, [name, part]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [so.indexOf(start), so.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`src/kpi/README.md has no place for «${name}».`);
    return `${so.slice(0, from + start.length)}\n${part}\n${so.slice(to)}`;
  }, text);
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function functionTable(kpis: readonly Calculated[]): string {
  const rows = kpis.map((kpi) => {
    const inputs = Object.entries(kpi.inputs).map(([name, { optional }]) =>
      optional ? `[${name}]` : name,
    );
    const titles = languages.map((language) => kpiTitle(kpi, language));
    return row([`\`${kpi.name}(${inputs.join('; ')})\``, ...titles, `\`${kpi.formula}\``]);
  });
  const names = languages.map((language) => languageWords(language).name);
  const head = ['Function', ...names, 'Formula'];
  return [row(head), `|${head.map(() => '---|').join('')}`, ...rows].join('\n');
}
