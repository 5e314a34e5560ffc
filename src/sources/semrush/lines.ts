/**
 * Semrush's tables: lines of fields between semicolons, quoted or not, the first one naming them; a line
 * end after the last is not always there. `null` for what is no such table, or one that breaks off.
 */
export function readLines(body: string): readonly Readonly<Record<string, string>>[] | null {
  const text = body.replace(/^\uFEFF/, '').replace(/(?:\r?\n)+$/, '');
  const [names, ...lines] = text.split(/\r?\n/).map(fieldsOf);
  if (!names || lines.some((fields) => fields?.length !== names.length)) return null;
  if (new Set(names).size !== names.length) return null;
  return lines.map((fields) =>
    Object.fromEntries(names.map((name, at) => [name, fields?.[at] ?? ''])),
  );
}

function fieldsOf(line: string): readonly string[] | null {
  const field = /(?:"((?:[^"]|"")*)"|([^";]*))(;|$)/y;
  const fields: string[] = [];
  for (;;) {
    const found = field.exec(line);
    if (!found) return null;
    fields.push((found[1]?.replace(/""/g, '"') ?? found[2] ?? '').trim());
    if (found[3] === '') return fields;
  }
}

/** A column by what Semrush calls it in an answer, or by the code it is asked for with. */
export const columnOf = (
  line: Readonly<Record<string, string>>,
  names: readonly string[],
): string | null => {
  const name = names.find((each) => Object.keys(line).includes(each));
  return name === undefined ? null : (line[name] ?? null);
};
