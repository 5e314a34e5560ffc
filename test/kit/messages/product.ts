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

const compiler = path.resolve('node_modules/typescript/bin/tsc');

type Texts = { readonly [key: string]: Node };

/** A product of its own, to be given other texts; `remove` takes it away. */
export interface Product {
  readonly folder: string;
  /** What a build says, `''` where it is fine. */
  build(command?: 'messages' | 'readme'): string;
  /** What the compiler says of rooms, of the panel and those it runs where none is named; `''`: nothing. */
  types(rooms?: readonly string[]): string;
  remove(): void;
}

/**
 * The product beside this one, all its areas' texts by language as `texts` gives them, and of its
 * files those of `files` as they are rewritten.
 */
export function productWith(
  texts: (areas: ReadonlyMap<string, Texts>) => ReadonlyMap<string, Texts>,
  files: Readonly<Record<string, (source: string) => string>> = {},
): Product {
  const folder = mkdtempSync(path.join(tmpdir(), 'marketing-kpis-'));
  for (const part of [
    'src',
    'test/kit',
    'test/e2e',
    'build.mjs',
    'package.json',
    'tsconfig.json',
    'appsscript.json',
    'README.md',
  ])
    cpSync(part, path.join(folder, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const at = (file: string) => path.join(folder, 'src', 'messages', file);
  const areas = readdirSync(at(''), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const before = new Map(
    areas.map((file) => [file, JSON.parse(readFileSync(at(file), 'utf8')) as Texts]),
  );
  for (const [file, group] of texts(before)) {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), JSON.stringify(group));
  }
  for (const [file, rewritten] of Object.entries(files)) {
    const source = path.join(folder, file);
    writeFileSync(source, rewritten(readFileSync(source, 'utf8')));
  }
  const run = (...given: readonly string[]) => {
    const how = { cwd: folder, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, given, how);
    return status === 0 ? '' : `${stdout}${stderr}`;
  };
  return {
    folder,
    build: (command) => run('build.mjs', ...(command ? [command] : [])),
    types: (rooms = ['src/sidebar']) => rooms.map((room) => run(compiler, '-p', room)).join(''),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
