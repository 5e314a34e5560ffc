import type { Kpi } from '../../kpi/define.ts';
import { quoted } from '../../native/twin.ts';
import { when } from '../layout/formula-text.ts';
import { messageFormula } from '../layout/message-formula.ts';
import type {
  DepartmentAddresses,
  DepartmentContent,
  DepartmentFacts,
} from './department-input.ts';
import { figures } from './figures.ts';
import { countedIn } from './owners-block.ts';

/** The row that says whose money is not added up. */
export const currencyKey = '.currency';

/**
 * How many of the plans that count for a figure are in the way of its sum: amounts in another
 * currency than the department's; of a quotient of amounts, more currencies than one.
 */
export function mixedCell(
  base: string,
  kpi: Kpi | undefined,
  { currency, currencies }: DepartmentFacts,
): DepartmentContent {
  const counts = kpi?.unit === 'count' || currencies.length < 2;
  if (counts) return { value: 0, style: 'hidden' };
  const money = kpi?.unit === 'money' || kpi?.unit === 'moneyEach';
  const asked = money ? currencies.filter((each) => each !== currency) : currencies;
  return {
    formula: (at) => {
      const rows = asked.map((each) => countedIn(at, base, each));
      return money ? rows.join('+') : `MAX(0;${rows.map((each) => `(${each}>0)`).join('+')}-1)`;
    },
    style: 'hidden',
  };
}

/** Whose amounts are in another currency, where that stands in the way of a sum; else blank. */
export function mixedWarning(at: DepartmentAddresses, facts: DepartmentFacts): string {
  const { plans, shares, currency, words } = facts;
  const names = plans.flatMap(({ plan }) => {
    const { currency: own } = plan.circumstances;
    const keys = shares.filter(
      ({ plan: of, kpi }) => of.id === plan.id && kpi.figure && kpi.unit !== 'count',
    );
    if (own === currency || keys.length === 0) return [];
    const ticked = keys.map(({ key }) => `(${at.cell('owners', key, 'counted')}=TRUE)`);
    return [when(`${ticked.join('+')}>0`, quoted(`, ${plan.name} (${own})`), '""')];
  });
  if (names.length === 0) return '""';
  const rows = figures.map((figure) => at.cell('director', figure, 'mixed'));
  const told = messageFormula(words.mixedWarning, {
    names: `MID(${names.join('&')};3;999)`,
    currency: quoted(currency),
  });
  return when(`SUM(${rows.join(';')})>0`, told, '""');
}
