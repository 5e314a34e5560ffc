import type { Answer } from '../../app/api/api.ts';
import type { DataStart } from '../../app/api/data-api.ts';
import type { ChangesRequest, PlanStart, PlanView, SeenVersions } from '../../app/api/plan-api.ts';
import type { Client } from './client.ts';

/** What the panel knows of the spreadsheet; `null` where it has not been read. */
export interface Seen {
  readonly start: PlanStart | null;
  /** The plan that was read last. */
  readonly view: PlanView | null;
  readonly data: DataStart | null;
}

type Part = keyof Seen;
const parts: readonly Part[] = ['start', 'view', 'data'];

/** What of it the page shows. */
export type Shown = Pick<ChangesRequest, 'plan' | 'data'>;

const unseen: SeenVersions = { start: '', view: '', data: '' };

/**
 * All that the panel has read, in one place. Google tells nobody of a change, and answers in any
 * order: what came later is what was asked for later, and what a deed brings is newer than whatever
 * was asked before it ended. News that nobody asked for waits while somebody types.
 */
export class SeenStore {
  #seen: Seen = { start: null, view: null, data: null };
  /** News that somebody who types has not been shown yet. */
  #news: Partial<Seen> = {};
  /** Numbers requests in their order. */
  #sent = 0;
  /** The request that each part is from. */
  #from: Readonly<Record<Part, number>> = { start: 0, view: 0, data: 0 };
  #versions = unseen;
  #shown: Shown | null = null;
  #deeds = 0;
  #looking: Promise<void> | null = null;
  /** Somebody has asked for a look while one was on its way: that may have read before. */
  #again = false;
  /** What the page has asked for itself and is not answered yet. */
  #reading = new Set<Promise<unknown>>();
  /** What was told when the plan was opened, and is not told again. */
  #told: readonly string[] = [];

  constructor(
    private readonly client: Pick<Client, 'changesSince'>,
    /** Whether the page may be drawn anew with what nobody has asked for. */
    private readonly mayReplace: () => boolean,
    private readonly changed: () => void,
  ) {}

  get seen(): Seen {
    return this.#seen;
  }

  /** Whether there is news that is not shown. */
  get waits(): boolean {
    return Object.keys(this.#news).length > 0;
  }

  /** What is shown from now on; `null`: nothing. What waited for another page waits no longer. */
  show(shown: Shown | null): void {
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return;
    const isOtherPlan = shown?.plan !== this.#shown?.plan;
    this.#shown = shown;
    if (isOtherPlan) this.release();
    // A plan is read by its own page; the list that somebody comes back to is read here.
    if (isOtherPlan && shown?.plan === '' && this.#seen.start) this.look();
  }

  /** Reads something that the page asked for itself. */
  async read<T>(
    ask: () => Promise<Answer<T>>,
    part: (given: T) => Partial<Seen>,
  ): Promise<Answer<T>> {
    const at = this.#next();
    const asked = ask();
    this.#reading.add(asked);
    const answer = await asked;
    this.#reading.delete(asked);
    if ('ok' in answer) {
      const given = part(answer.ok);
      if (given.view && at > this.#from.view) this.#told = given.view.noticed;
      this.#take(given, at, true);
    }
    return answer;
  }

  /**
   * What is known once everything that is on its way has come, or `patience` milliseconds have gone
   * by. What somebody begins to change is begun from this: a page shows at once what was read
   * before, and the sheet may say more by now.
   */
  async latest(patience = 8000): Promise<Seen> {
    const come = async () => {
      while (this.#reading.size > 0 || this.#looking) {
        await Promise.all([...this.#reading, this.#looking]);
      }
    };
    await Promise.race([come(), new Promise((resolve) => setTimeout(resolve, patience))]);
    this.release();
    return this.#seen;
  }

  /** Takes in what a deed has answered: it is newer than anything that was asked before. */
  give(given: Partial<Seen>): void {
    if (given.view) this.#told = given.view.noticed;
    this.#take(given, this.#next(), true);
  }

  /** A deed has begun: until it has ended, reading would be for nothing. */
  begin(): void {
    this.#deeds += 1;
  }

  /** A deed has ended, well or not: what is shown is read again. */
  end(): void {
    this.#deeds -= 1;
    // Whoever goes on with another deed at once has begun it by then.
    setTimeout(() => {
      this.settle();
      this.look();
    }, 0);
  }

  /** Everything is to be read anew, as in another language; what is on its way is of no use. */
  forget(): void {
    this.#versions = { ...unseen };
    this.#from = { start: this.#sent, view: this.#sent, data: this.#sent };
    this.#told = [];
  }

  /**
   * Asks what has changed, once more where a question is on its way. One that gets no answer is no
   * reason to worry anybody.
   */
  look(): Promise<void> {
    if (this.#shown === null || this.#deeds > 0) return Promise.resolve();
    if (this.#looking) this.#again = true;
    else {
      this.#looking = this.#askWhileAsked().finally(() => {
        this.#looking = null;
      });
    }
    return this.#looking;
  }

  /** Shows the news that waited. */
  release(): void {
    if (!this.waits) return;
    this.#put(this.#news);
    this.#news = {};
    this.changed();
  }

  /** Somebody has stopped typing: news need not wait any longer, where nothing else is in its way. */
  settle(): void {
    if (this.mayReplace()) this.release();
  }

  async #askWhileAsked(): Promise<void> {
    do {
      this.#again = false;
      if (this.#shown && this.#deeds === 0) await this.#ask(this.#shown);
    } while (this.#again);
  }

  async #ask(shown: Shown): Promise<void> {
    const at = this.#next();
    const before = this.#versions;
    const answer = await this.client.changesSince({ ...shown, seen: before });
    // What was asked for another page, or in another language, says nothing of this one.
    if ('problem' in answer || shown !== this.#shown || before !== this.#versions) return;
    const { seen, ...found } = answer.ok;
    const isNewest = (part: Part) => at > this.#from[part];
    const versions = { ...before };
    const given: { -readonly [P in Part]?: Seen[P] } = {};
    // Of what is shown in a newer form already, the next look has to say whether it is the newest.
    for (const part of parts.filter(isNewest)) {
      versions[part] = seen[part];
      if (found[part] !== null) Object.assign(given, { [part]: found[part] });
    }
    this.#versions = versions;
    if (given.view) given.view = { ...given.view, noticed: this.#withTold(given.view.noticed) };
    this.#take(given, at, false);
  }

  /** The list of plans knows of the one that was read, unless the list is newer. */
  #put(given: Partial<Seen>): void {
    const seen = { ...this.#seen, ...given };
    const isListed = given.view && this.#from.view >= this.#from.start;
    this.#seen = isListed ? withCard(seen) : seen;
  }

  #withTold(noticed: readonly string[]): readonly string[] {
    return [...new Set([...this.#told, ...noticed])];
  }

  #next(): number {
    this.#sent += 1;
    return this.#sent;
  }

  /** `wanted`: the page has asked for it, or the person at it has. */
  #take(given: Partial<Seen>, at: number, wanted: boolean): void {
    const newest = parts.filter((part) => given[part] !== undefined && at > this.#from[part]);
    if (newest.length === 0) return;
    const pick = (from: Partial<Seen>, which: readonly Part[]): Partial<Seen> =>
      Object.fromEntries(which.flatMap((part) => (from[part] ? [[part, from[part]]] : [])));
    const taken = pick(given, newest);
    this.#from = { ...this.#from, ...Object.fromEntries(newest.map((part) => [part, at])) };
    const others = parts.filter((part) => !newest.includes(part));
    this.#news = pick(this.#news, others);
    if (wanted || this.mayReplace()) this.#put(taken);
    else this.#news = { ...this.#news, ...taken };
    this.changed();
  }
}

/** The list of plans, with what is known of the one that was read. */
function withCard(seen: Seen): Seen {
  const { start, view } = seen;
  if (!start || !view) return seen;
  const plans = start.plans.map((card) => (card.id === view.card.id ? view.card : card));
  return { ...seen, start: { ...start, plans } };
}
