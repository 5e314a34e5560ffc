import { useState } from 'preact/hooks';
import type { PlanStart } from '../../app/api/plan-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox, TextField } from '../ui/fields.tsx';
import { usePlans, useSay } from './plans-context.ts';

/** Copies of plan sheets that belong to no plan, and the way to make them plans. */
export function CopiedSheets() {
  const { start } = usePlans();
  const say = useSay().home;
  return (
    <section>
      <h2>{say.copies}</h2>
      {start.copies.map((copy) => (
        <Copy key={copy.sheet} copy={copy} />
      ))}
    </section>
  );
}

function Copy({ copy }: { readonly copy: PlanStart['copies'][number] }) {
  const { client } = usePanel();
  const { renew, go } = usePlans();
  const words = useSay();
  const say = words.home;
  const [name, setName] = useState(copy.name);
  const task = useRequest();
  const adopt = () =>
    task.run(
      () => client.adoptCopy({ sheet: copy.sheet, name: name.trim() }),
      ({ plan, start }) => {
        renew(start);
        go('plan', { plan });
      },
    );
  return (
    <form
      class="copy"
      onSubmit={(event) => {
        event.preventDefault();
        adopt();
      }}
    >
      <p>{say.copyOf({ copy: copy.name, plan: copy.of })}</p>
      <TextField
        id={`copy-${copy.sheet}`}
        label={say.adoptName}
        value={name}
        change={setName}
        wrong={name.trim() === '' ? words.who.nameMissing : ''}
      />
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button type="submit" aria-disabled={task.busy || name.trim() === ''}>
        {task.busy ? words.plan.working : say.adopt}
      </button>
    </form>
  );
}
