import type { Day } from '../../plan/calendar/calendar.ts';
import type { Signed, SourcePermission } from '../../sources/access.ts';
import type { HttpRequest, HttpResponse } from '../../sources/source.ts';

/** A request with what signs it in; only `connect/send-signed.ts` makes one. */
export interface SignedRequest extends HttpRequest, Signed {
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What a user allows or leaves unticked: this spreadsheet, asking other systems, a clock, mails, their
 * own address; or what a source needs of them.
 */
export type Permission = 'sheet' | 'clock' | 'mail' | 'address' | SourcePermission;

/** What refreshing needs beside the spreadsheet. */
export interface Services {
  /** Sends requests at once, each signed in as it says; answers in their order. Never throws. */
  send(requests: readonly SignedRequest[]): readonly HttpResponse[];
  nowMs(): number;
  wait(ms: number): void;
  /** The spreadsheet, for who reads of it elsewhere: what it is called, and its address. */
  file(): { readonly id: string; readonly title: string; readonly link: string };
  /** The spreadsheet's time zone. */
  zone(): string;
  /** Which day it is somewhere at a moment. */
  dayIn(zone: string, ms: number): Day;
  /** `2026-11-22 14:05` somewhere at a moment. */
  momentIn(zone: string, ms: number): string;
  /** What `1 hour` of the clock is somewhere at a moment: 0–23, and the weekday, 1 is Monday. */
  hourIn(zone: string, ms: number): { readonly hour: number; readonly weekday: number };
  /**
   * Those of some permissions that this user has not given: each may be left unticked on its own.
   * It costs one question a run, however often it is asked; asked for nothing, it costs none.
   */
  lacks(needed: readonly Permission[]): readonly Permission[];
  /** The address at which the user can give what is missing; `null` where Google names none. */
  consentUrl(): string | null;
  /** Writes to the user who is at the keyboard, or whose clock it is. Says whether it could. */
  mail(subject: string, text: string): boolean;
  /** The hourly clock of this user in this spreadsheet. */
  readonly clock: Clock;
}

export interface Clock {
  stands(): boolean;
  /** Makes it where it does not stand yet. `full`: this user has as many as Google allows. */
  start(): 'started' | 'stood' | 'full';
  stop(): void;
}
