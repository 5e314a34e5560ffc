import type { SourceFacts } from '../../../app/api/data-api.ts';
import { usePlans } from '../../plans/plans-context.ts';
import { useData, useDataWords } from '../data-context.tsx';
import { useSources } from '../use-sources.ts';

/** The way to where a further source is chosen. */
export function AnotherSource({ plan }: { readonly plan: string }) {
  const { go } = usePlans();
  const say = useDataWords().connect;
  return (
    <p class="actions">
      <button
        type="button"
        data-another
        onClick={() => go('connect', { plan, source: '', account: '' })}
      >
        {say.another}
      </button>
    </p>
  );
}

interface ConnectWaysProps {
  readonly plan: string;
  /** Nothing on the page is pressed sooner than the first of them. */
  readonly first: boolean;
}

/** What can be connected, by how much of what is still typed it would bring. */
export function ConnectWays({ plan, first }: ConnectWaysProps) {
  const { start } = useData();
  const say = useDataWords().connect;
  const fills = start?.plans.find(({ id }) => id === plan)?.fills ?? {};
  const of = ({ id }: SourceFacts) => fills[id] ?? [];
  // Who has one account of a system may have another.
  const isConnected = ({ id }: SourceFacts) =>
    start?.connections
      .filter(({ plans }) => plans.some((each) => each.id === plan))
      .map(({ source }) => source)
      .includes(id) ?? false;
  const all = useSources();
  const asked = all.filter((source) => of(source).length > 0 || isConnected(source));
  const useful = [
    ...[...asked].sort((one, other) => of(other).length - of(one).length),
    ...all.filter((source) => source.fillsAny && !asked.includes(source)),
  ];
  const others = all.filter((source) => !useful.includes(source));
  return (
    <>
      <ul class="standings systems">
        {useful.map((source, at) => (
          <SourceCard
            key={source.id}
            plan={plan}
            source={source}
            fills={of(source)}
            first={first && at === 0}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <details class="more-ways">
          <summary>{say.others}</summary>
          <p class="muted">{say.othersWhy}</p>
          <ul class="standings systems">
            {others.map((source) => (
              <SourceCard key={source.id} plan={plan} source={source} fills={[]} first={false} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface SourceCardProps {
  readonly plan: string;
  readonly source: SourceFacts;
  readonly fills: readonly string[];
  readonly first: boolean;
}

/** So many inputs are named; of more it is said how many. */
const mostNamed = 4;

function SourceCard({ plan, source, fills, first }: SourceCardProps) {
  const { go } = usePlans();
  const say = useDataWords().connect;
  const { id, title, connect, hint, needs } = source;
  const inputs = fills.slice(0, mostNamed).join(', ');
  const about =
    fills.length > 0 ? say.fills({ inputs, more: Math.max(0, fills.length - mostNamed) }) : hint;
  return (
    <li>
      <p class="line">
        <span class="title">{title}</span>
      </p>
      {about !== '' && <p>{about}</p>}
      {needs !== '' && (
        <details>
          <summary>{say.needs}</summary>
          <p class="muted">{needs}</p>
        </details>
      )}
      <p class="actions">
        <button
          type="button"
          data-source={id}
          class={first ? 'main' : ''}
          onClick={() => go('connect', { plan, source: id, account: '' })}
        >
          {connect}
        </button>
      </p>
    </li>
  );
}
