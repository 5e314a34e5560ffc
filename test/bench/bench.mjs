// Prints figures about the built add-on, as ratios against a baseline measured in the same run.
//   npm run bench            a table
//   npm run bench -- --json  one JSON object with stable keys
// It fails where a refresh takes more, or less, with more history behind it.
import { readFileSync, rmSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { build } from 'esbuild';
import { buildAddOn } from '../../build.mjs';

await buildAddOn();
const code = readFileSync('dist/Code.js', 'utf8');
const figures = {
  ...functionFigures(),
  ...loadFigures(),
  ...sizes(),
  ...(await quarterCalls()),
  ...(await refreshes()),
  ...(await changes()),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else print(figures);
const grown = grownWithHistory(figures);
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

/** CPL over 10,000 rows against the same checks in a loop somebody wrote for just this. */
function functionFigures() {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  vm.runInContext(
    `
    var rows = 10000, cost = [], leads = [];
    for (var i = 0; i < rows; i++) { cost.push([i + 0.5]); leads.push([i % 97 + 1]); }
    var byHand = (function (isFinite) { return function (cost, leads) {
      if (cost.length !== leads.length) throw new Error('shapes');
      var last = cost.length;
      while (last > 0 && cost[last - 1][0] === '' && leads[last - 1][0] === '') last--;
      var out = [];
      for (var i = 0; i < last; i++) {
        var c = cost[i][0], l = leads[i][0], answer;
        if (c === '' || c === null || l === '' || l === null) answer = '';
        else if (typeof c !== 'number' || typeof l !== 'number') answer = 'not a number';
        else if (c < 0 || l < 0) answer = 'negative';
        else if (l === 0) answer = 'no leads';
        else { answer = c / l; if (!isFinite(answer)) answer = 'too large'; }
        out.push([answer]);
      }
      return out;
    }; })(isFinite);
    function ours(cost, leads) { return CPL(cost, leads); }
    `,
    context,
  );
  const [ours, byHand] = inTurn([
    () => vm.runInContext('ours(cost, leads)', context),
    () => vm.runInContext('byHand(cost, leads)', context),
  ]);
  return {
    'function.nsPerElement': round((ours * 1e6) / 10_000),
    'function.byHandNsPerElement': round((byHand * 1e6) / 10_000),
    'function.ratio': round(ours / byHand),
  };
}

/** Loading the script into a fresh context, as Google does for every call, against an empty script. */
function loadFigures() {
  const load = (text) => () => {
    const context = vm.createContext({});
    const started = performance.now();
    // A script of the same text would be taken from V8's own cache; Google starts afresh.
    vm.runInContext(`${text}\n//${Math.random()}`, context);
    return performance.now() - started;
  };
  const [bundle, empty] = inTurn([load(code), load('')], 60, (run) => run());
  return {
    'bundle.loadMs': round(bundle),
    'bundle.emptyMs': round(empty),
    'bundle.ratio': round(bundle / empty),
  };
}

/** Service calls that build a quarter of 3, 10 and 30 KPIs; the same, because nothing is written cell by cell. */
async function quarterCalls() {
  const { quarterCalls: count } = await load('quarter-calls');
  return count([3, 10, 30]);
}

/** One changed target of 30 KPIs against one rendering of its sheet. */
async function changes() {
  const { changeFigures } = await load('change-figures');
  return changeFigures(30);
}

/** What the day's refresh takes, with 1 day, 90 days and two years behind it. */
async function refreshes() {
  const { refreshFigures } = await load('refresh-figures');
  return refreshFigures([1, 10, 30]);
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
  return { 'bundle.bytes': bytes('Code.js'), 'sidebar.bytes': bytes('sidebar.html') };
}

/** Medians of several tasks run in turn, so that a slow moment of the machine strikes all alike. */
function inTurn(tasks, times = 200, measure = timed) {
  const found = tasks.map(() => []);
  for (let round = 0; round < times + 20; round++) {
    for (const [index, task] of tasks.entries()) {
      const took = measure(task);
      if (round >= 20) found[index].push(took);
    }
  }
  return found.map((all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)]);
}

function timed(task) {
  const started = performance.now();
  task();
  return performance.now() - started;
}

function round(value) {
  return Math.round(value * 1000) / 1000;
}

function print(all) {
  const width = Math.max(...Object.keys(all).map((key) => key.length));
  for (const [key, value] of Object.entries(all)) console.log(`${key.padEnd(width)}  ${value}`);
}
