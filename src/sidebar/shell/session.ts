import type { Funnel, Role } from '../../kpi/define.ts';
import type { FeedsDraft } from '../data/mapping/feeds-draft.ts';
import type { Form } from '../functions/function-form.ts';
import type { Draft } from '../wizard/draft-begun.ts';

export type QuarterView =
  | ('home' | 'steps' | 'plan' | 'department' | 'remove')
  | ('data' | 'connect' | 'connections' | 'feeds');
type FunctionView = 'find' | 'function';
export type PanelView = QuarterView | FunctionView | 'help';

/** Where the user is in the panel. */
export interface PanelLocation {
  readonly view: PanelView;
  /** Where the user was last among the plans, and among the functions. */
  readonly quarterView: QuarterView;
  readonly functionView: FunctionView;
  /** The id of the plan that is open, or was last. */
  readonly plan: string;
  /** What is being filled in for a plan; `null` when nothing. */
  readonly draft: Draft | null;
  /** What is being chosen to flow into a plan; `null` when nothing. */
  readonly feeding: FeedsDraft | null;
  /** The source that is being connected. */
  readonly source: string;
  /** The connected account that is looked at again; `''` for a new one. */
  readonly account: string;
  /** Whom the change log names, where the platform does not say. */
  readonly who: string;
  /** The function that is open, or was last. */
  readonly name: string;
  readonly query: string;
  readonly role: Role | '';
  readonly stage: Funnel | '';
  /** What was filled in, by function. */
  readonly forms: Readonly<Record<string, Form>>;
}

const start: PanelLocation = {
  view: 'home',
  quarterView: 'home',
  functionView: 'find',
  plan: '',
  draft: null,
  feeding: null,
  source: '',
  account: '',
  who: '',
  name: '',
  query: '',
  role: '',
  stage: '',
  forms: {},
};

const functionViews: readonly PanelView[] = ['find', 'function'];

/** A place with another view; where the user was among plans or functions is kept for the way back. */
export function locationAt(place: PanelLocation, view: PanelView): PanelLocation {
  if (view === 'help') return { ...place, view };
  return functionViews.includes(view)
    ? { ...place, view, functionView: view as FunctionView }
    : { ...place, view, quarterView: view as QuarterView };
}

/** What the panel can be asked to open with. */
export type Opening = 'home' | 'insert' | 'help';

/** Where the panel opens: where the user was last in that part of it. */
export function opened(place: PanelLocation, opening: Opening): PanelLocation {
  if (opening === 'help') return locationAt(place, 'help');
  return locationAt(place, opening === 'insert' ? place.functionView : place.quarterView);
}

const key = 'marketing-kpis-place-2';

/** Where the user was in this browser tab; the start where nothing can be remembered. */
export function recallPlace(): PanelLocation {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...start, ...kept } : start;
  } catch {
    return start;
  }
}

/** Browsers may forbid a frame to store anything: then the place lives as long as the panel. */
export function rememberPlace(place: PanelLocation): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // The panel works without.
  }
}
