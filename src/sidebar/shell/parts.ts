import type { PanelView } from './session.ts';

/** Pages of the panel that are not in its first file: they come when they are wanted. */
export interface Part<Pages> {
  /** The pages, once they have come. */
  readonly here: () => Pages | null;
  /** Brings them; rejects with a sentence. */
  readonly come: () => Promise<Pages>;
}

function part<Pages>(bring: () => Promise<Pages>): Part<Pages> {
  let pages: Pages | null = null;
  return {
    here: () => pages,
    come: async () => {
      pages ??= await bring();
      return pages;
    },
  };
}

/** What is no page of the first file; a file of the project is made of each (`../bundle.mjs`). */
export const parts = {
  functions: part(() => import('../functions/functions-part.tsx')),
  wizard: part(() => import('../wizard/wizard.tsx')),
  plan: part(() => import('../plans/plan-part.ts')),
  data: part(() => import('../data/data-part.ts')),
};

/** The part that a page stands in; `null` where it is in the first file. */
export const partBehind = (view: PanelView): Part<unknown> | null => behind[view] ?? null;

const behind: { readonly [view in PanelView]?: Part<unknown> } = {
  find: parts.functions,
  function: parts.functions,
  steps: parts.wizard,
  plan: parts.plan,
  department: parts.plan,
  remove: parts.plan,
  data: parts.data,
  connect: parts.data,
  feeds: parts.data,
};

/** Brings what will be wanted soon. Whoever wants it in earnest is told where that fails. */
export function bringAhead(soon: readonly Part<unknown>[]): void {
  for (const each of soon) each.come().catch(() => undefined);
}
