import { fieldOf } from '../../sources/json.ts';
import type { Schedule } from '../api/data-api.ts';
import type { Services } from '../ports/services.ts';

export const scheduleNote = 'tick';
/** When a clock last came by. Apart from the schedule, which an idle clock must not write. */
export const heartbeatNote = 'beat';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A clock comes by about once an hour. */
const silentMs = 2 * hourMs;

export interface KeptSchedule {
  readonly schedule: Schedule;
  /** When the next run is due. */
  readonly dueMs: number;
  /** When somebody last switched it on. */
  readonly sinceMs: number;
}

export function readSchedule(text: string | null | undefined): KeptSchedule | null {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    const schedule = scheduleOf(fieldOf(parsed, 'schedule'));
    const [dueMs, sinceMs] = [fieldOf(parsed, 'dueMs'), fieldOf(parsed, 'sinceMs')];
    if (!schedule || typeof dueMs !== 'number' || typeof sinceMs !== 'number') return null;
    return { schedule, dueMs, sinceMs };
  } catch {
    return null;
  }
}

/** A schedule as the panel sent it; `null` for what is none. */
export function scheduleOf(value: unknown): Schedule | null {
  const every = (['hour', 'day', 'week'] as const).find((each) => each === fieldOf(value, 'every'));
  const [hour, weekday] = [fieldOf(value, 'hour'), fieldOf(value, 'weekday')];
  if (!every || !isWhole(hour, 0, 23) || !isWhole(weekday, 1, 7)) return null;
  return { every, hour, weekday, mail: fieldOf(value, 'mail') === true };
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/**
 * When a schedule is next due after a moment: with the next hour of the clock, or the next time it
 * is that hour in the spreadsheet's time zone, also where clocks are put forward or back between.
 */
export function nextDue(schedule: Schedule, nowMs: number, services: Services): number {
  const zone = services.zone();
  if (schedule.every === 'hour') return (Math.floor(nowMs / hourMs) + 1) * hourMs;
  const { hour, weekday } = services.hourIn(zone, nowMs);
  const days = schedule.every === 'week' ? (schedule.weekday - weekday + 7) % 7 : 0;
  const step = schedule.every === 'week' ? 7 : 1;
  // Hours begin with the zone's own minute: some zones are half an hour off.
  const minutes = Number(services.momentIn(zone, nowMs).slice(14, 16)) || 0;
  const hourBegan = Math.floor(nowMs / 60_000) * 60_000 - minutes * 60_000;
  const usual = hourBegan + (schedule.hour - hour) * hourMs;
  for (const later of [days, days + step]) {
    const dueMs = atHour(usual + later * dayMs, schedule.hour, zone, services);
    if (dueMs > nowMs) return dueMs;
  }
  return usual + (days + 2 * step) * dayMs;
}

/** A moment moved to where it is that hour; one that is left out that day is taken as the next. */
function atHour(ms: number, wanted: number, zone: string, services: Services): number {
  const off = ((wanted - services.hourIn(zone, ms).hour + 36) % 24) - 12;
  if (off === 0) return ms;
  const moved = ms + off * hourMs;
  return services.hourIn(zone, moved).hour === wanted ? moved : Math.max(ms, moved);
}

/** Whether a clock comes by: this user's own or another's lately, or one that was just switched on. */
export function clockStands(
  kept: KeptSchedule | null,
  heartbeatMs: number | null,
  services: Services,
): boolean {
  if (!kept) return services.clock.stands();
  const lately = services.nowMs() - Math.max(heartbeatMs ?? 0, kept.sinceMs) <= silentMs;
  const seen = heartbeatMs !== null && services.nowMs() - heartbeatMs <= silentMs;
  return lately && (seen || services.clock.stands());
}
