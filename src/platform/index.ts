/** What the product assumes of Google's spreadsheets, in one table that the stand-ins and the self-check read. */
export {};
