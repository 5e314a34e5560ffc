// Bundles the panel: its page in each language, which holds what is needed first, and the files that
// come when they are wanted: code, and beside it its texts in each language.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { textsApart, written } from './texts-apart.mjs';

const room = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(room, ...parts);
const root = path.resolve(room, '..', '..');

const shared = {
  ...written,
  bundle: true,
  write: false,
  logLevel: 'warning',
  tsconfig: at('tsconfig.json'),
  absWorkingDir: root,
};

/** The name of the page's own part among the files of code. */
const first = 'panel-first';
/** What several pages need and the first one does not. */
const common = 'panel-common';

/**
 * The files of the panel by their names. `whole`: each page holds everything in every language, and
 * nothing is asked for later. `plugins` make its sources lighter; `licences` are texts for packages.
 */
export async function bundlePanel({ languages, plugins, licencesOf, whole }) {
  const { pieces, packages } = await piecesOf(plugins);
  const files = filesOf(pieces);
  const code = new Map([...files].map(([file, held]) => [file, scriptOf(held)]));
  const said = (file, language) => saidIn(file, files.get(file), language);
  const begun = JSON.stringify(factsOf(pieces, files));
  const [keeper, styles, shell] = await Promise.all([
    build({
      ...shared,
      entryPoints: [at('shell/part-files.ts')],
      format: 'iife',
      globalName: 'panelFiles',
    }),
    build({ ...shared, entryPoints: [at('style.css')] }),
    readFile(at('shell.html'), 'utf8'),
  ]);
  const licences = (await licencesOf(packages)).join('\n\n');
  const others = [...files.keys()].filter((file) => file !== first);
  const page = (language) => {
    const script = [
      keeper.outputFiles[0].text.trim(),
      `panelFiles.begin(${begun},${JSON.stringify(language)});`,
      ...(whole ? languages : [language]).map((each) => said(first, each)),
      code.get(first),
      ...(whole ? others.flatMap((file) => held(file)) : []),
      `panelFiles.run(${JSON.stringify(entryOf(pieces).name)});`,
    ].join('\n');
    return shell
      .replace('lang="en"', `lang="${language}"`)
      .replace('<head>', () => `<!--\n${licences}\n-->\n<head>`)
      .replace('/*css*/', () => styles.outputFiles[0].text.trim())
      .replace('/*js*/', () => inPage(script));
  };
  const held = (file) => [
    code.get(file),
    `panelFiles.hold(${JSON.stringify(file)});`,
    ...languages.map((language) => said(file, language)),
  ];
  const made = new Map(languages.map((language) => [`sidebar-${language}`, page(language)]));
  if (whole) return made;
  for (const [file, held] of files) {
    if (file !== first) made.set(file, inFile(code.get(file)));
    if (textsIn(held).length === 0) continue;
    for (const language of languages) made.set(`${file}-${language}`, inFile(said(file, language)));
  }
  return made;
}

/** The panel in pieces: what is reached from the same pages is one, and knows the others by name. */
async function piecesOf(plugins) {
  const texts = new Map();
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: [at('shell/main.tsx')],
    format: 'esm',
    splitting: true,
    outdir: at('pieces'),
    chunkNames: '[name]-[hash]',
    plugins: [...plugins, textsApart(texts)],
    metafile: true,
  });
  const codes = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const pieces = await Promise.all(
    Object.entries(metafile.outputs).map(async ([file, output]) => {
      const name = path.basename(file);
      return {
        name,
        entry: output.entryPoint,
        needs: output.imports.flatMap(({ kind, path: needed }) =>
          kind === 'import-statement' ? [path.basename(needed)] : [],
        ),
        texts: Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) =>
          bytesInOutput > 0 ? (texts.get(path.join(root, input)) ?? []) : [],
        ),
        script: await asModule(codes.get(name)),
      };
    }),
  );
  return { pieces, packages: packagesIn(metafile) };
}

/** A piece as the body of a function: `require` gives the others, `import()` asks for a page. */
async function asModule(text) {
  const asking = text.replace(/\bimport\("\.\/([\w.-]+)"\)/g, 'panelFiles.load("$1")');
  if (/\bimport\(/.test(asking)) throw new Error('The panel brings something that is no page.');
  const named = asking.replace(/((?:from|import) ?)"\.\/([\w.-]+)"/g, '$1"$2"');
  const { code } = await transform(named, { ...written, format: 'cjs' });
  return code.trim();
}

const entryOf = (pieces) => pieces.find(({ entry }) => entry?.endsWith('shell/main.tsx'));

/** All that a piece needs to run, itself included. */
function closure(piece, pieces, found = new Set()) {
  if (found.has(piece)) return found;
  found.add(piece);
  for (const name of piece.needs) {
    closure(
      pieces.find((each) => each.name === name),
      pieces,
      found,
    );
  }
  return found;
}

/** The files of code, each with its pieces: the first page, what is one page's own, what several need. */
function filesOf(pieces) {
  const main = entryOf(pieces);
  const inFirst = closure(main, pieces);
  const pages = pieces.filter(({ entry }) => entry && entry !== main.entry);
  const files = new Map([[first, [...inFirst]]]);
  for (const piece of pieces.filter((each) => !inFirst.has(each))) {
    const users = pages.filter((page) => closure(page, pieces).has(piece));
    const file = users.length === 1 ? fileOfPage(users[0]) : common;
    files.set(file, [...(files.get(file) ?? []), piece]);
  }
  return files;
}

/** `../functions/functions-part.tsx`: `panel-functions`. */
const fileOfPage = ({ entry }) => `panel-${path.basename(entry).replace(/(?:-part)?\.tsx?$/, '')}`;

const factsOf = (pieces, files) => {
  const fileOf = (piece) => [...files].find(([, held]) => held.includes(piece))[0];
  const main = entryOf(pieces);
  const pages = pieces.filter(({ entry }) => entry && entry !== main.entry);
  return {
    first,
    needs: Object.fromEntries(
      pages.map((page) => [
        page.name,
        [...new Set([...closure(page, pieces)].map(fileOf))].filter((file) => file !== first),
      ]),
    ),
    speaking: [...files].flatMap(([file, held]) => (textsIn(held).length > 0 ? [file] : [])),
  };
};

const scriptOf = (pieces) =>
  pieces
    .map(
      ({ name, script }) =>
        `panelFiles.define(${JSON.stringify(name)},function(require,module){${script}\n});`,
    )
    .join('\n');

const textsIn = (pieces) => pieces.flatMap(({ texts }) => texts);

/** What a file says in a language; nothing where it says nothing. */
function saidIn(file, pieces, language) {
  const areas = textsIn(pieces).map(
    ({ area, said }) => `${JSON.stringify(area)}:${said[language]}`,
  );
  if (areas.length === 0) return '';
  const named = [file, language].map((each) => JSON.stringify(each));
  return `panelFiles.say(${named},{${areas.join(',\n')}});`;
}

/** The packages something is bundled from. */
export const packagesIn = ({ inputs }) => [
  ...new Set(
    Object.keys(inputs).flatMap((file) => {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
      return name ? [name] : [];
    }),
  ),
];

const inPage = (script) => script.replace(/<\/script/gi, '<\\/script');

/** Without what means something in an HTML file or a template; it stands in texts alone. */
const inFile = (script) => script.replace(/<(?=\?|!--|\/?script)/gi, '\\x3c');
