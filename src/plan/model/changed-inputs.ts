import type { CustomKpi, Plan } from './plan.ts';

/** Inputs that flow in from elsewhere, or as something else, than before. */
export function changedInputs(before: Plan, after: Plan): string[] {
  const asked = ({ feeds, accounts }: Plan, input: string): string => {
    const feed = feeds.find((each) => each.input === input);
    const account = accounts.find(({ id }) => id === feed?.account);
    return JSON.stringify([feed, account && { ...account, name: '' }]);
  };
  const inputs = new Set([...before.feeds, ...after.feeds].map(({ input }) => input));
  return [...inputs].filter((input) => asked(before, input) !== asked(after, input));
}

/** What flows in, as far as it is for the same: a new own KPI takes the name of one that is gone. */
export function carryOverFeeds(before: Plan, after: Plan): Plan {
  const isOther = otherOwn(before, after);
  const feeds = after.feeds.filter(({ input }) => !isOther(input));
  if (feeds.length === after.feeds.length) return after;
  const accounts = after.accounts.filter(({ id }) => feeds.some(({ account }) => account === id));
  return { ...after, feeds, accounts };
}

/** Its numbers mean the same as before; how its weeks add up and which way is better may be another. */
const isSameOwn = (was: CustomKpi, own: CustomKpi | undefined): boolean => {
  if (own === undefined || was.title !== own.title || was.unit !== own.unit) return false;
  const [one, other] = [was.how, own.how];
  if (one.is === 'typed' || other.is === 'typed') return one.is === other.is;
  return one.top === other.top && one.bottom === other.bottom;
};

/** Whether something is of an own KPI that is another one than before, or gone. */
export function otherOwn(before: Plan, after: Plan): (key: string) => boolean {
  const others = before.own.flatMap((was) => {
    const own = after.own.find(({ name }) => name === was.name);
    return isSameOwn(was, own) ? [] : [was.name];
  });
  return (key) => others.some((name) => key === name || key.startsWith(`${name}.`));
}
