// The tests of this folder: vendors' own clients. Their packages are brought when they are not there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command, ...parts) => {
  const { status } = spawnSync(command, parts, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync('test/clients/node_modules')) run('npm', 'ci', '--prefix', 'test/clients');
run(process.execPath, 'build.mjs', 'messages');
run('npx', 'tsc', '-p', 'test/clients');
run('npx', 'vitest', 'run', '--config', 'test/clients/vitest.config.ts', ...process.argv.slice(2));
