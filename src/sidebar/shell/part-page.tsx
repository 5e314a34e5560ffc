import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ProblemBox } from '../ui/fields.tsx';
import { usePanel } from './panel-context.ts';
import type { Part } from './parts.ts';
import { useHeading } from './use-heading.ts';

interface PartPageProps<Pages> {
  readonly part: Part<Pages>;
  readonly children: (pages: Pages) => ComponentChild;
}

/** A page of a part: drawn when it has come; until then what is waited for, or why it does not come. */
export function PartPage<Pages>({ part, children }: PartPageProps<Pages>) {
  const say = usePanel().words.part;
  const [times, setTimes] = useState(0);
  const [why, setWhy] = useState('');
  const pages = part.here();
  const again = () => {
    setWhy('');
    setTimes((last) => last + 1);
  };
  useEffect(() => {
    // It may have come since this was drawn, for somebody else.
    if (pages) return;
    let current = true;
    part.come().then(
      () => current && setTimes((last) => last + 1),
      (error: Error) => current && setWhy(error.message),
    );
    return () => {
      current = false;
    };
  }, [part, times]);
  if (pages) return <>{children(pages)}</>;
  if (why !== '' || times > 0) return <NotCome why={why} again={again} />;
  return (
    <p class="muted opening" role="status">
      {say.coming}
    </p>
  );
}

/** Whoever has asked again stays on the button that they pressed. */
function NotCome({ why, again }: { readonly why: string; readonly again: () => void }) {
  const say = usePanel().words.part;
  const heading = useHeading('not come');
  return (
    <main>
      <h1 ref={heading} tabIndex={-1}>
        {say.title}
      </h1>
      {why !== '' && <ProblemBox>{say.failed({ why })}</ProblemBox>}
      <button type="button" class="main" aria-disabled={why === ''} onClick={again}>
        {why === '' ? say.coming : say.again}
      </button>
    </main>
  );
}
