import { Worker } from 'node:worker_threads';
import { knowsTooMuch } from './sent-texts.ts';

/** Threads that have ended a run well and wait for the next, by the file they run. */
const resting = new Map<string, Worker[]>();

/** As many runs as are under way at once now and then: a panel's call while the clock ticks. */
const mostResting = 2;

/**
 * A thread for a run. To start one costs many times what a run does, so that one that has ended well
 * is taken again: what belongs to a run lives in a context of its own, and ends with it.
 */
export function takeThread(file: string): Worker {
  const thread = resting.get(file)?.pop();
  if (!thread) return new Worker(file);
  thread.ref();
  return thread;
}

/** Keeps a thread whose run is over for the next one; it keeps nobody from ending. */
export function giveBack(file: string, thread: Worker): void {
  const waiting = resting.get(file) ?? [];
  resting.set(file, waiting);
  thread.removeAllListeners();
  if (waiting.length >= mostResting || knowsTooMuch(thread)) {
    void thread.terminate();
    return;
  }
  const forget = () => {
    const at = waiting.indexOf(thread);
    if (at >= 0) waiting.splice(at, 1);
  };
  thread.once('error', forget).once('exit', forget);
  thread.unref();
  waiting.push(thread);
}
