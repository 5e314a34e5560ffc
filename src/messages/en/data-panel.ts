/** What the panel says about data that flows in, in English. `data-panel.vi.ts` has the same keys. */
export const dataPanelEn = {
  home: {
    entry: 'Data',
    typed: 'Data: typed by hand. Connect a source',
    fresh: (line: string) => `Data: ${line}`,
    stale: (line: string) => `Data is out of date: ${line}`,
    through: (day: string) => `through ${day}`,
    throughAt: (day: string, where: string) => `through ${day} (${where})`,
    provisional: (days: number) => (days === 1 ? '1 day provisional' : `${days} days provisional`),
    updated: (when: string) => `updated ${when}`,
    never: 'nothing has come yet',
    others: (where: string, count: number) =>
      count === 1 ? `${where} and one more source` : `${where} and ${count} more sources`,
    more: (count: number) => (count === 1 ? 'one more source' : `${count} more sources`),
  },

  page: {
    title: 'Data',
    back: 'Data',
    opening: 'Looking at the data…',
    retry: 'Try again',
    none: 'All numbers of this plan are typed by hand. Connect a source and they come by themselves.',
    notOpen:
      'Data flows only into plans whose quarter is open and whose layout is up to date. The plan’s page says what to do.',
    inputs: 'Numbers of this plan',
    typed: 'typed by hand',
    through: (from: string, through: string) => `${from} – ${through}`,
    notYet: 'nothing has come yet',
    typedOver:
      'Days of it under “Data that flows in” on the sheet were typed over, so its numbers are not used. Press “Refresh now”: it writes them again.',
    failed: 'Did not come, see above.',
    waits: (until: string) => `It can be tried again from ${until}.`,
    staleWay:
      'Choose “Refresh now”. If the source that is behind is a table, paste its new rows first.',
    change: 'Choose what flows in',
    look: 'View',
    sources: 'Connected sources',
    feeding: (count: number) => (count === 1 ? '1 number' : `${count} numbers`),
    disconnect: 'Disconnect',
    disconnectSure: (name: string) =>
      `Disconnect “${name}”? Its numbers leave the sheet and are typed by hand again; what you typed there before comes back.`,
    disconnecting: 'Disconnecting…',
    disconnected: (name: string) => `“${name}” is disconnected.`,
    yes: 'Yes, disconnect',
    no: 'Cancel',
    more: 'More about the data',
    log: 'What happened last',
    logNone: 'Nothing has happened yet.',
    openSheet: 'Open the sheet',
  },

  cost: 'Google Analytics does not know what Facebook, TikTok or Zalo cost. Connect a table of costs, or type them.',
  rate: (name: string, from: string, to: string, label: string, block: string) =>
    `“${name}” counts money in ${from}, the plan in ${to}. Type the rate beside “${label}” in the block “${block}” on the plan’s sheet. Until then this money stays blank.`,

  refresh: {
    now: 'Refresh now',
    working: 'Refreshing…',
    leave:
      'You can go on working. If you close the panel it stops after the step it is on; what has come stays.',
    stop: 'Stop here',
    stopped: 'Stopped. What has come stays; the rest comes with the next refresh.',
    again: 'Fetch the whole quarter again',
    againWhy: 'Asks for every day anew, for when the source corrected old numbers.',
    long: 'This takes longer than usual. What has come stays; refresh again to go on.',
    saved: 'Saved. Refresh now to see the numbers.',
  },

  missing: {
    title: 'Permissions that are missing',
    allow: 'Allow it in Google’s window',
    after: 'Then reload this page.',
    reload: 'Reload the page, open the panel again and allow it in Google’s window.',
  },

  schedule: {
    title: 'Automatic refresh',
    off: 'Not scheduled: data comes only when you refresh.',
    every: 'How often',
    ways: { none: 'only when I refresh', hour: 'every hour', day: 'every day', week: 'every week' },
    hour: 'At',
    weekday: 'On',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    zone: (zone: string) => `Time of this spreadsheet (${zone}). It may run up to an hour later.`,
    mail: 'E-mail me when something new needs me',
    save: 'Save the schedule',
    saving: 'Saving…',
    saved: 'The schedule is saved.',
    last: (when: string) => `Last looked ${when}.`,
    next: (when: string) => `Next time ${when}.`,
    noClock:
      'Scheduled, but nothing has run lately: the timer was deleted or has lost its permission. Save the schedule to start it again.',
  },

  quota: {
    title: 'What Google Analytics allows',
    why: 'Google limits how much can be asked for. A refresh stops before the limit; the next one goes on.',
    hour: (share: string) => `${share} left this hour`,
    day: (share: string) => `${share} left today`,
    low: 'Little is left: the next refresh may wait.',
  },

  connect: {
    connect: 'Connect',
    connecting: 'Connecting…',
    search: 'Search',
    go: 'Search',
    more: 'Show more',
    connected: 'connected',
    use: 'Choose what flows in',
  },

  tabs: {
    which: 'Table',
    choose: 'Choose a tab',
    opening: 'Looking for tables…',
    none: 'No tab of this spreadsheet holds a table. Import an export (File, Import) or paste it into a tab of its own, with its header row.',
    rows: (count: string) => `${count} rows`,
    day: 'Column with the day',
    lastDay: 'Column with the last day',
    lastDayNone: 'none: each row is one day',
    order: 'Date order',
    orders: {
      dayFirst: 'day/month/year',
      monthFirst: 'month/day/year',
      yearFirst: 'year-month-day',
    },
    before: 'Days of the quarter before the first row',
    befores: { unknown: 'not known', nothing: 'nothing happened (count as 0)' },
    orderHint: 'Matters only where dates stand as text.',
    currency: 'Currency',
    decimal: 'What 1.500 means in a text',
    decimals: {
      '': 'as its column shows',
      ',': '1500: the dot parts thousands',
      '.': '1.5: the dot parts decimals',
    },
    sums: 'Rows that may be the total of others',
    sumsWays: {
      '': 'ask me where it is not sure',
      leave: 'leave them out',
      count: 'count them: they are no totals',
    },
    dayMissing: 'Choose the column that says which day a row is about.',
    tableMissing: 'Choose the tab with the table.',
    sample: 'Its first rows',
    doubts: {
      noDay: 'No column with days was found. Choose it.',
      day: (columns: string) => `Other columns hold days too: ${columns}.`,
      periods: (column: string) =>
        `By “${column}” a row is more than a day. Export the table by day, so that each week gets its own.`,
      order: (column: string) =>
        `“${column}” can be read in two ways: is 3/4 in March or in April? Look at the date order.`,
      currency: (currencies: string) =>
        `The table speaks of several currencies: ${currencies}. One table can hold only one.`,
      column: (columns: string) => `Other columns that could be meant: ${columns}.`,
      inputs: (column: string, inputs: string) => `“${column}” could also be meant for: ${inputs}.`,
      near: (column: string, input: string) =>
        `“${column}” comes near to “${input}”. Look whether it means the same.`,
      kinds: (column: string, kinds: string) =>
        kinds === ''
          ? `“${column}” counts whatever each campaign was after: leads, reach, messages. Export it with its type, or look whether all of them count the same.`
          : `“${column}” counts different things: ${kinds}. Add a condition, so that only yours count.`,
      values: (column: string) =>
        `Only some values of “${column}” are counted. See whether these are yours.`,
    },
    use: 'Choose what flows in',
    preview: 'What the table gives',
    reading: 'Reading the table…',
    covers: (rows: string, from: string, through: string) =>
      `${rows} rows, days ${from} – ${through}`,
    coversNone: 'No row has a day of this quarter.',
    total: (total: string, through: string) => `In this quarter so far: ${total}, up to ${through}`,
    totalNone: 'Nothing of it is known in this quarter yet.',
    leftOut: (rows: string) => `Rows of totals left out: ${rows}.`,
    problems: 'What could not be read',
  },

  map: {
    title: 'What flows in',
    why: 'For each number of the plan: typed by hand, or taken from a connected source.',
    from: 'Comes from',
    typed: 'typed by hand',
    edit: 'Change what is taken',
    editOf: (title: string) => `Change what is taken for ${title}`,
    choose: 'Choose what is to be taken.',
    asks: (field: string) => `Choose what counts: “${field}”.`,
    metric: 'Number',
    column: 'Column',
    countRows: 'count the rows',
    metricChoose: 'Choose a number',
    filter: 'Search the list',
    test: (at: number) => `Condition ${at}`,
    dimension: 'What is looked at',
    dimensionChoose: 'Choose what is looked at',
    how: 'How',
    ways: { is: 'is one of', startsWith: 'begins with' },
    values: 'Values',
    valuesLooking: 'Looking for what there is…',
    valuesNone: 'Nothing found in the last 90 days. Type the value.',
    valueAdd: 'Type another value',
    add: 'Add',
    remove: 'Remove this condition',
    removeOf: (what: string) => `Remove this condition: ${what}`,
    addTest: 'Add a condition',
    testEmpty: 'Choose at least one value, or remove the condition.',
    split: 'Tell apart by',
    splitNone: 'do not tell apart',
    whole: {
      week: 'Taken for each week as a whole, never added up.',
      month: 'Taken for each month as a whole, never added up.',
      quarter: 'Taken for the quarter as a whole, never added up.',
    },
    taken: (metric: string) => `Takes ${metric}`,
    rowsTaken: 'Counts the rows',
    only: (conditions: string) => `only where ${conditions}`,
    is: (field: string, values: string) => `${field} is ${values}`,
    startsWith: (field: string, values: string) => `${field} begins with ${values}`,
    and: ' and ',
    or: ' or ',
    splitBy: (field: string) => `told apart by ${field}`,
    quote: (text: string) => `“${text}”`,
    another: 'Add a source',
    save: 'Save',
    saving: 'Checking and saving…',
    saved: 'Saved.',
    unsaved: (name: string) => `Not saved: what flows into ${name}`,
    unfinished: 'Something is still to be chosen. Look at the marked numbers.',
  },
};

/** The sentences around data that flows in, in either language. */
export type DataPanelWords = typeof dataPanelEn;
