import type { SheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { quoted } from '../../native/twin.ts';
import type { Scores } from '../../plan/model/plan.ts';
import { comparedDecimals } from '../../plan/model/status.ts';
import type { BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { isUnanswered } from '../layout/computed-value.ts';
import { call, numbers, when } from '../layout/formula-text.ts';
import { rightHead } from '../layout/looks.ts';
import type { TypedValue } from '../layout/sheet-input.ts';

/** The ladder can grow by so many steps on the sheet. */
const freeSteps = 2;
const stepKey = (at: number): string => `.step${at + 1}`;
const stepsOf = ({ ladder }: Scores): readonly string[] =>
  Array.from({ length: ladder.length + freeSteps }, (_, at) => stepKey(at));

/** The cells that say how attainment becomes points; anyone may change them. */
export function scaleRows(scores: Scores, words: SheetMoreWords): readonly BlockRow[] {
  const share = (value: number | undefined): Content => ({
    ...(value === undefined ? {} : { value }),
    format: '0%',
    style: 'typedNumber',
    allows: { is: 'number', min: 0, help: words.methodShareHelp },
  });
  if (scores.way === 'linear') {
    const row = (key: string, title: string, value: number): BlockRow => ({
      key,
      cells: { title: { value: title, style: 'unit' }, progress: share(value) },
    });
    return [
      { key: '', cells: { title: { value: words.pointsLinear, style: 'unit' } } },
      row('.floor', words.pointsFloor, scores.floor),
      row('.cap', words.pointsCap, scores.cap),
    ];
  }
  const steps = [...scores.ladder].sort((one, other) => other.from - one.from);
  return [
    {
      key: '',
      cells: {
        title: { value: words.pointsBelow, style: 'unit' },
        progress: rightHead(words.pointsLadderFrom),
        points: rightHead(words.pointsPoints),
      },
    },
    ...stepsOf(scores).map((key, at): BlockRow => {
      const points = steps[at]?.points;
      return {
        key,
        cells: {
          title: { value: words.pointsRung({ n: at + 1 }), style: 'unit' },
          progress: share(steps[at]?.from),
          points: {
            ...(points === undefined ? {} : { value: points }),
            format: '0.0',
            style: 'typedNumber',
            allows: { is: 'number', help: words.methodNumberHelp },
          },
        },
      };
    }),
  ];
}

const rounded = (term: string): string => call('ROUND', term, comparedDecimals);

/** Attainment as it is scored: cut off at the limits, or the step of the ladder it reaches. */
export function usedOf(
  at: CellAddresses,
  progress: string,
  scores: Scores,
  words: SheetMoreWords,
): string {
  if (scores.way === 'linear') {
    const [floor, cap] = [
      at.cell('points', '.floor', 'progress'),
      at.cell('points', '.cap', 'progress'),
    ];
    return `MIN(MAX(${rounded(progress)};${floor});${cap})`;
  }
  const reached = stepsOf(scores).map((key) => {
    const { from, points } = step(at, key);
    return when(numbers(from, points), when(`${rounded(progress)}>=${from}`, from, -1), -1);
  });
  const best = call('MAX', ...reached);
  return when(`${best}<0`, quoted(words.pointsBelowAll), best);
}

const step = (at: CellAddresses, key: string) => ({
  from: at.cell('points', key, 'progress'),
  points: at.cell('points', key, 'points'),
});

/** Points of what `usedOf` has found. */
export function pointsOf(at: CellAddresses, used: string, scores: Scores): string {
  if (scores.way === 'linear') return rounded(`${used}*100`);
  const found = stepsOf(scores).reduceRight((otherwise, key) => {
    const { from, points } = step(at, key);
    return when(numbers(from, points), when(`${used}=${from}`, points, otherwise), otherwise);
  }, '0');
  return when(numbers(used), found, 0);
}

/**
 * How scores are given as the cells say it now, as far as they hold numbers; as they were, where a
 * cell has no value yet: a step would be missing from the ladder.
 */
export function readScores(
  scores: Scores,
  cell: (row: string, column: string) => TypedValue | undefined,
): Scores {
  const places = [
    ...['.floor', '.cap'].map((row) => [row, 'progress'] as const),
    ...stepsOf(scores).flatMap((row) => [[row, 'progress'] as const, [row, 'points'] as const]),
  ];
  if (places.some(([row, column]) => isUnanswered(cell(row, column)))) return scores;
  const number = (row: string, column: string): number | null => {
    const value = cell(row, column);
    return typeof value === 'number' ? value : null;
  };
  const floor = number('.floor', 'progress') ?? scores.floor;
  const cap = number('.cap', 'progress') ?? scores.cap;
  const limits = floor < cap ? { floor, cap } : {};
  const steps = stepsOf(scores)
    .flatMap((key) => {
      const [from, points] = [number(key, 'progress'), number(key, 'points')];
      return from === null || points === null ? [] : [{ from, points }];
    })
    .sort((one, other) => other.from - one.from);
  const ladder = scores.way === 'ladder' && steps.length > 0 ? steps : scores.ladder;
  return { ...scores, ...limits, ladder };
}
