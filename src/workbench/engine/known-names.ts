import { LexerTreeBuilder } from '@univerjs/engine-formula';

/** What the engine keeps private about reading names in formulas. */
interface Reader {
  _handleDefinedName(sequence: unknown[], names: Names): Found;
  getSequenceNode(sequence: unknown[]): Sequence;
  named?: boolean;
}

type Sequence = (string | { readonly token: string })[];

interface Names {
  readonly unitId?: string | null;
  getValueByName(unitId: string, token: string): { readonly name: string } | null;
}

interface Found {
  readonly hasDefinedName: boolean;
  readonly definedNames: string[];
}

/**
 * Lets a formula know which names it reads. The engine forgets those that stand for plain cells, so
 * that the formula would go on with the cells such a name had when it was first read.
 */
export function knowNamesOfCells(): void {
  const prototype = LexerTreeBuilder.prototype as unknown as Reader;
  if (prototype.named) return;
  const original = prototype._handleDefinedName;
  const { getSequenceNode } = prototype;
  prototype.named = true;
  // Half of what it takes to read a formula; what is asked for below is what was read just before.
  const read = new WeakMap<unknown[], Sequence>();
  prototype.getSequenceNode = function (sequence): Sequence {
    const known = read.get(sequence);
    if (known) return known;
    const nodes = getSequenceNode.call(this, sequence);
    read.set(sequence, nodes);
    return nodes;
  };
  prototype._handleDefinedName = function (sequence, names): Found {
    const found = original.call(this, sequence, names);
    const { unitId } = names;
    if (!found.hasDefinedName || !unitId) return found;
    const own = this.getSequenceNode(sequence).flatMap((node) =>
      typeof node === 'string' ? [] : (names.getValueByName(unitId, node.token)?.name ?? []),
    );
    return { ...found, definedNames: [...new Set([...found.definedNames, ...own])] };
  };
}
