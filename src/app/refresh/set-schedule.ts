import { dataWords } from '../../messages/data.ts';
import type { DataStart } from '../api/data-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import type { World } from '../ports/context.ts';
import { dataStart } from './refresh-status.ts';
import { beatNote, type KeptSchedule, nextDue, scheduleNote, scheduleOf } from './schedule.ts';

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
      schedule,
      sinceMs: nowMs,
      dueMs: nextDue(schedule, nowMs, outside),
    };
    book.keepNote(scheduleNote, kept && JSON.stringify(kept satisfies KeptSchedule));
    if (!kept) book.keepNote(beatNote, null);
  });
  if (!schedule) outside.clock.stop();
  return dataStart(world);
}
