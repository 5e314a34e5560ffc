// Prints figures about the built add-on, as ratios against a baseline measured in the same run.
//   npm run bench            a table
//   npm run bench -- --json  one JSON object with stable keys
// It fails where a refresh takes more, or less, with more history behind it, what it asks of each system
// included, and where a plan or the panel does with other plans or names beside it.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { buildAddOn } from '../../build.mjs';
import { cellFigures } from './cell-figures.mjs';
import { inTurn, rounded } from './in-turn.mjs';
import { loadFigures } from './load-figures.mjs';

await buildAddOn();
const code = readFileSync('dist/Code.js', 'utf8');
const figures = {
  ...cellFigures(code),
  ...loadFigures('dist/Code.js', 'node_modules/.cache/marketing-kpis'),
  ...bundleFigures(),
  ...sizes(),
  ...(await quarterCalls()),
  ...(await methods()),
  ...(await refreshes()),
  ...(await systems()),
  ...(await changes()),
  ...(await recalculations()),
  ...(await workbench()),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else print(figures);
const grown = [
  ...grownWithHistory(figures),
  ...grownAtSystems(figures),
  ...grownWithOthers(figures),
  ...grownWithRows(figures),
];
for (const line of grown) console.error(line);
process.exit(grown.length === 0 ? 0 : 1);

/** Nothing that a refresh takes may depend on what is there already. */
function grownWithHistory(all) {
  return Object.keys(all).flatMap((key) => {
    const [of, taken, history, kpis] = key.split('.');
    if (of !== 'refresh' || history !== '1d') return [];
    const others = ['90d', '2y'].map((longer) => `${of}.${taken}.${longer}.${kpis}`);
    return others
      .filter((other) => all[other] !== all[key])
      .map((other) => `${other} is ${all[other]}, but ${key} ${all[key]}: it follows history.`);
  });
}

/**
 * What is asked once more while the days that are asked again reach back to the quarter's first one: since
 * when the organisation is there, before which nothing is known.
 */
const askedAtFirst = { zoho: 1 };

/** The same of each system that is asked. */
function grownAtSystems(all) {
  return Object.keys(all).flatMap((key) => {
    const [, id] = /^vendor\.calls\.(\w+)\.1d$/.exec(key) ?? [];
    if (id === undefined) return [];
    const longer = `vendor.calls.${id}.90d`;
    const due = all[key] - (askedAtFirst[id] ?? 0);
    if (all[longer] === due) return [];
    return [`${longer} is ${all[longer]}, not ${due}, but ${key} ${all[key]}: it follows history.`];
  });
}

/** Nor may what formulas read depend on how many rows a system has sent. */
function grownWithRows(all) {
  const least = all['recalc.cellsRead.920'];
  return ['9200', '92000']
    .map((rows) => `recalc.cellsRead.${rows}`)
    .filter((key) => all[key] !== least)
    .map((key) => `${key} is ${all[key]}, but for 920 rows ${least}: it follows the rows.`);
}

/** Loading the script into a fresh context of this process, against an empty script. */
function bundleFigures() {
  const load = (text) => () => {
    const context = vm.createContext({});
    const started = performance.now();
    // A script of the same text would be taken from V8's own cache; Google starts afresh.
    vm.runInContext(`${text}\n//${Math.random()}`, context);
    return performance.now() - started;
  };
  const [bundle, empty] = inTurn([load(code), load('')], 60, (run) => run());
  return {
    'bundle.loadMs': rounded(bundle),
    'bundle.emptyMs': rounded(empty),
    'bundle.ratio': rounded(bundle / empty),
  };
}

/** Service calls that build a quarter of 3, 10 and 30 KPIs; the same, because nothing is written cell by cell. */
async function quarterCalls() {
  const { quarterCalls: count } = await load('quarter-calls');
  return count([3, 10, 30]);
}

/** Methods of Google's that plans, panel and clock take, with more plans and names of the user's own. */
async function methods() {
  const { methodFigures } = await load('method-figures');
  return methodFigures();
}

/** Nor may what a plan takes depend on other plans, or on names that people have given. */
function grownWithOthers(all) {
  const same = [
    ['build.methods.names100', 'build.methods.first'],
    ['panel.methods.10', 'panel.methods.1'],
    ['panel.methods.names100', 'panel.methods.1'],
  ];
  const most = [['build.methods.eighth', 'build.methods.first']];
  return [
    ...same.filter(([one, other]) => all[one] !== all[other]),
    ...most.filter(([one, other]) => all[one] > all[other]),
  ].map(([one, other]) => `${one} is ${all[one]}, but ${other} ${all[other]}: it follows others.`);
}

/** One changed target of 30 KPIs against one rendering of its sheet. */
async function changes() {
  const { changeFigures } = await load('change-figures');
  return changeFigures(30);
}

/** What a sheet takes to be computed into which numbers flow, against the same typed by hand. */
async function recalculations() {
  const { recalcFigures } = await load('recalc-figures');
  return recalcFigures();
}

/** How long somebody waits for the workbench: for its page, and for what a typed number comes to. */
async function workbench() {
  const { workbenchFigures } = await load('workbench-figures');
  return workbenchFigures();
}

/** What the day's refresh takes, with 1 day, 90 days and two years behind it. */
async function refreshes() {
  const { refreshFigures } = await load('refresh-figures');
  return refreshFigures([1, 10, 30]);
}

/** What the day's refresh asks of each system that flows in, of the build that has them all. */
async function systems() {
  const { systemFigures } = await load('system-figures');
  return systemFigures((into) => buildAddOn({ flavours: ['all'], into }));
}

/** A file of this folder, bundled: it reaches for the rooms as they are written. */
async function load(name) {
  const outfile = `node_modules/.cache/marketing-kpis/${name}.mjs`;
  await build({
    entryPoints: [`test/bench/${name}.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    external: ['esbuild'],
    logLevel: 'warning',
    // It finds its own folder by its address.
    define: {
      'import.meta.url': JSON.stringify(
        new URL('../../src/workbench/bundle.mjs', import.meta.url).href,
      ),
    },
  });
  const loaded = await import(new URL(`../../${outfile}`, import.meta.url).href);
  rmSync(outfile);
  return loaded;
}

function sizes() {
  const bytes = (file) => statSync(`dist/${file}`).size;
  return {
    'bundle.bytes': bytes('Code.js'),
    'rest.bytes': bytes('rest.html'),
    ...panelSizes(bytes),
  };
}

/** What the panel is delivered in: its page, and with all that comes later; of the languages the longest. */
function panelSizes(bytes) {
  const files = readdirSync('dist');
  const languages = files.flatMap((file) => /^sidebar-(\w+)\.html$/.exec(file)?.[1] ?? []);
  const most = (filesIn) =>
    Math.max(...languages.map((each) => filesIn(each).reduce((sum, file) => sum + bytes(file), 0)));
  const page = (language) => [`sidebar-${language}.html`];
  // Texts of the page itself come only where another language is chosen.
  const isLater = (file, language) =>
    file.startsWith('panel-') &&
    !file.startsWith('panel-first') &&
    !languages.some((other) => other !== language && file.endsWith(`-${other}.html`));
  return {
    'panel.firstBytes': most(page),
    'sidebar.bytes': most((language) => [
      ...page(language),
      ...files.filter((file) => isLater(file, language)),
    ]),
  };
}

function print(all) {
  const width = Math.max(...Object.keys(all).map((key) => key.length));
  for (const [key, value] of Object.entries(all)) console.log(`${key.padEnd(width)}  ${value}`);
}
