const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** When tokens of a day are back: Google's days of quota begin at midnight in California. */
export function nextPacificDay(nowMs: number): number {
  const local = nowMs - behindUtc(nowMs);
  const midnight = (Math.floor(local / day) + 1) * day;
  const standard = midnight + 8 * hour;
  return midnight + behindUtc(standard) + minute;
}

/** California is 8 hours behind, 7 from the second Sunday of March to the first of November, 2 o'clock. */
function behindUtc(ms: number): number {
  const year = new Date(ms - 8 * hour).getUTCFullYear();
  const summer = sunday(year, 2, 2) + 10 * hour;
  const winter = sunday(year, 10, 1) + 9 * hour;
  return ms >= summer && ms < winter ? 7 * hour : 8 * hour;
}

/** Midnight of the n-th Sunday of a month (0–11), in UTC. */
function sunday(year: number, month: number, which: number): number {
  const first = Date.UTC(year, month, 1);
  const until = (7 - new Date(first).getUTCDay()) % 7;
  return first + (until + 7 * (which - 1)) * day;
}
