import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Node } from '../../../src/messages/compile/messages.ts';

type Texts = { readonly [key: string]: Node };

/** A product of its own, to be given other texts; `remove` takes it away. */
export interface Product {
  readonly folder: string;
  /** What a build says, `''` where it is fine. */
  build(command?: 'messages'): string;
  remove(): void;
}

/** The product beside this one, all its areas' texts by language as `texts` gives them. */
export function productWith(
  texts: (areas: ReadonlyMap<string, Texts>) => ReadonlyMap<string, Texts>,
): Product {
  const folder = mkdtempSync(path.join(tmpdir(), 'marketing-kpis-'));
  for (const part of [
    'src',
    'test/kit',
    'test/e2e',
    'build.mjs',
    'package.json',
    'appsscript.json',
    'README.md',
  ])
    cpSync(part, path.join(folder, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const at = (file: string) => path.join(folder, 'src', 'messages', file);
  const files = readdirSync(at(''), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const before = new Map(
    files.map((file) => [file, JSON.parse(readFileSync(at(file), 'utf8')) as Texts]),
  );
  for (const [file, group] of texts(before)) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), JSON.stringify(group));
  }
  return {
    folder,
    build(command) {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['build.mjs', ...(command ? [command] : [])],
        { cwd: folder, encoding: 'utf8' },
      );
      return status === 0 ? '' : stderr;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
