import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** A workbench of its own for one test file, over the built add-on. */
export interface RunningWorkbench {
  readonly address: string;
  stop(): void;
}

/** Where the workbench is bundled once for all tests. */
export const workbenchFolder = path.resolve('node_modules/.cache/marketing-kpis/workbench-test');

/**
 * Starts the workbench on a free port; resolves when it prints its address. `today` sets its clock;
 * `blank` leaves the example out, whose formulas take their time.
 */
export async function startWorkbench(
  dist = path.resolve('dist'),
  today?: string,
  blank = false,
): Promise<RunningWorkbench> {
  const server = spawn(
    process.execPath,
    [
      path.join(workbenchFolder, 'server.mjs'),
      ...['--dist', dist, '--port', '0'],
      ...(today === undefined ? [] : ['--today', today]),
      ...(blank ? ['--blank'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const kill = () => {
    process.off('exit', kill);
    server.kill();
  };
  process.on('exit', kill);
  return { address: await addressOf(server), stop: kill };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (text) => {
      said += text;
      const address = /http:\/\/[\d.]+:\d+\//.exec(said)?.[0];
      if (address) resolve(address);
    });
    server.on('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${said}`)));
  });
}
