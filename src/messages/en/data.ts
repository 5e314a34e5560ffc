/** What the add-on says about data that flows in, in English. */
export const dataEn = {
  sources: { ga4: 'Google Analytics', table: 'Tab' },
  /** What failed, and what to do about it. `where` is the property or tab; `detail` what it is about. */
  troubles: {
    noPermission: {
      what: (where: string) => `${where}: you may not read this property.`,
      way: 'Ask its administrator for the Viewer role, or choose another property.',
    },
    signedOut: {
      what: (where: string) => `${where}: Google no longer accepts your sign-in.`,
      way: 'Reload the page, open the panel and allow access again. With several Google accounts, stay signed in only with the one that may read the property.',
    },
    apiOff: {
      what: (where: string) => `${where}: the Google Analytics API is switched off.`,
      way: 'Ask whoever installed the add-on to switch on “Google Analytics Data API” in the Google Cloud project.',
    },
    propertyGone: {
      what: (where: string) => `${where}: the property does not exist any more.`,
      way: 'Choose another property for these inputs, or type them by hand.',
    },
    badField: {
      what: (where: string, detail: string) =>
        `${where}: Google Analytics does not know${detail ? ` “${detail}”` : ' one of the fields'}.`,
      way: 'Choose another metric or condition for the input.',
    },
    mixedFields: {
      what: (where: string, detail: string) =>
        `${where}: ${detail ? `“${detail}”` : 'one of the fields'} cannot be combined with the others.`,
      way: 'Choose another metric, condition or split for the input.',
    },
    quotaHour: {
      what: (where: string) => `${where}: Google Analytics answers no more questions this hour.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaDay: {
      what: (where: string) => `${where}: Google Analytics answers no more questions today.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaAtOnce: {
      what: (where: string) =>
        `${where}: too many reports of this property were asked for at the same time.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    quotaSmallGroups: {
      what: (where: string) =>
        `${where}: Google Analytics answers no more questions about small groups of people this hour.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves. Fewer conditions on age, gender or interests help.',
    },
    nearQuota: {
      what: (where: string) =>
        `${where}: hardly any questions are left this hour; the rest is kept for other reports.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    busy: {
      what: (where: string) => `${where}: Google Analytics is busy.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    noAnswer: {
      what: (where: string) => `${where}: no answer came.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves.',
    },
    halfAnswer: {
      what: (where: string) => `${where}: only half an answer came; it was not used.`,
      way: 'Try again later. If a schedule is set, the numbers come by themselves. If it stays, choose the metric again.',
    },
    otherCurrency: {
      what: (where: string, detail: string) =>
        `${where}: the currency is another one now${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the property again on the data page, and type the exchange rate on the sheet.',
    },
    otherZone: {
      what: (where: string, detail: string) =>
        `${where}: the time zone is another one now${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the property again on the data page; the quarter is then fetched anew.',
    },
    blockedMetric: {
      what: (where: string, detail: string) =>
        `${where}: you may not see ${detail ? `“${detail}”` : 'some of the metrics'}.`,
      way: 'Ask the administrator of the property for access to cost and revenue data.',
    },
    tableGone: {
      what: (where: string) => `${where}: the tab or the table on it is gone.`,
      way: 'Choose the tab again on the data page.',
    },
    columnGone: {
      what: (where: string, detail: string) => `${where}: there is no column “${detail}” any more.`,
      way: 'Give the column its header back, or choose another one on the data page.',
    },
    noDays: {
      what: (where: string, detail: string) =>
        `${where}: no day of this quarter was found${detail ? ` in “${detail}”` : ''}.`,
      way: 'Check the column with the days, and in which order they are written.',
    },
    notNumbers: {
      what: (where: string, detail: string) =>
        `${where}: some cells could not be read${detail ? ` (${detail})` : ''}.`,
      way: 'Correct these cells; until then the days from there on stay blank.',
    },
    sheetGone: {
      what: (where: string, detail: string) =>
        `${where}: ${detail || 'a part of the plan’s sheet or of the data sheet'} is missing or protected.`,
      way: 'Open the plan and choose “Build what is missing”, or ask the owner for the right to edit.',
    },
    tooMuch: {
      what: (where: string) => `${where}: the spreadsheet is full. Google allows 10 million cells.`,
      way: 'Delete sheets you no longer need, or choose a split with fewer values.',
    },
  },
  since: (when: string) => `Since ${when}.`,
  again: (when: string) => `It can be tried again from ${when}.`,
  trust: {
    sampled: (percent: string) => `based on ${percent} of the data`,
    thresholded: 'small groups left out by Google',
    otherRow: 'rare values put together as “(other)”',
  },
  doing: {
    reading: (name: string) => `Fetching data for “${name}”…`,
    asking: (where: string, day: string) => `Fetching ${where}: there up to ${day}…`,
  },
  said: {
    through: (name: string, where: string, day: string) => `${name}: ${where} is in up to ${day}.`,
    nothingFlows: 'Nothing flows in yet. Connect Google Analytics or a table first.',
    notYet: (name: string, where: string) =>
      `${name}: ${where} has nothing of this quarter yet. A day’s numbers come once the day is over.`,
    closed: (name: string) => `“${name}” is closed, so its numbers stay as they are.`,
  },
  otherRun:
    'Somebody else, or the clock, is fetching data in this spreadsheet right now. Wait a minute, then look again.',
  notFound: (title: string, field: string) =>
    `${title}: the property does not know “${field}”. Choose another metric or condition.`,
  notTogether: (title: string, field: string) =>
    `${title}: “${field}” cannot be combined with what else is asked. Choose another metric, condition or split.`,
  mayNotSee: (title: string, field: string) =>
    `${title}: you may not see “${field}” in this property. Ask its administrator for access.`,
  ofEarlierTime: (title: string) =>
    `${title}: this is a number of an earlier period, and Google Analytics brings those of this quarter. Type it by hand.`,
  notReached: (sentence: string, way: string) => `Not saved. ${sentence} ${way}`,
  rateNote: (currency: string, own: string) =>
    `The source counts in ${currency}. Type the rate (1 ${currency} = ? ${own}) in the block “Data that flows in” on the sheet. Until then this money stays blank.`,
  clocksFull:
    'Google allows 20 timed updates per person, and you have used them all. Switch one off in another spreadsheet, then try again.',
  log: {
    who: 'data refresh',
    fetched: (where: string) => `data from ${where}`,
    through: (day: string) => `up to ${day}`,
    healed: (where: string) => `${where} works again`,
    restated: (title: string, day: string, before: string, now: string, others: number) =>
      others === 0
        ? `${title}, ${day}: reported ${before}, now ${now}`
        : `${title}, ${day}: reported ${before}, now ${now}, and ${others} other ${others === 1 ? 'day' : 'days'}`,
    restatedMore: (inputs: number) => `${inputs} further inputs changed as well`,
    foreign: (rows: number) =>
      `replaced ${rows} ${rows === 1 ? 'row' : 'rows'} that somebody had written into the data sheet`,
  },
  mail: {
    subject: (file: string) => `Marketing KPIs: data in “${file}” needs you`,
    begin: 'Some numbers could not be fetched:',
    end: 'You get this at most once a day. You can switch it off on the data page of the panel.',
    sign: 'The timed update of your marketing KPIs has lost its permission. Open the spreadsheet, then the panel, and allow access again.',
  },
  moment: (day: string, time: string) => `${time}, ${day}`,
};
