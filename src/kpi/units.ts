/**
 * The units a quantity or a KPI can be measured in.
 *
 * `dimensions` are what arithmetic does with the unit: money ÷ count is money per count, which has
 * the dimensions of `moneyEach`; things of no dimension (fractions, scores) can be added to plain
 * numbers. `format` is the spreadsheet number format an answer is shown in.
 */
export const units = {
  money: { dimensions: { money: 1 }, format: '#,##0.00' },
  moneyEach: { dimensions: { money: 1, count: -1 }, format: '#,##0.00' },
  count: { dimensions: { count: 1 }, format: '#,##0' },
  countPerYear: { dimensions: { count: 1, years: -1 }, format: '#,##0.0' },
  years: { dimensions: { years: 1 }, format: '0.0' },
  seconds: { dimensions: { seconds: 1 }, format: '0.0' },
  secondsEach: { dimensions: { seconds: 1, count: -1 }, format: '0.0' },
  hours: { dimensions: { hours: 1 }, format: '0.0' },
  fraction: { dimensions: {}, format: '0.00%' },
  times: { dimensions: {}, format: '0.00' },
  percentagePoints: { dimensions: {}, format: '+0.00;-0.00;0.00' },
  score: { dimensions: {}, format: '0.0' },
  index: { dimensions: {}, format: '0.00' },
  rank: { dimensions: {}, format: '0.0' },
  same: { dimensions: { same: 1 }, format: '' },
} as const satisfies Record<
  string,
  { dimensions: Readonly<Record<string, number>>; format: string }
>;

export type Unit = keyof typeof units;
