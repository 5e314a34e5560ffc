import { useState } from 'preact/hooks';
import { quarterTitle } from '../../plan/calendar/calendar.ts';
import { usePanel } from '../shell/panel-context.ts';
import { usePlans, useSay } from './plans-context.ts';

/** What was begun and not built yet: to be gone on with, or dropped. `first`: nothing matters more. */
export function Unfinished({ first }: { readonly first: boolean }) {
  const { language } = usePanel();
  const { pending: draft, setDraft, go } = usePlans();
  const words = useSay();
  const say = words.home;
  const [asking, setAsking] = useState(false);
  if (!draft) return null;
  const { name, quarter, circumstances } = draft.plan;
  const title = quarterTitle(quarter, circumstances.firstMonth, language);
  const called = name.trim() || say.noName;
  return (
    <section class="unfinished">
      <p>
        {draft.is === 'edit'
          ? say.edit({ name: called, quarter: title })
          : say.draft({ name: called, quarter: title, step: draft.step })}
      </p>
      {asking ? (
        <div class="asking" role="alertdialog" aria-labelledby="drop-sure">
          <p id="drop-sure">{say.dropSure}</p>
          <button type="button" onClick={() => setDraft(null)}>
            {say.drop}
          </button>
          <button type="button" class="quiet" onClick={() => setAsking(false)}>
            {words.steps.cancel}
          </button>
        </div>
      ) : (
        <p class="actions">
          <button type="button" class={first ? 'main' : ''} onClick={() => go('steps')}>
            {say.goOn}
          </button>
          <button type="button" class="quiet" onClick={() => setAsking(true)}>
            {say.drop}
          </button>
        </p>
      )}
    </section>
  );
}
