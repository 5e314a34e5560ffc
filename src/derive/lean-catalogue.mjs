import { readFile } from 'node:fs/promises';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/**
 * The catalogue without what one half of the add-on never reads, as a plugin of its bundle: what
 * stands in an entry for the panel alone is no weight for the script, and the other way round.
 * `without` are names of properties. Texts are no part of entries: a bundle has those it asks for.
 */
export const leanCatalogue = ({ without }) => ({
  name: 'lean-catalogue',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]src[\\/]kpi[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { code } = await transform(source, { loader: 'ts', charset: 'utf8' });
      return { contents: cut(code, dropped(code, without)), loader: 'js' };
    });
  },
});

/** What is left out, as ranges from the end to the beginning. */
function dropped(code, without) {
  const ranges = [];
  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    if (node.type === 'Property' && without.includes(node.key.name)) {
      ranges.push([node.start, pastComma(code, node.end)]);
      return;
    }
    for (const each of Object.values(node)) {
      if (Array.isArray(each)) each.forEach(visit);
      else visit(each);
    }
  };
  visit(parse(code, { ecmaVersion: 2022, sourceType: 'module' }));
  return ranges.sort(([one], [other]) => other - one);
}

const pastComma = (code, end) => (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0) + end;

const cut = (code, ranges) =>
  ranges.reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), code);
