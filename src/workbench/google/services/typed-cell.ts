import type { ICellData } from '@univerjs/core';
import { assumed } from '../../../platform/index.ts';
import { toEngine } from '../../formula/translate.ts';
import { isDatePattern } from '../../locale/pattern.ts';
import { serialAt } from '../../locale/serial.ts';
import { parseTyped } from '../../locale/typed.ts';
import type { ServiceContext } from '../context.ts';

const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED = 4;

/** A cell that holds nothing. */
export const cleared: ICellData = { v: null, f: null, si: null, p: null };

/** Signs besides `=` that may make a formula of a text. */
const signs = { '+': 'plus-first', '-': 'minus-first', '@': 'at-first' } as const;

const beginsFormula = (text: string): boolean =>
  Object.entries(signs).some(
    ([sign, id]) =>
      text.startsWith(sign) && assumed(id) === 'formula' && !/^[-+]?[\d.,]+$/.test(text),
  );

type CellFromScript = (value: unknown, format: string) => ICellData;

/** What a value becomes in a cell of a format: text is read as if it were typed there. */
export function cellFromScript(
  context: Pick<ServiceContext, 'locale' | 'timeZone'>,
): CellFromScript {
  const typed = (text: string, format: string): ICellData => {
    if (format === '@' && !(text.startsWith('=') && assumed('plain-text-format') === 'formula')) {
      const taken = text.startsWith("'") && assumed('apostrophe-under-plain-text') === 'taken';
      return { ...cleared, v: taken ? text.slice(1) : text, t: STRING };
    }
    const locale = context.locale();
    const is = parseTyped(beginsFormula(text) ? `=${text}` : text, locale);
    if (is.kind === 'blank') return cleared;
    if (is.kind === 'formula') return { ...cleared, f: toEngine(is.text, locale) };
    if (is.kind === 'text') return { ...cleared, v: is.text, t: is.forced ? FORCED : STRING };
    if (is.kind === 'boolean') return { ...cleared, v: is.value ? 1 : 0, t: BOOLEAN };
    const style = is.format && format === '' ? { s: { n: { pattern: is.format } } } : {};
    return { ...cleared, v: is.value, t: NUMBER, ...style };
  };
  return (value, format) => {
    if (value === null || value === undefined) return cleared;
    if (typeof value === 'number') return { ...cleared, v: value, t: NUMBER };
    if (typeof value === 'boolean') return { ...cleared, v: value ? 1 : 0, t: BOOLEAN };
    if (typeof value === 'string') return typed(value, format);
    const special = value as { $date?: number; $number?: string };
    if (special.$date === undefined) return { ...cleared, v: '#NUM!', t: STRING };
    const serial = serialAt(special.$date, context.timeZone());
    const style = isDatePattern(format) ? {} : { s: { n: { pattern: 'dd/mm/yyyy' } } };
    return { ...cleared, v: serial, t: NUMBER, ...style };
  };
}
