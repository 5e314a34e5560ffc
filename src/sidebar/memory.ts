import type { Funnel, Language, Role } from '../kpi/define.ts';
import type { Form } from './form.ts';

/** Where the user is in the panel. */
export interface Place {
  readonly view: 'find' | 'function' | 'help';
  /** The function that is open, or was last. */
  readonly name: string;
  readonly query: string;
  readonly role: Role | '';
  readonly stage: Funnel | '';
  /** What was filled in, by function. */
  readonly forms: Readonly<Record<string, Form>>;
  readonly language: Language | '';
}

const start: Place = {
  view: 'find',
  name: '',
  query: '',
  role: '',
  stage: '',
  forms: {},
  language: '',
};

const key = 'marketing-kpis-place-1';

/** Where the user was in this browser tab; the start where nothing can be remembered. */
export function recallPlace(): Place {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...start, ...kept } : start;
  } catch {
    return start;
  }
}

/** Browsers may forbid a frame to store anything: then the place lives as long as the panel. */
export function rememberPlace(place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // The panel works without.
  }
}
