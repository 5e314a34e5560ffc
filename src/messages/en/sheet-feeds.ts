/** What a plan's sheet says about data that flows in, in English. */
export const sheetFeedsEn = {
  // The block «data that flows in»
  feeds: 'Data that flows in',
  feedsHint:
    'Each refresh writes these cells. Blank weeks have no data yet; a week not covered to its end shows what there is so far.',
  feedInput: 'Input',
  feedWhere: 'Source',
  feedWhat: 'What counts',
  feedFrom: 'Covered from',
  feedThrough: 'Covered to',
  feedSettled: 'Settled to',
  feedUpdated: 'Updated',
  feedTrust: 'Keep in mind',
  feedNotes: {
    from: 'From this day to the one beside it, a day without a number is 0. All other days are unknown.',
    through: 'Up to the end of this day everything is in.',
    settled: 'Days after this one are provisional: the source may still change them.',
    updated: 'When the data was fetched, in the spreadsheet’s time zone.',
  },
  rate: '1 {from} = ? {to}',
  rateNote:
    'One rate for the whole quarter. While it is blank, amounts in {from} are left blank: without a rate they would be wrong.',
  rateHelp: 'Enter a number above 0.',
  rateMissing: '⚠ exchange rate {from} missing',
  knownFrom: '⚠ known only from {day}',
  daysTypedOver: '⚠ days typed over: refresh',

  // Where a number comes from, and what counts
  flowsIn: '⟳ {where}',
  alsoTyped: '{where} · some typed by hand',
  only: 'only {tests}',
  is: '{dimension} = {values}',
  startsWith: '{dimension} begins with {values}',
  or: ' or ',
  and: ' and ',
  splitBy: 'told apart by {dimension}',
  flowNote: 'Flows in: {where}, {what}.',

  // The line under the title
  liveProvisional:
    'week {week}/{weeks} {bar} · data settled up to {day}, provisional days after it: {n}',
  liveAllProvisional: 'week {week}/{weeks} {bar} · days of data: {n}, all provisional',
  liveStale: ' · ▲ data that flows in is {n} days behind',
  liveMissing: ' · ▲ days missing at the quarter’s end: {n}',
  liveWaiting: ' · ▲ some data has not flowed in yet',
  provisional: 'provisional days: {n}',

  // The block «by segment»
  split: 'By {what}',
  splitBySegment: 'By segment',
  splitHint:
    'The largest ones by name, then everything else. Totals first, then one division: the last row is the scorecard’s number.',
  splitHead: 'Segment',
  splitThrough: 'Data up to',
  splitRest: 'Everything else',
  splitTotal: 'Total',
};

export type SheetFeedsWords = typeof sheetFeedsEn;
