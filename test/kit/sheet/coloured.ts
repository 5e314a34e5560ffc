import type { Drawing, FormatRule } from '../../../src/sheet/layout/drawing.ts';
import type { Found } from '../engine/ironcalc.ts';
import { shifted } from './rearranged.ts';

/** Each cell that a rule looks at, counted from 0, and the test the spreadsheet makes of it. */
const tests = ({ rules }: Drawing) =>
  rules.flatMap((rule) =>
    Array.from({ length: rule.rows * rule.columns }, (_, at) => {
      const [down, across] = [Math.floor(at / rule.columns), at % rule.columns];
      return {
        rule,
        row: rule.row - 1 + down,
        column: rule.column - 1 + across,
        formula: `=${shifted(rule.when, down, across)}`,
      };
    }),
  );

/** The sheet with the tests of its rules in cells of their own to the right of everything, one a row. */
export function withRuleTests(drawing: Drawing): Drawing {
  const made = tests(drawing);
  const rows = Math.max(drawing.rows, made.length);
  const blank = drawing.cells[0]?.map(() => ({ style: 'plain' as const })) ?? [];
  return {
    ...drawing,
    rows,
    columns: drawing.columns + 1,
    cells: Array.from({ length: rows }, (_, at) => {
      const formula = made[at]?.formula;
      const line = drawing.cells[at] ?? blank;
      return [
        ...line,
        formula ? { formula, style: 'plain' as const } : { style: 'plain' as const },
      ];
    }),
  };
}

/** Every cell of a sheet that has one of the words, and the style that the rules show it in. */
export function coloured(drawing: Drawing, found: readonly (readonly Found[])[]) {
  const shows = new Map<string, FormatRule['style']>();
  for (const [at, { rule, row, column }] of tests(drawing).entries()) {
    const key = `${row}:${column}`;
    const holds = found[at]?.[drawing.columns];
    if (holds === true && !shows.has(key)) shows.set(key, rule.style);
  }
  return (row: number, column: number): FormatRule['style'] | null =>
    shows.get(`${row}:${column}`) ?? null;
}
