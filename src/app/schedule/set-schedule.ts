import { dataWords } from '../../messages/compiled/data.ts';
import type { DataStart } from '../api/data-api.ts';
import { exclusively } from '../api/respond.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';
import { dataStart } from '../refresh/refresh-status.ts';
import { heartbeatNote, type KeptSchedule, nextDue, scheduleNote, scheduleOf } from './schedule.ts';

/** Sets when the clock fetches. Only here is a clock started: somebody has asked for it. */
export function setSchedule(request: unknown, context: Context): DataStart {
  const { services, spreadsheet, say, language } = context;
  const schedule = request === null ? null : scheduleOf(request);
  if (request !== null && !schedule) throw new Problem(say.cutOff);
  if (!spreadsheet.mayChange(null)) throw new Problem(say.mayNotAdd);
  const words = dataWords(language);
  if (schedule && services.lacks(['clock']).length > 0) throw new Problem(words.clockNotAllowed);
  if (schedule && services.clock.start() === 'full') throw new Problem(words.clocksFull);
  exclusively(context, () => {
    const nowMs = services.nowMs();
    const kept = schedule && {
      schedule,
      sinceMs: nowMs,
      dueMs: nextDue(schedule, nowMs, services),
    };
    spreadsheet.keepNote(scheduleNote, kept && JSON.stringify(kept satisfies KeptSchedule));
    if (!kept) spreadsheet.keepNote(heartbeatNote, null);
  });
  if (!schedule) services.clock.stop();
  return dataStart(context);
}
