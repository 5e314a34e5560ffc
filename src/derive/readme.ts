import type { Calculated, Kpi } from '../kpi/define.ts';

/** The generated parts of the README of `kpi`, by the name between their marks. */
export function readmeParts(
  catalogue: readonly Kpi[],
  calculated: readonly Calculated[],
): Readonly<Record<string, string>> {
  return {
    functions: functionTable(calculated),
    counted: catalogue
      .filter((kpi) => !('formula' in kpi))
      .map(({ title }) => `${title.en} (${title.vi})`)
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

function functionTable(kpis: readonly Calculated[]): string {
  const rows = kpis.map((kpi) => {
    const inputs = Object.entries(kpi.inputs).map(([name, { optional }]) =>
      optional ? `[${name}]` : name,
    );
    const { title } = kpi;
    return `| \`${kpi.name}(${inputs.join('; ')})\` | ${title.en} | ${title.vi} | \`${kpi.formula}\` |`;
  });
  return ['| Function | English | Tiếng Việt | Formula |', '|---|---|---|---|', ...rows].join('\n');
}
