/** What a plan's sheet says about data that flows in, in English. */
export const sheetFeedsEn = {
  // The block «data that flows in»
  feeds: 'Data that flows in',
  feedsHint:
    'Each refresh writes these cells. Blank weeks have no data yet; weeks after the last covered day show what there is so far.',
  feedInput: 'Input',
  feedWhere: 'From',
  feedWhat: 'What counts',
  feedFrom: 'Covered from',
  feedThrough: 'Covered to',
  feedSettled: 'Settled to',
  feedUpdated: 'Updated',
  feedTrust: 'Keep in mind',
  feedNotes: {
    from: 'From this day on, a day without a number is 0. What is before it is unknown.',
    through: 'Up to the end of this day everything is in.',
    settled: 'Days after this one are provisional: the source may still change them.',
    updated: 'When the data was fetched, in the spreadsheet’s time zone.',
  },
  rate: '1 {from} = ? {to}',
  rateNote:
    'One rate for the whole quarter. While it is blank, amounts in {from} are left blank: without a rate they would be wrong.',
  rateHelp: 'Enter a number above 0.',
  rateMissing: '⚠ exchange rate {from} missing',

  // Where a number comes from, and what counts
  property: 'Google Analytics · {name}',
  table: 'Tab “{name}”',
  flowsIn: '⟳ {where}',
  alsoTyped: '{where} · some typed by hand',
  column: 'column “{name}”',
  countRows: 'number of rows',
  only: 'only {tests}',
  is: '{dimension} = {values}',
  startsWith: '{dimension} begins with {values}',
  or: ' or ',
  and: ' and ',
  splitBy: 'told apart by {dimension}',
  flowNote: 'Flows in: {where}, {what}.',

  // The line under the title
  liveProvisional:
    'week {week}/{weeks} {bar} · data settled up to {day}, the {n} days after it are provisional',
  liveAllProvisional: 'week {week}/{weeks} {bar} · {n} days of data, all provisional',
  liveStale: ' · ▲ data that flows in is {n} days behind',
  liveMissing: ' · ▲ the last {n} days of the quarter have not flowed in',
  liveWaiting: ' · ▲ some data has not flowed in yet',
  provisional: 'provisional days: {n}',

  // The block «by segment»
  split: 'By {what}',
  splitBySegment: 'By segment',
  /** Dimensions of Google Analytics that people know by another name. */
  dimensions: {
    sessionDefaultChannelGroup: 'channel group',
    sessionCampaignName: 'campaign',
    sessionSourceMedium: 'source / medium',
    sessionSource: 'source',
    landingPage: 'landing page',
    deviceCategory: 'device',
  },
  splitHint:
    'The largest ones by name, then everything else. Totals first, then one division: the last row is the scorecard’s number.',
  splitHead: 'Segment',
  splitThrough: 'Data up to',
  splitRest: 'Everything else',
  splitTotal: 'Total',
};

export type SheetFeedsWords = typeof sheetFeedsEn;
