import type { Worker } from 'node:worker_threads';

/**
 * A long text on its way to a thread: whole the first time, by its number from then on. The files of
 * an add-on are the same in every run, and one of them is read by nearly all.
 */
export interface SentText {
  readonly number: number;
  readonly text: string | undefined;
}

const sentTo = new WeakMap<Worker, Map<string, number>>();

/** Texts shorter than this are sent as they are. */
const long = 10_000;

/** How a thread is told a text; `null` where it is short. */
export function sentText(thread: Worker, text: string): SentText | null {
  return text.length < long ? null : sentWhole(thread, text);
}

/** The same, however short. */
export function sentWhole(thread: Worker, text: string): SentText {
  const sent = sentTo.get(thread) ?? new Map<string, number>();
  sentTo.set(thread, sent);
  const known = sent.get(text);
  if (known !== undefined) return { number: known, text: undefined };
  sent.set(text, sent.size);
  return { number: sent.size - 1, text };
}

/** Texts a thread remembers, at most: one that has been told more is not asked again. */
const most = 100;

export const knowsTooMuch = (thread: Worker): boolean => (sentTo.get(thread)?.size ?? 0) > most;

const told: string[] = [];

/** On the thread's own side: the text that was sent. */
export function receivedText({ number, text }: SentText): string {
  if (text !== undefined) told[number] = text;
  const known = told[number];
  if (known === undefined) throw new Error(`The thread was never told text ${number}.`);
  return known;
}
