import { usePanel } from '../shell/panel-context.ts';
import { useSay } from './plans-context.ts';

/** Says that there is news, where somebody is filling in what it would replace. */
export function SheetChanged() {
  const { store, waits } = usePanel();
  return <ChangedLine shown={waits} look={() => store.release()} />;
}

interface ChangedLineProps {
  readonly shown: boolean;
  readonly look: () => void;
}

/** Always there for screen readers, which speak of what is put into it. */
export function ChangedLine({ shown, look }: ChangedLineProps) {
  const say = useSay().changed;
  return (
    <div class="sheet-changed" role="status">
      {shown && (
        <p>
          <span>{say.news}</span>{' '}
          <button type="button" class="link" onClick={look}>
            {say.look}
          </button>
        </p>
      )}
    </div>
  );
}
