import type { Language } from '../../messages/compiled/languages.ts';
import type { Calculation } from '../engine/calculation.ts';
import type { Mutation } from '../engine/change-feed.ts';
import type { Engine } from '../engine/univer.ts';
import type { ClockRun } from '../google/clock-runs.ts';
import type { GridView, HtmlPage } from '../google/context.ts';
import type { Discovered } from '../google/discover.ts';
import type { ExternalServices, Mail } from '../google/external.ts';
import type { Manifest } from '../google/manifest.ts';
import type { MenuEntry } from '../google/prelude/ui.ts';
import type { RunOptions, RunResult } from '../google/run.ts';
import type { Closed } from '../google/services/protections.ts';
import type { ClockTrigger } from '../google/triggers.ts';
import type { Scripts } from '../google/vm.ts';
import type { RangeBounds } from '../model/address.ts';
import type { Book } from '../model/book.ts';
import type { Cells } from '../model/cells.ts';
import type { Sentences } from '../model/sentences.ts';
import type { Allowed } from '../model/sheet-extras.ts';
import type { KeptDesk } from '../storage/kept-desk.ts';
import type { Vendor } from '../vendors/vendor.ts';

/** The built add-on, and what the workbench adds to run it. */
export interface AddOn {
  readonly scripts: Scripts;
  /** The compiled thread that scripts run in. */
  readonly workerFile: string;
  readonly timeZone: string;
  /** Without one, scripts may do whatever they are able to. */
  readonly manifest?: Manifest;
  /** The outside systems; those the workbench plays, when left out. */
  readonly vendors?: readonly Vendor[];
  htmlFile(name: string): string | null;
}

export interface Menu {
  readonly addOn: boolean;
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}

/** What a page is told, as it happens. */
export type DeskEvent =
  | { readonly type: 'change'; readonly mutation: Mutation; readonly origin: string }
  | { readonly type: 'workbook' }
  | { readonly type: 'settings' }
  | { readonly type: 'sentences' }
  | { readonly type: 'menus' }
  | { readonly type: 'panel' }
  | { readonly type: 'dialog'; readonly page: HtmlPage }
  | {
      readonly type: 'alert';
      readonly id: number;
      readonly title: string;
      readonly prompt: string;
      readonly buttons: string;
    }
  | {
      readonly type: 'toast';
      readonly message: string;
      readonly title: string;
      readonly seconds: number;
    }
  | { readonly type: 'view' }
  /** The clock, the outbox or a vendor's faults have changed. */
  | { readonly type: 'beyond' }
  /** What scripts keep with the document has changed. No page shows that. */
  | { readonly type: 'stored' }
  | { readonly type: 'log'; readonly level: string; readonly text: string };

export interface Settings {
  language: Language;
  locale: string;
}

/** One spreadsheet with the add-on in it: what Google's servers are to a real one. */
export interface Desk {
  readonly engine: Engine;
  readonly cells: Cells;
  readonly functions: readonly Discovered[];
  readonly settings: Readonly<Settings>;
  readonly view: GridView;
  readonly menus: readonly Menu[];
  readonly sentences: Sentences;
  panel: HtmlPage | null;
  /** What others have closed to this user. */
  readonly closed: Closed;
  /**
   * Who is at the keyboard: the address, as far as scripts are told it. Each user has triggers and
   * stores of their own; the spreadsheet's are everybody's.
   */
  user: string;
  /** Other hosts, mail, triggers, and who has allowed what. */
  readonly external: ExternalServices;
  readonly outbox: readonly Mail[];
  /** The clocks of all users, or of one. */
  triggers(user?: string): readonly ClockTrigger[];
  /** Runs what a trigger names, now. */
  runTrigger(id: string, options?: RunOptions): Promise<ClockRun>;
  /** Puts the clock forward and runs on the way what is due. */
  advance(ms: number, options?: RunOptions): Promise<readonly ClockRun[]>;
  advanceDay(options?: RunOptions): Promise<readonly ClockRun[]>;
  /** Takes back what a user has allowed: one scope of the manifest, or everything. */
  revoke(user: string, scope?: string): void;
  grant(user: string): void;
  now(): number;
  /** Where somebody would have to wait, the clock is put forward instead. */
  hurries: boolean;
  /** Whether formulas answer to what cells hold. */
  readonly calculation: Pick<Calculation, 'rests'>;
  settle(): Promise<void>;
  /** Makes changes that a page has made. */
  apply(mutations: readonly Mutation[], origin: string): Promise<void>;
  run(name: string, args: readonly unknown[], options?: RunOptions): Promise<RunResult>;
  /** Builds the menus as opening the spreadsheet does. */
  open(): Promise<void>;
  choose(settings: Partial<Settings>): Promise<void>;
  replace(book: Book): Promise<void>;
  closePanel(): void;
  answerAlert(id: number, button: string): void;
  /** Sets the clock of the spreadsheet and its scripts; `null` is the machine's. */
  setClock(instant: number | null): Promise<void>;
  /** A sheet without cells, as a chart moved to its own sheet makes one. Answers its id. */
  addChartSheet(name: string): string;
  /** A rule of somebody's on what may be typed into an area. */
  allowOnly(sheetId: string, area: RangeBounds, allows: Allowed): void;
  /** Copies a sheet as the menu of its tab does; its names come along. */
  copySheet(sheetId: string): Promise<void>;
  /** What of it outlasts the server, as it stands at this moment. */
  kept(): KeptDesk;
  dispose(): void;
}
