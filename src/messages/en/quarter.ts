const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface YearMonth {
  readonly year: number;
  readonly month: number;
}

/** How quarters and amounts are written in English. */
export const quarterEn = {
  quarter: (number: number, year: number): string => `Q${number} ${year}`,
  /** With both calendar years, because some name a financial year by its first and some by its last. */
  financialQuarter: (number: number, year: number, months: string): string =>
    `Q${number} FY${year}/${String((year + 1) % 100).padStart(2, '0')} (${months})`,
  months: (from: YearMonth, to: YearMonth): string => {
    const [first, last] = [months[from.month - 1] ?? '', months[to.month - 1] ?? ''];
    return from.year === to.year
      ? `${first}–${last} ${to.year}`
      : `${first} ${from.year}–${last} ${to.year}`;
  },
  millions: 'M',
  billions: 'B',
  years: (count: number): string => (count === 1 ? 'year' : 'years'),
  seconds: 's',
  hours: 'h',
  times: '×',
  points: 'pp',
};
