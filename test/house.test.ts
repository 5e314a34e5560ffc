import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedSources } from '../src/sources/registry.ts';

/** Who may import whom: a room, and the rooms it reads. */
const reads: Readonly<Record<string, readonly string[]>> = {
  kpi: [],
  cells: ['kpi', 'messages'],
  messages: ['kpi'],
  native: ['kpi', 'messages'],
  plan: ['kpi', 'messages'],
  presets: ['kpi', 'messages', 'plan'],
  sheet: ['kpi', 'messages', 'native', 'plan', 'sources'],
  sources: ['kpi', 'messages', 'plan'],
  app: ['kpi', 'cells', 'messages', 'native', 'plan', 'presets', 'sheet', 'sources'],
  platform: [],
  'apps-script': [
    'kpi',
    'cells',
    'messages',
    'native',
    'plan',
    'presets',
    'sheet',
    'sources',
    'platform',
    'app',
  ],
  sidebar: ['kpi', 'messages', 'plan', 'presets', 'sheet', 'sources', 'app'],
  derive: ['kpi', 'messages', 'native'],
  workbench: ['kpi', 'messages', 'derive', 'native', 'platform'],
};
const pure = [
  'kpi',
  'cells',
  'messages',
  'native',
  'plan',
  'presets',
  'sheet',
  'sources',
  'platform',
  'app',
  'derive',
];
const longest = 300;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
  // What the build writes nobody looks over.
  .filter((file) => !file.startsWith(path.join('messages', 'compiled')))
  .map((file) => ({
    file,
    room: file.split(path.sep)[0] ?? '',
    text: readFileSync(path.join('src', file), 'utf8'),
  }));

/** What `npm test` runs, and what that is made of; this file names what the others may not. */
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'house.test.ts')
  .filter((file) => !['office', 'shared', 'clients'].includes(file.split(path.sep)[0] ?? ''))
  .map((file) => ({ file, text: readFileSync(path.join('test', file), 'utf8') }));

/** The imports of a file that stay inside `src/`, as paths below it. */
const imports = ({ file, text }: (typeof sources)[number]) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to = '']) =>
    path.join(path.dirname(file), to),
  );

/** Lines that are neither blank nor a comment alone. */
const codeLines = (text: string): number =>
  text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/\*\*?|\*)/.test(line)).length;

/** The files it needs to run, not those of which it takes types alone. */
const valueImports = ({ file, text }: (typeof sources)[number]) =>
  [...text.matchAll(/^(?:import|export) (\{[^}]*\}|\*[\w ]*|\w+) from '(\.[^']+)'/gm)]
    .filter(([, names = '']) => !/^\{\s*(?:type [\w ]+,?\s*)*\}$/.test(names))
    .map(([, , to = '']) => path.join(path.dirname(file), to));

/** What a room's README says of it, `''` where there is none. */
const readmeOf = (room: string): string => {
  const file = path.join('src', room, 'README.md');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** The files and folders that a text names between backticks, not those that a build makes. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`([\w./-]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /\/|\.(?:tsx?|mjs|json|css|csv|html|md)$/.test(name))
    .filter((name) => !name.startsWith('dist/'));

/** Lines that one of these patterns finds, in the files that are looked at. */
const linesLike = (
  asks: readonly RegExp[],
  isLookedAt: (source: (typeof sources)[number]) => boolean,
): readonly string[] =>
  sources.filter(isLookedAt).flatMap(({ file, text }) =>
    text
      .split('\n')
      .filter((line) => asks.some((ask) => ask.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );

describe('the house', () => {
  it('has the rooms it says it has', () => {
    expect([...new Set(sources.map(({ room }) => room))].sort()).toEqual(Object.keys(reads).sort());
  });

  it.each(Object.keys(reads))(
    'says in a README what %s is, and names only what is there',
    (room) => {
      const text = readmeOf(room);
      expect(text).not.toBe('');
      const there = (name: string) => existsSync(path.join('src', room, name)) || existsSync(name);
      expect(pathsIn(text).filter((name) => !there(name))).toEqual([]);
    },
  );

  it('has a first page for people, no longer than they read', () => {
    expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThanOrEqual(150);
    const map = readFileSync('src/README.md', 'utf8');
    expect(Object.keys(reads).filter((room) => !map.includes(`| \`${room}\` |`))).toEqual([]);
    const there = (name: string) => existsSync(path.join('src', name)) || existsSync(name);
    expect(pathsIn(map).filter((name) => !there(name))).toEqual([]);
  });

  it('has pages whose links lead somewhere', () => {
    const anchors = (text: string) =>
      [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}_ -]/gu, '')
          .replaceAll(' ', '-'),
      );
    const pages = ['README.md', 'test/README.md', 'src/README.md'].concat(
      Object.keys(reads).map((room) => `src/${room}/README.md`),
    );
    const broken = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].flatMap(
        ([link, file = '', anchor]) => {
          const to = file === '' ? page : path.join(path.dirname(page), file);
          const leads =
            existsSync(to) && (!anchor || anchors(readFileSync(to, 'utf8')).includes(anchor));
          return leads ? [] : [`${page}: ${link}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });

  it.each(sources.map((source) => [source.file, source] as const))(
    '%s imports only from rooms below its own',
    (_, source) => {
      const allowed = [source.room, ...(reads[source.room] ?? [])];
      const rooms = imports(source).map((to) => to.split(path.sep)[0] ?? '');
      expect(rooms.filter((room) => !allowed.includes(room) && room !== '..')).toEqual([]);
    },
  );

  it('has no circle of files that need one another to run', () => {
    const needs = new Map(sources.map((source) => [source.file, valueImports(source)] as const));
    const reached = (from: string): Set<string> => {
      const seen = new Set<string>();
      const open = [...(needs.get(from) ?? [])];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (seen.has(file)) continue;
        seen.add(file);
        open.push(...(needs.get(file) ?? []));
      }
      return seen;
    };
    expect([...needs.keys()].filter((file) => reached(file).has(file))).toEqual([]);
  });

  it('has folders one can look over', () => {
    const folders = sources.map(({ file }) => path.dirname(file));
    const full = [...new Set(folders)].filter(
      (folder) => folders.filter((each) => each === folder).length > 24,
    );
    expect(full).toEqual([]);
  });

  it('lets the panel know the app by its types alone', () => {
    const values = sources
      .filter(({ room }) => room === 'sidebar')
      .flatMap(({ text }) => text.match(/import (?!type)[^;]*'\.\.\/app\/[^']+'/g) ?? []);
    expect(values).toEqual([]);
  });

  it('keeps clocks, chance, networks and services out of the pure rooms', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bglobalThis\b|\b(?:SpreadsheetApp|PropertiesService|UrlFetchApp|ScriptApp|HtmlService|LockService|CacheService|Session|Utilities)\./;
    const found = sources.filter(({ room, text }) => pure.includes(room) && impure.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('names Google services nowhere but in apps-script/, and in the workbench that stands in for them', () => {
    const named =
      /\b(?:SpreadsheetApp|PropertiesService|UrlFetchApp|ScriptApp|HtmlService|LockService|CacheService|MailApp)\b/;
    const found = sources.filter(
      ({ room, text }) => !['apps-script', 'workbench'].includes(room) && named.test(text),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('renders the blocks of a plan’s sheet where each version of it is rendered once', () => {
    const rendering = sources.filter(
      ({ room, text }) => room === 'app' && /\bplan(?:Blocks|Drawing)\(/.test(text),
    );
    expect(rendering.map(({ file }) => path.basename(file)).sort()).toEqual([
      // The whole form of a sheet is asked for: native formulas and ours, with all that was typed.
      'repair-plan.ts',
      'rewrite-formulas.ts',
    ]);
  });

  it('takes no HTML and no script from data', () => {
    const risky = /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|\beval\(/;
    const found = sources.filter(({ room, text }) => room !== 'derive' && risky.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('has files of one subject each: none is long, none is a drawer for everything', () => {
    const long = sources.filter(({ text }) => codeLines(text) > longest);
    expect(long.map(({ file }) => file)).toEqual([]);
    expect(sources.filter(({ file }) => /\b(?:utils?|helpers?|misc|common)\b/.test(file))).toEqual(
      [],
    );
  });

  it('writes objects as objects: none is spread only to be written on fewer lines', () => {
    expect(sources.filter(({ text }) => /\.\.\.\{/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('asks nowhere outside of sources/ which source something is of', () => {
    const ids = shippedSources.all.map(({ id }) => id).join('|');
    const asks = [
      // A comparison with what an account or a row says of its source; a KPI's own `source` is words.
      /\bsource(?:\.id)?\s*[!=]==(?!\s*'typed')/,
      /[!=]==\s*(?:\w+\.)*source\s*(?:[;)&|?,:]|$)/,
      /\bswitch\s*\((?:\w+\.)*source\b/,
      // The id of a source, or what its accounts begin with.
      new RegExp(`(?<!id=)['"](?:${ids}|table-|properties/)['"]|\`(?:table-|properties/)\\$`),
      // A map with a place for each source.
      new RegExp(`\\b(?:${ids})\\??\\s*:\\s*['"{(]`),
      /\.ga4\b/,
    ];
    // The workbench plays the systems themselves, and the catalogue speaks of what they count.
    const elsewhere = ({ room }: (typeof sources)[number]) =>
      !['sources', 'workbench', 'kpi'].includes(room);
    expect(linesLike(asks, elsewhere)).toEqual([]);
  });

  it('asks nowhere outside of messages/ which language somebody speaks', () => {
    const asks = [
      /[!=]==\s*'(?:en|vi)'|'(?:en|vi)'\s*[!=]==|\bcase '(?:en|vi)'/,
      // The beginning of a locale.
      /\/\^(?:en|vi)\b/,
      // A text for each of them, written by hand, or one of them taken.
      /\b(?:en|vi)\??: ?(?:\w+\(|['"`{[])/,
      /\w\.(?:en|vi)\b/,
    ];
    const elsewhere = ({ room }: (typeof sources)[number]) => room !== 'messages';
    expect(linesLike(asks, elsewhere)).toEqual([]);
  });

  it('has tests where what they test stands, and those apart that try only some of what they could', () => {
    const run = tests.filter(({ file }) => file.endsWith('.test.ts'));
    const ofRooms = run.filter(({ file }) => Object.hasOwn(reads, file.split(path.sep)[0] ?? ''));
    const nowhere = ofRooms.filter(({ file }) => !existsSync(path.join('src', path.dirname(file))));
    expect(nowhere.map(({ file }) => file)).toEqual([]);
    const misplaced = run.filter(
      ({ file, text }) => file.startsWith('sweeps') !== text.includes('/sweep.ts'),
    );
    expect(misplaced.map(({ file }) => file)).toEqual([]);
  });

  it('makes the plans of its tests in one place', () => {
    const spelt = /\bfirstMonth: 1,\s+weekStart|\bflag: 0\.7,\s+definition/;
    const makers = tests.filter(({ text }) => spelt.test(text)).map(({ file }) => file);
    expect(makers).toEqual([path.join('kit', 'plans', 'plans.ts')]);
  });

  it('has tests that run whole wherever npm has brought what they need', () => {
    const elsewhere = /shared\/|soffice|libreoffice|skipIf|runIf|\.skip\(|\.todo\(/i;
    expect(tests.length).toBeGreaterThan(150);
    expect(tests.filter(({ text }) => elsewhere.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
