import type { Language } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';

const units: Readonly<Record<Unit, string>> = {
  money: '',
  moneyEach: '',
  count: 'count',
  countPerYear: 'a year',
  years: 'years',
  seconds: 'seconds',
  secondsEach: 'seconds',
  hours: 'hours',
  fraction: '%',
  times: 'times',
  percentagePoints: 'pp',
  score: 'points',
  index: 'index',
  rank: 'rank',
  same: '',
};

/**
 * What a plan's sheet says in its scorecard, its input cells and its hidden cells, in English.
 * `{n}` and the like are filled in by the sheet's own formulas.
 */
export const sheetEn = {
  language: 'en' as Language,
  units,
  months: 'JanFebMarAprMayJunJulAugSepOctNovDec',
  sample: '▲ Made-up numbers to try things out. Overwrite or clear them before you use this sheet.',
  agreed: 'Agreed on {day}: given by {given}, accepted by {accepted}',

  // The scorecard
  live: 'week {week}/{weeks} {bar} · data settled up to {day}',
  liveNone: 'week {week}/{weeks} {bar} · no data yet',
  liveBefore: 'begins on {day}',
  behindOthers: ' · some KPIs are settled up to {day} only',
  kpi: 'KPI',
  unit: 'Unit',
  baseline: 'Last quarter',
  target: 'Target',
  actual: 'Actual',
  attainment: '% of target',
  expected: 'Expected by now',
  status: 'Status',
  week: 'This week',
  lastWeek: 'Last week',
  remaining: 'Still to go',
  perWeek: 'Needed per week',
  trend: 'Trend',
  owner: 'Owner',
  through: 'Data up to',
  onProfit: 'on gross profit',
  onRevenue: 'on revenue',
  tracked: 'Also tracked',
  ofTheWay: 'of the way',
  soFar: 'so far',
  nothingToDo: '–',
  numberHelp: 'Enter a number; leave it blank if you do not know it. Zero is a number.',
  notes: {
    baseline: 'The actual of last quarter, the starting point of KPIs that grow from a level.',
    attainment:
      'Totals and ratios: actual ÷ target, the other way round where lower is better. “of the way”: levels and single readings, how much of the way from last quarter to the target is done. “so far”: measured against what is expected by now, as for spend.',
    expected:
      'What should be reached by the day the data goes up to, by the weights of the weeks. For a ratio it is the target itself.',
    status:
      'A ratio, and everything once the quarter is over, is met where its target is reached, and near target from the threshold on. Before that, totals and levels are judged by what is expected by now. The thresholds stand below the table; each KPI has its own under “How it is counted”.',
    week: 'The week of today, as far as its numbers are in.',
    remaining: 'Target minus actual.',
    perWeek: 'What is still to go, divided by the weeks after the last settled day.',
    through:
      'Up to the end of this day, no input of this KPI is missing. Everything in its row counts up to that day.',
  },

  // Status
  damaged: '○ needs repair',
  good: '● on track',
  watch: '▲ watch',
  bad: '■ behind',
  met: '● met',
  near: '▲ near target',
  missed: '■ missed',
  onBudget: '● on budget',
  overBudget: '■ over budget',
  underBudget: '■ below planned spend',
  onPlan: '● on plan',
  offPlan: '■ off plan',
  unsaidTotalling: '○ choose how it adds up',
  unsaidBetter: '○ choose which way is better',
  noTarget: '○ no target yet',
  noData: '○ no data yet',
  refused: '○ input cannot be right',
  noBaseline: '○ last quarter missing',
  tetWeights: '○ set the Tet week weights',
  tooEarly: '○ too early to judge',
  cannotTell: '○ cannot be calculated',

  legend: {
    begin: 'Thresholds: ',
    pace: '● on track from {goal} of expected',
    target: '● met from 100%',
    near: '▲ near target from {goal}',
    watch: '▲ watch from {flag}',
    below: '■ below',
    plan: 'spend and plans ● ±{band}, ▲ ±{limit}',
  },

  // The chart
  chart: 'Chart of',
  chartTitle: 'Actual against the path to the target',
  chartWeek: 'Week',
  chartActual: 'Actual',
  chartPath: 'Path to the target',
  chartHelp: 'Choose a KPI',

  // Input
  input: 'Input',
  inputHint:
    'Type into the pale cells. Blank means not known yet, 0 means none. Grey cells stay empty: their numbers come once a month or a quarter.',
  margin: 'Gross margin',
  marginHelp: 'Enter a share between 0% and 100%, for instance 40%.',
  marginNote:
    'With a gross margin, ROI and CLV count gross profit; left blank, they count revenue.',
  weekColumn: 'Week',
  weekPart: 'Week {n} · {days}',
  tet: 'Tet',
  from: 'From',
  to: 'To',
  weight: 'Weight of the week',
  weightNote:
    'How much of the quarter’s result this week should bring. Left blank, every day counts the same.',
  tetNote:
    'Tet falls into this week. Set its weight, for instance 0.3: until then only ratios are judged.',
  weightHelp: 'Enter 0 or more. 1 is a normal week.',
  cumulated: 'Share of the quarter',
  byHand: '▢ by hand',
  perPeriod: { week: 'each week', month: 'once a month', quarter: 'once a quarter' },
  over: {
    sum: 'What was added in the period.',
    first: 'As it stood at the start of the period.',
    last: 'As it stands at the end of the period.',
    whole: 'The reading of the period by itself; readings are never added up.',
    unsaid:
      'Nobody has said yet how its weeks add up. Choose it in the panel, under the plan’s numbers.',
  },
  usedBy: 'Used for {kpis}.',
  computed: '{kpi} ƒ',
  closedCell: '⚠ number in a grey cell',
  notNumber: '⚠ not a number',
  doubts: {
    text: '⚠ week of {day}: not a number',
    below: '⚠ week of {day}: cannot be below {bound}',
    above: '⚠ week of {day}: cannot be above {bound}',
    share: '⚠ week of {day}: a share, not a count',
  },
  outOfRange: '⚠ cannot be right',

  // Names of blocks
  blocks: {
    card: 'facts of the plan',
    score: 'scorecard',
    action: 'to do',
    input: 'input',
    month: 'months',
    split: 'by segment',
    feeds: 'data that flows in',
    method: 'how it is counted',
    points: 'scores',
    calc: 'hidden calculations',
  },

  // Reading the sheet back
  notANumber: (where: string, kpi: string, typed: string) =>
    `“${typed}” in “${where}” of ${kpi} is not a number. Type a number or clear the cell.`,
  noAnswer: (where: string, kpi: string, shows: string) =>
    `The cell in “${where}” of ${kpi} shows “${shows}” instead of a value, so the plan keeps what it had. Wait if Google is still computing; else type the value.`,
  typedDoubt: (shown: string, input: string, day: string, why: string) =>
    `“${shown}” for ${input} in the week of ${day} ${why}. It is not counted, and totals stop before that week. Type the number there.`,
  typedDoubtWhy: {
    date: (_bound: string) => 'is a date',
    text: (_bound: string) => 'is not a number',
    below: (bound: string) => `cannot be right: it is below ${bound}`,
    above: (bound: string) => `cannot be right: it is above ${bound}`,
    share: (_bound: string) => 'is a share, not a count',
  },
  marginOff: (typed: string) =>
    `“${typed}” is not a gross margin. Type a share between 0% and 100%, or clear the cell.`,
  rowGone: (kpi: string) =>
    `The row of ${kpi} is missing on the sheet. Press “Build what is missing” in the panel.`,
  blockGone: (block: string) =>
    `The part “${block}” is missing on the sheet. Press “Build what is missing” in the panel.`,
  cadenceTyped: (kpi: string) =>
    `How often ${kpi} is measured decides on the input cells. Change it in the panel.`,
};

export type SheetWords = typeof sheetEn;
