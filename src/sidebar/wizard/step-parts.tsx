import { useSay } from '../plans/plans-context.ts';
import type { Draft, Step } from './draft-begun.ts';

/** What a step is given: the draft, and the way on. */
export interface StepProps {
  readonly draft: Draft;
  readonly change: (next: (last: Draft) => Draft) => void;
  /** Goes to a step; to a field on it where one is named. */
  readonly goTo: (step: Step, field?: string) => void;
  /** The field to put the focus on; `''` for none. */
  readonly focusOn: string;
}

interface FooterProps {
  readonly next: string;
  readonly back?: () => void;
  readonly busy?: boolean;
}

/** The way on and back, always in sight. */
export function Footer({ next, back, busy = false }: FooterProps) {
  const say = useSay().steps;
  return (
    <footer>
      <button type="submit" class="main" aria-disabled={busy}>
        {next}
      </button>
      {back && (
        <button type="button" class="quiet" onClick={back}>
          {say.back}
        </button>
      )}
    </footer>
  );
}
