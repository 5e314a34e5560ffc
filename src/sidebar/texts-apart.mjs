import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** How a browser of a user reads it; Google takes `//` in a template literal for a comment. */
export const written = {
  target: 'es2019',
  charset: 'utf8',
  minify: true,
  supported: { 'template-literal': false },
};

/**
 * Areas that are looked up in every language, whichever the panel speaks: names of languages, names of
 * KPIs as people look for them and paste them, words of a sheet, which has a language of its own. Their
 * texts stay in the code.
 */
const inEveryLanguage = [
  'language',
  'catalogue/choices',
  'catalogue/kpi-also-called',
  'catalogue/kpi-summary',
  'catalogue/kpi-title',
  'catalogue/quantity-title',
  'plan',
  'sheet-feeds',
];

/**
 * The compiled messages without their texts, as a plugin of a bundle: these come in files of their own.
 * `texts` takes them: by the path of a module its area, and what it says by language, as code.
 */
export const textsApart = (texts) => ({
  name: 'texts-apart',
  setup(setup) {
    const filter = /[\\/]messages[\\/]compiled[\\/].*\.ts$/;
    setup.onLoad({ filter }, async ({ path: file }) => {
      const [, area] = /\/compiled\/(.*)\.ts$/.exec(file.split(path.sep).join('/'));
      const source = await readFile(file, 'utf8');
      if (inEveryLanguage.includes(area) || !source.includes('wordsOf')) return undefined;
      const { code } = await transform(source, { loader: 'ts', charset: 'utf8' });
      const { from, to, said } = bodiesIn(code);
      texts.set(file, { area, said: await shortened(said) });
      const apart = `panelFiles.textsOf(${JSON.stringify(area)})`;
      return { contents: code.slice(0, from) + apart + code.slice(to), loader: 'js' };
    });
  },
});

/** Where a module gives `wordsOf` its texts, and those of each language with the rules they count by. */
function bodiesIn(code) {
  const { body } = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const counts = body.filter(
    ({ type, declarations }) =>
      type === 'VariableDeclaration' && declarations[0].id.name.startsWith('plural_'),
  );
  const call = body
    .map(({ declaration }) => declaration?.declarations?.[0].init)
    .find((init) => init?.type === 'CallExpression' && init.callee.name === 'wordsOf');
  const [, given] = call.arguments;
  const said = given.properties.map(({ key, value }) => {
    const function_ = code.slice(value.start, value.end);
    const used = counts.filter(({ declarations }) => function_.includes(declarations[0].id.name));
    const rules = used.map(({ start, end }) => code.slice(start, end)).join('\n');
    return [key.value ?? key.name, `(() => {\n${rules}\nreturn ${function_};\n})()`];
  });
  return { from: given.start, to: given.end, said };
}

/** Written as the rest of the panel is. */
const shortened = async (said) =>
  Object.fromEntries(
    await Promise.all(
      said.map(async ([language, body]) => {
        const { code } = await transform(`said=${body}`, written);
        return [language, code.trim().replace(/^said=|;$/g, '')];
      }),
    ),
  );
