/**
 * The way from a range up to its sheet, and from a sheet to its spreadsheet. What is below does not
 * import what is above, which imports it: each module says here how its objects are made.
 */
interface WayUp {
  sheetOf(id: string): GoogleAppsScript.Spreadsheet.Sheet;
  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet;
}

export const wayUp = {} as WayUp;
