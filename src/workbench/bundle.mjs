// Bundles the workbench: the server with its engine, the thread scripts run in, the stand-ins for
// Google's services, and the page. Nothing is built again while its sources stay the same.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, version } from 'esbuild';

const room = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(room, '..', '..');
const at = (...parts) => path.join(room, ...parts);

/** Packages that are CommonJS inside look for `require`, which a module does not have. */
const banner = `import { createRequire as $createRequire } from 'node:module';
const require = $createRequire(import.meta.url);`;

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  charset: 'utf8',
  tsconfig: at('tsconfig.json'),
  loader: { '.csv': 'text' },
};

/**
 * What the grid's packages have fixed inside and offer no setting for: the file of a package, what
 * stands there, what shall stand there.
 */
const grid = [
  // A click after `;` begins a new reference; the list of such signs is read once, at loading.
  ['engine-formula', 'const FORMULA_LEXER_TOKENS = [', "const FORMULA_LEXER_TOKENS = [ ';',"],
  // Letters are of 10 points where nobody has chosen otherwise, in cells and in the editor.
  ['core', 'fs: 11,', 'fs: 10,'],
  ['docs-ui', 'const BODY_DEFAULT_FONTSIZE = 11;', 'const BODY_DEFAULT_FONTSIZE = 10;'],
  ['sheets-formula-ui', 'fs: 11', 'fs: 10'],
  // Every other mutation draws the whole grid; that a calculation is asked for changes nothing in it.
  [
    'sheets-ui',
    'if (command.id.substring(0, 3) === "doc") return;',
    'if (command.id.substring(0, 3) === "doc" || command.id.endsWith("formula-calculation-start")) return;',
  ],
];

/** The same for what calculates, on the server and in the page. */
const engine = [
  // A long formula is remembered by itself and not by a number that another one may share.
  ['engine-formula', 'if (formulaString.length <= 64) return', 'return'],
  // In formulas names are written small or large.
  [
    'engine-formula',
    'if (key.includes(token)) FORMULA_AST_CACHE',
    'if (key.toLowerCase().includes(token.toLowerCase())) FORMULA_AST_CACHE',
  ],
  // A sheet may have a `!` in its name; what stands for a place that is gone ends with one.
  [
    'engine-formula',
    'const sheetNameIndex = refString.indexOf("!");',
    'const sheetNameIndex = refString.endsWith("!") ? refString.indexOf("!") : refString.lastIndexOf("!");',
  ],
  // Whether a text is a date, a time or a number is tried in many ways; that it is none is remembered.
  [
    'core',
    'const getNumfmtParseValueFilter = (value) => {',
    `const noNumbers = new Set();
const getNumfmtParseValueFilter = (value) => {
	if (noNumbers.has(value)) return null;
	const found = parseNumfmtValue(value);
	if (found) return found;
	if (noNumbers.size >= 20000) noNumbers.clear();
	noNumbers.add(value);
	return null;
};
const parseNumfmtValue = (value) => {`,
  ],
  // Where in its column each value stands is remembered while values are compared. In a range of one
  // row, as a line of days, that is a search for every single cell and finds nothing sooner.
  [
    'engine-formula',
    'if (batchOperatorType === 5) {',
    'if (batchOperatorType === 5 && rowCount > 1) {',
  ],
  [
    'engine-formula',
    'CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache(unitId, sheetId, column + startColumn, startRow, startRow + rowCount - 1);',
    'if (rowCount > 1) CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache(unitId, sheetId, column + startColumn, startRow, startRow + rowCount - 1);',
  ],
  [
    'engine-formula',
    'CELL_INVERTED_INDEX_CACHE.set(unitId, sheetId, column + startColumn, (currentValue',
    'if (this._rowCount > 1) CELL_INVERTED_INDEX_CACHE.set(unitId, sheetId, column + startColumn, (currentValue',
  ],
  // Fields are set one by one: a function that sets the fields of all classes is slow for each.
  ['engine-formula', /_defineProperty\(this, ("\w+"), /g, '(this[$1] = '],
  ['core', /_defineProperty\(this, ("\w+"), /g, '(this[$1] = '],
];

const adapt = (changes) => ({
  name: 'adapt-grid',
  setup(setup) {
    for (const name of new Set(changes.map(([each]) => each))) {
      const filter = new RegExp(`@univerjs[\\\\/]${name}[\\\\/]lib[\\\\/]es[\\\\/]index\\.js$`);
      setup.onLoad({ filter }, async ({ path: file }) => {
        let contents = await readFile(file, 'utf8');
        for (const [, before, after] of changes.filter(([each]) => each === name)) {
          const adapted = contents.replaceAll(before, after);
          if (adapted === contents) throw new Error(`“${before}” has moved in ${name}.`);
          contents = adapted;
        }
        return { contents };
      });
    }
  },
});

const dictionaries = path.join(root, 'node_modules', '@univerjs', 'engine-render', 'lib', 'es');

/**
 * The grid can hyphenate in 77 languages, and its dictionaries are half of it. Each stays a file of its
 * own beside the page's script, as in their package: what nobody asks for no browser reads.
 */
const dictionariesApart = {
  name: 'dictionaries-apart',
  setup(setup) {
    setup.onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ path: name, kind, importer }) =>
      kind === 'dynamic-import' && path.dirname(importer) === dictionaries
        ? { path: name, external: true }
        : null,
    );
  },
};

const dictionaryFiles = async () =>
  (await readdir(dictionaries))
    .filter((name) => name !== 'index.js' && name.endsWith('.js'))
    .map((name) => path.join(dictionaries, name));

/**
 * Writes `outdir/server.mjs`, `http.mjs`, `desk.mjs`, `export.mjs`, `engine.mjs`, `worker.mjs`, `prelude.js` and
 * `page/`. It is there whole or not at all, whoever else bundles at the same time.
 */
export async function bundleWorkbench({ outdir: target }) {
  const sources = await fingerprint();
  const upToDate = async () =>
    (await readFile(path.join(target, stamp), 'utf8').catch(() => '')) === sources;
  if (await upToDate()) return;
  const outdir = `${target}-${process.pid}`;
  await mkdir(outdir, { recursive: true });
  await bundle(outdir);
  await writeFile(path.join(outdir, stamp), sources);
  if (await upToDate()) {
    await rm(outdir, { recursive: true, force: true });
    return;
  }
  await rm(target, { recursive: true, force: true });
  await rename(outdir, target);
}

const stamp = 'sources.sha256';

async function bundle(outdir) {
  await Promise.all([
    build({
      ...shared,
      entryPoints: {
        server: at('server/server.ts'),
        http: at('server/http.ts'),
        desk: at('desk/desk.ts'),
        export: at('files/export.ts'),
        engine: at('engine/engine.ts'),
      },
      outdir,
      outExtension: { '.js': '.mjs' },
      platform: 'node',
      target: 'node20',
      format: 'esm',
      splitting: true,
      chunkNames: 'parts/[name]-[hash]',
      banner: { js: banner },
      plugins: [adapt(engine)],
    }),
    build({
      ...shared,
      entryPoints: { worker: at('google/worker.ts') },
      outdir,
      outExtension: { '.js': '.mjs' },
      platform: 'node',
      target: 'node20',
      format: 'esm',
    }),
    build({
      ...shared,
      entryPoints: { prelude: at('google/prelude/index.ts') },
      outdir,
      platform: 'neutral',
      target: 'es2019',
      format: 'iife',
    }),
    build({
      ...shared,
      entryPoints: { main: at('page/main.ts'), panel: at('page/panel-shim.ts') },
      outdir: path.join(outdir, 'page'),
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      define: { 'process.env.NODE_ENV': '"production"' },
      plugins: [adapt([...grid, ...engine]), dictionariesApart],
    }),
    build({
      ...shared,
      bundle: false,
      loader: undefined,
      entryPoints: await dictionaryFiles(),
      outdir: path.join(outdir, 'page'),
      target: 'es2022',
    }),
  ]);
}

/** A fingerprint of everything the bundles are made from. */
async function fingerprint() {
  const hash = createHash('sha256').update(version);
  hash.update(await readFile(path.join(root, 'package-lock.json')));
  for (const room of ['workbench', 'messages', 'kpi', 'native', 'derive', 'cells', 'platform']) {
    const folder = `src/${room}`;
    const files = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile()).sort(byPath)) {
      const name = path.join(file.parentPath ?? file.path, file.name);
      hash.update(name).update(await readFile(name));
    }
  }
  return hash.digest('hex');
}

const byPath = (one, other) =>
  path.join(one.parentPath ?? one.path, one.name) <
  path.join(other.parentPath ?? other.path, other.name)
    ? -1
    : 1;
