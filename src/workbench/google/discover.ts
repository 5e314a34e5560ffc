/** A custom function as Code.js declares it. */
export interface Discovered {
  readonly name: string;
  readonly parameters: readonly string[];
  /** The first sentence of its comment. */
  readonly summary: string;
  /** The text of each `@param`, in order. */
  readonly help: readonly string[];
}

const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z][\w$]*)\s*\(([^)]*)\)/g;

/**
 * What cells may call: Google reaches every function at the top level, whether or not a comment
 * offers it to users. Those of ours that cells call are named in capitals.
 */
export const callableFunctions = (code: string): string[] => [
  ...new Set(
    [...code.matchAll(/^function ([A-Z][A-Z0-9_]*[A-Z0-9])\(/gm)].map(([, name = '']) => name),
  ),
];

/** Finds the custom functions of a built Code.js: top-level functions whose comment says so. */
export function discoverFunctions(code: string): Discovered[] {
  const found: Discovered[] = [];
  for (const [, comment = '', name = '', parameters = ''] of code.matchAll(declaration)) {
    if (!/@customfunction\b/.test(comment) || name.endsWith('_')) continue;
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
    found.push({
      name,
      parameters: parameters
        .split(',')
        .map((text) => text.trim())
        .filter(Boolean),
      summary: lines.find((line) => line !== '' && !line.startsWith('@')) ?? '',
      help: lines
        .filter((line) => line.startsWith('@param'))
        .map((line) => line.replace(/^@param\s+(?:\{[^}]*\}\s*)?\[?[\w$]+(?:=[^\]]*)?\]?\s*/, '')),
    });
  }
  return found;
}
