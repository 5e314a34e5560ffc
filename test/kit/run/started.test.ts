import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Started } from './started.ts';
import { makeWholeFolder } from './whole-folder.mjs';

describe('what a test file has started', () => {
  it('is stopped, the last first, also where its neighbour could not be started', async () => {
    const started = new Started();
    const stopped: string[] = [];
    const slowly = new Promise<string>((resolve) => setTimeout(resolve, 20, 'server'));
    const all = Promise.all([
      started.add(Promise.resolve('folder'), (name) => stopped.push(name)),
      started.add(slowly, (name) => stopped.push(name)),
      started.add(Promise.reject(new Error('no browser')), () => stopped.push('browser')),
    ]);
    await expect(all).rejects.toThrow('no browser');
    await started.stop();
    expect(stopped).toEqual(['server', 'folder']);
    await started.stop();
    expect(stopped).toHaveLength(2);
  });

  it('is all stopped before it is said that one thing could not be', async () => {
    const started = new Started();
    const stopped: string[] = [];
    await started.add(Promise.resolve('server'), (name) => stopped.push(name));
    await started.add(Promise.resolve('page'), () => {
      throw new Error('stuck');
    });
    await expect(started.stop()).rejects.toThrow('stuck');
    expect(stopped).toEqual(['server']);
  });
});

describe('a folder that many want', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'whole-'));
  const target = path.join(parent, 'it');
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is made by one of two processes, and neither ever sees half of it', async () => {
    const script = `
      import { existsSync, writeFileSync } from 'node:fs';
      import { makeWholeFolder } from ${JSON.stringify(path.resolve('test/kit/run/whole-folder.mjs'))};
      await makeWholeFolder(${JSON.stringify(target)}, async (folder) => {
        writeFileSync(folder + '/first', '');
        await new Promise((resolve) => setTimeout(resolve, 300));
        writeFileSync(folder + '/last', '');
      });
      process.exit(existsSync(${JSON.stringify(target)} + '/last') ? 0 : 1);`;
    const run = () =>
      once(spawn(process.execPath, ['--input-type=module', '-e', script]), 'exit') as Promise<
        [number]
      >;
    const codes = (await Promise.all([run(), run()])).map(([code]) => code);
    expect(codes).toEqual([0, 0]);
    expect(readdirSync(parent)).toEqual(['it']);
  });

  it('is cleared of what a killed run left, and of nothing that a running one is making', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    const [left, running] = [gone.pid, process.ppid].map((id) => `${target}.unfinished-${id}`);
    for (const folder of [left!, running!]) mkdirSync(folder, { recursive: true });
    await makeWholeFolder(target, async (folder) => writeFileSync(path.join(folder, 'x'), ''));
    expect([left, running, target].map((each) => existsSync(each!))).toEqual([false, true, true]);
  });

  it('is not there where filling it failed', async () => {
    mkdirSync(parent);
    const failing = makeWholeFolder(target, () => Promise.reject(new Error('disk full')));
    await expect(failing).rejects.toThrow('disk full');
    expect(readdirSync(parent)).toEqual([]);
  });
});
