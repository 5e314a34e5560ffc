import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountFacts, DataStart } from '../../app/api/data-api.ts';
import { type DataPanelWords, dataPanelWords } from '../../messages/compiled/data-panel.ts';
import { usePanel } from '../shell/panel-context.ts';

/** The sentences around data, in the language of the panel. */
export const useDataWords = (): DataPanelWords => dataPanelWords(usePanel().language);

/** How far a refresh is. */
export interface Refreshing {
  readonly plan: string;
  readonly share: number;
  readonly doing: string;
}

/** What came of a refresh, or of another thing done to the data of a plan. */
export interface RefreshOutcome {
  readonly plan: string;
  readonly said: readonly string[];
  /** It failed: what to do stands in the sentence. */
  readonly problem: string;
}

export interface DataContext {
  readonly start: DataStart | null;
  /** Why nothing is known of the data; `''` where something is. */
  readonly problem: string;
  /** Asks the spreadsheet's side what is known of the data by now. */
  readonly ask: () => void;
  readonly take: (start: DataStart) => void;
  readonly refreshing: Refreshing | null;
  readonly refresh: (plan: string, anew: boolean) => void;
  readonly stop: () => void;
  readonly outcome: RefreshOutcome | null;
  readonly say: (outcome: RefreshOutcome | null) => void;
  /** Accounts that were looked at, by `openedAs`. */
  readonly opened: Map<string, AccountFacts>;
}

/** What was said of an account is said in a language. */
export const openedAs = (account: string, answersIn: string): string => `${answersIn} ${account}`;

const Context = createContext<DataContext | null>(null);

/** What the panel shares about data; throws outside of the panel. */
export function useData(): DataContext {
  const context = useContext(Context);
  if (!context) throw new Error('A part about data stands outside of the panel.');
  return context;
}

/** A refresh that has not ended after so many answers says so, and leaves the rest to the next one. */
const mostAsked = 60;

/** Knows what is known of the data, and refreshes it wherever in the panel the user goes meanwhile. */
export function DataProvider({ children }: { readonly children: ComponentChildren }) {
  const { client, answersIn, announce, store, seen } = usePanel();
  const words = useDataWords();
  const start = seen.data;
  const take = (data: DataStart) => store.give({ data });
  const [problem, setProblem] = useState('');
  const [asked, setAsked] = useState(0);
  const [refreshing, setRefreshing] = useState<Refreshing | null>(null);
  const [outcome, say] = useState<RefreshOutcome | null>(null);
  /** The refresh that goes on; one that was stopped finds another, or none. */
  const running = useRef<{ readonly plan: string } | null>(null);
  const opened = useRef(new Map<string, AccountFacts>()).current;
  const ask = useCallback(() => setAsked((times) => times + 1), []);

  // What went wrong is said in words: in another language it is another answer.
  useEffect(() => {
    if (asked === 0) return;
    let current = true;
    const read = store.read(
      () => client.dataStart(),
      (data) => ({ data }),
    );
    read.then((answer) => {
      if (current) setProblem('problem' in answer ? answer.problem : '');
    });
    return () => {
      current = false;
    };
  }, [client, answersIn, asked]);

  const end = (plan: string, messages: readonly string[], failed = '') => {
    running.current = null;
    setRefreshing(null);
    say({ plan, said: messages, problem: failed });
    announce([failed, ...messages].filter(Boolean).join(' '));
  };
  const refresh = async (plan: string, anew: boolean) => {
    if (running.current) return;
    const mine = { plan };
    running.current = mine;
    say(null);
    setRefreshing({ plan, share: 0, doing: '' });
    for (let times = 0; times < mostAsked; times += 1) {
      const answer = await client.refresh({ plan, anew });
      const stopped = running.current !== mine;
      if ('problem' in answer) {
        if (!stopped) end(plan, [], answer.problem);
        return ask();
      }
      if (answer.ok.start) take(answer.ok.start);
      if (stopped) return ask();
      if (answer.ok.done) {
        end(plan, answer.ok.said);
        return answer.ok.start ? undefined : ask();
      }
      setRefreshing({ plan, share: answer.ok.share, doing: answer.ok.doing });
    }
    end(plan, [words.refresh.long]);
    ask();
  };
  const stop = () => {
    if (running.current) end(running.current.plan, [words.refresh.stopped]);
  };
  const shared = useMemo(
    () => ({ start, problem, ask, take, refreshing, refresh, stop, outcome, say, opened }),
    [start, problem, ask, refreshing, outcome, client, words],
  );
  return <Context.Provider value={shared}>{children}</Context.Provider>;
}
