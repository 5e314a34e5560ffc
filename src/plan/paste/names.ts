import type { Kpi } from '../../kpi/define.ts';
import { kpiTitle, otherNames } from '../../messages/catalogue.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { fold, splitWords } from '../../messages/fold.ts';

/** Which KPI of the catalogue somebody means by a name. */
export type Meaning =
  /** It is this one, by another spelling at most. */
  | { readonly is: 'same'; readonly kpi: Kpi }
  /** Most of the name says so. */
  | { readonly is: 'nearly'; readonly kpi: Kpi }
  /** It may be one of these; nobody but its writer knows. */
  | { readonly is: 'several'; readonly kpis: readonly Kpi[] }
  | { readonly is: 'none' };

/** What people shorten, folded. */
const shortForms: Readonly<Record<string, string>> = {
  khtn: 'khach hang tiem nang',
  kh: 'khach hang',
  mxh: 'mang xa hoi',
  sl: 'so luong',
  tl: 'ty le',
  cp: 'chi phi',
  tb: 'trung binh',
};
/** Words before a name that say only that it is counted. */
const leading = /^(?:tong|so|luong|luot|muc|dat|chi so|the|number|of|total|no)\s+(?=\S)/;
/** When, which the plan knows already; `trên mỗi`, `cho mỗi` and `mỗi` are the same. */
const between =
  /\b(?:(?:trong|cua|theo|in)\s+)?(?:(?:quy|q|quarter)\s*(?:[1-4]|iv|i{1,3})\b|(?:hang|moi)\s+(?:ngay|tuan|thang|quy)\b|(?:thang|nam|year)\s*\d+\b|20\d\d\b|this quarter\b|quy nay\b)|\b(?:cho|tren)\s+(?=moi\b)/g;

/** A name as it is compared. */
const normal = (name: string): string =>
  splitWords(fold(name).replace(/e-mail/g, 'email'))
    .map((word) => shortForms[word] ?? word)
    .join(' ')
    .replace(/\bti (?=le\b|trong\b|suat\b)/g, 'ty ');

/** Without the words that do not tell one KPI from another. */
function core(name: string): string {
  let rest = name.replace(between, ' ').replace(/\s+/g, ' ').trim();
  while (leading.test(rest)) rest = rest.replace(leading, '');
  return rest;
}

const brackets = /\(([^()]*)\)|\[([^[\]]*)\]/g;

interface Index {
  /** By exact name, the names of functions before titles, titles before other names. */
  readonly exact: readonly ReadonlyMap<string, readonly Kpi[]>[];
  readonly cores: readonly ReadonlyMap<string, readonly Kpi[]>[];
  /** What can be looked for inside a longer name: several words, or the name of a function. */
  readonly telling: readonly Telling[];
}

interface Telling {
  readonly words: string;
  readonly length: number;
  readonly kpis: readonly Kpi[];
}

function indexOf(catalogue: readonly Kpi[]): Index {
  const levels: ((kpi: Kpi) => readonly string[])[] = [
    ({ name }) => [name],
    (kpi) =>
      languages
        .map((language) => kpiTitle(kpi, language))
        .flatMap((each) => [each, each.replace(brackets, ' ')]),
    (kpi) => languages.flatMap((language) => otherNames(kpi, language)),
  ];
  const mapped = (form: (name: string) => string) =>
    levels.map((namesOf) => {
      const found = new Map<string, Kpi[]>();
      for (const kpi of catalogue) {
        for (const name of new Set(namesOf(kpi).map(form))) {
          found.set(name, [...(found.get(name) ?? []), kpi]);
        }
      }
      return found;
    });
  const exact = mapped(normal);
  const telling = exact.flatMap((level) =>
    [...level].flatMap(([known, kpis]): Telling[] => {
      const words = core(known);
      const tells = words.includes(' ') || (level === exact[0] && words.length >= 3);
      return tells ? [{ words: ` ${words} `, length: words.split(' ').length, kpis }] : [];
    }),
  );
  return { exact, cores: mapped((name) => core(normal(name))), telling };
}

/** No name of a KPI is longer. */
const longestName = 200;
const indexes = new WeakMap<readonly Kpi[], Index>();

/** Reads names by a catalogue, which it looks through once. */
export function reader(catalogue: readonly Kpi[]): (name: string) => Meaning {
  const index = indexes.get(catalogue) ?? indexOf(catalogue);
  indexes.set(catalogue, index);
  return (typed) => {
    const name = typed.slice(0, longestName);
    const outside = name.replace(brackets, ' ');
    const inside = [...name.matchAll(brackets)].map((found) => found[1] ?? found[2] ?? '');
    const whole = meant(index, name);
    if (whole.is === 'same') return whole;
    const bare = meant(index, outside);
    const codes = inside
      .map((code) => found(index.exact, normal(code)))
      .filter((each) => each.length === 1);
    const code = codes[0]?.[0];
    if (!code) return bare.is === 'none' ? part(index, outside) : bare;
    if (bare.is === 'same' && bare.kpi !== code) return { is: 'several', kpis: [bare.kpi, code] };
    if (bare.is === 'several' && !bare.kpis.includes(code)) return bare;
    return { is: 'same', kpi: code };
  };
}

function found(
  levels: readonly ReadonlyMap<string, readonly Kpi[]>[],
  name: string,
): readonly Kpi[] {
  return levels.map((level) => level.get(name) ?? []).find((kpis) => kpis.length > 0) ?? [];
}

function meant({ exact, cores }: Index, name: string): Meaning {
  const typed = normal(name);
  const known = found(exact, typed);
  const kpis = known.length ? known : found(cores, core(typed));
  const [kpi, ...others] = kpis;
  if (!kpi) return { is: 'none' };
  return others.length ? { is: 'several', kpis } : { is: 'same', kpi };
}

/** From this part of a name's words on, what it contains says what it means. */
const mostOfIt = 0.6;
/** Below this nothing is worth asking about. */
const someOfIt = 0.3;

/** The longest known name that stands inside a name. */
function part({ telling }: Index, name: string): Meaning {
  const typed = ` ${core(normal(name))} `;
  const words = typed.trim().split(' ').length;
  const inside = telling.filter((known) => typed.includes(known.words));
  const longest = Math.max(0, ...inside.map(({ length }) => length));
  const kpis = [...new Set(inside.flatMap((each) => (each.length === longest ? each.kpis : [])))];
  const [kpi, ...others] = kpis;
  if (!kpi || longest / words < someOfIt) return { is: 'none' };
  const sure = others.length === 0 && longest / words >= mostOfIt;
  return sure ? { is: 'nearly', kpi } : { is: 'several', kpis };
}
