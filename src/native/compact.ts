import type { Branches, Comparison, Term } from './term.ts';

/** A term as it travels in the bundle: a number, an input's name, or a sign with its two sides. */
export type CompactTerm = number | string | readonly [string, CompactTerm, CompactTerm];

interface CompactBranch {
  readonly given?: string;
  readonly chosen?: { readonly input: string; readonly is: string };
  readonly formula: CompactTerm;
  readonly must: readonly (readonly [string, CompactTerm, CompactTerm])[];
}

/** The ways of every calculated KPI, by its name. */
export type CompactTable = Readonly<Record<string, readonly CompactBranch[]>>;

const compactTerm = (term: Term): CompactTerm => {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'input') return term.name;
  return [term.sign, compactTerm(term.left), compactTerm(term.right)];
};

export const compact = (branches: Branches): readonly CompactBranch[] =>
  branches.map(({ formula, must, ...when }) => ({
    ...when,
    formula: compactTerm(formula),
    must: must.map(({ left, sign, right }) => [sign, compactTerm(left), compactTerm(right)]),
  }));

function wholeTerm(term: CompactTerm): Term {
  if (typeof term === 'number') return { kind: 'number', value: term };
  if (typeof term === 'string') return { kind: 'input', name: term };
  const sign = term[0] as '+' | '-' | '*' | '/';
  return { kind: 'operation', sign, left: wholeTerm(term[1]), right: wholeTerm(term[2]) };
}

/** The ways of a KPI as twins read them; a KPI of the user's own is always one total by another. */
export function branchesIn(table: CompactTable, name: string): Branches {
  const own: readonly CompactBranch[] = [{ formula: ['/', 'top', 'bottom'], must: [] }];
  return (Object.keys(table).includes(name) ? (table[name] ?? own) : own).map(
    ({ formula, must, ...when }) => ({
      ...when,
      formula: wholeTerm(formula),
      must: must.map(
        ([sign, left, right]): Comparison => ({
          sign: sign as Comparison['sign'],
          left: wholeTerm(left),
          right: wholeTerm(right),
        }),
      ),
    }),
  );
}
