/** What is run before it counts, in milliseconds: V8 makes fast code beside, when it has the time. */
const warmUp = 400;

/**
 * What several tasks take, run in turn, so that a slow moment of the machine strikes all alike: of each
 * the time that a quarter of its runs kept under. Machines are shared; what is above is mostly waiting.
 */
export function inTurn(tasks, times = 200, measure = timed) {
  const found = tasks.map(() => []);
  for (const until = performance.now() + warmUp; performance.now() < until; )
    tasks.forEach(measure);
  for (let round = 0; round < times; round++) {
    for (const [index, task] of tasks.entries()) found[index].push(measure(task));
  }
  return found.map((all) => all.sort((one, other) => one - other)[Math.floor(all.length / 4)]);
}

function timed(task) {
  const started = performance.now();
  task();
  return performance.now() - started;
}

export const rounded = (value) => Math.round(value * 1000) / 1000;
