import type { Language } from '../../messages/compiled/languages.ts';
import type { Engine } from '../engine/univer.ts';
import type { RangeBounds } from '../model/address.ts';
import type { Cells } from '../model/cells.ts';
import type { ExternalServices } from './external.ts';
import type { MenuEntry } from './prelude/ui.ts';
import type { Closed } from './services/protections.ts';

/** What the user looks at. */
export interface GridView {
  sheetId: string;
  /** The selection, or `null` when nothing is selected. */
  selection: RangeBounds | null;
}

/** A panel or a dialog: a title and a page. */
export interface HtmlPage {
  readonly title: string;
  readonly html: string;
}

/** What scripts do that the page has to show. */
export interface Shows {
  toast(message: string, title: string, seconds: number): void;
  sidebar(page: HtmlPage): void;
  dialog(page: HtmlPage): void;
  /** Asks the user and waits; answers the button's name. */
  alert(title: string, prompt: string, buttons: string): Promise<string>;
  activate(view: GridView): void;
  menu(addOn: boolean, caption: string, entries: readonly MenuEntry[]): void;
  log(level: string, text: string): void;
}

/** Values kept between runs, as Google's stores keep them; each user has a store of their own. */
export interface Stores {
  readonly properties: Record<string, Map<string, string>>;
  readonly cache: Record<string, Map<string, { value: string; until: number }>>;
  /** Which run holds a lock. */
  readonly locks: Map<string, number>;
}

/** Everything the stand-ins can reach. */
export interface ServiceContext {
  readonly engine: Engine;
  readonly cells: Cells;
  readonly closed: Closed;
  /** What is no spreadsheet. */
  readonly external: ExternalServices;
  now(): number;
  /** The user's address, or `''` where the platform does not say it. */
  user(): string;
  readonly view: GridView;
  readonly shows: Shows;
  readonly stores: Stores;
  /** Is told when what is kept with the document has changed. */
  stored(): void;
  locale(): string;
  language(): Language;
  timeZone(): string;
  scriptTimeZone(): string;
  /** An HTML file of the add-on by its name without ending, or `null`. */
  htmlFile(name: string): string | null;
}

/** Stores with nothing in them. */
export const emptyStores = (): Stores => ({ properties: {}, cache: {}, locks: new Map() });

/** The name of a store among all of them: what is a user's own is told apart by the user. */
export const storeName = (name: string, user: string): string =>
  name === 'user' ? `user ${user}` : name;
