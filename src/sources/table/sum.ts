import { unsigned } from '../../plan/validation/field-reader.ts';

/** The sum of numbers, the same in whatever order they come. */
export function sumOf(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of [...values].sort((one, other) => one - other)) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // Without the dust that binary arithmetic leaves behind the last digit a spreadsheet keeps.
  return unsigned(Number((sum + lost).toPrecision(15)));
}
