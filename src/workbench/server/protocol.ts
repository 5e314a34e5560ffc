/**
 * What a page and the server say to each other, all of it:
 *
 * | request              | body                  | answer                                         |
 * |----------------------|-----------------------|------------------------------------------------|
 * | `GET /`              |                       | the page                                       |
 * | `GET /page/…`        |                       | its scripts and styles                         |
 * | `GET /state`         |                       | `State`: everything a page needs to begin      |
 * | `GET /events`        |                       | `ServerEvent`s as they happen (event stream)   |
 * | `POST /changes`      | `Mutation[]`          | `{}` when they are made                        |
 * | `POST /settle`       | `{ mark }`            | `{}` when nothing is left to calculate; told   |
 * | `POST /view`         | `View`                | `{}`                                           |
 * | `POST /run`          | `RunRequest`          | `RunAnswer`                                    |
 * | `POST /settings`     | `Partial<Settings>`   | `{}`                                           |
 * | `POST /clock`        | `ClockRequest`        | `ExternalState`, once what was due has run       |
 * | `POST /fault`        | `FaultRequest`        | `{}`; something goes wrong elsewhere, or again |
 * |                      |                       | does not                                       |
 * | `POST /user`         | `{ user }`            | `{}`; for tests: who is at the keyboard        |
 * | `POST /panel/close`  |                       | `{}`                                           |
 * | `POST /alert`        | `{ id, button }`      | `{}`                                           |
 * | `POST /example`      |                       | `{}`; the example takes the workbook's place   |
 * | `POST /import?name=` | the file's bytes      | `ImportAnswer`; makes a new sheet              |
 * | `GET /export.xlsx`   |                       | the workbook as a file                         |
 *
 * Every request carries the page's id and the server's key in headers; a request from another
 * site's page has neither the key nor this server's host name, and is refused. What cannot be
 * answered gets a status of 400 or above, and a sentence as plain text.
 */
import type { IWorkbookData } from '@univerjs/core';
import type { Language } from '../../messages/compiled/languages.ts';
import type { DeskEvent, Menu, Settings } from '../desk/desk.ts';
import type { Mutation } from '../engine/change-feed.ts';
import type { GridView, HtmlPage } from '../google/context.ts';
import type { Discovered } from '../google/discover.ts';
import type { Mail, VendorFaults } from '../google/external.ts';
import type { ClockTrigger } from '../google/triggers.ts';
import type { FaultName } from '../vendors/vendor.ts';

export const keyHeader = 'x-workbench-key';
export const pageHeader = 'x-workbench-page';

export interface State {
  /** The number of the last event that this already holds; only later ones are news. */
  readonly told: number;
  /** The workbook, in the engine's form. */
  readonly workbook: IWorkbookData;
  /** The spilled answers, which the workbook's own data does not hold. */
  readonly spills: Mutation;
  readonly sentences: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly functions: readonly Discovered[];
  readonly settings: Settings;
  readonly menus: readonly Menu[];
  readonly panel: HtmlPage | null;
  readonly view: GridView;
  readonly beyond: ExternalState;
}

/** What of the external services a page shows. */
export interface ExternalState {
  /** How far the spreadsheet's clock is ahead of the machine's, in milliseconds. */
  readonly aheadMs: number;
  /** The zone in which the spreadsheet's days are meant. */
  readonly zone: string;
  readonly triggers: readonly ClockTrigger[];
  /** The oldest first. */
  readonly outbox: readonly Mail[];
  readonly faults: readonly VendorFaults[];
}

/** Which day it is from now on; or time goes by, and what is due runs; or one trigger runs now. */
export type ClockRequest =
  | { readonly today: string }
  | { readonly hours: number }
  | { readonly run: string };

export interface FaultRequest {
  /** The first of the vendor's hosts. */
  readonly vendor: string;
  readonly fault: FaultName;
  readonly on: boolean;
}

/** As the desk tells it; where a page must look again, the new state of that part comes along. */
export type ServerEvent =
  | Exclude<
      DeskEvent,
      { type: 'settings' | 'sentences' | 'menus' | 'panel' | 'view' | 'beyond' | 'stored' }
    >
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'sentences'; readonly sentences: State['sentences'] }
  | { readonly type: 'menus'; readonly menus: readonly Menu[] }
  | { readonly type: 'panel'; readonly panel: HtmlPage | null }
  | { readonly type: 'view'; readonly view: GridView }
  | { readonly type: 'beyond'; readonly beyond: ExternalState }
  /** Everything before a request to settle has been told. */
  | { readonly type: 'settled'; readonly mark: string };

export interface RunRequest {
  readonly name: string;
  readonly args: readonly unknown[];
}

export type RunAnswer = { readonly ok: unknown } | { readonly error: string };

/** Sentences for the person who imports, in both languages. */
export type ImportAnswer =
  | { readonly sheetId: string; readonly report: readonly Sentence[] }
  | { readonly problem: Sentence };

type Sentence = Readonly<Record<Language, string>>;
