import { useState } from 'preact/hooks';
import type { Answer } from '../../app/api/api.ts';

/** Why a call brought nothing, and which field it is about. */
export interface Trouble {
  readonly problem: string;
  readonly field?: string;
}

export interface Task {
  readonly busy: boolean;
  readonly trouble: Trouble | null;
  /** Asks, and hands on what was asked for; nothing where there was a problem. */
  readonly run: <T>(ask: () => Promise<Answer<T>>, done: (given: T) => void) => Promise<void>;
  readonly clear: () => void;
}

/** One call at a time to the spreadsheet's side, and what became of it. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  return {
    busy,
    trouble,
    run: async (ask, done) => {
      if (busy) return;
      setBusy(true);
      setTrouble(null);
      const answer = await ask();
      setBusy(false);
      if ('ok' in answer) done(answer.ok);
      else setTrouble(answer);
    },
    clear: () => setTrouble(null),
  };
}
