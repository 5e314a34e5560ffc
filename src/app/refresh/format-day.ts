import { dataWords } from '../../messages/compiled/data.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { type Day, dateOf } from '../../plan/calendar/calendar.ts';
import { dayText } from '../../sheet/layout/day-words.ts';

/** `21/11/2026`, `21 Nov 2026` */
export const dayWords = (day: Day, language: Language): string =>
  dayText(day, sheetWords(language));

/** `2026-11-22 14:05` as people say it: `14:05 ngày 22/11`, `14:05, 22 Nov`. */
export function momentWords(moment: string, language: Language): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)/.exec(moment);
  if (!parts) return '';
  const [, , month = '', day = '', time = ''] = parts;
  const { months } = sheetWords(language);
  const name = months.slice(3 * Number(month) - 3, 3 * Number(month));
  return dataWords(language).moment({
    day: months ? `${Number(day)} ${name}` : `${day}/${month}`,
    time,
  });
}

/** A serial number with the time of day, said the same way. */
export function serialWords(serial: number, language: Language): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440);
  const { year, month, day } = dateOf(Math.floor(serial));
  const two = (number: number) => String(number).padStart(2, '0');
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return momentWords(`${year}-${two(month)}-${two(day)} ${time}`, language);
}
