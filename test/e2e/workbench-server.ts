import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A workbench of its own for one test file, over the built add-on. */
export interface RunningWorkbench {
  readonly address: string;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** Where the workbench is bundled once for all tests. */
export const workbenchFolder = path.resolve('node_modules/.cache/marketing-kpis/workbench-test');

/**
 * Starts the workbench on a free port; resolves when it prints its address. `today` sets its clock;
 * `blank` leaves the example out, whose formulas take their time. No test touches the user's own book.
 */
export async function startWorkbench(
  dist = path.resolve('dist'),
  today?: string,
  blank = false,
): Promise<RunningWorkbench> {
  const server = spawn(
    process.execPath,
    [
      '--max-semi-space-size=64',
      path.join(workbenchFolder, 'server.mjs'),
      '--dist',
      dist,
      '--port',
      '0',
      '--no-book',
      ...(today === undefined ? [] : ['--today', today]),
      ...(blank ? ['--blank'] : []),
    ],
    // It has no stream of ours, which would keep the runner open where it outlives us; it ends when
    // the channel to it does.
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  server.stderr?.on('data', (text) => process.stderr.write(text));
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  };
  return { address: await addressOf(server), stop };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const address = /http:\/\/[\d.]+:\d+\//.exec(said)?.[0];
      if (address) resolve(address);
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${said}`)));
  });
}
