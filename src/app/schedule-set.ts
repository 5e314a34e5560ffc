import { dataWords } from '../words/data.ts';
import { exclusively } from './before-writing.ts';
import type { DataStart } from './data-api.ts';
import { dataStart } from './data-start.ts';
import { Problem } from './problem.ts';
import { beatNote, type KeptSchedule, nextDue, scheduleNote, scheduleOf } from './schedule.ts';
import type { World } from './world.ts';

/** Sets when the clock fetches. Only here is a clock started: somebody has asked for it. */
export function setSchedule(request: unknown, world: World): DataStart {
  const { outside, book, say, language } = world;
  const schedule = request === null ? null : scheduleOf(request);
  if (request !== null && !schedule) throw new Problem(say.cutOff);
  if (!book.mayChange(null)) throw new Problem(say.mayNotAdd);
  if (schedule && outside.clock.start() === 'full') {
    throw new Problem(dataWords(language).clocksFull);
  }
  exclusively(world, () => {
    const nowMs = outside.nowMs();
    const kept = schedule && {
      ...{ schedule, sinceMs: nowMs },
      dueMs: nextDue(schedule, nowMs, outside),
    };
    book.keepNote(scheduleNote, kept && JSON.stringify(kept satisfies KeptSchedule));
    if (!kept) book.keepNote(beatNote, null);
  });
  if (!schedule) outside.clock.stop();
  return dataStart(world);
}
