/** What the add-on answers about plans, and what it writes into the log, in English. */
export const planAnswersEn = {
  stillThere: (sheet: string) =>
    `The sheet “${sheet}” still holds this plan. Delete the sheet first, then take the plan off the list.`,
  stillRunning: (name: string) =>
    `The quarter of “${name}” is not over yet. Close it after its last day, when all numbers are in.`,
  staysOpen: (name: string) =>
    `“${name}” still runs, so it stays open. Close it from its own page once all its numbers are in.`,
  notClosed: (name: string, why: string) => `“${name}” was not closed and stays open. ${why}`,
  /** A cell that is about to be kept or copied. */
  stillComputing: (place: string, shows: string) =>
    `Google is still computing cell ${place} (it shows “${shows}”). Open the sheet, wait until the cell shows a value, then do this again.`,
  hasNoAnswer: (place: string, shows: string) =>
    `Cell ${place} shows ${shows} instead of a value. Put its formula right or clear the cell, then do this again; “Repair” brings formulas of the add-on back.`,
  /** In the place of a status. */
  statusComputing: '○ Google is still computing',
  statusNoAnswer: (shows: string) => `○ no result (${shows})`,
  viewComputing:
    'Google is still computing parts of this sheet. Its numbers are shown here once they are there: open the plan again in a moment.',
  viewNotEnabled:
    'The add-on’s functions do not run in this spreadsheet yet, so cells show #NAME?. Choose “Use in this spreadsheet” in the Marketing KPIs menu, or “Make portable” under “More options”.',
  viewNoAnswer: (place: string, shows: string) =>
    `Cell ${place} shows ${shows} instead of a value; what is computed from it is not judged.`,
  undoClose: (name: string) => `closing “${name}”`,
  undidClose: (name: string) => `“${name}” is open again.`,
  noSuchPlan:
    'This plan is no longer in the spreadsheet. Close the panel and open it again to see the plans there are.',
  mayNotAdd:
    'You can only read this spreadsheet. Ask its owner for the right to edit, then try again.',
  mayNotChange: (sheet: string) =>
    `Part of “${sheet}” is protected, and you may not edit it. Ask the owner of the spreadsheet for the right to edit, then try again.`,
  cellRefuses: (place: string) =>
    `Cell ${place || 'of this sheet'} does not take the value, because somebody set a data validation rule on it that rejects others. Remove the rule (Data > Data validation) or have it show a warning only, then do this again.`,
  noRoom:
    'This spreadsheet is nearly full: Google allows 10 million cells. Delete sheets you no longer need, or start in a new spreadsheet.',
  tooManySheets:
    'This spreadsheet has as many sheets as Google allows (200). Delete sheets you no longer need, or start in a new spreadsheet.',
  changedMeanwhile: (name: string) =>
    `“${name}” has changed since you opened it, on the sheet or in another panel. Nothing was overwritten. Open the plan again and make your change there.`,
  newer: (name: string) =>
    `“${name}” was built by a newer version of the add-on. You can view it here; to change it, reload the page so that you get that version too.`,
  frozen: (name: string) =>
    `“${name}” is closed: its numbers stay as they are. Change the next quarter instead, or undo the closing.`,
  closedGone: (name: string) =>
    `“${name}” is closed, and its numbers stood on the sheet that is gone. They are not computed anew: get the sheet back under File, Version history, or take the plan off the list.`,
  closedLost: (name: string, missing: string) =>
    `“${name}” stays closed. Not found on its sheet any more: ${missing}. These numbers are not computed anew; an earlier version of the sheet is under File, Version history.`,
  older: (name: string) =>
    `“${name}” was built by an older version of the add-on. Press “Bring it up to date” first; the old sheet stays until the new one is finished.`,
  broken: (name: string, missing: string) =>
    `“${name}” cannot be changed because something is missing: ${missing}. Press “Build what is missing”; what you typed is kept.`,
  cutOff:
    'That was cut off. Your own cells are untouched. Do the same again: the rest is finished, nothing is done twice.',
  /** Why Google refuses, where doing the same again does not help. */
  lasting: {
    notesFull:
      'The 500 kB in which Google lets an add-on keep its notes with a spreadsheet are used up, so this cannot be done. What you typed is untouched. Press “Make room”, then do it again. Where that is not enough, go on in a new spreadsheet.',
    settingsFull:
      'The 500 kB in which Google lets an add-on keep your own settings and keys are used up, so this cannot be done. Disconnect accounts that you no longer read, here or in other spreadsheets, then do it again.',
    protectedCell:
      'A cell that has to be written is protected, and you may not edit it. Ask the owner of the spreadsheet to let you edit it, then do it again: what was done already is not done twice.',
    readOnly:
      'Google says that you may not edit this spreadsheet. Ask its owner for the right to edit, then do it again.',
    tooManyCells:
      'The spreadsheet has reached the 10 million cells that Google allows. Delete sheets you no longer need, then do it again.',
    validatedCell:
      'A cell that has to be written takes certain values only (Data, Data validation), and Google refuses ours. Take the rule off the cell or let it only warn, then do it again.',
    callsOfDay:
      'Your Google account has used up what add-ons and scripts may do in a day. It works again within 24 hours. What you typed is untouched.',
    timeOfDay:
      'Your Google account has used up the time that timed runs of add-ons and scripts get in a day. They go on within 24 hours.',
    notAllowed:
      'The add-on lacks a permission for this. Reload the page, open the panel and tick every box in Google’s window, then do it again.',
  },
  /** What was taken away to make room, by its size. */
  madeRoom: (kilobytes: string) =>
    `${kilobytes} kB are free again. The last step can no longer be undone; sheets and numbers are as they were. Now do it again.`,
  noRoomMade:
    'There is nothing left that could be cleared. Sheets and numbers are as they were. Go on in a new spreadsheet, or take plans you no longer need off the list.',
  otherQuarter: (name: string) =>
    `“${name}” cannot be moved to another quarter. Make the next quarter from it instead.`,
  /** Titles of tabs. */
  weeksTyped: (name: string) =>
    `“${name}” already holds numbers typed week by week, so its weeks stay as they are this quarter. Choose another first day when you create the next quarter.`,
  kept: (title: string) => `${title} (before)`,
  undone: (title: string) => `${title} (undone)`,
  leftover: 'KPI leftover',
  unnamed: 'KPI',
  sharedTitle: { data: 'KPI · Data', log: 'KPI · Log' },
  sharedColumns: {
    from: 'From',
    to: 'To',
    source: 'Source',
    account: 'Account',
    input: 'Input',
    segment: 'Segment',
    value: 'Value',
    freshness: 'Updated at',
    when: 'When',
    key: 'Key',
    who: 'Who',
    plan: 'Plan',
    kpi: 'KPI',
    what: 'What',
    before: 'Before',
    after: 'After',
  },
  /** Parts of a plan's sheet, as a person knows them. */
  parts: {
    sheet: 'the sheet',
    card: 'the plan’s details',
    score: 'the scorecard',
    action: '“To do”',
    input: 'the input table',
    month: 'the months',
    split: 'the table by segment',
    feeds: '“Data that flows in”',
    method: '“How it is counted”',
    points: 'the scores',
    calc: 'hidden calculations',
    unfinished: 'the end of a rebuild that was cut off',
  },
  /** What is wrong with a plan's sheet, in one sentence; `what` is one of those below. */
  damage: {
    sentence: (sheet: string, what: string, more: number) =>
      `On “${sheet}”, ${what}${more > 0 ? ` (and in ${more} more ${more === 1 ? 'place' : 'places'})` : ''}. What depends on it is not judged until you press “Repair the sheet”; what you typed is kept.`,
    gone: (part: string) => `${part} is missing`,
    rowsMissing: (part: string, rows: string) => `rows are missing from ${part}: ${rows}`,
    rowsTwice: (part: string, rows: string) => `rows stand twice in ${part}: ${rows}`,
    columnsMissing: (part: string, columns: string) =>
      `columns are missing from ${part}: ${columns}`,
    overwritten: (part: string, column: string, rows: string) =>
      `formulas in ${part} were typed over: ${column}, ${rows}`,
    days: (part: string, rows: string) => `days of weeks in ${part} were changed: ${rows}`,
    order: (part: string) => `rows of ${part} were moved away from their heads`,
    altered: (part: string) => `formulas in ${part} were changed`,
  },
  steps: {
    check: 'Checking the spreadsheet…',
    arrange: 'Laying out the sheet…',
    draw: 'Writing the sheet…',
    stand: 'Putting it in place…',
    finish: 'Noting it in the log…',
  },
  nameTaken: (title: string) =>
    `Another sheet already has this name, so the new one is called “${title}”.`,
  /** Why a number of last quarter's sheet is not taken for this plan's KPI. */
  leftOut: {
    currency: (currency: string) =>
      `Last quarter’s sheet has it in ${currency}, so it is not taken over. Enter it in this plan’s currency.`,
    onRevenue:
      'Last quarter counted revenue, this plan counts gross profit, so the number is not taken over. Enter it on gross profit.',
    onProfit:
      'Last quarter counted gross profit, this plan counts revenue, so the number is not taken over. Enter it on revenue.',
    formula:
      'Last quarter’s KPI of this name was counted differently, so its number is not taken over.',
    filters: 'Last quarter counted other rows or another metric, so the number is not taken over.',
    unfinished: (day: string) =>
      `Last quarter’s sheet has data up to ${day} only, so its number is not taken over. Fill in the rest there, or enter the number here.`,
    noEnd:
      'Last quarter’s sheet does not say up to which day its number goes, so it is not taken over.',
  },
  countsOnly: (what: string) => `As last quarter counted it: ${what}.`,
  oldKept: (title: string) => `The earlier sheet is kept, hidden, as “${title}”.`,
  leftOn: (count: number, cells: string, title: string) =>
    `${count === 1 ? 'One cell has' : `${count} cells have`} no place on the new sheet and ${count === 1 ? 'stays' : 'stay'} on “${title}”: ${cells}.`,
  andMore: (count: number) => `and ${count} more`,
  replaced: (count: number, cells: string) =>
    `Formulas stand again in ${count === 1 ? 'one cell' : `${count} cells`} where values had been typed over them: ${cells}.`,
  keptForUndo: (title: string) => `“${title}” stays: “Undo” goes back to it.`,
  keptHolds: (title: string, count: number, cells: string) =>
    `“${title}” stays: ${count === 1 ? 'one cell stands' : `${count} cells stand`} nowhere else: ${cells}. Copy what you need, then delete the sheet yourself.`,
  keptTouched: (title: string) =>
    `“${title}” stays: somebody has typed on it since. Delete it yourself once you no longer need it.`,
  keptOlder: (title: string) =>
    `“${title}” stays: it was laid out in another way, so the two cannot be compared cell by cell. Delete it yourself once you no longer need it.`,
  keptUnknown: (title: string) =>
    `“${title}” stays: its plan is gone, so nothing can be compared with it. Delete it yourself once you no longer need it.`,
  cleared: (count: number) =>
    count === 0
      ? 'No earlier sheet was deleted.'
      : `${count === 1 ? 'One earlier sheet was' : `${count} earlier sheets were`} deleted.`,
  stoodAlready: 'The sheet was already there; nothing was built twice.',
  standsBroken: (missing: string) =>
    `The sheet is there already, but something is missing: ${missing}. Press “Build what is missing”.`,
  sample: 'The sheet is filled with made-up numbers.',
  /** What the log says happened. */
  notDone: (what: string) => `could not be done: ${what}`,
  did: {
    built: 'sheet built',
    rebuilt: 'sheet rebuilt',
    left: 'no place on the new sheet',
    replaced: 'formulas written again over values',
    adopted: 'copy made a plan of its own',
    closed: 'closed',
    portable: 'functions made native formulas',
    ours: 'native formulas made functions again',
    undone: 'undone',
    agreed: 'agreed',
    added: 'KPI added',
    dropped: 'KPI removed',
    plan: 'plan',
  },
  fields: {
    name: 'name',
    role: 'role',
    objective: 'objective',
    language: 'language of the sheet',
    business: 'kind of business',
    stage: 'stage of the business',
    sales: 'sales or revenue',
    currency: 'currency',
    firstMonth: 'first month of the financial year',
    weekStart: 'first day of the week',
    scores: 'scores',
    own: 'own KPIs',
    ignored: 'ignored remarks',
    agreed: 'agreed',
    feeds: 'numbers that flow in',
    accounts: 'where numbers come from',
    baseline: 'last quarter',
    target: 'target',
    lastYear: 'same quarter last year',
    owner: 'owner',
    weight: 'weight',
    goal: 'on track or near from',
    flag: 'off track below',
    cadence: 'how often it is measured',
    definition: 'what counts',
    source: 'data source',
    margin: 'gross margin',
    quarter: 'quarter',
    after: 'plan before it',
  },
  nobody: 'somebody, directly in the sheet',
  someone: 'somebody',
  blank: 'blank',
  agreedBy: (givenBy: string, acceptedBy: string) =>
    `given by ${givenBy || '–'}, accepted by ${acceptedBy || '–'}`,
  noticed: (kpi: string, field: string, before: string, after: string) =>
    `${kpi}: ${field} was ${before}, the sheet now says ${after}.`,
  /** What `undo` would take back, and what it did. */
  undoBuild: (name: string) => `building “${name}”`,
  undoNext: (name: string) => `making the quarter “${name}”`,
  undoChange: (name: string) => `the last change to “${name}”`,
  undoSwap: (name: string) => `rebuilding “${name}”`,
  nothingToUndo: 'There is nothing to undo.',
  undidBuild: (name: string) => `“${name}” has been removed again.`,
  undidBuildKept: (name: string, title: string) =>
    `“${name}” is no longer a plan. Somebody has typed into its sheet, so it is kept, hidden, as “${title}”.`,
  undidChange: (name: string) => `“${name}” is as it was before the last change.`,
  undidChangePartly: (name: string, count: number) =>
    `“${name}” is as it was before, except for ${count === 1 ? 'one cell' : `${count} cells`} that somebody has changed since.`,
  undidSwap: (name: string) => `“${name}” is back on its earlier sheet.`,
  undidSwapKept: (name: string, title: string) =>
    `“${name}” is back on its earlier sheet. Somebody has typed on the newer one, so it is kept, hidden, as “${title}”.`,
  undoTooLate: (name: string) =>
    `“${name}” was changed since, so this can no longer be undone. Change it back in the panel.`,
  /** Copies. */
  copyGone: 'This copy is no longer there. Close the panel and open it again.',
  copyNeedsName: 'Give the copy a name of its own.',
  /** A pasted table. */
  nothingSelected: 'Nothing is selected. Drag over your old KPI table first.',
  selectionBlank: 'The selected cells are blank. Drag over your old KPI table first.',
  selectionBig: (rows: number, columns: number) =>
    `The selection is too big for a KPI table. Select at most ${rows} rows and ${columns} columns.`,
  /** The department. */
  noPlansThen: 'There is no plan in this quarter yet. Make at least one first.',
  department: 'Marketing department',
  removed:
    'The add-on has removed its named ranges and settings from this spreadsheet. Your sheets are still there.',
  removedAll: (count: number) =>
    `The add-on has removed its named ranges, its settings and ${count === 1 ? 'one sheet' : `${count} sheets`} from this spreadsheet.`,
  removeKept: (count: number) =>
    count === 1
      ? 'One sheet stays, because a spreadsheet needs one that is visible or because it is protected.'
      : `${count} sheets stay, because a spreadsheet needs one that is visible or because they are protected.`,
};
