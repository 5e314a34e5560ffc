import { useEffect, useState } from 'preact/hooks';
import type { AccountFacts, AccountList, SourceFacts } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useHeading } from '../../shell/use-heading.ts';
import { type PanelRequest, useRequest } from '../../shell/use-request.ts';
import { ProblemBox, TextField } from '../../ui/fields.tsx';
import { BackToData } from '../back-to-data.tsx';
import { openedAs, useData, useDataWords } from '../data-context.tsx';
import { usePlanView } from '../use-plan-view.ts';
import { AccountCard } from './account-card.tsx';
import { AccountForm, isOfField } from './account-form.tsx';

interface AccountPageProps {
  /** The plan's. */
  readonly id: string;
  readonly source: SourceFacts;
  /** The account that is looked at again; `''` for a new one. */
  readonly account: string;
}

/** An agency reads hundreds; who does not see theirs searches. */
const shownAtOnce = 20;

/** Finds an account, or asks what connects it, and shows what is to be known of it before it is used. */
export function AccountPage({ id, source, account }: AccountPageProps) {
  const { client, answersIn } = usePanel();
  const { opened } = useData();
  const { feeding } = usePlans();
  const { view, task: reading } = usePlanView(id);
  const [facts, setFacts] = useState<AccountFacts | null>(null);
  const heading = useHeading(facts?.account.id ?? 'connect');
  const opening = useRequest();
  const search = useSearch(source);
  const lists = source.form === 'list';

  const draft = feeding?.plan === id ? feeding : view?.plan;
  const known = draft?.accounts.find((each) => each.id === account) ?? null;
  const open = (picked: string, fields: Readonly<Record<string, string>> = {}) =>
    opening.run(
      () =>
        client.openAccount({
          plan: id,
          source: source.id,
          id: picked,
          known: picked === account ? known : null,
          fields,
        }),
      (given) => {
        opened.set(openedAs(given.account.id, answersIn), given);
        setFacts(given);
      },
    );
  useEffect(() => {
    if (!lists) return;
    if (account === '') search.look(null);
    else open(account);
  }, []);
  const other = () => {
    setFacts(null);
    if (lists && !search.found) search.look(null);
  };
  const error = opening.error ?? search.task.error ?? reading.error;
  return (
    <main class="data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {facts ? facts.account.name : source.connect}
      </h1>
      {error && !isOfField(error, source) && <ProblemBox>{error.problem}</ProblemBox>}
      {facts && view && (
        <AccountCard facts={facts} view={view} other={source.list.other} leave={other} />
      )}
      {!facts && <p class="muted">{source.why}</p>}
      {!facts && source.needs !== '' && <p class="notice">{source.needs}</p>}
      {!facts && !lists && (
        <AccountForm
          source={source}
          known={known}
          busy={opening.busy}
          refused={opening.error}
          connect={(fields) => open(account, fields)}
        />
      )}
      {!facts && lists && (
        <SearchForm source={source} view={view} search={search} busy={opening.busy} pick={open} />
      )}
    </main>
  );
}

interface Search {
  readonly task: PanelRequest;
  readonly text: string;
  readonly type: (text: string) => void;
  readonly found: AccountList | null;
  /** So many of them are shown. */
  readonly most: number;
  readonly look: (page: string | null) => void;
  readonly more: () => void;
}

/** What is searched for among a source's accounts, and what was found. */
function useSearch({ id: source }: SourceFacts): Search {
  const { client } = usePanel();
  const task = useRequest();
  const [text, type] = useState('');
  const [found, setFound] = useState<AccountList | null>(null);
  const [most, setMost] = useState(shownAtOnce);
  const look = (page: string | null) =>
    task.run(
      () => client.listAccounts({ source, search: text.trim(), page }),
      (more) => {
        setMost((last) => (page === null ? shownAtOnce : last + shownAtOnce));
        setFound((last) => ({
          ...more,
          accounts: [...(page === null ? [] : (last?.accounts ?? [])), ...more.accounts],
        }));
      },
    );
  const more = () => {
    if (found && found.accounts.length > most) setMost(most + shownAtOnce);
    else look(found?.page ?? null);
  };
  return { task, text, type, found, most, look, more };
}

interface SearchFormProps {
  readonly source: SourceFacts;
  readonly view: PlanView | null;
  readonly search: Search;
  readonly busy: boolean;
  readonly pick: (account: string) => void;
}

/** A box to search in, and what was found. */
function SearchForm({ source, view, search, busy, pick }: SearchFormProps) {
  const say = useDataWords().connect;
  const { task, text, type, found, most, look, more } = search;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look(null);
        }}
      >
        <TextField
          id="account-search"
          label={say.search}
          value={text}
          placeholder={source.list.searchExample}
          change={type}
        />
        <button type="submit" class={found ? '' : 'main'} aria-disabled={task.busy}>
          {say.go}
        </button>
      </form>
      {!found && (task.busy || busy) && (
        <p class="muted" role="status">
          {source.list.opening}
        </p>
      )}
      {found && (
        <Found
          found={{ ...found, accounts: found.accounts.slice(0, most) }}
          view={view}
          pick={pick}
          reading={busy ? source.list.reading : ''}
        />
      )}
      {found && (found.page !== null || found.accounts.length > most) && (
        <p class="actions">
          <button type="button" aria-disabled={task.busy} onClick={more}>
            {say.more}
          </button>
        </p>
      )}
    </>
  );
}

interface FoundProps {
  readonly found: AccountList;
  readonly view: PlanView | null;
  readonly pick: (account: string) => void;
  /** That one is being read; `''` where none is. */
  readonly reading: string;
}

/** The accounts, each below what it belongs to. */
function Found({ found, view, pick, reading }: FoundProps) {
  const say = useDataWords().connect;
  const [none, ...ways] = found.none;
  if (none !== undefined) {
    return (
      <>
        <p class="found-none" role="status">
          {none}
        </p>
        {ways.map((way, at) => (
          <p key={way} class={at === ways.length - 1 ? 'muted' : ''}>
            {way}
          </p>
        ))}
      </>
    );
  }
  return (
    <>
      <ul class="functions properties">
        {found.accounts.map(({ account, name, group, code }) => (
          <li key={account}>
            <button type="button" data-account={account} onClick={() => pick(account)}>
              <span class="title">
                {name}
                <span class="note muted">
                  {group}
                  {isConnected(account, view) && ` · ${say.connected}`}
                </span>
              </span>
              <span class="code">{code}</span>
            </button>
          </li>
        ))}
      </ul>
      {reading && (
        <p class="muted" role="status">
          {reading}
        </p>
      )}
    </>
  );
}

const isConnected = (account: string, view: PlanView | null): boolean =>
  view?.plan.accounts.some(({ id }) => id === account) ?? false;
