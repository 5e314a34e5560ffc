import type { Text } from '../../messages/every-language.ts';
import {
  type ColumnReading,
  isEmptyField,
  markFor,
  type ParseFormat,
  type ReadyColumn,
} from './column.ts';
import { report } from './words.ts';

export interface Grounds {
  readonly habits: ParseFormat;
  readonly decimalBy: 'file' | 'locale';
  readonly dayOrderBy: 'file' | 'locale';
}

/** Says what was decided about the columns; columns decided alike share a sentence. */
export function describeColumns(
  names: readonly string[],
  texts: readonly (readonly string[])[],
  readings: readonly ColumnReading[],
  columns: readonly ReadyColumn[],
  { habits, decimalBy, dayOrderBy }: Grounds,
): Text[] {
  const namesWhere = (is: (reading: ColumnReading) => boolean) =>
    names.filter((_, c) => is(readings[c]!));
  const said: Text[] = [];
  const say = (sentence: (names: readonly string[]) => Text, about: readonly string[]) => {
    if (about.length > 0) said.push(sentence(about));
  };

  for (const mark of ['.', ','] as const) {
    say(
      (about) => report.decimal(mark, about),
      namesWhere((each) => each.as === 'number' && each.mark === mark),
    );
  }
  const open = readings.findIndex((each) => each.as === 'number' && each.mark === 'either');
  if (open >= 0) {
    const reading = readings[open]!;
    const shapes = reading.as === 'number' ? reading.shapes : [];
    const sample = texts[open]?.[shapes.findIndex((shape) => shape?.mark === 'either')] ?? '';
    say(
      (about) => report.decimalAssumed(markFor('either', habits), sample, about, decimalBy),
      namesWhere((each) => each.as === 'number' && each.mark === 'either'),
    );
  }
  for (const order of ['day first', 'month first'] as const) {
    say(
      (about) => report.dates(order, about),
      namesWhere((each) => each.as === 'date' && each.order === order),
    );
  }
  say(
    (about) => report.datesAssumed(habits.dayOrder, about, dayOrderBy),
    namesWhere((each) => each.as === 'date' && each.order === 'either'),
  );
  const reasons = ['code', 'phone', 'two decimal marks', 'two day orders', 'several currencies'];
  for (const reason of reasons as Parameters<typeof report.text>[0][]) {
    say(
      (about) => report.text(reason, about),
      namesWhere((each) => each.as === 'text' && each.because === reason),
    );
  }

  const strays = columns.map((column, c) =>
    readings[c]?.as === 'text' ? 0 : column.values.filter((v) => typeof v === 'string').length,
  );
  const stray = strays.reduce((sum, n) => sum + n, 0);
  say(
    (about) => report.notRead(stray, about),
    names.filter((_, c) => (strays[c] ?? 0) > 0),
  );
  const formulas = columns.reduce((sum, column) => sum + column.values.filter(looksRun).length, 0);
  if (formulas > 0) said.push(report.formulas(formulas));
  return said;
}

const looksRun = (value: unknown): boolean =>
  typeof value === 'string' && /^[=+\-@]/.test(value) && !isEmptyField(value.slice(1));
