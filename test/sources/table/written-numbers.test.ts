import fc from 'fast-check';
import { expect, it } from 'vitest';
import { january, read } from './a-table.ts';

/** How people of one place write numbers; no table mixes them. */
const habits = [
  { group: '.', decimal: ',' },
  { group: ',', decimal: '.' },
  { group: ' ', decimal: ',' },
  { group: '', decimal: '.' },
  { group: '', decimal: ',' },
] as const;
/** What stands beside amounts of a currency, in front of `#` or behind it. */
const marks = {
  VND: ['#', '# ₫', '#đ', '# VND', '# đồng'],
  USD: ['#', '$#', 'US$ #', '# USD', '-'],
  PEN: ['#', 'S/ #', 'S/.#', '# PEN'],
  BRL: ['#', 'R$ #', 'R$#', '# BRL'],
} as const;
type Currency = keyof typeof marks;
const currencies = Object.keys(marks) as Currency[];

const written = (value: number, cents: number, { group, decimal }: (typeof habits)[number]) => {
  const [whole = '', parts] = value.toFixed(cents).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return parts === undefined ? grouped : `${grouped}${decimal}${parts}`;
};

const row = fc.record({
  day: fc.integer({ min: 1, max: 9 }),
  cost: fc.integer({ min: 1, max: 99_999_999 }),
  mark: fc.nat(9),
  bare: fc.boolean(),
});

it('what is known of written amounts is what was written, in whatever habit and currency', () => {
  let known = 0;
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...habits),
      fc.constantFrom(...currencies),
      fc.constantFrom(...currencies),
      (rows, habit, own, account) => {
        const cents = own === 'VND' ? 0 : 2;
        const amountOf = (cost: number) => (cents === 0 ? cost : cost / 100);
        const cells = rows.map(({ day, cost, mark, bare }) => {
          const around = bare ? '#' : (marks[own][mark % marks[own].length] ?? '#');
          return [january(day), 'A', around.replace('#', written(amountOf(cost), cents, habit))];
        });
        const found = read([['Day', 'Campaign', 'Cost'], ...cells], {
          account: { currency: account },
        });
        const covered = found.coverage['CPL.cost'];
        if (!covered) return;
        for (const { day } of rows) {
          const at = january(day);
          if (at < covered.from || at > covered.to) continue;
          known += 1;
          const truth = cells.reduce((sum, [of, , text], nth) => {
            const isIt = of === at && text !== '-';
            return isIt ? sum + amountOf(rows[nth]?.cost ?? 0) : sum;
          }, 0);
          const told = found.rows
            .filter(({ to }) => to === at)
            .reduce((sum, { value }) => sum + value, 0);
          expect([at, told.toFixed(2)]).toEqual([at, truth.toFixed(2)]);
          // Amounts with a mark are never taken for those of another currency.
          if (own !== account) {
            const marked = cells.some(
              ([of, , text]) => of === at && /[^\d\s.,-]/.test(String(text)),
            );
            expect(marked).toBe(false);
          }
        }
      },
    ),
    { numRuns: 1000 },
  );
  // It is not right by knowing nothing.
  expect(known).toBeGreaterThan(1000);
});
