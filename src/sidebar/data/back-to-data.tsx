import { usePlans } from '../plans/plans-context.ts';
import { useDataWords } from './data-context.tsx';

/** The way back from the data of a plan to the plan itself. */
export function BackToPlan({ id, name }: { readonly id: string; readonly name: string }) {
  const { go } = usePlans();
  return (
    <button type="button" class="quiet back" onClick={() => go('plan', { plan: id })}>
      <span aria-hidden="true">‹</span> {name}
    </button>
  );
}

/** The way back to all about the data of a plan. */
export function BackToData({ id }: { readonly id: string }) {
  const { go } = usePlans();
  const say = useDataWords().page;
  return (
    <button type="button" class="quiet back" onClick={() => go('data', { plan: id })}>
      <span aria-hidden="true">‹</span> {say.back}
    </button>
  );
}
