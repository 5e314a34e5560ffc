import { usePlans } from '../../plans/plans-context.ts';
import { useDataWords } from '../data-context.tsx';

/** The ways to a new source. */
export function ConnectWays({ plan, first }: { readonly plan: string; readonly first: boolean }) {
  const { go } = usePlans();
  const say = useDataWords().page;
  return (
    <p class="actions">
      <button
        type="button"
        class={first ? 'main' : ''}
        onClick={() => go('connect', { plan, account: '' })}
      >
        {say.connectGa4}
      </button>
      <button type="button" title={say.tableWhy} onClick={() => go('table', { plan, account: '' })}>
        {say.connectTable}
      </button>
    </p>
  );
}
