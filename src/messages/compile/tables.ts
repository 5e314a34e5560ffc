import { gapsOf, readMessage } from './message.ts';
import { type Area, fileOf, type Node, original, textKeys } from './messages.ts';

/**
 * What the catalogue's entries say, the files of a folder together: `{ CPL: { title: … } }`. A module
 * is made of each field, not of each file, so that a bundle has the fields it reads and no others.
 */
interface Table {
  readonly folder: string;
  /** What the names of its modules begin with. */
  readonly of: string;
  readonly fields: readonly string[];
  /** Fields that an entry may be without. */
  readonly may: readonly string[];
}

const tables: readonly Table[] = [
  {
    folder: 'catalogue/kpis/',
    of: 'kpi',
    fields: ['title', 'summary', 'alsoCalled', 'pitfall'],
    may: ['morePitfalls', 'none'],
  },
  { folder: 'catalogue/quantities/', of: 'quantity', fields: ['title'], may: ['none'] },
];

type Areas = Readonly<Record<string, Area>>;
type Entry = { readonly [field: string]: Node };

const tableOf = (area: string): Table | undefined =>
  tables.find(({ folder }) => area.startsWith(folder));

const entriesOf = (node: Node | undefined): readonly (readonly [string, Entry])[] => {
  const group = (node ?? {}) as { readonly [key: string]: Entry };
  return textKeys(group).map((key) => [key, group[key] ?? {}]);
};

/** What is wrong with the English entries of tables; the other languages are held against these. */
export function tableProblems(areas: Areas): string[] {
  const known = new Map<string, string>();
  return Object.entries(areas).flatMap(([area, languages]) => {
    const table = tableOf(area);
    if (!table) return [];
    const file = fileOf(original, area);
    return entriesOf(languages[original]).flatMap(([key, entry]) => {
      const there = textKeys(entry);
      const other = known.get(table.folder + key);
      known.set(table.folder + key, file);
      return [
        ...(other === undefined ? [] : [`${file}: “${key}” stands in ${other} already.`]),
        ...table.fields
          .filter((field) => !there.includes(field))
          .map((field) => `${file}: “${key}.${field}” is missing.`),
        ...there
          .filter((field) => ![...table.fields, ...table.may].includes(field))
          .map((field) => `${file}: “${key}.${field}” is not known.`),
        ...there.flatMap((field) =>
          gapsIn(entry[field]).map((gap) => `${file}: “${key}.${field}” has {${gap}}.`),
        ),
      ];
    });
  });
}

/** Nothing fills what stands in the catalogue. What cannot be read is said elsewhere. */
function gapsIn(node: Node | undefined): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(gapsIn);
  try {
    return typeof node === 'string' ? [...gapsOf(readMessage(node, original)).keys()] : [];
  } catch {
    return [];
  }
}

/** The areas with those of tables joined, one for each field: `catalogue/kpi-title`. */
export function withTables(areas: Areas, languages: readonly string[]): Areas {
  const plain = Object.entries(areas).filter(([area]) => !tableOf(area));
  const fields = tables
    .filter(({ folder }) => Object.keys(areas).some((area) => area.startsWith(folder)))
    .flatMap((table) =>
      [...table.fields, ...table.may].map((field) => [
        `catalogue/${table.of}-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
        Object.fromEntries(
          languages.map((language) => [language, fieldOf(table, field, areas, language)]),
        ),
      ]),
    );
  return Object.fromEntries([...plain, ...fields]);
}

/** A field of all entries that have it, in a language. */
const fieldOf = (table: Table, field: string, areas: Areas, language: string): Node =>
  Object.fromEntries(
    Object.entries(areas)
      .filter(([area]) => tableOf(area) === table)
      .flatMap(([, texts]) => entriesOf(texts[language]))
      .flatMap(([key, { [field]: said }]) => (said === undefined ? [] : [[key, said]])),
  );
