import { assumed } from '../../platform/index.ts';

const hourMs = 3_600_000;

/** A time-driven trigger: what would run, when, for whom. */
export interface ClockTrigger {
  readonly id: string;
  readonly user: string;
  readonly handler: string;
  readonly everyMs: number;
  /** When it is due, in the desk's time. */
  readonly nextMs: number;
  /** Google switches triggers off now and then; such a one stays, and does not fire. */
  readonly disabled: boolean;
  /** When it last ran, and what went wrong then; `''` nothing. */
  readonly last: { readonly atMs: number; readonly error: string } | null;
}

/** A user may have so many of one script, over all files. */
const mostTriggers = assumed('triggers-a-user');

const said = {
  /** Of one kind a user may have one per file. */
  second:
    'This add-on has created too many time-based triggers in this document for this Google user account.',
  many: 'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  often: 'Clock events must be scheduled at least 1 hour(s) apart.',
  gone: 'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
} as const;

/** What outlasts the server of the clocks. */
export interface KeptTriggers {
  readonly all: readonly ClockTrigger[];
  /** How many were ever made: their ids are not given twice. */
  readonly made: number;
}

/** The clocks of all users in this spreadsheet. */
export class Triggers {
  private all: readonly ClockTrigger[];
  private made: number;
  /** How many a user has in their other files. */
  private readonly elsewhere = new Map<string, number>();

  constructor(
    private readonly changed: () => void,
    { all, made }: KeptTriggers = { all: [], made: 0 },
  ) {
    this.all = all;
    this.made = made;
  }

  kept(): KeptTriggers {
    return { all: this.all, made: this.made };
  }

  list(user?: string): readonly ClockTrigger[] {
    return this.all.filter((trigger) => user === undefined || trigger.user === user);
  }

  find(id: string): ClockTrigger {
    const found = this.all.find((trigger) => trigger.id === id);
    if (!found) throw new Error(`No trigger ${id}.`);
    return found;
  }

  create(user: string, handler: string, everyMs: number, nowMs: number): ClockTrigger {
    if (everyMs < hourMs) throw new Error(said.often);
    const own = this.list(user).length;
    if (own + (this.elsewhere.get(user) ?? 0) >= mostTriggers) throw new Error(said.many);
    if (own > 0 && assumed('one-trigger-a-kind')) throw new Error(said.second);
    this.made += 1;
    const trigger: ClockTrigger = {
      id: `${this.made}000${this.made}`,
      user,
      handler,
      everyMs,
      nextMs: nowMs + everyMs,
      disabled: false,
      last: null,
    };
    this.all = [...this.all, trigger];
    this.changed();
    return trigger;
  }

  delete(user: string, id: string): void {
    if (!this.list(user).some((trigger) => trigger.id === id)) throw new Error(said.gone);
    this.all = this.all.filter((trigger) => trigger.id !== id);
    this.changed();
  }

  disable(id: string): void {
    this.renew(id, { disabled: true });
  }

  /** It has run: what was missed meanwhile is not made up for. */
  ran(id: string, atMs: number, error: string): void {
    const trigger = this.all.find((one) => one.id === id);
    // It may have taken itself away.
    if (!trigger) return;
    let { nextMs } = trigger;
    while (nextMs <= atMs) nextMs += trigger.everyMs;
    this.renew(id, { nextMs, last: { atMs, error } });
  }

  /** The one that is due first, up to a moment. */
  due(untilMs: number): ClockTrigger | null {
    const waiting = this.all.filter(({ disabled, nextMs }) => !disabled && nextMs <= untilMs);
    return waiting.sort((one, other) => one.nextMs - other.nextMs)[0] ?? null;
  }

  /** Says how many clocks a user has in other files. */
  inOtherFiles(user: string, count: number): void {
    this.elsewhere.set(user, count);
  }

  /** They belong to a spreadsheet, and go with it. */
  clear(): void {
    this.all = [];
    this.changed();
  }

  private renew(id: string, change: Partial<ClockTrigger>): void {
    this.all = this.all.map((trigger) => (trigger.id === id ? { ...trigger, ...change } : trigger));
    this.changed();
  }
}
