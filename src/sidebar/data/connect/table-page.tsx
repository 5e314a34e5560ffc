import { useEffect, useState } from 'preact/hooks';
import type { SourceFacts, TableFacts } from '../../../app/api/data-api.ts';
import { readTableAccount, type TableAccount, tableId } from '../../../sources/table/account.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useHeading } from '../../shell/use-heading.ts';
import { useRequest } from '../../shell/use-request.ts';
import { ProblemBox, SelectField } from '../../ui/fields.tsx';
import { number } from '../../ui/numbers.ts';
import { newPlanId } from '../../wizard/new-plan.ts';
import { BackToData } from '../back-to-data.tsx';
import { useDataWords } from '../data-context.tsx';
import { feedsDraftOf, inputsWith, withAccount } from '../mapping/feeds-draft.ts';
import { usePlanView } from '../use-plan-view.ts';
import { proposedOf } from './table-doubts.ts';
import { TableSettings } from './table-settings.tsx';

interface TablePageProps {
  /** The plan's. */
  readonly id: string;
  readonly source: SourceFacts;
  /** The table that is looked at again; `''` for a new one. */
  readonly account: string;
}

/** Which tab is read as a table, and how its days are meant. */
export function TablePage({ id, source, account: known }: TablePageProps) {
  const { client, language } = usePanel();
  const { feeding, setFeeding, go } = usePlans();
  const { view, task: reading } = usePlanView(id);
  const say = useDataWords().tabs;
  const heading = useHeading('tabs');
  const task = useRequest();
  const [tables, setTables] = useState<readonly TableFacts[] | null>(null);
  const [account, setAccount] = useState<TableAccount | null>(null);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    task.run(() => client.listTables(), setTables);
  }, []);
  useEffect(() => {
    const draft = feeding?.plan === id ? feeding : view?.plan;
    const standing = draft?.accounts.find((each) => each.id === known);
    const table = standing && readTableAccount({ ...standing });
    if (table) setAccount((last) => last ?? table);
  }, [view === null]);

  const table = tables?.find(({ sheet }) => sheet === account?.sheet);
  const proposal = view && table ? proposedOf(table, view.plan) : null;
  const choose = (sheet: string) => {
    const chosen = tables?.find((each) => String(each.sheet) === sheet);
    if (!chosen || !view) return setAccount(null);
    const name = known || tableId(newPlanId());
    setAccount({ ...proposedOf(chosen, view.plan).account, id: name });
  };
  const use = () => {
    setTried(true);
    if (!view || !account || account.day === '' || !proposal) return;
    const draft = feeding?.plan === id ? feeding : feedsDraftOf(view);
    const keys = new Set(inputsWith(view.plan, draft).map(({ key }) => key));
    const feeds = proposal.feeds
      .filter(({ input }) => keys.has(input))
      .map((feed) => ({ ...feed, account: account.id }));
    setFeeding(withAccount(draft, account, known ? [] : feeds));
    go('feeds', { plan: id });
  };
  const error = task.error ?? reading.error;
  return (
    <main class="data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {source.connect}
      </h1>
      <p class="muted">{source.why}</p>
      {error && <ProblemBox>{error.problem}</ProblemBox>}
      {!tables && !error && (
        <p class="muted" role="status">
          {say.opening}
        </p>
      )}
      {tables?.length === 0 && <p role="status">{say.none}</p>}
      {tables && tables.length > 0 && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            use();
          }}
        >
          <SelectField
            id="table-sheet"
            label={say.which}
            value={table ? String(table.sheet) : ''}
            options={[
              ['', say.choose],
              ...tables.map(({ sheet, name, rows }): [string, string] => [
                String(sheet),
                `${name} · ${say.rows({ count: number(rows, language, 0) })}`,
              ]),
            ]}
            wrong={tried && !table ? say.tableMissing : ''}
            required={true}
            choose={choose}
          />
          {table && account && (
            <TableSettings
              table={table}
              account={account}
              doubts={proposal?.unsure ?? []}
              tried={tried}
              put={(part) => setAccount({ ...account, ...part })}
            />
          )}
          <p class="actions">
            <button type="submit" class="main">
              {say.use}
            </button>
          </p>
        </form>
      )}
    </main>
  );
}
