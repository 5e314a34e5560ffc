import { useEffect, useState } from 'preact/hooks';
import type { PropertyFacts, PropertyPage } from '../../../app/api/data-api.ts';
import type { PlanView } from '../../../app/api/plan-api.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { useHeading } from '../../shell/use-heading.ts';
import { useTask } from '../../shell/use-request.ts';
import { ProblemBox, TextField } from '../../ui/fields.tsx';
import { BackToData } from '../back-to-data.tsx';
import { useDataWords } from '../data-context.tsx';
import { usePlanView } from '../use-plan-view.ts';
import { PropertyCard } from './property-card.tsx';

interface ConnectPageProps {
  /** The plan's. */
  readonly id: string;
  /** The property that is looked at again; `''` for a new one. */
  readonly account: string;
}

/** An agency reads hundreds; who does not see theirs searches. */
const shownAtOnce = 20;

/** Finds a property of Google Analytics, and shows what is to be known of it before it is used. */
export function ConnectPage({ id, account }: ConnectPageProps) {
  const { client } = usePanel();
  const { view, task: reading } = usePlanView(id);
  const words = useDataWords();
  const say = words.connect;
  const [facts, setFacts] = useState<PropertyFacts | null>(null);
  const heading = useHeading(facts?.account.id ?? 'connect');
  const task = useTask();
  const opening = useTask();
  const [search, setSearch] = useState('');
  const [searched, setSearched] = useState('');
  const [found, setFound] = useState<PropertyPage | null>(null);
  const [most, setMost] = useState(shownAtOnce);

  const look = (page: string | null) =>
    task.run(
      () => client.listProperties({ search: search.trim(), page }),
      (more) => {
        setSearched(search.trim());
        setMost((last) => (page === null ? shownAtOnce : last + shownAtOnce));
        setFound((last) => ({
          properties: [...(page === null ? [] : (last?.properties ?? [])), ...more.properties],
          page: more.page,
        }));
      },
    );
  const showMore = ({ properties, page }: PropertyPage) => {
    if (properties.length > most) setMost(most + shownAtOnce);
    else look(page);
  };
  const pick = (property: string) => opening.run(() => client.openProperty(property), setFacts);
  useEffect(() => {
    if (account === '') look(null);
    else pick(account);
  }, []);
  const other = () => {
    setFacts(null);
    if (!found) look(null);
  };
  const trouble = opening.trouble ?? task.trouble ?? reading.trouble;
  return (
    <main class="data">
      <BackToData id={id} />
      <h1 ref={heading} tabIndex={-1}>
        {facts ? facts.account.name : say.title}
      </h1>
      {trouble && <ProblemBox>{trouble.problem}</ProblemBox>}
      {facts && view && <PropertyCard facts={facts} view={view} other={other} />}
      {!facts && (
        <>
          <p class="muted">{say.why}</p>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              look(null);
            }}
          >
            <TextField
              id="property-search"
              label={say.search}
              value={search}
              placeholder={say.searchExample}
              change={setSearch}
            />
            <button type="submit" class={found ? '' : 'main'} aria-disabled={task.busy}>
              {say.go}
            </button>
          </form>
          {!found && (task.busy || opening.busy) && (
            <p class="muted" role="status">
              {say.opening}
            </p>
          )}
          {found && (
            <Found
              found={{ ...found, properties: found.properties.slice(0, most) }}
              searched={searched}
              view={view}
              pick={pick}
              busy={opening.busy}
            />
          )}
          {found && (found.page !== null || found.properties.length > most) && (
            <p class="actions">
              <button type="button" aria-disabled={task.busy} onClick={() => showMore(found)}>
                {say.more}
              </button>
            </p>
          )}
        </>
      )}
    </main>
  );
}

interface FoundProps {
  readonly found: PropertyPage;
  readonly searched: string;
  readonly view: PlanView | null;
  readonly pick: (account: string) => void;
  readonly busy: boolean;
}

/** The properties, each below the account it belongs to. */
function Found({ found, searched, view, pick, busy }: FoundProps) {
  const say = useDataWords().connect;
  if (found.properties.length === 0 && found.page === null) {
    return (
      <>
        <p class="found-none" role="status">
          {searched ? say.noneFor(searched) : say.none}
        </p>
        {searched && <p>{say.searchWay}</p>}
        <p class="muted">{say.noneWay}</p>
      </>
    );
  }
  return (
    <>
      <ul class="functions properties">
        {found.properties.map(({ account, name, group }) => (
          <li key={account}>
            <button type="button" data-property={account} onClick={() => pick(account)}>
              <span class="title">
                {name}
                <span class="note muted">
                  {group}
                  {isConnected(account, view) && ` · ${say.connected}`}
                </span>
              </span>
              <span class="code">{numberOf(account)}</span>
            </button>
          </li>
        ))}
      </ul>
      {busy && (
        <p class="muted" role="status">
          {say.reading}
        </p>
      )}
    </>
  );
}

const isConnected = (account: string, view: PlanView | null): boolean =>
  view?.plan.accounts.some(({ id }) => id === account) ?? false;

/** Properties of the same name are told apart by their number, as Google Analytics shows it. */
const numberOf = (account: string): string => account.replace('properties/', '');
