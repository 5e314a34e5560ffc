import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The HTML files of a built add-on, found by their names with or without ending. */
export async function htmlFilesIn(dist: string): Promise<(name: string) => string | null> {
  const ending = '.html';
  const names = (await readdir(dist)).filter((name) => name.endsWith(ending));
  const texts = await Promise.all(names.map((name) => readFile(path.join(dist, name), 'utf8')));
  const files = new Map(names.map((name, index) => [name, texts[index] ?? '']));
  return (name) => files.get(name) ?? files.get(`${name}${ending}`) ?? null;
}
