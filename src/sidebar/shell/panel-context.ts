import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../messages/compiled/languages.ts';
import type { PanelWords } from '../../messages/compiled/panel.ts';
import type { Client } from './client.ts';
import type { Seen, SeenStore } from './seen-store.ts';

/** What every part of the panel needs. */
export interface PanelContext {
  readonly language: Language;
  /** The language the spreadsheet's side answers in: it learns of a choice a little later. */
  readonly answersIn: Language;
  readonly words: PanelWords;
  readonly client: Client;
  /** What was read of the spreadsheet, and what takes it in. */
  readonly store: SeenStore;
  readonly seen: Seen;
  /** There is news that is not shown, because somebody types. */
  readonly waits: boolean;
  /** Has a screen reader say something that is to be seen elsewhere. */
  readonly announce: (message: string) => void;
}

const Context = createContext<PanelContext | null>(null);

export const PanelProvider = Context.Provider;

/** What the panel shares with its parts; throws outside of the panel. */
export function usePanel(): PanelContext {
  const context = useContext(Context);
  if (!context) throw new Error('A part of the panel stands outside of it.');
  return context;
}
