import type { quarterEn } from '../en/quarter.ts';

const twoDigits = (month: number): string => String(month).padStart(2, '0');

/** How quarters and amounts are written in Vietnamese. */
export const quarterVi: typeof quarterEn = {
  quarter: (number, year) => `Quý ${number}/${year}`,
  financialQuarter: (number, year, months) => `Quý ${number} năm tài chính ${year} (${months})`,
  months: (from, to) =>
    from.year === to.year
      ? `${twoDigits(from.month)}–${twoDigits(to.month)}/${to.year}`
      : `${twoDigits(from.month)}/${from.year}–${twoDigits(to.month)}/${to.year}`,
  millions: 'triệu',
  billions: 'tỷ',
  years: () => 'năm',
  seconds: 'giây',
  hours: 'giờ',
  times: 'lần',
  points: 'điểm %',
};
