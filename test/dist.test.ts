import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { type Comment, type FunctionDeclaration, parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/kpi/catalogue.ts';
import type { Kpi } from '../src/kpi/define.ts';
import { allPitfalls, kpiTitle } from '../src/messages/catalogue.ts';
import { languages } from '../src/messages/compiled/languages.ts';
import { ga4Methods, ga4Scope } from '../src/sources/ga4/methods.ts';
import { shippedSources } from '../src/sources/registry.ts';
import { calculated } from './kit/engine/table.ts';

const code = readFileSync('dist/Code.js', 'utf8');
const page = readFileSync('dist/sidebar.html', 'utf8');
const comments: Comment[] = [];
const program = parse(code, { ecmaVersion: 2019, onComment: comments });
const functions = program.body.filter(
  (node): node is FunctionDeclaration => node.type === 'FunctionDeclaration',
);
const customFunctions = functions.filter((node) => helpOf(node)?.includes('@customfunction'));
const byName = new Map(functions.map((node) => [node.id.name, node]));

/** The comment that stands directly above a function. */
function helpOf(node: FunctionDeclaration): string | undefined {
  const above = comments.findLast(({ end }) => end <= node.start);
  const between = above && code.slice(above.end, node.start);
  return above?.type === 'Block' && between?.trim() === '' ? above.value : undefined;
}

const fresh = () => {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  return (call: string) => vm.runInContext(call, context);
};

describe('dist/', () => {
  it('holds the three files Google takes, and nothing else', () => {
    expect(readdirSync('dist').sort()).toEqual(['Code.js', 'appsscript.json', 'sidebar.html']);
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
    expect(code).toContain(first);
    for (const text of [second, cpl.source]) expect(code).not.toContain(text);
    for (const text of [second, cpl.source]) expect(page).toContain(text);
  });

  it('leaves out of the panel what only the script says of a plan, and nothing that reads it', () => {
    // Names of sentences: of what is wrong with a plan, and of the next quarter's targets.
    for (const name of ['tooManyKpis', 'sameSeason']) {
      expect(code).toContain(name);
      expect(page).not.toContain(name);
    }
  });

  it('carries with its script the licences of what it contains', () => {
    const head = code.slice(0, code.indexOf('var '));
    const named = [...head.matchAll(/Contains (\S+)\.\n/g)].map(([, name]) => name);
    expect(named).toEqual(['country-to-currency', 'weekstart']);
    expect(head.match(/Permission is hereby granted, free of charge/g)).toHaveLength(2);
  });

  it('stays small: what one cell loads, what the menus and the panel add, and the panel itself', () => {
    const loader = byName.get('marketingKpisLoad_');
    expect(loader?.start).toBeLessThan(50_000);
    expect(code.length).toBeLessThan(750_000);
    expect(page.length).toBeLessThan(520_000);
  });

  it('is exactly what clasp would push', () => {
    const said = execFileSync('npx', ['clasp', 'show-file-status', '--json'], { encoding: 'utf8' });
    const { filesToPush, untrackedFiles } = JSON.parse(said.slice(said.indexOf('{')));
    expect([...filesToPush].sort()).toEqual([
      'dist/Code.js',
      'dist/appsscript.json',
      'dist/sidebar.html',
    ]);
    expect(untrackedFiles).toEqual([]);
  });
});

/** What the script names of services, `MailApp.sendEmail`, and of what they give, `.showSidebar`. */
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
look(program);

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

describe('dist/appsscript.json', () => {
  const manifest = JSON.parse(readFileSync('dist/appsscript.json', 'utf8'));
  const scopes = Object.keys(uses).map((name) => `https://www.googleapis.com/auth/${name}`);

  it('asks for exactly the scopes that the script has a use for', () => {
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.oauthScopes).toEqual([...scopes, ga4Scope]);
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
    const declared = shippedSources.all.flatMap(({ access }) => access.hosts);
    expect([...prefixes].sort()).toEqual([...new Set(declared)].sort());
    const written = code.match(/https:\/\/[\w.-]+\.googleapis\.com\/[\w./-]*/g) ?? [];
    expect(written.filter((url) => !listed(url) && !url.includes('/auth/'))).toEqual([]);
    // Google takes a prefix only where its path is not empty.
    expect(prefixes.filter((prefix) => !/^https:\/\/[^/*]+\/.+/.test(prefix))).toEqual([]);
  });

  it('names the services of sources that Google signs in to, so that it switches their APIs on', () => {
    const named: { serviceId: string; version: string }[] =
      manifest.dependencies.enabledAdvancedServices;
    const hosts = named.map(
      ({ serviceId, version }) => `https://${serviceId}.googleapis.com/${version}/`,
    );
    const signedIn = shippedSources.all.flatMap(({ access }) =>
      access.is === 'google' ? access.hosts : [],
    );
    expect(hosts.sort()).toEqual([...signedIn].sort());
  });
});

describe('dist/Code.js', () => {
  it('has nothing at its top level but functions and one private variable', () => {
    const others = program.body.filter((node) => node.type !== 'FunctionDeclaration');
    const text = others.map((node) => code.slice(node.start, node.start + 40));
    expect(others.map(({ type }) => type).filter((type) => type !== 'ExpressionStatement')).toEqual(
      ['VariableDeclaration'],
    );
    expect(text.join()).toContain('var marketingKpis_=');
  });

  it('keeps all but the functions of cells in one private function, that only others load', () => {
    const hidden = functions.filter((node) => node.id.name.endsWith('_'));
    expect(hidden.map((node) => node.id.name)).toEqual(['marketingKpisLoad_']);
    const calls = (node: FunctionDeclaration) =>
      code.slice(node.start, node.end).includes('marketingKpisLoad_(');
    expect(customFunctions.filter(calls)).toEqual([]);
    const others = functions.filter((node) => !customFunctions.includes(node));
    expect(others.every(calls)).toBe(true);
  });

  it('makes a custom function of every KPI with arithmetic, and of KPI and KPI_TOTAL', () => {
    const names = customFunctions.map((node) => node.id.name).sort();
    expect(names).toEqual([...calculated.map(({ name }) => name), 'KPI', 'KPI_TOTAL'].sort());
  });

  it('offers Google the menu and the panel by name, and nothing that is private', () => {
    // What ends in an underscore Google offers to nobody.
    const others = functions.filter(
      (node) => !customFunctions.includes(node) && !node.id.name.endsWith('_'),
    );
    expect(others.map((node) => node.id.name).sort()).toEqual(
      [
        'onInstall',
        'onOpen',
        'openHelp',
        'openInsert',
        'openAccount',
        'openPanel',
        'useInThisSpreadsheet',
        'onTick',
        'selfCheck',
        'KPI_SELF_CHECK',
        'dataStart',
        'dimensionValues',
        'listAccounts',
        'listTables',
        'previewTable',
        'refresh',
        'saveFeeds',
        'setSchedule',
        'chooseLanguage',
        'insertFunction',
        'panelStart',
        'previewFunction',
        'readSelection',

        'adoptCopy',
        'buildDepartment',
        'buildPlan',
        'buildProgress',
        'changePlan',
        'changesSince',
        'draftNext',
        'goToPlan',
        'lastActuals',
        'makePortable',
        'makeRoom',
        'openPlan',
        'planStart',
        'removeEverything',
        'closePlan',
        'clearKept',
        'forgetPlan',
        'repairPlan',
        'selectedTable',
        'undo',
      ].sort(),
    );
  });

  it.each(calculated.map((kpi) => [kpi.name, kpi] as const))(
    'explains %s in the help box: both names, every parameter, no markup',
    (name, kpi) => {
      const node = byName.get(name);
      const help = node ? helpOf(node) : undefined;
      const lines = help?.split('\n').map((line) => line.replace(/^ \* ?/, '')) ?? [];
      for (const language of languages) expect(lines[1]).toContain(kpiTitle(kpi, language));
      expect(help).not.toMatch(/<[a-z]/i);
      const parameters = lines.flatMap((line) => /^@param \{\w+\} (\w+) \S/.exec(line)?.[1] ?? []);
      const real = node?.params.map((parameter) => code.slice(parameter.start, parameter.end));
      expect(parameters).toEqual(real);
      expect(real).toEqual(Object.keys(kpi.inputs));
      const optional = lines.filter((line) => line.includes(' Optional'));
      const leftOut = Object.values(kpi.inputs).filter((input) => input.optional);
      expect(optional).toHaveLength(leftOut.length);
    },
  );

  it('calls no service when it loads, and none on the way to a number', () => {
    expect(fresh()('CPL(1200, 300)')).toBe(4);
    expect(fresh()('JSON.stringify(CPL([["Cost"],[10],[""]], [["Leads"],[5],[""]]))')).toBe(
      '[[""],[2]]',
    );
    expect(fresh()('KPI_TOTAL("CPL", [[10],[90]], [[1],[3]])')).toBe(25);
  });

  it('speaks English where the locale of the spreadsheet cannot be read, else its language', () => {
    expect(fresh()('CPL(1200, 0)')).toBe('no leads');
    const inVietnam =
      'var SpreadsheetApp = { getActiveSpreadsheet: () => ({ getSpreadsheetLocale: () => "vi_VN" }) };';
    expect(fresh()(`${inVietnam} CPL(1200, 0)`)).toBe('không có lead');
    expect(() => fresh()(`${inVietnam} CPL("abc", 1)`)).toThrow('không phải số');
  });

  it('knows a date from the world it runs in', () => {
    expect(() => fresh()('CPL(new Date(0), 3)')).toThrow('is a date');
  });

  it('tells an argument left out from one that points at a blank cell', () => {
    expect(fresh()('ROI(200, 100)')).toBe(1);
    expect(fresh()('ROI(200, 100, "")')).toBe('');
  });
});

describe('dist/sidebar.html', () => {
  it('is one file that asks for nothing from outside', () => {
    expect(page).not.toMatch(
      /<(?:script|img|iframe)[^>]+src=|<link\b|@import|url\(\s*['"]?https?:/i,
    );
    expect(page.match(/<\/script>/gi)).toHaveLength(1);
  });

  it('carries the licence of what it contains', () => {
    const head = page.slice(0, page.indexOf('<head>'));
    expect(head.match(/Contains \S+\./g)).toEqual(['Contains preact.']);
    expect(head.match(/Permission is hereby granted, free of charge/g)).toHaveLength(1);
  });

  it('says which view it opens with, once, where the menu can change it', () => {
    expect(page.match(/data-view="home"/g)).toHaveLength(1);
  });
});
