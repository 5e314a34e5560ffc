// Builds the add-on into dist/, and the workbench beside the packages; serves it.
//   node build.mjs            dist/, as it is pushed  [--with search-console] [--one-file]
//   node build.mjs start      dist/ with everything, then the workbench  [--port N] [--book FILE] [--blank]
//   node build.mjs dev        the same, again at every change
//   node build.mjs vendors    serves the systems the workbench plays, each host on a port  [--port N]
//   node build.mjs messages   src/messages/compiled/, from the languages beside it
//   node build.mjs readme     rewrites the table of functions in src/kpi/README.md
//   node build.mjs measured   takes a copied self-check report from the standard input into src/platform/
//   node build.mjs push       dist/, then to Google, into the project that .clasp.own.json names  [--with …]
// --with: systems that ask everybody for one more permission, by the flavour their entry says; several
// with commas, or `all`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { build } from 'esbuild';
import { leanCatalogue } from './src/derive/lean-catalogue.mjs';
import { leftOut, sourceEntries, withoutSources } from './src/derive/without-sources.mjs';
import { bundlePanel, packagesIn } from './src/sidebar/bundle.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const cache = at('node_modules', '.cache', 'marketing-kpis');

const banner = '/*! Marketing KPIs for Sheets. Licensed under the Apache License, Version 2.0. */';

/** The room `derive/`: it reads the catalogue when building. */
export const loadDerive = () => loadRoom('derive');

/** A room, bundled and loaded, to be used while building. */
async function loadRoom(room, file = 'index.ts', plugins = []) {
  await mkdir(cache, { recursive: true });
  const outfile = path.join(cache, `${room}-${process.pid}.mjs`);
  await build({
    entryPoints: [at('src', room, file)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'warning',
    plugins,
  });
  try {
    return await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  } finally {
    await rm(outfile, { force: true });
  }
}

/**
 * Compiles what people read, src/messages/<language>/<area>.json, into src/messages/compiled/; says
 * which file is wrong where one is. What has not changed is not written: others may be reading it.
 */
export async function compileMessages(folder = at('src', 'messages')) {
  const { compileMessages: compile } = await loadRoom('messages', 'compile/index.ts');
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const languages = [...new Set(files.map((file) => file.split('/', 1)[0]))];
  const areas = {};
  for (const file of files) {
    const [language, ...rest] = file.split('/');
    const area = rest.join('/').replace(/\.json$/, '');
    areas[area] ??= Object.fromEntries(languages.map((each) => [each, undefined]));
    areas[area][language] = await readJson(path.join(folder, file), `src/messages/${file}`);
  }
  const compiled = compile(areas);
  if (compiled.problems) throw new Error(compiled.problems.join('\n'));
  const modules = Object.entries(compiled.modules);
  const kept = new Set(modules.map(([area]) => path.join('compiled', `${area}.ts`)));
  for (const file of await readdir(folder, { recursive: true })) {
    if (/^compiled\b.*\.ts$/.test(file) && !kept.has(file)) await rm(path.join(folder, file));
  }
  for (const [area, code] of modules) {
    const file = path.join(folder, 'compiled', `${area}.ts`);
    const before = await readFile(file, 'utf8').catch(() => null);
    if (before === code) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.${process.pid}`, code);
    await rename(`${file}.${process.pid}`, file);
  }
}

/** For types and editors; what is wrong is said in sentences. */
async function messagesOnly() {
  await compileMessages().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}

async function readJson(file, name) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`${name} is no JSON: ${error.message}`);
  }
}

/** Hands the bundle what is derived from the catalogue, as the modules `derived:…`. */
const derivedModules = ({ table, branches, page }) => ({
  name: 'derived',
  setup(setup) {
    setup.onResolve({ filter: /^derived:/ }, ({ path: name }) => ({
      path: name,
      namespace: 'derived',
    }));
    setup.onLoad({ filter: /:cell-table$/, namespace: 'derived' }, () => ({
      contents: `export const table = ${table};`,
    }));
    setup.onLoad({ filter: /:branches$/, namespace: 'derived' }, () => ({
      contents: `export const branches = ${branches};`,
    }));
    setup.onLoad({ filter: /:page$/, namespace: 'derived' }, () => ({
      contents: `export const page = ${page};`,
    }));
  },
});

/** The script: Code.js, and where it is not all in one file, the text of the other. */
async function scriptFiles(derive, page, { inOneFile, missing }) {
  const { calculated, privateNames } = derive;
  const branches = derive.branchesScript();
  const { hashText } = await loadRoom('messages', 'hash-text.ts');
  const known = { length: page.trim().length, hash: hashText(page.trim()) };
  const facts = { branches, page: JSON.stringify(known) };
  const table = derive.tableScript(calculated);
  const [cells, opening, rest] = await Promise.all([
    bundled('src/apps-script/cells.ts', derivedModules({ ...facts, table }), missing),
    bundled('src/apps-script/opening.ts', derivedModules(facts), missing),
    bundled(
      'src/apps-script/main.ts',
      derivedModules({ ...facts, table: `${privateNames.cells}().table` }),
      missing,
    ),
  ]);
  // Loading calls no service, so the names of what Google calls can be read off the bundles themselves.
  const made = vm.runInNewContext(
    `function ${privateNames.cells}() { return ${cells.made}; }
    ${[cells, opening, rest].map(({ script }) => script).join('\n')}
    ({ cells: ${cells.made}, opening: ${opening.made}, rest: ${rest.made} })`,
  );
  const head = async ({ packages }) =>
    [banner, ...(await licencesOf(packages)).map((text) => `/*\n${text}\n*/`)].join('\n');
  return derive.codeFiles({
    ...{ kpis: calculated, cells, opening, rest, inOneFile },
    restText: `HtmlService.createTemplateFromFile('${derive.restFile}').getRawContent()`,
    names: {
      cells: Object.keys(made.cells.selfCheckFunctions),
      opening: Object.keys(made.opening.openingHandlers),
      idle: Object.keys(made.opening.idle),
      handlers: Object.keys(made.rest.handlers),
      panel: Object.keys(made.rest.panel),
    },
    heads: { cells: await head(cells), rest: await head(rest) },
  });
}

/** Where quantities could be read from, of systems that nothing can connect yet. */
const unread = [];

/** What is said of KPIs, roles and objectives that is read in the panel alone. */
const ofThePanel = [
  ...unread,
  ...['k', 'examples', 'source', 'roles', 'offered', 'guardrails', 'twins', 'traits', 'identities'],
  ...['weighted', 'tracked', 'ownForms', 'putsIn', 'likeliest', 'fallback', 'bounds'],
  ...['fits', 'unfit', 'funnel'],
];

/** Where quantities are read from is asked by the sources, which run in the script. */
const ofTheScript = ['searchConsole'];

async function bundled(entry, modules, missing) {
  const made = `${path.basename(entry, '.ts')}Made`;
  const { outputFiles, metafile } = await build({
    entryPoints: [at(entry)],
    bundle: true,
    format: 'iife',
    globalName: made,
    target: 'es2019',
    charset: 'utf8',
    minify: true,
    write: false,
    logLevel: 'warning',
    plugins: [
      modules,
      withoutSources(missing),
      leanCatalogue({ without: [...ofThePanel, ...missing.map(({ id }) => id)] }),
    ],
    metafile: true,
  });
  return { script: outputFiles[0].text.trim(), made, packages: packagesIn(metafile) };
}

/** What the licences of packages ask to be carried along with them. */
const licencesOf = (packages) =>
  Promise.all(
    [...new Set(packages)].sort().map(async (name) => {
      const folder = at(`node_modules/${name}`);
      const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
      if (!file) throw new Error(`${name} ships without its licence.`);
      return `Contains ${name}.\n${(await readFile(path.join(folder, file), 'utf8')).trim()}`;
    }),
  );

/** The files of the panel by their names; whole in each page where the script is in one file. */
async function panelFiles(languages, inOneFile) {
  return bundlePanel({
    languages,
    licencesOf,
    whole: inOneFile,
    // Made-up numbers and the sheet of a department are made by the script.
    plugins: [leanCatalogue({ without: ['sample', 'figure', ...unread, ...ofTheScript] })],
  });
}

/** Rewrites the table of functions, or fails when it is not up to date. */
async function readme(derive, { write }) {
  const file = at('src/kpi/README.md');
  const text = await readFile(file, 'utf8');
  const renewed = derive.renewReadme(text);
  if (renewed === text) return;
  if (!write)
    throw new Error('src/kpi/README.md is not up to date with the catalogue: npm run readme.');
  await writeFile(file, renewed);
}

/** The add-on's own manifest, and what each source that this build contains needs beside it. */
async function manifest(missing) {
  const own = JSON.parse(await readFile(at('appsscript.json'), 'utf8'));
  const { shippedManifest } = await loadRoom('sources', 'registry.ts', [withoutSources(missing)]);
  const { oauthScopes, urlFetchWhitelist, enabledAdvancedServices } = shippedManifest();
  const whole = {
    ...own,
    dependencies: { enabledAdvancedServices },
    oauthScopes: [...own.oauthScopes, ...oauthScopes],
    urlFetchWhitelist,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The flavours that were asked for by their names; `all` is every one there is. */
function flavoursOf(asked, entries) {
  const known = [...new Set(entries.flatMap(({ flavour }) => flavour ?? []))];
  const unknown = asked.find((name) => name !== 'all' && !known.includes(name));
  if (unknown === undefined) return asked.includes('all') ? known : asked;
  throw new Error(`--with ${unknown}: there is ${known.join(', ') || 'nothing'} to choose from.`);
}

/**
 * Writes dist/: the files Google takes, nothing else. `inOneFile` puts all of the script into Code.js,
 * should Google ever refuse to run a text. `flavours` are those of sources that not everybody wants,
 * since each asks for one more permission: without them nothing of these sources is there.
 */
export async function buildAddOn({
  writeReadme = false,
  inOneFile = false,
  flavours = [],
  into = at('dist'),
} = {}) {
  await compileMessages();
  const entries = await sourceEntries(at('src', 'sources'), (file) => loadRoom('sources', file));
  const missing = leftOut(entries, flavoursOf(flavours, entries));
  const derive = await loadDerive();
  derive.checkTexts();
  await readme(derive, { write: writeReadme });
  const { languages } = await loadRoom('messages', 'compiled/languages.ts');
  const panel = await panelFiles(languages, inOneFile);
  const { code, rest } = await scriptFiles(derive, panel.get(`sidebar-${languages[0]}`), {
    inOneFile,
    missing,
  });
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await writeFile(path.join(into, 'Code.js'), code);
  if (rest !== null) await writeFile(path.join(into, `${derive.restFile}.html`), rest);
  for (const [name, text] of panel) await writeFile(path.join(into, `${name}.html`), text);
  await writeFile(path.join(into, 'appsscript.json'), await manifest(missing));
}

async function startWorkbench(options) {
  const { bundleWorkbench } = await import('./src/workbench/bundle.mjs');
  const outdir = path.join(cache, 'workbench');
  await bundleWorkbench({ outdir });
  const server = spawn(
    process.execPath,
    // What an engine computes is young garbage: room for it costs less than clearing it away.
    [
      '--max-semi-space-size=64',
      path.join(outdir, 'server.mjs'),
      ...['--dist', at('dist')],
      ...options,
    ],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
  );
  server.on('exit', (code) => {
    if (!server.replaced) process.exitCode = code ?? 0;
  });
  return server;
}

/** Passes on what ends this process to the server, which saves what it has first. */
function endWith(serverNow) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const server = serverNow();
      if (hasEnded(server)) process.exit();
      server.once('exit', () => process.exit());
      server.kill(signal);
    });
  }
}

const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

/** Ends a server; resolves when it has saved what it has, and is gone. */
async function ended(server) {
  server.replaced = true;
  if (hasEnded(server)) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
}

async function develop(options, settings) {
  let server = await startWorkbench(options);
  endWith(() => server);
  let timer;
  let building = Promise.resolve();
  const renew = async () => {
    try {
      await buildAddOn(settings);
      // The next one opens the book that this one has kept.
      await ended(server);
      server = await startWorkbench(options);
    } catch (error) {
      console.error(error.message);
    }
  };
  watch(at('src'), { recursive: true }, (_, file) => {
    if (file?.startsWith(path.join('messages', 'compiled'))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(renew);
    }, 200);
  });
}

/** What a self-check found on Google overrides what the stand-ins assumed. */
async function takeMeasured() {
  const platform = await loadRoom('platform');
  const { readReport, measuredFile, renewMeasured, assumptions } = platform;
  const read = readReport(await text(process.stdin), assumptions);
  if ('problem' in read) {
    console.error(read.problem);
    process.exitCode = 1;
    return;
  }
  const file = at('src', 'platform', 'measured.ts');
  await writeFile(file, measuredFile(read.ok));
  const page = at('src', 'platform', 'README.md');
  const before = await readFile(page, 'utf8');
  await writeFile(page, renewMeasured(before, read.ok.about, read.ok.ms));
  const biome = at('node_modules', '.bin', 'biome');
  spawnSync(biome, ['check', '--write', file], { cwd: root, stdio: 'inherit' });
}

/**
 * Pushes dist/ into the user's own Apps Script project. The first time, clasp makes a spreadsheet
 * with a script bound to it and keeps their ids in .clasp.own.json, which git ignores; it refuses
 * to do so beside the committed .clasp.json unless it is shown another project file.
 */
async function push(settings) {
  const own = '.clasp.own.json';
  const known = await readFile(at(own), 'utf8').then(JSON.parse, () => null);
  if (!known?.scriptId) {
    await writeFile(at(own), JSON.stringify({ rootDir: 'dist' }));
    const made = clasp(
      'create-script',
      '--type',
      'sheets',
      '--title',
      'Marketing KPIs',
      '--rootDir',
      'dist',
    );
    if (!made) {
      console.error(
        'Nothing was pushed. If you are not signed in yet: npx clasp login, then again.',
      );
      process.exitCode = 1;
      return;
    }
    await buildAddOn(settings);
  }
  if (!clasp('push', '--force')) process.exitCode = 1;

  function clasp(...parts) {
    const bin = at('node_modules', '.bin', 'clasp');
    return spawnSync(bin, ['-P', own, ...parts], { cwd: root, stdio: 'inherit' }).status === 0;
  }
}

/** Serves the systems that the workbench plays to whatever else speaks to them, until it is ended. */
async function serveVendors(options) {
  const { values } = parseArgs({ args: options, options: { port: { type: 'string' } } });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_000) {
    console.error(`--port ${values.port}: choose a number from 0 to 65000.`);
    process.exitCode = 1;
    return;
  }
  const { serveVendors: serve } = await loadRoom('workbench', 'vendors/serve.ts');
  const { served, keys } = await serve(port);
  for (const { host, address } of served) console.log(`${address}\t${host}`);
  for (const [host, fields] of keys) console.log(`${host}\t${JSON.stringify(fields)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  const withAt = given.indexOf('--with');
  const asked = withAt < 0 ? null : (given.splice(withAt, 2)[1] ?? '').split(',').filter(Boolean);
  const inOneFile = given.includes('--one-file');
  const [command = 'build', ...options] = given.filter((each) => each !== '--one-file');
  // What is tried on this machine asks nobody for a permission: everything is there.
  const usual = command === 'start' || command === 'dev' ? ['all'] : [];
  const settings = { inOneFile, flavours: asked ?? usual };
  if (command === 'messages') await messagesOnly();
  else if (command === 'vendors') await serveVendors(options);
  else if (command === 'measured') await takeMeasured();
  else await buildAddOn({ ...settings, writeReadme: command === 'readme' });
  if (command === 'push') await push(settings);
  if (command === 'start') {
    const server = await startWorkbench(options);
    endWith(() => server);
  }
  if (command === 'dev') await develop(options, settings);
}
