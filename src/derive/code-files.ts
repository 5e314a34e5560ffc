import type { Calculated } from '../kpi/define.ts';
import { atOnceScript, functionEntries, passingEntries } from './entries.ts';

/** A bundle as a script: it makes one variable, `made`. */
interface Bundle {
  readonly script: string;
  readonly made: string;
}

/** The private functions of Code.js: what ends in an underscore Google offers to nobody. */
export const privateNames = {
  atOnce: 'marketingKpis_',
  cells: 'marketingKpisCells_',
  opening: 'marketingKpisOpening_',
  rest: 'marketingKpisRest_',
} as const;

/** The HTML file of the project that holds the rest of the script; its name without ending. */
export const restFile = 'rest';

interface CodeParts {
  readonly kpis: readonly Calculated[];
  readonly cells: Bundle;
  readonly opening: Bundle;
  /** Reaches the cells by the name of their private function. */
  readonly rest: Bundle;
  /** The expression that gives the text of the other file. */
  readonly restText: string;
  /** The names of functions that Google calls, by the part they stand in. */
  readonly names: {
    readonly cells: readonly string[];
    readonly opening: readonly string[];
    /** Of those that follow, the ones that may find nothing to do before the rest is read. */
    readonly idle: readonly string[];
    readonly handlers: readonly string[];
    readonly panel: readonly string[];
  };
  /** Comments that a file begins with, by what is in it. */
  readonly heads: { readonly cells: string; readonly rest: string };
  /** Everything in Code.js, and no text run as a script: where Google should refuse that. */
  readonly inOneFile: boolean;
}

/**
 * The script as the files Google takes: Code.js with what every cell reads over, which V8 does anew for
 * each of them, and the rest in an HTML file that is read when a menu, the clock or the panel asks.
 * Cells themselves need more than Code.js runs only where they hold more than plain numbers: that
 * stands in it as a text. Opening a file needs neither (before it is allowed anything, Google gives no file).
 */
export function codeFiles(parts: CodeParts): {
  readonly code: string;
  readonly rest: string | null;
} {
  const { cells, opening, rest, heads, names, inOneFile } = parts;
  const restScript = `${rest.script}\nreturn ${rest.made};\n//# sourceURL=${restFile}.js`;
  const fromFile = `new Function('${privateNames.cells}', ${parts.restText})(${privateNames.cells})`;
  const cellsScript = `${cells.script}\nreturn ${cells.made};\n//# sourceURL=cells.js`;
  const code = [
    heads.cells,
    ...(inOneFile ? [heads.rest] : []),
    atOnceScript(privateNames),
    once(privateNames.cells, inOneFile ? within(cells) : `new Function(${quoted(cellsScript)})()`),
    once(privateNames.opening, within(opening)),
    once(privateNames.rest, inOneFile ? within(rest) : fromFile),
    functionEntries(parts.kpis, privateNames),
    passingEntries(names.cells, `${privateNames.cells}().selfCheckFunctions`),
    passingEntries(names.opening, `${privateNames.opening}().openingHandlers`),
    passingEntries(names.handlers, `${privateNames.rest}().handlers`, (name) =>
      names.idle.includes(name) ? `${privateNames.opening}().idle.${name}()` : null,
    ),
    passingEntries(names.panel, `${privateNames.rest}().panel`),
  ].join('\n');
  return { code, rest: inOneFile ? null : asFile(`${heads.rest}\n${restScript}`) };
}

/** A private function that gives what is made at its first call. */
const once = (name: string, made: string): string =>
  `function ${name}() {\n  if (!${name}.made) ${name}.made = ${made};\n  return ${name}.made;\n}\n`;

const within = ({ script, made }: Bundle): string =>
  `(function () {\n${script}\nreturn ${made};\n})()`;

const longestPiece = 500;

/**
 * As an expression that V8 hurries through: it keeps what it reads of a literal, and to make room for a
 * long one again and again costs more than all the rest. Bundlers write few single quotes.
 */
function quoted(text: string): string {
  const pieces = text.match(new RegExp(`[^]{1,${longestPiece}}`, 'g')) ?? [];
  const escaped = pieces.map((piece) =>
    piece
      .replace(/[\\']/g, '\\$&')
      .replace(
        /[\n\u2028\u2029]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  );
  return `[\n'${escaped.join("',\n'")}'\n].join('')`;
}

/**
 * Without what means something in an HTML file or a template: in texts and patterns of a script, and it
 * stands nowhere else, the escaped sign is the same.
 */
const asFile = (text: string): string => text.replace(/<(?=\?|!--|\/?script)/gi, '\\x3c');
