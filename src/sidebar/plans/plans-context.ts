import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PlanStart, PlanView } from '../../app/api/plan-api.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { type PlanPagesWords, planPagesWords } from '../../messages/compiled/plan-pages.ts';
import { type PlanPanelWords, planPanelWords } from '../../messages/compiled/plan-panel.ts';
import type { FeedsDraft } from '../data/mapping/feeds-draft.ts';
import { usePanel } from '../shell/panel-context.ts';
import type { PanelLocation, QuarterView } from '../shell/session.ts';
import type { Draft } from '../wizard/draft-begun.ts';

/** Put together once a language. */
const sentences: { [language in Language]?: PlanPanelWords & PlanPagesWords } = {};

function sentencesIn(language: Language): PlanPanelWords & PlanPagesWords {
  sentences[language] ??= { ...planPanelWords(language), ...planPagesWords(language) };
  return sentences[language];
}

/** What every part of the panel about plans needs. */
export interface PlansContext {
  readonly start: PlanStart;
  /** Takes in what a deed has answered; without anything, asks what has changed. */
  readonly renew: (start?: PlanStart) => void;
  /** The plan that was read last, if it is the one asked for. */
  readonly seen: PlanView | null;
  readonly see: (view: PlanView) => void;
  /** What was just done to a plan, for people to read; `''` when nothing is to be said. */
  readonly told: { readonly plan: string; readonly note: string };
  readonly tell: (plan: string, note: string) => void;
  readonly who: string;
  readonly setWho: (who: string) => void;
  /** What was begun and is not built yet; `null` when nothing. */
  readonly pending: Draft | null;
  readonly setDraft: (next: Draft | null | ((last: Draft) => Draft)) => void;
  /** What is being chosen to flow into a plan and not saved yet; `null` when nothing. */
  readonly feeding: FeedsDraft | null;
  readonly setFeeding: (next: FeedsDraft | null) => void;
  readonly go: (
    view: QuarterView,
    part?: Partial<Pick<PanelLocation, 'plan' | 'draft' | 'account' | 'source'>>,
  ) => void;
}

const Context = createContext<PlansContext | null>(null);

export const PlansProvider = Context.Provider;

/** What the parts about plans share; throws outside of them. */
export function usePlans(): PlansContext {
  const context = useContext(Context);
  if (!context) throw new Error('A part about plans stands outside of them.');
  return context;
}

/** The sentences around plans, in the language of the panel. */
export const useSay = (): PlanPanelWords & PlanPagesWords => sentencesIn(usePanel().language);
