import type { Day } from '../plan/calendar/calendar.ts';
import type { Row } from './source.ts';

/** What was counted so far, by input, day and segment. */
export type Tally = Readonly<Record<string, number>>;

const between = '\n';

export const tallyKey = (input: number, day: Day, segment: string): string =>
  [input, day, segment].join(between);

export const rowsOf = (
  tally: Tally,
  inputs: readonly { readonly input: string }[],
): readonly Row[] =>
  Object.entries(tally).flatMap(([key, value]): Row[] => {
    const [at = '', on = '', ...segment] = key.split(between);
    const input = inputs[Number(at)]?.input;
    const day = Number(on);
    if (input === undefined) return [];
    return [{ from: day, to: day, input, segment: segment.join(between), value }];
  });
