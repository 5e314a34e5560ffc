import { numfmt } from '@univerjs/core';
import { conventionsOf } from './habits.ts';
import { isDatePattern } from './pattern.ts';

/** A number in a cell without a number format: ten digits at most, in the locale's habits. */
export function showGeneral(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(10)));
  return conventionsOf(locale).decimal === ',' ? text.replace('.', ',') : text;
}

/** What a cell shows: its value by its number format, in the spreadsheet's locale. */
export function show(
  value: string | number | boolean | null | undefined,
  format: string,
  locale: string,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  if (format === '' || format === 'General' || format === '@') return showGeneral(value, locale);
  return String(
    numfmt.format(format, value, { locale: conventionsOf(locale).formatter, throws: false }),
  );
}

/** A number as it stands in the editor: complete, in the locale's habits, and read back the same. */
export function showToEdit(value: number, format: string, locale: string): string {
  if (isDatePattern(format)) {
    const whole = Number.isInteger(value);
    return show(value, whole ? conventionsOf(locale).dateFormat : format, locale);
  }
  const percent = format.includes('%');
  const text = String(Number((percent ? value * 100 : value).toPrecision(15)));
  const localized = conventionsOf(locale).decimal === ',' ? text.replace('.', ',') : text;
  return percent ? `${localized}%` : localized;
}
