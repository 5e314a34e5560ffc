/**
 * A time zone by one of its names, always the same one: Google's services do not all say
 * `Asia/Ho_Chi_Minh` where others say `Asia/Saigon`. A name nobody knows stays as it is.
 */
export function zoneName(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}
