import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { catalogue } from '../../kpi/catalogue.ts';
import type { DecimalSign } from '../../plan/amounts/read-column.ts';
import { type Pasted, readPasted } from '../../plan/paste/paste.ts';
import { readAgain } from '../../plan/paste/read-again.ts';
import { useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox, TextField } from '../ui/fields.tsx';
import { applied } from './draft.ts';
import type { Draft } from './draft-begun.ts';
import { PasteDoubts } from './paste-doubts.tsx';
import { PastedRows } from './pasted-rows.tsx';

interface PasteProps {
  readonly draft: Draft;
  readonly change: (next: (last: Draft) => Draft) => void;
  /** Back to the first step, with or without what was read. */
  readonly leave: (read: boolean) => void;
}

/** What was pasted, and what somebody has said of it. */
interface PastedTable {
  readonly cells: string | readonly (readonly string[])[];
  readonly decimal?: DecimalSign;
  readonly currency?: string;
}

/** An old KPI table, pasted or selected, read into the draft: every row says what it became. */
export function PasteTable({ draft, change, leave }: PasteProps) {
  const { client, language } = usePanel();
  const words = useSay();
  const say = words.paste;
  const heading = useRef<HTMLHeadingElement>(null);
  const task = useRequest();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Pasted | null>(null);
  const [original, setOriginal] = useState<PastedTable>({ cells: '' });
  const [tried, setTried] = useState(false);
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [read === null]);

  const take = (next: Partial<PastedTable>) => {
    const from: PastedTable = 'cells' in next ? { cells: '', ...next } : { ...original, ...next };
    const { cells, currency, ...decimal } = from;
    const { plan } = draft;
    const circumstances = {
      ...plan.circumstances,
      currency: currency ?? plan.circumstances.currency,
    };
    const around = { catalogue, language, locale: language, ...decimal };
    const again = readPasted(cells, { ...plan, circumstances }, around);
    setOriginal(from);
    setRead(read && next.cells === undefined ? readAgain(read, again) : again);
  };
  const use = (plan: Pasted['plan']) => {
    change((last) => applied(last, plan));
    leave(true);
  };
  const unsaid = read?.plan.own.filter((own) => own.unsaid.length > 0).length ?? 0;
  if (read) {
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (read.plan.kpis.length > 0) use(read.plan);
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {say.read({ count: read.rows.filter(({ kpi }) => kpi !== null).length })}
        </h2>
        <PasteDoubts
          read={read}
          plans={read.plan.circumstances.currency}
          decide={(decimal) => take({ decimal })}
          countIn={(currency) => take({ currency })}
        />
        {unsaid > 0 && <p class="warn">{say.unsaid({ count: unsaid })}</p>}
        {read.notes.map((note) => (
          <p key={note} class="muted">
            {note}
          </p>
        ))}
        <PastedRows read={read} change={(plan, rows) => setRead({ ...read, plan, rows })} />
        <footer>
          {read.rows.some(({ kpi }) => kpi !== null) && (
            <button type="submit" class="main">
              {say.use}
            </button>
          )}
          <button type="button" class="quiet" onClick={() => setRead(null)}>
            {say.back}
          </button>
        </footer>
      </form>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (text.trim() !== '') take({ cells: text });
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {say.title}
      </h2>
      <p class="muted">{say.how}</p>
      <TextField
        id="table"
        label={say.field}
        value={text}
        rows={8}
        wrong={tried && text.trim() === '' ? say.empty : ''}
        change={setText}
      />
      {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
      <button
        type="button"
        aria-disabled={task.busy}
        onClick={() =>
          task.run(
            () => client.selectedTable(),
            (cells) => take({ cells }),
          )
        }
      >
        {task.busy ? say.taking : say.take}
      </button>
      <footer>
        <button type="submit" class="main">
          {say.go}
        </button>
        <button type="button" class="quiet" onClick={() => leave(false)}>
          {say.back}
        </button>
      </footer>
    </form>
  );
}
