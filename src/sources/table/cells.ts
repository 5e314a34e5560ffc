/** A cell of somebody's table: `''` is blank, days are serial numbers or texts. */
export type TableCell = string | number | boolean;

/** The cells of a tab from A1 on. */
export type TableCells = readonly (readonly TableCell[])[];
