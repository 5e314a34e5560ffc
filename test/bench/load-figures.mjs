// What loading the script costs a cell, in a process of its own each time: Google starts afresh for
// every call, and nothing that V8 keeps of a script may help.
//   node --single-threaded-gc test/bench/load-figures.mjs <script> <call>   one measurement, in ms of the processor
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

const self = fileURLToPath(import.meta.url);
const times = 5;

/** The script against an empty one; a script that never changes beside it, to compare machines by. */
export function loadFigures(script, folder) {
  const empty = `${folder}/empty.js`;
  const reference = `${folder}/reference.js`;
  writeFileSync(empty, '');
  writeFileSync(reference, referenceScript());
  const found = { empty: [], script: [], reference: [] };
  // In turn, so that a slow moment of the machine strikes all alike.
  for (let time = 0; time < times; time++) {
    found.empty.push(measured(empty, ''));
    found.script.push(measured(script, 'CPL(1200, 300)'));
    found.reference.push(measured(reference, 'f0(1200, 300)'));
  }
  const [none, ours, fixed] = [found.empty, found.script, found.reference].map(median);
  return {
    'load.ms': rounded(ours),
    'load.emptyMs': rounded(none),
    'load.ratio': rounded(ours / none),
    'load.reference.ratio': rounded(fixed / none),
  };
}

function measured(file, call) {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--single-threaded-gc', self, file, call],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${file} could not be measured.`);
  return Number(stdout);
}

/** 90 kB that look like a script of functions that are mostly not called. */
function referenceScript() {
  const one = (n) =>
    `/** The ${n}th of its kind, with a comment as functions of cells have them. */\n` +
    `function f${n}(cost, leads) {\n` +
    `  if (typeof cost !== 'number' || typeof leads !== 'number') throw new Error('no number ${n}');\n` +
    '  const rows = [cost, leads].map((each) => ({ each, twice: each * 2 }));\n' +
    `  return leads === 0 ? 'nothing to divide by' : rows[0].each / rows[1].each + ${n} * 0;\n` +
    '}\n';
  return Array.from({ length: 250 }, (_, n) => one(n)).join('');
}

const median = (all) => all.sort((one, other) => one - other)[Math.floor(all.length / 2)];
const rounded = (value) => Math.round(value * 1000) / 1000;

if (process.argv[1] === self) {
  const [file, call] = process.argv.slice(2);
  const code = readFileSync(file, 'utf8');
  // What Node itself sets up at its first script and its first look at the clock is no part of ours.
  vm.runInThisContext('', { filename: 'first.js' });
  process.cpuUsage(process.cpuUsage());
  const before = process.cpuUsage();
  vm.runInThisContext(code);
  if (call) vm.runInThisContext(call);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
}
