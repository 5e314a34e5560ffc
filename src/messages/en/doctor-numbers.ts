/** What the KPI doctor says of targets, baselines, definitions and time. */
export const doctorNumbersEn = {
  over: {
    title: 'The quarter is over',
    says: (quarter: string) => `${quarter} has already ended.`,
    why: 'A target needs time in which it can still be reached. Choose a later quarter.',
  },
  halfOver: {
    title: 'More than half of the quarter is gone',
    says: (quarter: string, part: string) => `${part} of ${quarter} has passed.`,
    why: 'Targets set late describe what happened. Plan the next quarter, or keep these small.',
  },
  impossible: {
    title: 'A number that cannot be',
    says: (title: string, value: string, min: string, max: string) => {
      if (min !== '' && max !== '') return `${title}: ${value} is not between ${min} and ${max}.`;
      return min !== ''
        ? `${title}: ${value} is below ${min}, the least there can be.`
        : `${title}: ${value} is above ${max}, the most there can be.`;
    },
    nothing: (title: string) => `${title}: the target must be above zero.`,
    why: 'A target beyond what is possible can neither be reached nor judged. Type the number again.',
  },
  percentTyped: {
    title: 'Percent typed as a whole number',
    says: (title: string, read: string, meant: string) =>
      `${title} is read as ${read}. You probably mean ${meant}.`,
    why: 'In a spreadsheet 25% is 0.25; the plain number 25 is 2,500%.',
    button: 'Read it as percent',
    does: 'The number is divided by 100.',
  },
  pointsTyped: {
    title: 'Percentage points typed as percent',
    says: (title: string, read: string, meant: string) =>
      `${title} is read as ${read}. You probably mean ${meant}.`,
    why: 'From 10% to 12% is 2 percentage points, typed as 2.',
    button: 'Read it as points',
    does: 'The number is multiplied by 100.',
  },
  pointsOrPercent: {
    title: 'Percent or percentage points?',
    says: (title: string, from: string, to: string, points: string, meant: string) =>
      `${title} goes from ${from} to ${to}: ${points} added on top. If you mean ${points} more than now, the target is ${meant}.`,
    why: 'From 2% to 2.5% is 0.5 percentage points, which is 25% more. The two are easily mixed up.',
    button: 'Read it as percent more',
    does: 'The target becomes the baseline plus that percentage of it.',
  },
  wrongWay: {
    title: 'The target goes the wrong way',
    says: (
      title: string,
      target: string,
      from: string,
      better: 'higher' | 'lower',
      turned: string,
    ) => {
      const message = `${title}: ${better} is better, but ${target} is worse than last quarter’s ${from}.`;
      return turned === '' ? message : `${message} Turned round it would be ${turned}.`;
    },
    why: 'Reaching such a target would be a step back. If the season explains it, fill in the same quarter last year.',
    button: 'Turn it round',
    does: 'The target moves as far from last quarter in the better direction.',
  },
  standstill: {
    title: 'The target is last quarter’s number',
    says: (titles: string) => `${titles}: the same as last quarter.`,
    why: 'Holding a level can be right. Then say so under “What counts”, so that nobody takes it for a slip.',
  },
  tooFar: {
    title: 'A very large step',
    says: (title: string, from: string, to: string, change: string, better: 'higher' | 'lower') =>
      `${title}: from ${from} to ${to} is ${change} ${better} within one quarter.`,
    why: 'A target nobody believes in moves nobody. Write down what will be done differently, or take a smaller step.',
  },
  thresholds: {
    title: 'Thresholds in the wrong order',
    says: (titles: string, goal: string, flag: string) =>
      `${titles}: “Off track below” must be lower than “On track or near from”, and that at most 100%. Usual: on track or near from ${goal}, off track below ${flag}.`,
    why: 'The status follows the thresholds: in this order it would always read the same.',
    button: 'Use the usual ones',
    does: 'Both thresholds are set to the usual values.',
  },
  noTarget: {
    title: 'No target',
    says: (titles: string) => `${titles}: still without a target.`,
    why: 'Without a target there is no status. Set it from your own history, not from a feeling.',
  },
  noStart: {
    title: 'No starting point',
    says: (titles: string) => `${titles}: last quarter’s number is missing.`,
    known: (titles: string) => `${titles}: last quarter’s number is in that quarter’s sheet.`,
    why: 'These KPIs are judged by how far they have come from last quarter. Without it nothing can be judged.',
    button: 'Use last quarter’s number',
    does: 'Last quarter’s actuals are filled in.',
  },
  noBaseline: {
    title: 'Nothing to compare with',
    says: (titles: string) => `${titles}: last quarter’s number is missing.`,
    known: (titles: string) => `${titles}: last quarter’s number is in that quarter’s sheet.`,
    why: 'Whether a target is bold or easy only shows beside what was reached before.',
    button: 'Use last quarter’s number',
    does: 'Last quarter’s actuals are filled in.',
  },
  noBudget: {
    title: 'No plan to be measured by',
    says: (titles: string) => `${titles}: no planned amount.`,
    why: 'Neither more nor less is better here: only a plan tells whether the spending is right.',
  },
  season: {
    title: 'Two quarters that cannot be compared',
    says: (titles: string, why: 'tet' | 'yearEnd') =>
      why === 'tet'
        ? `${titles}: Tet falls into this quarter or the one before. Add the same quarter last year.`
        : `${titles}: year-end sales lift one of the two quarters. Add the same quarter last year.`,
    known: (titles: string, why: 'tet' | 'yearEnd') =>
      why === 'tet'
        ? `${titles}: Tet falls into this quarter or the one before. Last year’s number is known.`
        : `${titles}: year-end sales lift one of the two quarters. Last year’s number is known.`,
    why: 'Against last quarter the season looks like success or failure.',
    button: 'Use last year’s number',
    does: 'The same quarter last year is filled in from your earlier plan.',
  },
  sameForAYear: {
    title: 'The same KPIs for a year',
    says: (titles: string) => `${titles}: unchanged for four quarters.`,
    why: 'As the business grows, so should its KPIs. Ask which of them still changes a decision.',
  },
  notAgreed: {
    title: 'Not agreed yet',
    says: (quarter: string) => `${quarter} is running and nobody has agreed to the targets.`,
    why: 'Targets that both sides have agreed to are not argued about at the end of the quarter.',
  },
  cadenceTooFine: {
    title: 'Measured too often',
    says: (titles: string) => `${titles}: a reading per week cannot be added up.`,
    why: 'Unique people, rates and surveys are true only for the time they were read for. Read them once a month or quarter.',
    button: 'Measure less often',
    does: 'It is measured as often as is usual for this KPI.',
  },
  cadenceTooSlow: {
    title: 'Measured too seldom',
    says: (titles: string) => `${titles}: leading, but read only at the end of the quarter.`,
    why: 'A leading KPI is there to warn in time. Read it at least once a month.',
    button: 'Measure every month',
    does: 'It is measured monthly.',
  },
  summed: {
    title: 'Added up, but cannot be',
    says: (title: string) => `“${title}” is added up over weeks.`,
    why: 'People reached twice are still the same people, and rates do not add up: the total would be too high.',
    button: 'Take it as a reading',
    does: 'Each value stands for its own period and is measured monthly.',
  },
  unsaid: {
    title: 'Nobody has said how to read it',
    says: (titles: string) => `${titles}: not judged yet.`,
    why: 'Whether weeks are added up, and whether more or less is better, decides what is on track. The name does not say it. Choose it under the KPI’s numbers.',
  },
  notMeasurable: {
    title: 'Not measurable yet',
    says: (titles: string) => `${titles}: nothing says how it is measured.`,
    why: 'Name two totals to divide, a unit, or who gives the points by which scale.',
  },
  vagueName: {
    title: 'A vague name',
    says: (title: string) => `“${title}” does not say what is counted.`,
    why: 'A specific KPI names a number: “orders from e-mail” instead of “better e-mails”.',
  },
  sameName: {
    title: 'Two KPIs with one name',
    says: (one: string, other: string) => `“${one}” reads the same as “${other}”.`,
    why: 'Two numbers under one name lead to quarrels. Rename your own, or use the built-in one.',
  },
  noDefinition: {
    title: 'Unclear what counts',
    says: (titles: string) => `${titles}: “What counts” is still empty.`,
    why: 'Two systems, or two departments, count the same word differently. One line settles it.',
    button: 'Start with an example',
    does: 'A sentence to adapt is put in as the definition.',
  },
  attribution: {
    title: 'Unclear what earns the revenue',
    says: (titles: string) => `${titles}: the attribution rule is missing.`,
    why: 'Somebody who sees an ad and buys a week later may be counted once, twice or not at all.',
    button: 'Start with an example',
    does: 'A sentence to adapt is put in as the definition.',
  },
  outsideData: {
    title: 'Needs numbers from outside',
    says: (titles: string) => `${titles}: needs industry or competitor data.`,
    why: 'Your own systems do not hold the market’s numbers. Write down where they come from and how often.',
  },
  noMargin: {
    title: 'The gross margin is missing',
    says: (titles: string) => `${titles}: calculated on revenue, not on gross profit.`,
    why: 'On revenue, an ROI of 0% still means losing the whole cost of the goods. Fill in the gross margin if you know it.',
  },
};

/** Sentences to begin a definition with, by KPI. */
export const definitionStartersEn: Readonly<Record<string, string>> = {
  LEADS:
    'A lead is a person who left a phone number or an e-mail address; each person counts once. Final number: CRM.',
  CONTENTLEADS:
    'A lead whose visit began on an article; each person counts once. Final number: Google Analytics.',
  MQLS: 'A lead that meets the criteria agreed with sales (need, budget, area). Final number: CRM, by the date it became an MQL.',
  SQLS: 'An MQL that sales has contacted and accepted. Final number: CRM, by the date it became an SQL.',
  LEADQUALITY:
    'Leads that meet the written criteria ÷ all leads. The criteria do not change within the quarter.',
  CPL: 'Cost: advertising, tools and agency, without salaries and VAT. Leads: each person once.',
  CVR: 'A conversion is a paid order; cancelled ones do not count. Base: sessions.',
  CAC: 'Cost: marketing and sales for new customers, salaries included, without the cost of goods.',
  ROI: 'Revenue is credited to the last source before the purchase, within 30 days. Cost: all marketing, without VAT.',
  INBOUNDROI:
    'Revenue is credited to content, SEO and e-mail when they were the first contact. Cost includes writers’ hours.',
  MKTREVENUE:
    'Orders of customers whom marketing brought first, by the source in the CRM; without VAT.',
  MKTREVSHARE: 'Orders of customers whom marketing brought first ÷ all revenue; without VAT.',
  CAMPAIGNREV:
    'Orders within 30 days after a click on the campaign; cancelled ones do not count; without VAT.',
  ROAS: 'Revenue as the ad platform reports it within 7 days after a click ÷ ad cost without VAT.',
  SOCIALCVR: 'Conversions in sessions that came from social media ÷ those sessions.',
};
