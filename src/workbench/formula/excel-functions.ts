/**
 * What formulas in a workbook file may call. Only functions that Excel since 2019 and LibreOffice
 * both compute, and compute alike; a formula with another one is written as its value.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** These take whole ranges and answer with one value. */
const overRanges = words(`
  SUM SUMIF SUMIFS SUMPRODUCT SUMSQ SUBTOTAL PRODUCT AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS COUNT
  COUNTA COUNTBLANK COUNTIF COUNTIFS MAX MAXA MIN MINA MEDIAN MODE LARGE SMALL RANK PERCENTILE
  PERCENTRANK QUARTILE STDEV STDEVP VAR VARP GEOMEAN HARMEAN CORREL SLOPE INTERCEPT RSQ FORECAST
  VLOOKUP HLOOKUP LOOKUP MATCH ROWS COLUMNS AND OR NPV IRR XNPV XIRR TRIMMEAN AVEDEV DEVSQ COVAR
  DSUM DCOUNT DAVERAGE DMAX DMIN DGET NETWORKDAYS WORKDAY
`);

/** The same, in files under a prefix, because they came after the file format. */
const laterOverRanges = words(`
  MAXIFS MINIFS TEXTJOIN CONCAT STDEV.S STDEV.P VAR.S VAR.P PERCENTILE.INC PERCENTILE.EXC
  QUARTILE.INC QUARTILE.EXC RANK.EQ RANK.AVG MODE.SNGL
`);

/** These take single values; over a range they answer element by element. */
const overValues = words(`
  IF IFERROR NOT TRUE FALSE ISNUMBER ISTEXT ISBLANK ISERROR ISERR ISNA ISLOGICAL ISNONTEXT ISEVEN
  ISODD N NA VALUE TEXT LEN LEFT RIGHT MID TRIM CLEAN UPPER LOWER PROPER FIND SEARCH SUBSTITUTE
  REPLACE REPT CHAR CODE EXACT CONCATENATE FIXED ABS SIGN ROUND ROUNDUP ROUNDDOWN INT TRUNC MOD
  QUOTIENT POWER SQRT EXP LN LOG LOG10 CEILING FLOOR MROUND EVEN ODD PI SIN COS TAN ASIN ACOS ATAN
  ATAN2 DEGREES RADIANS FACT COMBIN PERMUT GCD LCM DATE DATEVALUE TIME TIMEVALUE YEAR MONTH DAY HOUR
  MINUTE SECOND WEEKDAY WEEKNUM EDATE EOMONTH DAYS360 YEARFRAC TODAY NOW CHOOSE PMT PV FV NPER RATE
  NORMSDIST NORMSINV NORMDIST NORMINV
`);

const laterOverValues = words(`
  IFNA IFS SWITCH XOR DAYS ISOWEEKNUM NUMBERVALUE UNICHAR UNICODE NORM.DIST NORM.INV NORM.S.DIST
  NORM.S.INV BITAND BITOR
`);

/** These look at where a range stands; they answer with one value only for one cell. */
const overPlaces = words('INDEX ROW COLUMN OFFSET TRANSPOSE');

type Takes = 'ranges' | 'values' | 'places';

export interface ExcelFunction {
  readonly takes: Takes;
  /** How the file spells it. */
  readonly spelling: string;
}

const later = '_xlfn.';
const known = new Map<string, ExcelFunction>();
const learn = (names: readonly string[], takes: Takes, prefix: string) => {
  for (const name of names) known.set(name, { takes, spelling: `${prefix}${name}` });
};
learn(overRanges, 'ranges', '');
learn(laterOverRanges, 'ranges', later);
learn(overValues, 'values', '');
learn(laterOverValues, 'values', later);
learn(overPlaces, 'places', '');

/** What a workbook file calls a function, or `undefined` where it has none. */
export const excelFunction = (name: string): ExcelFunction | undefined =>
  known.get(name.toUpperCase());
