import type { Direction, Funnel, Group, Level, Role, Timing } from '../../kpi/define.ts';
import type { Unit } from '../../kpi/units.ts';

/** Why a call to the spreadsheet brought no answer. */
export type Failure = 'accounts' | 'network' | 'slow' | 'unknown';

/** What the panel says in English. `panel.vi.ts` has the same keys. */
export const panelEn = {
  chooseLanguage: 'Language',
  loading: 'Opening the panel…',
  help: 'Help',
  nav: { label: 'Parts of the panel', quarter: 'Quarter', insert: 'Functions' },
  backToFunctions: 'All functions',

  failures: {
    accounts:
      'Google Sheets did not let the panel in. This happens when several Google accounts are signed in to this browser. Sign out of the others, or open this spreadsheet in a private window or another browser profile with one account only. Then open the panel again.',
    network: 'The spreadsheet cannot be reached. Check your connection and try again.',
    slow: 'The spreadsheet has not answered. Look at the sheet to see whether it was done, then try again.',
    unknown:
      'That did not work. Try again. If it keeps happening, close the panel and reload the page.',
  } satisfies Record<Failure, string>,

  /** Beside a problem whose cause can be taken away. */
  wayOut: {
    title: 'The notes of this spreadsheet are full',
    why: 'The room in which Google lets the add-on keep notes with this spreadsheet is used up. Clearing takes away what Undo would need and spare copies of closed plans. Sheets and numbers stay.',
    makeRoom: 'Make room',
    doing: 'Making room…',
    close: 'Close',
  },

  find: {
    title: 'Insert a function',
    search: 'Search',
    searchExample: 'cost per lead, CTR, churn…',
    role: 'Role',
    everyRole: 'All roles',
    stage: 'Stage',
    everyStage: 'All stages',
    recent: 'Used recently',
    found: (count: string, one: boolean) => `${count} ${one ? 'function' : 'functions'}`,
    nothing: 'Nothing found. Try another word, or look at all roles and stages.',
    showAll: 'Show everything',
    counted: 'Counted, not calculated',
    countedWhy: 'You read or type this figure; no function is needed.',
    usedBy: 'Functions that use it:',
    usedByNone: 'No function uses it.',
  },

  stages: {
    awareness: 'Awareness',
    engagement: 'Engagement',
    lead: 'Leads',
    customer: 'New customers',
    revenue: 'Revenue',
    retention: 'Keeping customers',
    any: 'Any stage',
  } satisfies Record<Funnel | 'any', string>,

  roles: {
    manager: 'Marketing manager',
    digital: 'Digital marketing',
    social: 'Social media',
    content: 'Content',
    sales: 'Sales',
    brand: 'Brand',
    department: 'Marketing department',
  } satisfies Record<Role, string>,

  about: {
    formula: 'Formula',
    whenGiven: (input: string) => `With ${input}`,
    whenChosen: (choice: string) => `With “${choice}”`,
    pitfalls: 'Keep in mind',
    example: 'Example',
    examples: 'Examples',
    more: 'More about this KPI',
    unit: 'Unit',
    timing: 'Kind',
    group: 'Group',
    level: 'Level',
    stage: 'Stage',
    roles: 'Roles',
    alsoCalled: 'Also called',
    definition: 'Accepted definition',
    opensInTab: 'opens in a new tab',
  },

  better: {
    higher: 'Higher is better',
    lower: 'Lower is better',
    'on plan': 'Best close to plan',
  } satisfies Record<Direction, string>,

  units: {
    money: 'money',
    moneyEach: 'money',
    count: 'a count',
    countPerYear: 'times per year',
    years: 'years',
    seconds: 'seconds',
    secondsEach: 'seconds each',
    hours: 'hours',
    fraction: 'percent',
    times: 'times',
    percentagePoints: 'percentage points',
    score: 'points',
    index: 'index',
    rank: 'rank',
    same: 'as the figures compared',
  } satisfies Record<Unit, string>,

  /** Behind a number of this unit; `%` is written by the number itself. */
  unitAfter: {
    years: ' years',
    seconds: ' seconds',
    secondsEach: ' seconds',
    hours: ' hours',
    percentagePoints: ' percentage points',
  } as Readonly<Partial<Record<Unit, string>>>,

  timing: {
    leading: 'leading: moves early, shows where things are going',
    lagging: 'lagging: shows what has already happened',
  } satisfies Record<Timing, string>,

  groups: {
    input: 'input: what you put in',
    output: 'output: what the work brings directly',
    impact: 'impact: what it means for the business',
  } satisfies Record<Group, string>,

  levels: {
    functional: 'functional: one team steers by it',
    operational: 'operational: day-to-day running',
    strategic: 'strategic: the goals of the whole business',
  } satisfies Record<Level, string>,

  insert: {
    title: 'Fill in',
    optional: 'optional',
    useSelection: 'Use selection',
    useSelectionFor: (field: string) => `Use selection for ${field}`,
    reading: 'Reading…',
    took: (reference: string) => `Took ${reference}`,
    how: 'Select cells in the sheet and press “Use selection”, or type a number.',
    leftOut: (value: string) => `Left empty, it counts as ${value}.`,
    leftOutFormula: 'Left empty, the formula without it is used.',
    rows: (count: string) => `${count} rows`,
    columns: (count: string) => `${count} columns`,
    answers: 'How many answers',
    total: 'One number for all rows',
    totalWhy: 'The rows are combined first, then calculated once. Ratios are never averaged.',
    totalFirst: (input: string) => `For “${input}” the first row is used.`,
    totalLast: (input: string) => `For “${input}” the last row is used.`,
    totalNever: (input: string) => `Rows of “${input}” cannot be combined.`,
    eachRow: 'One answer per row',
    eachRowWhy: 'One formula fills a cell for every row.',
    target: 'Where the answer goes',
    targetHint: 'Left empty, a free cell is proposed.',
    preview: 'Preview',
    previewWaits: 'Fill in the fields and the answer appears here.',
    previewing: 'Calculating…',
    goesTo: (target: string) => `Goes to ${target}`,
    fills: (cells: string) => `fills ${cells} cells`,
    andMore: 'and so on',
    blank: '(blank)',
    insert: 'Insert',
    inserting: 'Inserting…',
    occupied: (target: string) => `There is already something in ${target}. Replace it?`,
    replace: 'Replace',
    keep: 'Cancel',
    required: 'Select cells or type a number.',
    unreadable: 'Type cells such as J2:J1144, or a number.',
    unreadableTarget: 'Type one cell, such as L2.',
    done: (target: string) => `Inserted in ${target}`,
    another: 'Insert another',
    again: 'Use this function again',
  },

  helpPage: {
    title: 'Help',
    sections: [
      {
        title: 'KPIs by quarter',
        lines: [
          'Under “Quarter”, five short steps lead to a sheet: who and when, objective and KPIs, targets, a check, building.',
          'Type figures into the pale cells of the sheet. Status, weeks and months follow by themselves, without the panel.',
          'Blank means unknown. Too early or without figures, a KPI is not judged, and never red.',
          'Rename, move or sort the sheet as you like: the panel still finds its plan.',
          'At the end of the quarter, press “Next quarter from this one”: the old quarter is kept as values.',
        ],
      },
      {
        title: 'Where to find the functions',
        lines: [
          'Under “Functions”: choose a KPI, select cells in the sheet, press “Use selection”, then “Insert”.',
          'In a cell: type = and the name, for example CPL. Sheets shows what goes where.',
          'If another add-on has a function of the same name, write KPI("CPL"; costs; leads).',
          'For one number over many rows: KPI_TOTAL("CPL"; costs; leads).',
        ],
      },
      {
        title: 'What a cell answers',
        lines: [
          'Blank means unknown. If a figure is missing, the answer stays blank.',
          'Zero is a number. Where the formula would divide by it, the cell says why, for example “no leads”.',
          'A figure that cannot be right, such as a negative cost, is refused with a sentence. In a range, only that row is refused.',
          'Totals never average ratios: the rows are combined first, then calculated once.',
          'Numbers typed as text are read where they can mean only one thing. “1.234” can mean two, so it is refused.',
          'Whole columns such as J:J work. A header row and the empty rows at the end stay blank.',
          'Rates are kept as decimals and shown as percent: 0.25 is 25%. Their differences are percentage points.',
        ],
      },
      {
        title: 'The panel does not answer',
        lines: [
          'Usually several Google accounts are signed in to the browser. Sign out of the others, or use a private window or a browser profile with one account.',
          'Functions in cells keep working, with or without the panel.',
        ],
      },
      {
        title: 'What is stored',
        lines: [
          'For you: the language you chose and the functions you used recently.',
          'In this browser tab, until you close it: where you are in the panel and what you filled in.',
          'In the spreadsheet: the plan sheets, a log of changes, names of their areas, and what “Undo” needs. “Remove from this spreadsheet” deletes them; sheets only if you say so.',
          'In the sheet: the formulas you insert, with a number format. No figure leaves your spreadsheet.',
        ],
      },
    ],
  },
};

/** The sentences of the panel, in either language. */
export type PanelWords = typeof panelEn;
