import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, by where it stands: browsers, and what is tried at many points. */
const long = /\/test\/(?:e2e|sweeps)\//;

/** Begun first, none of them is left for the end, when one worker has nothing more to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => long.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/kit/run/closing-line.ts'],
    globalSetup: ['test/kit/run/build-once.ts'],
    setupFiles: ['test/kit/run/same-chance.ts'],
    // No test is about time: a machine that does something else beside may take as long as it needs.
    testTimeout: 240_000,
    // What a page shows comes by the event stream; a busy machine takes its time.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 240_000,
    // One more than the cores of a small machine: tests that drive a browser wait for it now and then.
    maxWorkers: 3,
    // Drawings and what engines compute are young garbage: room for it costs less than clearing it
    // away. Only the most is said: each run of the script has a thread of its own, and would have to
    // lay out at once whatever were the least.
    execArgv: ['--max-semi-space-size=64'],
    // A worker reads the product and the engine once, not for every file: no test changes what
    // others import.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
