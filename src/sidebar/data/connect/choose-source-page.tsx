import { useHeading } from '../../shell/use-heading.ts';
import { BackToData } from '../back-to-data.tsx';
import { useData, useDataWords } from '../data-context.tsx';
import { useSources } from '../use-sources.ts';
import { ConnectWays } from './connect-ways.tsx';

/** Where a further source of a plan is chosen. */
export function ChooseSourcePage({ id }: { readonly id: string }) {
  const { start } = useData();
  const { connect: say, page } = useDataWords();
  const heading = useHeading('choose source');
  useSources();
  return (
    <main class="data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {say.another}
      </h1>
      {start ? (
        <ConnectWays plan={id} first={true} />
      ) : (
        <p class="muted" role="status">
          {page.opening}
        </p>
      )}
    </main>
  );
}
