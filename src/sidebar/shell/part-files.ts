/**
 * What the panel is delivered in: the files that have come, and asking for those that have not. It is a
 * script of its own that runs before all others and is called `panelFiles` in them (`../bundle.mjs`).
 */

type Module = { exports: object };
/** A piece of the panel: run when it is needed for the first time. */
type Piece = (require: (name: string) => object, module: Module) => void;
/** The texts of an area, put together when they are asked for the first time. */
type Texts = () => readonly unknown[];

/** Brings files of the project by their names; rejects with a sentence. */
type AskFiles = (names: readonly string[]) => Promise<readonly string[]>;

/** What the build knows of the panel's files. */
interface Facts {
  /** The file that the page itself is. */
  readonly first: string;
  /** The files that a page needs beside the first one, by the piece it is. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  /** The files that have texts, which come as files of their own. */
  readonly speaking: readonly string[];
}

let facts: Facts = { first: '', needs: {}, speaking: [] };
let ask: AskFiles = () => Promise.reject(new Error('Nobody can be asked.'));
/** What is said where the files that come are of another version than the page. */
let renewed = () => '';
/** The language of the panel: its texts are here for every file that is. */
let spoken = '';
const here = new Set<string>();
const pieces = new Map<string, Piece>();
const modules = new Map<string, Module>();
const areas: Record<string, Record<string, Texts>> = {};

/** Called by the page: what is delivered, and in which language. */
export function begin(given: Facts, language: string): void {
  facts = given;
  spoken = language;
  here.add(facts.first);
}

/** Called by files: a piece of the panel. */
export function define(name: string, piece: Piece): void {
  pieces.set(name, piece);
}

/** Called by files: texts in a language, by area. `file` is the one of code that they belong to. */
export function say(file: string, language: string, texts: Readonly<Record<string, Texts>>): void {
  here.add(textsFile(file, language));
  for (const area of Object.keys(texts)) textsOf(area)[language] = texts[area] as Texts;
}

/** Called by files that stand in the page itself, where it is delivered whole. */
export function hold(file: string): void {
  here.add(file);
}

/**
 * The texts of an area by language. Where a language is asked for whose texts have not come, the panel's
 * own stands in: a sentence in another language is better than a panel that has stopped.
 */
export function textsOf(area: string): Record<string, Texts> {
  areas[area] ??= new Proxy<Record<string, Texts>>(
    {},
    { get: (known, language) => known[String(language)] ?? known[spoken] },
  );
  return areas[area];
}

/** A piece that is here. */
export function run(name: string): object {
  const known = modules.get(name);
  if (known) return known.exports;
  const piece = pieces.get(name);
  if (!piece) throw new Error(renewed());
  const module: Module = { exports: {} };
  modules.set(name, module);
  try {
    piece(run, module);
  } catch (error) {
    // It is run anew when it is asked for again: half of it is of no use.
    modules.delete(name);
    throw error;
  }
  return module.exports;
}

/** Says who is asked for files, and what to say where they have been renewed since the panel was opened. */
export function askedOf(bring: AskFiles, sayRenewed: () => string): void {
  ask = bring;
  renewed = sayRenewed;
}

/** A page of the panel, with all it needs; this is what an `import()` becomes. */
export async function load(name: string): Promise<object> {
  const files = facts.needs[name] ?? [];
  // The language may have changed while they were on their way.
  await arrived(() => [...files, ...speakingOf(files).map((file) => textsFile(file, spoken))]);
  return run(name);
}

/** Brings the texts in a language for all that is here; from then on it is the panel's, if it still is to be. */
export async function speak(language: string, isWanted: () => boolean): Promise<void> {
  await arrived(() => speakingOf([...here]).map((file) => textsFile(file, language)));
  if (isWanted()) spoken = language;
}

const speakingOf = (files: readonly string[]): readonly string[] =>
  files.filter((file) => facts.speaking.includes(file));

const textsFile = (file: string, language: string): string => `${file}-${language}`;

async function arrived(wanted: () => readonly string[]): Promise<void> {
  for (;;) {
    const missing = wanted().filter((file) => !here.has(file));
    if (missing.length === 0) return;
    await Promise.all(missing.map(brought));
  }
}

/** The files that are asked for together, at the end of what runs now. */
let next: { readonly files: string[]; readonly coming: Promise<void> } | null = null;
const onTheWay = new Map<string, Promise<void>>();

function brought(file: string): Promise<void> {
  const known = onTheWay.get(file);
  if (known) return known;
  next ??= together();
  next.files.push(file);
  onTheWay.set(file, next.coming);
  return next.coming;
}

function together() {
  const files: string[] = [];
  const come = async () => {
    next = null;
    try {
      const scripts = await ask(files);
      files.forEach((file, at) => {
        new Function(scripts[at] ?? '')();
        here.add(file);
      });
    } finally {
      for (const file of files) onTheWay.delete(file);
    }
  };
  return { files, coming: Promise.resolve().then(come) };
}
