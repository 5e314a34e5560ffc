/** What is said where targets do not agree with each other. */
export const agreeEn = {
  and: 'and',
  margin: 'gross margin',
  plus: (change: string) => `+${change}`,
  minus: (change: string) => `−${change}`,
  same: 'unchanged',
  per: (one: string, other: string) => `${one} per ${other}`,
  contradiction: (lead: string, target: string, others: string, gives: string, gap: string) =>
    `Target for ${lead}: ${target}. But the targets for ${others} make it ${gives}: ${gap} apart.`,
  implication: (known: string, missing: string, change: string) =>
    `With ${known}, ${missing} would have to ${change}.`,
  consequence: (known: string, missing: string, change: string) =>
    `With ${known}, ${missing} would ${change}.`,
  fall: (change: string) => `fall ${change}`,
  rise: (change: string) => `rise ${change}`,
  fromTo: (change: string, from: string, to: string) => `${change}, from ${from} to ${to}`,
  note: (known: string, missing: string, value: string) =>
    `With ${known}, ${missing} comes to ${value}.`,
  beyond: (cost: string, value: string, budget: string, plan: string) =>
    `The targets need ${value} of ${cost}, but ${budget} is planned at ${plan}.`,
  least: 'Change each a little',
  only: (title: string) => `Change only: ${title}`,
  set: (title: string) => `Set the target: ${title}`,
  step: (title: string, from: string, to: string) => `${title}: ${from} → ${to}`,
  fresh: (title: string, to: string) => `${title}: ${to}`,
  splitOver: (title: string, sum: string, target: string, gap: string) =>
    `${title}: the plans add up to ${sum}, ${gap} more than the target of ${target}.`,
  splitUnder: (title: string, sum: string, target: string, gap: string) =>
    `${title}: the plans add up to ${sum}, ${gap} short of the target of ${target}.`,
  splitMissing: (title: string, sum: string, target: string, names: string) =>
    `${title}: the plans add up to ${sum} of ${target} so far; still without a target: ${names}.`,
};
