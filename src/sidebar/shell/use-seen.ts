import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WayOut } from '../../app/api/api.ts';
import type { Failure } from './client.ts';
import { type Client, createClient, type GoogleRunner } from './client.ts';
import { type Seen, SeenStore } from './seen-store.ts';
import type { PanelLocation } from './session.ts';
import { type Typing, watchTyping } from './typing.ts';

/** What is filled in stands in a draft, which no news replaces: the page itself says what is new. */
const hasDraft = ({ view, feeding, plan }: PanelLocation): boolean =>
  view === 'steps' || view === 'connect' || (view === 'feeds' && feeding?.plan === plan);

export interface SeenParts {
  readonly client: Client;
  readonly store: SeenStore;
  readonly seen: Seen;
  readonly waits: boolean;
}

/** The calls to the spreadsheet's side, and what was seen of it. What is typed is of one page. */
export function useSeen(
  run: GoogleRunner | undefined,
  say: (failure: Failure) => string,
  place: PanelLocation,
  offer: (wayOut: WayOut) => void,
): SeenParts {
  const shown = useRef(place);
  shown.current = place;
  const typing = useRef<Typing | null>(null);
  const [, draw] = useState(0);
  const { client, store } = useMemo(() => {
    const begin = () => made.store.begin();
    const end = (saved: boolean) => {
      if (saved) typing.current?.end();
      made.store.end();
    };
    const mayReplace = () => hasDraft(shown.current) || !typing.current?.is();
    const calls = createClient(run, say, { begin, end }, offer);
    const made = {
      client: calls,
      store: new SeenStore(calls, mayReplace, () => draw((times) => times + 1)),
    };
    return made;
  }, [run]);
  useEffect(() => {
    const watched = watchTyping(document, () => store.settle());
    typing.current = watched;
    return watched.stop;
  }, [store]);
  useEffect(() => {
    typing.current?.end();
    store.settle();
  }, [place.view, place.plan]);
  return { client, store, seen: store.seen, waits: store.waits };
}
