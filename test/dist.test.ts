import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/kpi/catalogue.ts';
import type { Kpi } from '../src/kpi/define.ts';
import { allPitfalls } from '../src/messages/catalogue.ts';
import { doctorWords } from '../src/messages/compiled/doctor.ts';
import { languages } from '../src/messages/compiled/languages.ts';
import { planPagesWords } from '../src/messages/compiled/plan-pages.ts';
import { permissionsFor } from '../src/sources/access.ts';
import { ga4Methods } from '../src/sources/ga4/methods.ts';
import { shippedSources } from '../src/sources/registry.ts';
import { type BuiltAddOn, builds } from './kit/run/built-add-on.ts';
import { distFolder, everythingFolder, oneFileFolder } from './kit/run/built-folders.ts';

const built = builds['in two files'];
const fileIn = (folder: string, name: string) => readFileSync(`${folder}/${name}.html`, 'utf8');
const read = (name: string) => fileIn(distFolder, name);
/** The page of the panel in each language, and the files that come when they are wanted. */
const pages = languages.map((language) => `sidebar-${language}`);
const codeOfPanel = ['common', 'data', 'functions', 'plan', 'wizard'].map(
  (part) => `panel-${part}`,
);
const textsOfPanel = ['common', 'first', 'wizard'].flatMap((part) =>
  languages.map((language) => `panel-${part}-${language}`),
);
const ofPanel = [...pages, ...codeOfPanel, ...textsOfPanel];
/** Which sources a build contains: what is of a flavour is in none but that with everything. */
const sourcesIn = (name: string) =>
  shippedSources.all.filter(({ flavour }) => name === 'with everything' || flavour === undefined);
const googleIn = (name: string) =>
  sourcesIn(name).flatMap(({ access }) => (access.is === 'google' ? [access] : []));
/** All that the panel may run, in every language. */
const panel = ofPanel.map(read).join('\n');

describe('dist/', () => {
  it('holds the files Google takes, and nothing else', () => {
    const html = (names: readonly string[]) => names.map((name) => `${name}.html`);
    const always = ['Code.js', 'appsscript.json'];
    expect(built.files).toEqual([...always, ...html(['rest', ...ofPanel])].sort());
    expect(builds['in one file'].files).toEqual([...always, ...html(pages)].sort());
  });

  it('leaves out of the catalogue only what none of the script’s rooms reads', () => {
    const rooms = readdirSync('src').filter(
      (room) =>
        statSync(`src/${room}`).isDirectory() &&
        !['kpi', 'messages', 'sidebar', 'workbench'].includes(room),
    );
    const files = rooms.flatMap((room) =>
      readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.ts$/.test(file))
        .map((file) => `src/${room}/${file}`),
    );
    const reads = /\.examples\b|\bkpi\.source\b|\bis\.source\b|\ballPitfalls\b/;
    expect(files.filter((file) => reads.test(readFileSync(file, 'utf8')))).toEqual([]);
    const [cpl] = catalogue.filter(({ name }) => name === 'CPL') as [Kpi];
    const [first, second] = allPitfalls(cpl, 'vi');
    expect(built.script).toContain(first);
    for (const text of [second, cpl.source]) expect(built.script).not.toContain(text);
    for (const text of [second, cpl.source]) expect(panel).toContain(text);
  });

  it('leaves out of the panel what only the script says of a plan, and nothing that reads it', () => {
    // Names of sentences: of what is wrong with a plan, and of the next quarter's targets.
    for (const name of ['tooManyKpis', 'sameSeason']) {
      expect(built.rest).toContain(name);
      expect(panel).not.toContain(name);
    }
  });

  it.each(Object.entries(builds))('carries the licences of what it contains: %s', (_, add) => {
    const holder = add.rest || add.code;
    const head = holder.slice(0, holder.search(/^(?:"use strict";)?(?:var|function) /m));
    const named = [...head.matchAll(/Contains (\S+)\.\n/g)].map(([, name]) => name);
    expect(named).toEqual(['country-to-currency', 'weekstart']);
    expect(head.match(/Permission is hereby granted, free of charge/g)).toHaveLength(2);
  });

  it('stays small: the script and the panel', () => {
    expect(built.code.length).toBeLessThan(95_000);
    expect(built.rest.length).toBeLessThan(860_000);
    expect(builds['with everything'].rest.length).toBeLessThan(885_000);
    for (const language of languages) {
      const bytes = (names: readonly string[]) => Buffer.byteLength(names.map(read).join(''));
      expect(bytes([`sidebar-${language}`]), language).toBeLessThan(130_000);
      const later = textsOfPanel.filter(
        (name) => name.endsWith(`-${language}`) && !name.startsWith('panel-first'),
      );
      expect(bytes([`sidebar-${language}`, ...codeOfPanel, ...later])).toBeLessThan(520_000);
    }
  });

  it('is exactly what clasp would push', () => {
    const said = execFileSync('npx', ['clasp', 'show-file-status', '--json'], { encoding: 'utf8' });
    const { filesToPush, untrackedFiles } = JSON.parse(said.slice(said.indexOf('{')));
    expect([...filesToPush].sort()).toEqual(
      [
        'dist/Code.js',
        'dist/appsscript.json',
        ...['rest', ...ofPanel].map((name) => `dist/${name}.html`).sort(),
      ].sort(),
    );
    expect(untrackedFiles).toEqual([]);
  });
});

/** What a script names of services, `MailApp.sendEmail`, and of what they give, `.showSidebar`. */
function namesIn({ programs }: BuiltAddOn): ReadonlySet<string> {
  const named = new Set<string>();
  const look = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, object, property, computed } = node as Record<string, Record<string, unknown>>;
    if ((type as unknown) === 'MemberExpression' && !computed) {
      const owner = object?.type === 'Identifier' ? object.name : '';
      named.add(`${owner}.${property?.name}`).add(`.${property?.name}`);
    }
    for (const part of Object.values(node)) look(part);
  };
  look(programs);
  return named;
}

/** Each scope, and by what calls it is needed; what needs none is found by its service alone. */
const uses: Readonly<Record<string, RegExp>> = {
  'spreadsheets.currentonly': /^SpreadsheetApp\.getActiveSpreadsheet$/,
  'script.container.ui': /^\.show(?:Sidebar|ModalDialog)$/,
  'script.external_request': /^UrlFetchApp\./,
  'script.scriptapp': /^ScriptApp\.(?:newTrigger|deleteTrigger|get\w+Triggers)$/,
  'script.send_mail': /^MailApp\./,
  'userinfo.email': /^Session\.get(?:Active|Effective)User$/,
};
const services = [
  'SpreadsheetApp',
  'HtmlService',
  'Session',
  'Utilities',
  'Charts',
  'PropertiesService',
  'CacheService',
  'LockService',
  'UrlFetchApp',
  'ScriptApp',
  'MailApp',
];
const others =
  /^(?:[A-Z]\w+(?:App|Service)|Drive|Sheets|Gmail|Calendar|People|Jdbc|Analytics\w*)\./;

describe.each(Object.entries(builds))('the manifest of the script %s', (name, add) => {
  const { manifest, script } = add;
  const named = namesIn(add);
  const scopes = Object.keys(uses).map((name) => `https://www.googleapis.com/auth/${name}`);

  it('asks for exactly the scopes that the script has a use for', () => {
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.oauthScopes).toEqual([
      ...scopes,
      ...googleIn(name).flatMap((access) => access.scopes),
    ]);
    const used = (pattern: RegExp) => [...named].some((name) => pattern.test(name));
    expect(Object.keys(uses).filter((name) => !used(uses[name] as RegExp))).toEqual([]);
  });

  it('covers every service of Google’s that the script names', () => {
    const unknown = [...named].filter(
      (name) => others.test(name) && !services.includes(name.split('.')[0] ?? ''),
    );
    expect(unknown).toEqual([]);
    expect(
      services.filter((one) => ![...named].some((name) => name.startsWith(`${one}.`))),
    ).toEqual([]);
    // More than the current file, or more of it than its cells, takes a wider scope.
    expect(
      [...named].filter((name) =>
        /\.(?:openBy(?:Id|Url)|moveTo|addEditors?|getFileById)$/.test(name),
      ),
    ).toEqual([]);
  });

  it('lists the addresses at which sources are asked, and no others', () => {
    const prefixes: string[] = manifest.urlFetchWhitelist;
    const listed = (url: string) => prefixes.some((prefix) => url.startsWith(prefix));
    const urls = Object.values(ga4Methods).map(({ url }) => url);
    expect(urls.filter((url) => !listed(url))).toEqual([]);
    const declared = sourcesIn(name).flatMap(({ access }) =>
      access.is === 'token' ? [...access.hosts, ...access.exchange.hosts] : access.hosts,
    );
    expect([...prefixes].sort()).toEqual([...new Set(declared)].sort());
    const written = script.match(/https:\/\/[\w.-]+\.googleapis\.com\/[\w./-]*/g) ?? [];
    expect(written.filter((url) => !listed(url) && !url.includes('/auth/'))).toEqual([]);
    // Google takes a prefix only where its path is not empty, and a slash is one; and one `*.` at the front of its host.
    expect(prefixes.filter((prefix) => !/^https:\/\/(?:\*\.)?[^/*]+\//.test(prefix))).toEqual([]);
  });

  it('names the services of sources that Google signs in to, so that it switches their APIs on', () => {
    const enabled: { serviceId: string; version: string }[] =
      manifest.dependencies.enabledAdvancedServices;
    const hosts = enabled.map(
      ({ serviceId, version }) => `https://${serviceId}.googleapis.com/${version}/`,
    );
    // One without a service is of a flavour, and says before it is connected what that takes.
    const signedIn = googleIn(name).flatMap((access) =>
      access.services.length > 0 ? access.hosts : [],
    );
    expect(hosts.sort()).toEqual([...signedIn].sort());
    for (const { access, flavour, words } of sourcesIn(name)) {
      if (access.is !== 'google' || access.services.length > 0) continue;
      expect(flavour).toBeDefined();
      for (const language of languages) expect(words(language).needs).toContain('Google Cloud');
    }
  });

  it('goes with a script that has all of the sources it contains, and nothing of the others', () => {
    const contained = sourcesIn(name);
    for (const source of shippedSources.all) {
      const { access, words, troubles, flavour } = source;
      const isIn = contained.includes(source);
      const scopesOf = permissionsFor(access).filter((each) => each !== 'fetch');
      const said = languages.map((language) => words(language));
      // What all builds have is known by its button; its addresses are put together where they are asked.
      const own =
        flavour === undefined
          ? said.map(({ connect }) => connect)
          : [
              ...access.hosts,
              ...scopesOf,
              ...said.flatMap(({ why, needs }) => [why, needs].filter((text) => text !== '')),
            ];
      expect(own.length + Object.keys(troubles).length).toBeGreaterThan(0);
      for (const text of own) expect([text, script.includes(text)]).toEqual([text, isIn]);
    }
  });
});

describe('a source that is not in every build', () => {
  it('is in none that did not ask for it, and makes the script longer only there', () => {
    const left = shippedSources.all.filter(({ flavour }) => flavour !== undefined);
    expect(left.map(({ id, flavour }) => [id, flavour])).toEqual([
      ['searchConsole', 'search-console'],
    ]);
    const [base, everything] = [builds['in two files'], builds['with everything']];
    expect(base.script).not.toMatch(/webmasters|searchAnalytics|siteEntry|searchConsole/);
    expect(everything.script).toMatch(/webmasters\/v3/);
    expect(everything.rest.length - base.rest.length).toBeGreaterThan(15_000);
    expect(everything.code).toBe(base.code);
    // The panel is told of sources when its page about data opens: its files are the same.
    for (const file of ofPanel) expect(fileIn(everythingFolder, file), file).toBe(read(file));
  });

  it('is chosen by the name of its flavour, and a name that none has is refused', () => {
    const build = (...options: string[]) =>
      spawnSync('node', ['build.mjs', 'push', ...options], { encoding: 'utf8' });
    const { status, stderr } = build('--with', 'search-consol');
    expect(status).toBe(1);
    expect(stderr).toContain('--with search-consol: there is search-console to choose from.');
  });
});

describe.each(languages)('the page of the panel in %s', (language) => {
  const page = read(`sidebar-${language}`);
  const whole = fileIn(oneFileFolder, `sidebar-${language}`);

  it('is one file that asks for nothing from outside', () => {
    for (const each of [page, whole]) {
      expect(each).not.toMatch(
        /<(?:script|img|iframe)[^>]+src=|<link\b|@import|url\(\s*['"]?https?:/i,
      );
      expect(each.match(/<\/script>/gi)).toHaveLength(1);
    }
  });

  it('has no template literal, in which Google takes an address for a comment', () => {
    for (const each of [page, whole]) {
      const [, script = ''] = /<script>(.*)<\/script>/s.exec(each) ?? [];
      const kinds = [...tokenizer(script, { ecmaVersion: 2019 })].map(({ type }) => type.label);
      expect(kinds).not.toContain('`');
    }
  });

  it('carries the licence of what it contains', () => {
    const head = page.slice(0, page.indexOf('<head>'));
    expect(head.match(/Contains \S+\./g)).toEqual(['Contains preact.']);
    expect(head.match(/Permission is hereby granted, free of charge/g)).toHaveLength(1);
  });

  it('says its language, and which view it opens with, once, where the menu can change it', () => {
    expect(page.match(/<html lang="(\w+)"/)?.[1]).toBe(language);
    expect(page.match(/data-view="home"/g)).toHaveLength(1);
  });

  it('holds no other language’s sentences, and with the script in one file all of them', () => {
    for (const each of languages) {
      const { noName } = planPagesWords(each).home;
      expect(page.includes(noName), each).toBe(each === language);
      expect(whole, each).toContain(noName);
    }
    const [rule] = Object.values(doctorWords(language));
    for (const each of [page, whole]) expect(each.includes(rule?.why ?? '')).toBe(each === whole);
  });
});
