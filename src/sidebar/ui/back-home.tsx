import { usePlans, useSay } from '../plans/plans-context.ts';

/** The way back to all plans. */
export function BackHome() {
  const { go } = usePlans();
  const say = useSay().steps;
  return (
    <button type="button" class="quiet back" onClick={() => go('home')}>
      <span aria-hidden="true">‹</span> {say.home}
    </button>
  );
}
