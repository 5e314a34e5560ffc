/** What the KPI doctor says of which KPIs stand in a plan, how much they weigh and whose they are. */
export const doctorChoiceEn = {
  noneWeighted: {
    title: 'No KPI carries weight',
    says: (plan: string) => `No KPI of “${plan}” carries weight, so nothing says what matters.`,
    why: 'Tracked numbers inform. A KPI with weight is what the quarter is judged by.',
    button: 'Give the first KPIs weight',
    does: 'The first KPIs, five at most, share the weight evenly.',
  },
  weightsOff: {
    title: 'The weights do not make 100%',
    says: (total: string) => `The weights add up to ${total}.`,
    why: 'A total attainment can only be trusted when the weights make 100%.',
    button: 'Make it 100%',
    does: 'All weights are scaled in proportion, in whole percents.',
  },
  tooMany: {
    title: 'More than five KPIs carry weight',
    says: (count: string, titles: string) =>
      `${count} KPIs carry weight. The lightest are ${titles}.`,
    why: 'Three to five KPIs keep the eye on what matters. With more, each counts too little to change what people do.',
    button: 'Keep the five heaviest',
    does: 'The others are still tracked, without weight.',
  },
  tooFew: {
    title: 'Fewer than three KPIs carry weight',
    says: (count: string, titles: string) => `Only ${count} with weight: ${titles}.`,
    why: 'With one or two numbers it pays to neglect everything else. Three to five show the whole.',
  },
  tooManyTracked: {
    title: 'Many tracked numbers',
    says: (count: string) => `${count} numbers are tracked beside the KPIs.`,
    why: 'Every tracked number has to be filled in each week. Keep those you would act on.',
  },
  weightSmall: {
    title: 'A weight below 5%',
    says: (titles: string) => `${titles}: below 5% of the whole.`,
    why: 'So little weight changes no result. Give it at least 5%, or only track it.',
    button: 'Raise to 5%',
    does: 'The other weights give way in proportion.',
  },
  weightLarge: {
    title: 'One KPI weighs more than all others',
    says: (title: string, share: string) => `${title}: ${share} of the weight.`,
    why: 'Above 50% the other KPIs hardly matter any more.',
    button: 'Lower to 50%',
    does: 'The other weights grow in proportion.',
  },
  doesNotFit: {
    title: 'A KPI that does not fit the objective',
    says: (title: string) => `${title} says nothing about the objective you chose.`,
    why: 'A KPI from another stage of the funnel moves for other reasons, so the objective can be missed unnoticed.',
    button: 'Only track it',
    does: 'It stays in the plan without weight; the others take its weight.',
  },
  nothingFits: {
    title: 'No KPI measures the objective',
    says: (title: string) =>
      title === ''
        ? 'None of the KPIs with weight measures the objective you chose.'
        : `None of the KPIs with weight measures the objective you chose. ${title} does.`,
    why: 'A KPI earns its place by showing whether the objective comes closer.',
    button: 'Add the KPI that fits',
    does: 'It joins with an average weight; you set its target.',
  },
  onlyVanity: {
    title: 'Only numbers that look good',
    says: (titles: string, better: string) =>
      better === ''
        ? `${titles}: none of it is a lead or an order.`
        : `${titles}: none of it is a lead or an order. ${better} would show results.`,
    why: 'Likes and followers can grow while sales do not.',
    button: 'Add a result',
    does: 'The KPI joins with an average weight; you set its target.',
  },
  noLeading: {
    title: 'No leading KPI',
    says: (title: string) =>
      title === ''
        ? 'Every KPI shows what has already happened.'
        : `Every KPI shows what has already happened. ${title} would warn you earlier.`,
    why: 'Leading KPIs move first, while there is still time to act within the quarter.',
    button: 'Track a leading KPI',
    does: 'It stands beside the others, without weight.',
  },
  onlyLagging: {
    title: 'Only results carry weight',
    says: (title: string) =>
      `All weight lies on lagging KPIs. A leading one, ${title}, is only tracked.`,
    why: 'People can act on leading KPIs this week; results follow later.',
    button: 'Give it weight',
    does: 'The leading KPI gets an average weight.',
  },
  noInput: {
    title: 'No input KPI',
    says: (title: string) =>
      title === ''
        ? 'The plan does not show what is put in: money, hours or posts.'
        : `The plan does not show what is put in. ${title} would.`,
    why: 'Without the input nobody can tell a weak result from a cut budget.',
    button: 'Track an input',
    does: 'It stands beside the others, without weight.',
  },
  tooEarlyForStage: {
    title: 'Too early for a new business',
    says: (titles: string) => `${titles}: with few customers the number jumps by chance.`,
    why: 'A new business learns more from reach, leads and first orders.',
    button: 'Only track it',
    does: 'It stays in the plan without weight.',
  },
  outgrown: {
    title: 'KPIs of a young business',
    says: (titles: string) => `${titles}: all from the beginning of the funnel.`,
    why: 'An established business earns most from customers it already has: look at revenue and retention too.',
  },
  noGuardrail: {
    title: 'A KPI without a guardrail',
    says: (title: string, guard: string) =>
      `${title} can be improved at the expense of quality. ${guard} would show it.`,
    why: 'A second number beside a KPI keeps it honest.',
    button: 'Track the guardrail',
    does: 'It stands beside the others, without weight, with the same owner.',
  },
  sameThing: {
    title: 'Two KPIs say the same',
    says: (one: string, other: string) => `${one} and ${other} move together.`,
    why: 'With weight on both, one success or failure counts twice.',
    button: 'Weigh only the first',
    does: 'The second is still tracked; its weight goes to the first.',
  },
  oneSided: {
    title: 'Only one side of the picture',
    says: (side: 'money' | 'noMoney'): string =>
      side === 'money' ? 'Every KPI is about money.' : 'No KPI says what comes back in money.',
    why: 'Financial and non-financial KPIs together show the result and what brings it about.',
  },
  noVoice: {
    title: 'Customers have no say',
    says: (title: string) => `No KPI shows what customers think. ${title} would.`,
    why: 'Numbers say how much; people’s opinions say why. A sound plan has both.',
    button: 'Track it',
    does: 'It stands beside the others, without weight.',
  },
  surveys: {
    title: 'Surveys are slow and costly',
    says: (titles: string) => `${titles}: known only after asking enough people.`,
    why: 'Plan the survey and its cost before the quarter begins, or choose a number your systems count.',
  },
  openRate: {
    title: 'Open rates are a soft number',
    says: (title: string) => `${title} counts e-mails that a phone opened by itself.`,
    why: 'Mail apps load pictures in advance, so opens say little. Clicks are done by people.',
    button: 'Track clicks too',
    does: 'The e-mail click rate stands beside it, without weight.',
  },
  noOwner: {
    title: 'A KPI without an owner',
    says: (titles: string, owner: string) =>
      owner === ''
        ? `Nobody answers for ${titles}.`
        : `Nobody answers for ${titles}. ${owner} could.`,
    why: 'One named person notices first and acts.',
    button: 'Fill in the owner',
    does: 'The owner of most of the plan’s KPIs is put in.',
  },
  ownerIsMany: {
    title: 'An owner who is not one person',
    says: (titles: string, owner: string) => `${titles}: “${owner}” is more than one person.`,
    why: 'What belongs to all belongs to nobody. Name the one who answers; the others help.',
  },
  oneOwner: {
    title: 'One person owns everything',
    says: (owner: string) => `${owner} answers for every KPI of the department.`,
    why: 'A KPI is best owned by whoever can change it. Share them among those who do the work.',
  },
};
