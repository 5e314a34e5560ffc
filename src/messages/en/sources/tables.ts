/** What is said about people's tables, in English. */
export const tablesEn = {
  title: 'Table',
  connect: 'Connect a table',
  connectHint: 'Ad costs, leads from a CRM: any table of this spreadsheet.',
  why: 'The table stays where it is and is read at every refresh. Paste new rows below the old ones, or a whole new export over them.',
  where: 'Tab “{name}”',
  column: 'column “{name}”',
  countRows: 'number of rows',
  troubles: {
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
    undated: {
      what: (where: string, detail: string) =>
        `${where}: nobody can say which day some rows belong to${detail ? ` (${detail})` : ''}.`,
      way: 'Put the day into each of these rows, or merge its cells with the day above; until then the days they could change stay blank.',
    },
    otherThings: {
      what: (where: string, detail: string) =>
        `${where}: dates, times or percentages stand where numbers belong${detail ? ` (${detail})` : ''}.`,
      way: 'Choose another column, or put numbers there; until then the days from there on stay blank.',
    },
    twoWays: {
      what: (where: string, detail: string) =>
        `${where}: some numbers can be read in two ways${detail ? ` (${detail})` : ''}.`,
      way: 'Say in the settings of the table what 1.500 means there; until then the days from there on stay blank.',
    },
    outOfRange: {
      what: (where: string, detail: string) =>
        `${where}: some numbers cannot be right${detail ? ` (${detail})` : ''}.`,
      way: 'Correct these cells; until then the days from there on stay blank.',
    },
    otherCurrency: {
      what: (where: string, detail: string) =>
        `${where}: some amounts are in another currency than the table${detail ? ` (${detail})` : ''}.`,
      way: 'Choose the currency in the settings of the table, or keep one currency in it; until then the days from there on stay blank.',
    },
    longPeriod: {
      what: (where: string, detail: string) =>
        `${where}: some rows stand for days of more than one week or month${detail ? ` (${detail})` : ''}.`,
      way: 'Export the report by day; until then the days from there on stay blank.',
    },
    severalReadings: {
      what: (where: string, detail: string) =>
        `${where}: a period has several numbers that differ and cannot be added up${detail ? ` (${detail})` : ''}.`,
      way: 'Keep one row for each period; until then the days from there on stay blank.',
    },
    smallNumbers: {
      what: (where: string, detail: string) =>
        `${where}: some numbers look as if they had lost their thousands${detail ? ` (${detail})` : ''}.`,
      way: 'Import the file again with the right locale, or say in the settings of the table what 1.500 means; until then the days from there on stay blank.',
    },
    maybeTotal: {
      what: (where: string, detail: string) =>
        `${where}: some rows may be the total of others${detail ? ` (${detail})` : ''}.`,
      way: 'Say in the settings of the table whether such rows count; until then the days from there on stay blank.',
    },
  },
  /** `J17 “n/a”`, and how many there are beyond the cells named. */
  cell: (at: string, found: string) => (found === '' ? at : `${at} “${found}”`),
  others: (count: number) => `${count} more`,
  list: (all: readonly string[]) =>
    all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`,
  /** What is wrong with cells: what, where, what to do. `where` is a list of cells. */
  problems: {
    notNumber: (column: string, where: string) =>
      `“${column}”: ${where} cannot be read as a number. From that day on it counts as unknown. Put a number there, or leave it empty where there is nothing.`,
    dateCell: (column: string, where: string) =>
      `“${column}”: ${where} shows a date or a time, which is no number here. From that day on it counts as unknown. Choose another column, or give the cell a number and a number format.`,
    percentCell: (column: string, where: string) =>
      `“${column}”: ${where} shows a percentage where a number belongs. From that day on it counts as unknown. Choose another column, or give the cell a number format.`,
    twoWays: (column: string, where: string) =>
      `“${column}”: ${where} can be read in two ways. From that day on it counts as unknown. Say in the settings of the table what 1.500 means there, or write it without a thousands separator.`,
    outOfRange: (column: string, where: string) =>
      `“${column}”: ${where} cannot be right. From that day on it counts as unknown. Correct it in the table.`,
    otherCurrency: (column: string, where: string) =>
      `“${column}”: ${where} is in another currency than the table. From that day on it counts as unknown. Choose the currency in the settings of the table; one table holds one.`,
    longPeriod: (column: string, where: string) =>
      `“${column}”: ${where} stands for days of more than one week or month, which cannot be told apart. Export the report by day.`,
    severalReadings: (column: string, where: string) =>
      `“${column}”: ${where} is a second number for the same period. This number cannot be added up, so the table needs one row per period.`,
    badDay: (column: string, where: string) =>
      `“${column}”: ${where} is not a day, so nobody can say which day the row belongs to. The days it could change count as unknown. Write it as 2026-01-31.`,
    noDay: (column: string, where: string) =>
      `“${column}”: no day in ${where}, so nobody can say which day the row belongs to. The days it could change count as unknown. Fill in the day, or merge these cells with the day above.`,
    maybeTotal: (column: string, where: string) =>
      `“${column}”: ${where} may be the total of other rows. From that day on it counts as unknown. Say in the settings of the table whether such rows count.`,
    otherKind: (column: string, where: string) =>
      `“${column}”: ${where} would count as well and is not among the kinds chosen, so it is left out. If it belongs, add it under “What flows in”.`,
    leftOut: (column: string, where: string) =>
      `“${column}”: ${where} holds the total of other rows, so it is left out. If these rows are no totals, say so in the settings of the table.`,
    startsLate: (column: string, where: string) =>
      `“${column}”: the table begins in ${where}, after the quarter does. The days before are unknown. If nothing happened then, say so in the settings of the table.`,
    smallNumbers: (column: string, where: string) =>
      `“${column}”: ${where} looks too small, as if a thousands separator had been read as a decimal one. From that day on it counts as unknown. Import the file again with the right locale, correct the numbers, or say in the settings of the table that 1.500 means 1.5, or its own currency.`,
    sameRows: (column: string, where: string) =>
      `“${column}”: the rows of ${where} stand twice, the same in every column. All of them count. If the table was pasted twice, delete one.`,
  },
};
