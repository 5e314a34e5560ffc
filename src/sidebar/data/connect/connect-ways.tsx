import { usePlans } from '../../plans/plans-context.ts';
import { useSources } from '../use-sources.ts';

/** The ways to a new source. */
export function ConnectWays({ plan, first }: { readonly plan: string; readonly first: boolean }) {
  const { go } = usePlans();
  return (
    <p class="actions">
      {useSources().map(({ id, connect, hint }, at) => (
        <button
          key={id}
          type="button"
          data-source={id}
          class={first && at === 0 ? 'main' : ''}
          title={hint || undefined}
          onClick={() => go('connect', { plan, source: id, account: '' })}
        >
          {connect}
        </button>
      ))}
    </p>
  );
}
