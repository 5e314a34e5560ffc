import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { FakeDesk, openFakeDesk } from '../desk/fake-desk.ts';
import type { Product } from './product.ts';

/** What a test needs of another product: its desk. */
export interface Kit {
  readonly openFakeDesk: typeof openFakeDesk;
}

/** Loads what runs over the texts of another product; these are compiled already. */
export const kitOf = (product: Product): Promise<Kit> =>
  modulesOf(product, ['test/kit/desk/fake-desk.ts']);

/** All that these files of another product export. */
export async function modulesOf<Modules>(
  { folder }: Product,
  files: readonly string[],
): Promise<Modules> {
  const outfile = path.join(folder, 'kit.mjs');
  await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: folder,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  });
  return import(pathToFileURL(outfile).href);
}

/** The texts of a cell: what it says, or what its formula says between quotes. */
const textsOf = (cell: unknown): string[] => {
  const text = String(cell);
  if (!text.startsWith('=')) return [text];
  return [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, said = '']) => said);
};

/** What the sheets say that is not in a language, and neither `known` nor the name of a tab. */
export function saidOtherwise(
  { book }: FakeDesk,
  isIn: (text: string) => boolean,
  known: unknown,
): string[] {
  const all = JSON.stringify([known, book.tabs.map(({ name }) => name)]).toLowerCase();
  const texts = book.tabs.flatMap(({ cells }) => [...cells.values()].flatMap(textsOf));
  return [...new Set(texts.map((text) => text.replace(/^[\s,;]+|\s+$/g, '')))].filter((text) => {
    // Hidden cells hold keys, which are one word without a capital, and facts as JSON.
    const isSpoken =
      /\p{L}{3}/u.test(text) && /\s|^\p{Lu}\p{Ll}/u.test(text) && !text.startsWith('{');
    return isSpoken && !isIn(text) && !all.includes(text.toLowerCase());
  });
}
