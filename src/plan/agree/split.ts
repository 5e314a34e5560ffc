import type { Kpi } from '../../kpi/define.ts';
import { doctorAgreeWords } from '../../messages/compiled/doctor-agree.ts';
import type { Text } from '../../messages/every-language.ts';
import { listOf } from '../../messages/list-of.ts';
import { amountOf, percentOf, titleInSentence } from '../doctor/format.ts';
import { readable } from '../doctor/readable.ts';
import { both, type Chosen, planContext } from '../doctor/rule.ts';
import type { Plan } from '../model/plan.ts';
import type { Change } from './agreement.ts';

/** A department's target and what its people or channels make together. */
export interface Split {
  readonly kpi: string;
  readonly target: number;
  readonly sum: number;
  /** Names of parts that have the KPI and no target for it. */
  readonly open: readonly string[];
  readonly says: Text;
  /** The department's target as the sum of the parts; none while parts are open. */
  readonly toSum: Pick<Change, 'targets'> | null;
  /** What each part's target would be if the gap were shared in proportion, by the plan's id. */
  readonly toParts: Readonly<Record<string, number>>;
}

/** Rounding apart this little is no gap. */
const nearEnough = 0.005;

/** Where the targets of parts do not add up to the whole's; only what adds up at all. */
export function splitAgreement(
  whole: Plan,
  parts: readonly Plan[],
  catalogue: readonly Kpi[],
): readonly Split[] {
  const read = parts.map((plan) => ({ plan, all: planContext(plan, catalogue).all }));
  return planContext(whole, catalogue).all.flatMap((each): Split[] => {
    // Own KPIs are called OWN_A in every plan: the same name is not the same thing.
    if (each.kind !== 'sum' || !each.target || each.target < 0 || each.kpi.startsWith('OWN_'))
      return [];
    const shares = read.flatMap(({ plan, all }) => {
      const share = all.find(({ kpi }) => kpi === each.kpi);
      return share ? [{ plan, target: share.target }] : [];
    });
    const set = shares.flatMap(({ plan, target }) => (target === null ? [] : [{ plan, target }]));
    const open = shares.filter(({ target }) => target === null).map(({ plan }) => plan.name);
    const sum = set.reduce((total, { target }) => total + target, 0);
    const agrees = Math.abs(sum - each.target) <= each.target * nearEnough;
    if (set.length === 0 || (agrees && open.length === 0)) return [];
    return [
      {
        kpi: each.kpi,
        target: each.target,
        sum,
        open,
        says: saysOf(whole, each, sum, open),
        toSum: open.length === 0 && sum > 0 ? { targets: { [each.kpi]: sum } } : null,
        toParts: open.length === 0 && sum > 0 ? shared(each, set, sum) : {},
      },
    ];
  });
}

/** The parts in proportion; the largest takes what rounding leaves over. */
function shared(
  { target, is }: Chosen,
  set: readonly { readonly plan: Plan; readonly target: number }[],
  sum: number,
): Readonly<Record<string, number>> {
  const whole = target ?? sum;
  const written = set.map((part) => ({
    ...part,
    to: readable((part.target * whole) / sum, is.unit, 3),
  }));
  const left = whole - written.reduce((total, { to }) => total + to, 0);
  const largest = [...written].sort((a, b) => b.to - a.to)[0];
  return Object.fromEntries(
    written.map((part) => [part.plan.id, part === largest ? tidy(part.to + left) : part.to]),
  );
}

const tidy = (value: number): number => Number(value.toPrecision(12));

const saysOf = (whole: Plan, each: Chosen, sum: number, open: readonly string[]): Text =>
  both((language) => {
    const words = doctorAgreeWords(language);
    const target = each.target ?? 0;
    const amount = (value: number) => amountOf(value, each.is, whole, language);
    const title = titleInSentence(each.is, language);
    if (open.length > 0) {
      return words.splitMissing({
        title,
        sum: amount(sum),
        target: amount(target),
        names: listOf(open, language),
      });
    }
    const gap = `${amount(Math.abs(sum - target))} (${percentOf(Math.abs(sum / target - 1), language)})`;
    const says = sum > target ? words.splitOver : words.splitUnder;
    return says({ title, sum: amount(sum), target: amount(target), gap });
  });
