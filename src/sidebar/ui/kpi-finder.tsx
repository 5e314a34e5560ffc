import { useMemo, useRef, useState } from 'preact/hooks';
import { kpiSummary, kpiTitle } from '../../messages/catalogue.ts';
import { index } from '../functions/function-list.tsx';
import { useSay } from '../plans/plans-context.ts';
import { usePanel } from '../shell/panel-context.ts';
import { search } from './search.ts';
import { titleBesideName } from './titles.ts';

/** As many as can be looked over; more words find less. */
const most = 8;

interface KpiFinderProps {
  readonly chosen: ReadonlySet<string>;
  readonly add: (name: string) => void;
}

/** Every KPI there is, to be searched. */
export function KpiFinder({ chosen, add }: KpiFinderProps) {
  const { language } = usePanel();
  const say = useSay().what;
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const found = useMemo(
    () => (query.trim() ? search(index, { query, role: '', stage: '' }, language) : []),
    [query, language],
  );
  const free = found.filter(({ name }) => !chosen.has(name)).slice(0, most);
  const take = (name: string) => {
    add(name);
    setQuery('');
    box.current?.focus();
  };
  return (
    <details class="finder-box">
      <summary>{say.others}</summary>
      <div class="field">
        <label for="kpi-query">{say.search}</label>
        <input
          id="kpi-query"
          ref={box}
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={say.searchExample}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (free[0]) take(free[0].name);
          }}
        />
      </div>
      {query.trim() !== '' && free.length === 0 && (
        <p class="muted" role="status">
          {say.nothing}
        </p>
      )}
      <ul class="kpis">
        {free.map((kpi) => (
          <li key={kpi.name}>
            <div class="line">
              <span class="title">
                {titleBesideName(kpi, language)} <span class="code">{kpi.name}</span>
              </span>
              <button
                type="button"
                class="small-way"
                aria-label={say.of({ action: say.add, kpi: kpiTitle(kpi, language) })}
                onClick={() => take(kpi.name)}
              >
                {say.add}
              </button>
            </div>
            <p class="muted">{kpiSummary(kpi, language)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
