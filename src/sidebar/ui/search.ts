import { isCalculated } from '../../kpi/catalogue.ts';
import type { Funnel, Input, Kpi, Role } from '../../kpi/define.ts';
import { inputTitle, kpiSummary, kpiTitle, otherNames } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { languages } from '../../messages/compiled/languages.ts';
import { inEveryLanguage } from '../../messages/every-language.ts';
import { fold, plain, splitWords } from '../../messages/fold.ts';

/** What the user looks for; `''` for no restriction. */
export interface KpiSearch {
  readonly query: string;
  readonly role: Role | '';
  readonly stage: Funnel | '';
}

/** How well a text fits, the smaller the better. */
const fit = {
  name: 0,
  otherName: 1,
  nameStart: 2,
  titlePhrase: 3,
  title: 4,
  alsoCalled: 5,
  together: 6,
  inputs: 7,
  summary: 8,
} as const;

/** Added when the marks the user typed are not those of the text: «bán» found by «bạn». */
const otherMarks = 20;
/** Added when only another language says it. */
const otherLanguage = 0.5;

interface Words {
  /** The words as they are compared, a space before and after each. */
  readonly folded: string;
  readonly marked: string;
}

interface Indexed {
  readonly kpi: Kpi;
  readonly names: readonly string[];
  readonly byLanguage: Readonly<Record<Language, Readonly<Record<Part, Words>>>>;
  readonly alsoCalled: readonly string[];
}

type Part = 'title' | 'alsoCalled' | 'inputs' | 'summary';

const spaced = (texts: readonly string[]): Words => {
  const words = ` ${splitWords(texts.join(' ')).join(' ')} `;
  return { folded: fold(words), marked: plain(words) };
};

/** Prepares entries for searching; done once. */
export function indexOf(kpis: readonly Kpi[]): readonly Indexed[] {
  const parts = (kpi: Kpi, language: Language) => ({
    title: spaced([kpiTitle(kpi, language), kpi.name]),
    alsoCalled: spaced(otherNames(kpi, language)),
    inputs: spaced(measured(kpi).map((input) => inputTitle(input, language))),
    summary: spaced([kpiSummary(kpi, language)]),
  });
  return kpis.map((kpi) => ({
    kpi,
    names: [kpi.name, kpi.k ?? kpi.name].map(fold),
    byLanguage: inEveryLanguage((language) => parts(kpi, language)),
    alsoCalled: languages.flatMap((language) => otherNames(kpi, language)).map(fold),
  }));
}

const measured = (kpi: Kpi): readonly Input[] =>
  isCalculated(kpi) ? Object.values(kpi.inputs) : [kpi.counts];

/** The entries that fit, best first; all that pass the filters when the query is empty. */
export function search(
  index: readonly Indexed[],
  wanted: KpiSearch,
  language: Language,
): readonly Kpi[] {
  const allowed = index.filter(
    ({ kpi }) =>
      (!wanted.role || kpi.roles.includes(wanted.role)) &&
      (!wanted.stage || kpi.funnel === wanted.stage || kpi.funnel === 'any'),
  );
  const query = splitWords(plain(wanted.query));
  if (query.length === 0) return allowed.map(({ kpi }) => kpi);
  return allowed
    .map((entry) => ({ kpi: entry.kpi, rank: rank(entry, query, language) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ kpi }) => kpi);
}

function rank(entry: Indexed, query: readonly string[], language: Language): number {
  const typed = fold(query.join(' '));
  if (entry.names.includes(typed)) return fit.name;
  if (entry.alsoCalled.includes(typed)) return fit.otherName;
  if (entry.names.some((name) => name.startsWith(typed))) return fit.nameStart;
  const others = languages.filter((each) => each !== language);
  return Math.min(
    rankIn(entry.byLanguage[language], query),
    ...others.map((other) => rankIn(entry.byLanguage[other], query) + otherLanguage),
    inName(entry, typed),
  );
}

/** «ctr» stands inside EMAILCTR; shorter pieces would find anything. */
const inName = (entry: Indexed, typed: string): number =>
  typed.length >= 3 && entry.names.some((name) => name.includes(typed))
    ? fit.alsoCalled
    : Number.POSITIVE_INFINITY;

function rankIn(parts: Readonly<Record<Part, Words>>, query: readonly string[]): number {
  const exactly = tier(parts, query, 'marked');
  const markless = query.every((word) => word === fold(word));
  if (exactly < Number.POSITIVE_INFINITY && !markless) return exactly;
  return tier(parts, query.map(fold), 'folded') + (markless ? 0 : otherMarks);
}

/** A word of the query fits where a word of the text begins with it. */
function tier(
  parts: Readonly<Record<Part, Words>>,
  query: readonly string[],
  how: keyof Words,
): number {
  const starts = (text: string, word: string) => text.includes(` ${word}`);
  const every = (text: string) => query.every((word) => starts(text, word));
  if (starts(parts.title[how], query.join(' '))) return fit.titlePhrase;
  if (every(parts.title[how])) return fit.title;
  if (every(parts.alsoCalled[how])) return fit.alsoCalled;
  if (every(`${parts.title[how]}${parts.alsoCalled[how]}`)) return fit.together;
  if (every(`${parts.title[how]}${parts.inputs[how]}`)) return fit.inputs;
  const all = `${parts.title[how]}${parts.alsoCalled[how]}${parts.inputs[how]}${parts.summary[how]}`;
  return every(all) ? fit.summary : Number.POSITIVE_INFINITY;
}
