import { existsSync, readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { type Comment, type FunctionDeclaration, parse } from 'acorn';
import { distFolder, everythingFolder, oneFileFolder } from './built-folders.ts';

/** A built add-on: its files, and what is at the top level of its script. */
function builtIn(folder: string) {
  const text = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const code = text('Code.js');
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2019, onComment: comments });
  const functions = program.body.filter(
    (node): node is FunctionDeclaration => node.type === 'FunctionDeclaration',
  );
  /** The comment that stands directly above a function. */
  const helpOf = (node: FunctionDeclaration): string | undefined => {
    const above = comments.findLast(({ end }) => end <= node.start);
    const between = above && code.slice(above.end, node.start);
    return above?.type === 'Block' && between?.trim() === '' ? above.value : undefined;
  };
  const rest = existsSync(`${folder}/rest.html`) ? text('rest.html') : '';
  const cells = textRunBy(code);
  const body = { ecmaVersion: 2019, allowReturnOutsideFunction: true } as const;
  return {
    ...{ code, rest, cells, program, functions, helpOf },
    /** Everything that may run: Code.js, the text in it, the other file; and what it is to a parser. */
    script: [code, cells, rest].join('\n'),
    programs: [program, parse(cells, body), parse(rest, body)],
    files: readdirSync(folder).sort(),
    manifest: JSON.parse(text('appsscript.json')),
    customFunctions: functions.filter((node) => helpOf(node)?.includes('@customfunction')),
    byName: new Map(functions.map((node) => [node.id.name, node])),
    /** Code.js in a context of its own, where nothing else is. */
    fresh: () => {
      const context = vm.createContext({});
      vm.runInContext(code, context);
      return (call: string) => vm.runInContext(call, context);
    },
  };
}

/** The text that Code.js runs as a script where a cell holds more than plain numbers. */
function textRunBy(code: string): string {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  return vm.runInContext(
    `var texts = [];
    Function = function () { texts.push(arguments[arguments.length - 1]); return function () {}; };
    marketingKpisCells_();
    texts.join('\\n')`,
    context,
  );
}

export type BuiltAddOn = ReturnType<typeof builtIn>;

/** What is pushed to Google, the same with all of its script in one file, and with every flavour. */
export const builds = {
  'in two files': builtIn(distFolder),
  'in one file': builtIn(oneFileFolder),
  'with everything': builtIn(everythingFolder),
} as const;
