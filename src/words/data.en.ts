/** What the add-on says about data that flows in, in English. */
export const dataEn = {
  sources: { ga4: 'Google Analytics', table: 'Tab' },
  /** «Google Analytics · Shop VN», «Tab “Facebook ads”». */
  where: (source: 'ga4' | 'table', name: string) =>
    source === 'ga4' ? `Google Analytics · ${name}` : `Tab “${name}”`,
  what: {
    rows: 'number of rows',
    only: (dimension: string, values: string) => `only ${dimension} = ${values}`,
    startsWith: (dimension: string, values: string) => `only ${dimension} beginning with ${values}`,
    split: (dimension: string) => `split by ${dimension}`,
    or: ' or ',
  },
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
      way: 'Nothing to do: it goes on by itself.',
    },
    quotaDay: {
      what: (where: string) => `${where}: Google Analytics answers no more questions today.`,
      way: 'Nothing to do: it goes on by itself tomorrow.',
    },
    quotaAtOnce: {
      what: (where: string) =>
        `${where}: too many reports of this property were asked for at the same time.`,
      way: 'Nothing to do: it goes on by itself.',
    },
    quotaSmallGroups: {
      what: (where: string) =>
        `${where}: Google Analytics answers no more questions about small groups of people this hour.`,
      way: 'Nothing to do: it goes on by itself. Fewer conditions on age, gender or interests help.',
    },
    nearQuota: {
      what: (where: string) =>
        `${where}: hardly any questions are left this hour; the rest is kept for other reports.`,
      way: 'Nothing to do: it goes on by itself.',
    },
    busy: {
      what: (where: string) => `${where}: Google Analytics is busy.`,
      way: 'Nothing to do: it is tried again by itself.',
    },
    noAnswer: {
      what: (where: string) => `${where}: no answer came.`,
      way: 'Nothing to do: it is tried again by itself.',
    },
    halfAnswer: {
      what: (where: string) => `${where}: only half an answer came; it was not used.`,
      way: 'Nothing to do: it is tried again by itself. If it stays, choose the metric again.',
    },
    otherCurrency: {
      what: (where: string, detail: string) =>
        `${where}: the currency is another one now${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the property again on the data page, and fill in the exchange rate.',
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
        `${where}: some cells could not be read${detail ? `: ${detail}` : ''}.`,
      way: 'Correct these cells; until then the days from there on stay blank.',
    },
    sheetGone: {
      what: (where: string, detail: string) =>
        `${where}: ${detail || 'a part of the plan’s sheet or of the data sheet'} is missing or protected.`,
      way: 'Open the plan and choose “Rebuild what is missing”, or ask the owner for the right to edit.',
    },
    tooMuch: {
      what: (where: string) => `${where}: the spreadsheet is full: Google allows 10 million cells.`,
      way: 'Delete sheets you no longer need, or choose a split with fewer values.',
    },
  },
  since: (when: string) => `Since ${when}.`,
  again: (when: string) => `Tried again at ${when}.`,
  trust: {
    sampled: (percent: string) => `based on ${percent} of the data`,
    thresholded: 'small groups left out by Google',
    otherRow: 'rare values put together as “(other)”',
  },
  doing: {
    reading: (name: string) => `Looking at “${name}”…`,
    asking: (where: string, day: string) => `Fetching ${where} up to ${day}…`,
  },
  said: {
    through: (name: string, where: string, day: string) =>
      `${name}: ${where} is there up to ${day}.`,
    nothingFlows: 'Nothing flows in yet. Connect Google Analytics or a table first.',
    notYet: (name: string, where: string) =>
      `${name}: ${where} has no day of this quarter that is over yet.`,
    closed: (name: string) => `“${name}” is closed, so its numbers stay as they are.`,
  },
  otherRun:
    'Somebody else, or the clock, is fetching data in this spreadsheet right now. Wait a minute, then look again.',
  notFound: (title: string, field: string) =>
    `${title}: the property does not know “${field}”. Choose another one.`,
  notTogether: (title: string, field: string) =>
    `${title}: “${field}” cannot be combined with what else is asked. Choose another metric, condition or split.`,
  mayNotSee: (title: string, field: string) =>
    `${title}: you may not see “${field}” in this property. Ask its administrator for access.`,
  notReached: (sentence: string, way: string) => `Not saved. ${sentence} ${way}`,
  rateNote: (currency: string, own: string) =>
    `The source counts in ${currency}. Fill in the rate (1 ${currency} = ? ${own}) in the block “Data that flows in” on the sheet; until then money stays blank.`,
  clocksFull:
    'Google allows 20 timed updates per person, and you have used them all. Switch one off in another spreadsheet, then try again.',
  log: {
    who: 'updated by itself',
    fetched: (where: string) => `data from ${where}`,
    through: (day: string) => `up to ${day}`,
    healed: (where: string) => `${where} works again`,
    restated: (title: string, day: string, before: string, now: string, others: number) =>
      others === 0
        ? `${title}, ${day}: reported ${before}, now ${now}`
        : `${title}, ${day}: reported ${before}, now ${now}, and ${others} other ${others === 1 ? 'day' : 'days'}`,
    restatedMore: (inputs: number) => `${inputs} further inputs were restated as well`,
    foreign: (rows: number) =>
      `${rows} ${rows === 1 ? 'row' : 'rows'} in the data sheet that somebody had written there made way`,
  },
  mail: {
    subject: 'Marketing KPIs: some data needs you',
    begin: 'Some numbers could not be fetched:',
    end: 'You get this at most once a day. You can switch it off on the data page of the panel.',
    sign: 'The timed update of your marketing KPIs has lost its permission. Open the spreadsheet, then the panel, and allow access again.',
  },
  moment: (day: string, time: string) => `${time}, ${day}`,
};
