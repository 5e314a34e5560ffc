import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { catalogue, isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated, Counted, Funnel, Kpi, Role } from '../../kpi/define.ts';
import { kpiTitle } from '../../messages/catalogue.ts';
import { usePanel } from '../shell/panel-context.ts';
import type { PanelLocation } from '../shell/session.ts';
import { DirectionMark } from '../ui/direction.tsx';
import { byStage, funnelStages, recentOf, usersOf } from '../ui/groups.ts';
import { number } from '../ui/numbers.ts';
import { indexOf, search } from '../ui/search.ts';
import { titleBesideName } from '../ui/titles.ts';

/** Every KPI, ready to be searched. */
export const index = indexOf(catalogue);

interface ListProps {
  readonly place: PanelLocation;
  readonly recent: readonly string[];
  readonly move: (to: Partial<PanelLocation>) => void;
  /** The function to put the focus on, when coming back from it. */
  readonly focusOn: string;
}

/** The functions to choose from: a search, two filters, and what they find. */
export function FunctionList({ place, recent, move, focusOn }: ListProps) {
  const { language, words } = usePanel();
  const say = words.find;
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => search(index, place, language),
    [place.query, place.role, place.stage, language],
  );
  const searching = place.query.trim() !== '';
  const functions = found.filter(isCalculated);
  const counts = searching ? found.filter(isCounted).slice(0, 4) : [];
  const recently = searching ? [] : recentOf(functions, recent);
  const open = (name: string) => move({ view: 'function', name });

  useLayoutEffect(() => {
    const last = focusOn && list.current?.querySelector<HTMLElement>(`[data-name="${focusOn}"]`);
    (last || searchBox.current)?.focus();
  }, [focusOn]);

  const clear = () => {
    move({ query: '', role: '', stage: '' });
    searchBox.current?.focus();
  };
  return (
    <main>
      <h1>{say.title}</h1>
      <search>
        <form
          class="finder"
          onSubmit={(event) => {
            event.preventDefault();
            if (functions[0] && searching) open(functions[0].name);
          }}
        >
          <label for="query">{say.search}</label>
          <input
            id="query"
            ref={searchBox}
            type="search"
            autocomplete="off"
            spellcheck={false}
            placeholder={say.searchExample}
            value={place.query}
            onInput={(event) => move({ query: event.currentTarget.value })}
          />
          <div class="pair">
            <Filter
              id="stage"
              label={say.stage}
              every={say.everyStage}
              options={funnelStages.map((stage) => [stage, words.stages[stage]] as const)}
              value={place.stage}
              choose={(stage) => move({ stage: stage as Funnel | '' })}
            />
            <Filter
              id="role"
              label={say.role}
              every={say.everyRole}
              options={Object.entries(words.roles)}
              value={place.role}
              choose={(role) => move({ role: role as Role | '' })}
            />
          </div>
        </form>
      </search>
      <p class="muted count" role="status">
        {say.found({ count: number(functions.length, language), number: functions.length })}
      </p>
      <div ref={list}>
        {recently.length > 0 && <Group title={say.recent} kpis={recently} open={open} />}
        {searching ? (
          <Functions kpis={functions} open={open} />
        ) : (
          byStage(functions).map(({ stage, kpis }) => (
            <Group key={stage} title={words.stages[stage]} kpis={kpis} open={open} />
          ))
        )}
        {counts.length > 0 && <Counts counts={counts} open={open} />}
        {found.length === 0 && (
          <div class="empty">
            <p>{say.nothing}</p>
            <button type="button" onClick={clear}>
              {say.showAll}
            </button>
          </div>
        )}
      </div>
    </main>
  );
}

const isCounted = (kpi: Kpi): kpi is Counted => !isCalculated(kpi);

interface FilterProps {
  readonly id: string;
  readonly label: string;
  readonly every: string;
  readonly options: readonly (readonly [string, string])[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

function Filter({ id, label, every, options, value, choose }: FilterProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{every}</option>
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FunctionsProps {
  readonly kpis: readonly Calculated[];
  readonly open: (name: string) => void;
}

function Group({ title, ...rest }: FunctionsProps & { readonly title: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <Functions {...rest} />
    </section>
  );
}

function Functions({ kpis, open }: FunctionsProps) {
  const { language } = usePanel();
  return (
    <ul class="functions">
      {kpis.map((kpi) => (
        <li key={kpi.name}>
          <button type="button" data-name={kpi.name} onClick={() => open(kpi.name)}>
            <span class="title">{titleBesideName(kpi, language)}</span>
            <span class="code">
              {kpi.name} <DirectionMark better={kpi.better} inWords={false} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface CountsProps {
  readonly counts: readonly Counted[];
  readonly open: (name: string) => void;
}

/** What the search found that needs no function, and the functions that use it. */
function Counts({ counts, open }: CountsProps) {
  const { language, words } = usePanel();
  return (
    <section class="counts">
      <h2>{words.find.counted}</h2>
      <p class="muted">{words.find.countedWhy}</p>
      {counts.map((count) => {
        const users = usersOf(count, catalogue);
        return (
          <div key={count.name} class="counted">
            <h3>{kpiTitle(count, language)}</h3>
            <p class="muted">{users.length > 0 ? words.find.usedBy : words.find.usedByNone}</p>
            <p class="users">
              {users.map((user) => (
                <button
                  key={user.name}
                  type="button"
                  class="small"
                  title={kpiTitle(user, language)}
                  onClick={() => open(user.name)}
                >
                  {user.name}
                </button>
              ))}
            </p>
          </div>
        );
      })}
    </section>
  );
}
