/** Derived from the catalogue when the bundle is built. */
declare module 'derived:cell-table' {
  export const table: import('../cells/cell-kpi.ts').CellTable;
}
