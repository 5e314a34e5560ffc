import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WayOut as Offer } from '../../app/api/api.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { panelWords } from '../../messages/compiled/panel.ts';
import { DataProvider } from '../data/data-context.tsx';
import { PlansRouter } from '../plans/plans-router.tsx';
import type { GoogleRunner } from './client.ts';
import { Header, partOf } from './header.tsx';
import { HelpPage } from './help-page.tsx';
import { PanelProvider } from './panel-context.ts';
import { PartPage } from './part-page.tsx';
import { bringAhead, partBehind, parts } from './parts.ts';
import {
  locationAt,
  type Opening,
  opened,
  type PanelLocation,
  type PanelView,
  recallPlace,
  rememberPlace,
} from './session.ts';
import { useSeen } from './use-seen.ts';
import { useSpoken } from './use-spoken.ts';
import { WayOut } from './way-out.tsx';

/** After this many milliseconds the panel opens without waiting for the user's settings. */
const longEnough = 2500;

interface PanelProps {
  readonly run: GoogleRunner | undefined;
  /** The language that the panel was delivered in. */
  readonly delivered: Language;
  /** What the panel was asked to open with. */
  readonly opening: Opening;
}

/** The whole panel: where the user is, in which language, and what was used last. */
export function Panel({ run, delivered, opening }: PanelProps) {
  const [place, setPlace] = useState<PanelLocation>(() => opened(recallPlace(), opening));
  const [language, setLanguage] = useState(delivered);
  const words = panelWords(language);
  const spoken = useRef(words);
  spoken.current = words;
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState('');
  const [message, setMessage] = useState('');
  const [answersIn, setAnswersIn] = useState(delivered);
  const chosen = useRef(false);
  const [wayOut, setWayOut] = useState<Offer | null>(null);
  const { client, store, seen, waits } = useSeen(
    run,
    (failure) => spoken.current.failures[failure],
    place,
    setWayOut,
  );

  const move = useCallback((to: Partial<PanelLocation>) => {
    setProblem('');
    setPlace((last) => locationAt({ ...last, ...to }, to.view ?? last.view));
  }, []);
  const go = (view: PanelView) => move({ view });
  const answerIn = (now: Language) => {
    // What was said in another language is another answer.
    store.forget();
    setAnswersIn(now);
  };
  const { speak, turning } = useSpoken(client, () => spoken.current.part.renewed);
  useLayoutEffect(() => rememberPlace(place), [place]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), longEnough);
    client.panelStart().then(async (answer) => {
      clearTimeout(timer);
      if ('ok' in answer) {
        setRecent(answer.ok.recent);
        // Who has chosen a language by now gets the answer to that.
        if (!chosen.current) {
          answerIn(answer.ok.language);
          await turnTo(answer.ok.language);
        }
      } else setProblem(answer.problem);
      setReady(true);
    });
    // What was asked for, or was open last, need not wait for that.
    const wanted = partBehind(place.view);
    if (wanted) bringAhead([wanted]);
  }, [client]);

  /** Whether the panel speaks a language from now on. */
  const turnTo = async (next: Language): Promise<boolean> => {
    const turned = await speak(next);
    if ('why' in turned) setProblem(spoken.current.part.silent(turned));
    else if (turned.is === 'spoken') setLanguage(next);
    return 'is' in turned && turned.is === 'spoken';
  };
  const choose = async (wished: Language) => {
    chosen.current = true;
    setProblem('');
    if (!(await turnTo(wished))) return;
    const answer = await client.chooseLanguage(wished);
    if ('problem' in answer) setProblem(answer.problem);
    else answerIn(wished);
  };
  const part = partOf(place.view);
  const context = useMemo(
    () => ({ language, answersIn, words, client, store, seen, waits, announce: setMessage }),
    [language, answersIn, words, client, store, seen, waits],
  );
  return (
    <PanelProvider value={context}>
      <DataProvider>
        <Header place={place} go={go} choose={choose} />
        <p class="unseen" role="status">
          {message}
        </p>
        {problem && (
          <p class="error problem" role="alert">
            {problem}
          </p>
        )}
        {wayOut && <WayOut offer={wayOut} taken={() => setWayOut(null)} />}
        {(!ready || turning) && (
          <p class="muted opening" role="status">
            {ready ? words.part.coming : words.loading}
          </p>
        )}
        {ready && part === 'help' && <HelpPage />}
        {ready && part === 'quarter' && <PlansRouter place={place} setPlace={setPlace} />}
        {ready && part === 'insert' && (
          <PartPage part={parts.functions}>
            {({ Functions }) => (
              <Functions
                place={place}
                setPlace={setPlace}
                move={move}
                recent={recent}
                inserted={setRecent}
              />
            )}
          </PartPage>
        )}
      </DataProvider>
    </PanelProvider>
  );
}
