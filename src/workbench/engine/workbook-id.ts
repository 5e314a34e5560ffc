/** The one workbook's id, the same in the server's engine and in every page. */
export const WORKBOOK_ID = 'workbook';
