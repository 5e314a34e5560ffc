import { FormulaDependencyGenerator, Interpreter } from '@univerjs/engine-formula';

/** A parsed formula, or a part of one. */
type ParsedNode = object;

/** What the engine keeps private about looking through parsed formulas. */
interface Looking {
  _detectForcedRecalculationNode(tree: unknown, node: ParsedNode | null | undefined): boolean;
  checkAsyncNode(node: ParsedNode | null | undefined): boolean;
  remembers?: boolean;
}

/**
 * Looks through a parsed formula once. Whether one waits for something, or is to be calculated each
 * time, rests on the functions in it; the engine looks through all formulas in each calculation.
 */
export function rememberNodes(): void {
  const generator = FormulaDependencyGenerator.prototype as unknown as Looking;
  const interpreter = Interpreter.prototype as unknown as Looking;
  if (generator.remembers) return;
  generator.remembers = true;
  const detect = generator._detectForcedRecalculationNode;
  const forced = new WeakMap<ParsedNode, boolean>();
  generator._detectForcedRecalculationNode = function (tree, node) {
    return node != null && remembered(forced, node, () => detect.call(this, tree, node));
  };
  const check = interpreter.checkAsyncNode;
  const waits = new WeakMap<ParsedNode, boolean>();
  interpreter.checkAsyncNode = function (node) {
    return node != null && remembered(waits, node, () => check.call(this, node));
  };
}

function remembered(
  known: WeakMap<ParsedNode, boolean>,
  node: ParsedNode,
  find: () => boolean,
): boolean {
  let found = known.get(node);
  if (found === undefined) {
    found = find();
    known.set(node, found);
  }
  return found;
}
