import { useState } from 'preact/hooks';
import type { Answer } from '../../app/api/api.ts';

/** Why a call brought nothing, and which field it is about. */
export interface RequestProblem {
  readonly problem: string;
  readonly field?: string;
}

export interface PanelRequest {
  readonly busy: boolean;
  readonly error: RequestProblem | null;
  /** Asks, and hands on what was asked for; nothing where there was a problem. */
  readonly run: <T>(ask: () => Promise<Answer<T>>, done: (given: T) => void) => Promise<void>;
  readonly clear: () => void;
}

/** One call at a time to the spreadsheet's side, and what became of it. */
export function useRequest(): PanelRequest {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RequestProblem | null>(null);
  return {
    busy,
    error,
    run: async (ask, done) => {
      if (busy) return;
      setBusy(true);
      setError(null);
      const answer = await ask();
      setBusy(false);
      if ('ok' in answer) done(answer.ok);
      else setError(answer);
    },
    clear: () => setError(null),
  };
}
