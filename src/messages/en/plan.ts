/** What plans are made of, and what can be wrong with one, in English. */
export const planEn = {
  roles: {
    manager: 'Marketing Manager',
    digital: 'Digital Marketing Specialist',
    social: 'Social Media Manager',
    content: 'Content Marketing Specialist',
    sales: 'Sales',
    brand: 'Brand',
    department: 'Marketing department',
    other: 'Other',
  },
  objectives: {
    sales: 'More (online) sales',
    leads: 'More, better leads',
    awareness: 'Awareness',
    customers: 'Win customers',
    retention: 'Keep customers',
    profit: 'Profitability',
    content: 'Content and SEO',
    email: 'Email marketing',
  },
  businesses: {
    online: 'Sells online',
    leads: 'Gathers leads',
    b2b: 'B2B',
    subscription: 'Subscription',
  },
  stages: { new: 'New', growing: 'Growing', established: 'Established' },
  sales: { sales: 'Sales (value of orders won)', revenue: 'Revenue (as booked)' },
  cadences: { day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly' },
  better: {
    higher: 'higher is better',
    lower: 'lower is better',
    'on plan': 'close to plan is better',
  },
  over: {
    sum: 'adds up (leads, cost)',
    last: 'the latest counts (followers)',
    whole: 'each reading stands alone (survey, reach)',
  },
  source: 'typed by hand',

  /** What is wrong with a plan, field by field. `kpi` and `field` are names as people know them. */
  problems: {
    noPlan: 'This is not a plan. Close the panel, open it again and start from the beginning.',
    id: 'The plan has lost its identity. Close the panel, open it again and try once more.',
    after: 'The plan this one continues is not known. Start a new plan instead.',
    nameMissing: 'Give the plan a name: a person, a client, a campaign or a team.',
    tooLong: (field: string, most: number) => `Shorten ${field} to at most ${most} characters.`,
    notText: (field: string) => `Type ${field} again: it has to be text.`,
    choose: (field: string) => `Choose ${field} from the list.`,
    currency: 'Choose a currency by its three letters, such as VND or USD.',
    quarter:
      'This quarter does not exist. Choose one between 2000 and 2100 that matches your financial year.',
    margin: 'The gross margin must be between 0% and 100%. Leave it empty if you do not know it.',
    firstMonth: 'Choose the month your financial year begins with.',
    noKpis: 'Choose at least one KPI.',
    tooManyKpis: (most: number) => `A plan holds at most ${most} KPIs. Remove some of them.`,
    tooManyOwn: (most: number) => `A plan holds at most ${most} KPIs of your own. Remove some.`,
    unknownKpi: (name: string) => `There is no KPI “${name}”. Remove it or choose another.`,
    twice: (kpi: string) => `${kpi} is in the plan twice. Remove one of them.`,
    notNumber: (kpi: string, field: string) =>
      `${kpi}: ${field} is not a number. Type it again or leave it empty.`,
    tooBig: (kpi: string, field: string) =>
      `${kpi}: ${field} is too big to be right. Type a smaller number.`,
    weight: (kpi: string) =>
      `${kpi}: the weight must be between 0% and 100%. Leave it empty to only track this KPI.`,
    threshold: (kpi: string, field: string) =>
      `${kpi}: ${field} must be between 0% and 200%. The usual values are 90% and 70%.`,
    notKpi: (line: number) =>
      `KPI ${line} of the plan cannot be read. Remove it and choose it again.`,
    ownTitle: (name: string) => `Give your own KPI ${name} a name.`,
    ownName: 'One of your own KPIs cannot be read. Remove it and define it again.',
    ownHow: (title: string) =>
      `${title}: choose how it adds up, or which number is divided by which.`,
    scores: 'The scores cannot be read. Switch them off and on again.',
    agreed: 'The agreement needs both names and a date. Enter it again.',
    feeds: 'What flows in cannot be read. Connect the data again.',
    ignored: 'The list of ignored remarks cannot be read. Close the panel and open it again.',
  },
  fields: {
    name: 'the plan’s name',
    role: 'a role',
    objective: 'an objective',
    language: 'a language',
    business: 'the kind of business',
    stage: 'the stage of the business',
    sales: 'sales or revenue',
    weekStart: 'the first day of the week',
    baseline: 'last quarter',
    target: 'the target',
    lastYear: 'the same quarter last year',
    owner: 'the owner',
    cadence: 'how often it is measured',
    goal: '“On track or near from”',
    flag: '“Off track below”',
    definition: '“What counts”',
    source: 'the data source',
    title: 'the KPI’s name',
    unit: 'a unit',
    better: 'a direction',
    givenBy: 'who set the targets',
    acceptedBy: 'who accepted the targets',
  },

  /** Why a target is proposed at a roll-over, and why none is. */
  next: {
    sameSeason: (lastYear: string, change: string) =>
      `The same quarter last year (${lastYear}), changed by ${change}: what this quarter has changed on last year.`,
    sameGrowth: (change: string, quarters: number) =>
      `${change} a quarter, as over the last ${quarters} quarters.`,
    tooShort: 'Too few past quarters for a proposal. Set the target yourself.',
    wrongWay: 'The last quarters have not been getting better. Set the target yourself.',
    tooSteep:
      'The last quarters have changed too much to go on like that. Set the target yourself.',
    decided: 'This is decided, not projected. Set the plan yourself.',
    unsaid: 'Choose first how it adds up and which way is better. Then set the target yourself.',
    unfinished: 'The quarter is not over yet, so its result is still open.',
  },
};

export type PlanWords = typeof planEn;
