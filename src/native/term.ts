/** The arithmetic of a KPI as a tree. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'input'; readonly name: string }
  | {
      readonly kind: 'operation';
      readonly sign: '+' | '-' | '*' | '/';
      readonly left: Term;
      readonly right: Term;
    };

/** `left <= right` or `left >= right`: what every true set of inputs fulfils. */
export interface Comparison {
  readonly left: Term;
  readonly sign: '<=' | '>=';
  readonly right: Term;
}

/** One way a KPI is calculated: under which condition, by which arithmetic. */
export interface Branch {
  /** Applies when this optional input is given. */
  readonly given?: string;
  /** Applies when this choice was made. */
  readonly chosen?: { readonly input: string; readonly is: string };
  readonly formula: Term;
  readonly must: readonly Comparison[];
}

/** The ways a KPI is calculated, in the order in which they are tried; the last is unconditional. */
export type Branches = readonly Branch[];

/** Every divisor of a term, in the order in which the term is read, each once. */
export function divisorsOf(formula: Term): readonly Term[] {
  const found: Term[] = [];
  visit(formula, (part) => {
    if (part.kind !== 'operation' || part.sign !== '/') return;
    if (!found.some((other) => JSON.stringify(other) === JSON.stringify(part.right))) {
      found.push(part.right);
    }
  });
  return found;
}

/** The names of the inputs a branch reads, its condition left out. */
export function inputsOf(branch: Branch): ReadonlySet<string> {
  const names = new Set<string>();
  const note = (part: Term) => {
    if (part.kind === 'input') names.add(part.name);
  };
  visit(branch.formula, note);
  for (const { left, right } of branch.must) {
    visit(left, note);
    visit(right, note);
  }
  return names;
}

function visit(from: Term, see: (part: Term) => void): void {
  see(from);
  if (from.kind === 'operation') {
    visit(from.left, see);
    visit(from.right, see);
  }
}
