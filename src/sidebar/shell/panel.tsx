import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { WayOut as Offer } from '../../app/api/api.ts';
import { catalogue, isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated } from '../../kpi/define.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { panelWords } from '../../messages/compiled/panel.ts';
import { DataProvider } from '../data/data-context.tsx';
import { emptyForm, type Form } from '../functions/function-form.ts';
import { FunctionList } from '../functions/function-list.tsx';
import { FunctionPage } from '../functions/function-page.tsx';
import { PlansRouter } from '../plans/plans-router.tsx';
import type { GoogleRunner } from './client.ts';
import { Header, partOf } from './header.tsx';
import { HelpPage } from './help-page.tsx';
import { PanelProvider } from './panel-context.ts';
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
import { WayOut } from './way-out.tsx';

/** After this many milliseconds the panel opens without waiting for the user's settings. */
const longEnough = 2500;

interface PanelProps {
  readonly run: GoogleRunner | undefined;
  /** The language until the user's is known. */
  readonly guess: Language;
  /** What the panel was asked to open with. */
  readonly opening: Opening;
}

/** The whole panel: where the user is, in which language, and what was used last. */
export function Panel({ run, guess, opening }: PanelProps) {
  const [place, setPlace] = useState<PanelLocation>(() => opened(recallPlace(), opening));
  const language = place.language || guess;
  const words = panelWords(language);
  const spoken = useRef(words);
  spoken.current = words;
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState('');
  const [message, setMessage] = useState('');
  const [answersIn, setAnswersIn] = useState<Language>(guess);
  const [cameFrom, setCameFrom] = useState('');
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
  useLayoutEffect(() => rememberPlace(place), [place]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), longEnough);
    client.panelStart().then((answer) => {
      clearTimeout(timer);
      setReady(true);
      if ('problem' in answer) return setProblem(answer.problem);
      setRecent(answer.ok.recent);
      answerIn(answer.ok.language);
      setPlace((last) => ({ ...last, language: answer.ok.language }));
    });
  }, [client]);

  const choose = async (chosen: Language) => {
    move({ language: chosen });
    const answer = await client.chooseLanguage(chosen);
    if ('problem' in answer) setProblem(answer.problem);
    else answerIn(chosen);
  };
  const leave = () => {
    setCameFrom(place.name);
    move({ view: 'find' });
  };
  const part = partOf(place.view);
  const kpi = place.view === 'function' ? functionNamed(place.name) : undefined;
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
        {!ready && (
          <p class="muted opening" role="status">
            {words.loading}
          </p>
        )}
        {ready && part === 'help' && <HelpPage />}
        {ready && kpi && (
          <FunctionPage
            key={kpi.name}
            kpi={kpi}
            form={place.forms[kpi.name] ?? emptyForm}
            change={(form: Form) =>
              setPlace((last) => ({ ...last, forms: { ...last.forms, [kpi.name]: form } }))
            }
            leave={leave}
            inserted={setRecent}
          />
        )}
        {ready && part === 'quarter' && <PlansRouter place={place} setPlace={setPlace} />}
        {ready && part === 'insert' && !kpi && (
          <FunctionList place={place} recent={recent} move={move} focusOn={cameFrom} />
        )}
      </DataProvider>
    </PanelProvider>
  );
}

const functionNamed = (name: string): Calculated | undefined =>
  catalogue.filter(isCalculated).find((kpi) => kpi.name === name);
