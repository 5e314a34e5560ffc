import type { Progress } from '../../app/api/plan-api.ts';
import { useSay } from '../plans/plans-context.ts';

/** How far a build is: a stroke, the step in words, and that nobody has to stay. */
export function BuildProgress({ progress }: { readonly progress: Progress | null }) {
  const say = useSay().build;
  const doing = progress?.doing || say.building;
  return (
    <section class="progress">
      <progress
        aria-label={say.building}
        max={progress?.of ?? 1}
        {...(progress ? { value: progress.step } : {})}
      />
      <p role="status">
        {doing}
        {progress && (
          <span class="muted"> {say.step({ step: progress.step, of: progress.of })}</span>
        )}
      </p>
      <p class="muted">{say.wait}</p>
    </section>
  );
}
