const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** These take a range as one thing. */
export const overWhole = words(`
  SUM SUMIF SUMIFS SUMPRODUCT COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS AVERAGEIFS MAX MAXIFS MIN MINIFS MATCH
  ROWS COLUMNS
`);

/** These take one value; over a range they answer element by element, wherever that is allowed. */
export const overEach = words(`
  IF IFERROR NOT ISNUMBER ISTEXT ISERROR ISNA N NA LEN LEFT RIGHT MID TRIM LOWER UPPER EXACT TEXT
  REPT SUBSTITUTE ABS SIGN ROUND ROUNDUP ROUNDDOWN INT MOD DATE YEAR MONTH DAY WEEKDAY EDATE EOMONTH
  TODAY INDEX ROW COLUMN CHOOSE TRUE FALSE VALUE
`);

/** Those of them with which IronCalc goes through a range itself, as a test sees to. */
export const liftedHere = words('IF IFERROR LEFT LOWER INT ABS');
