/** Derived from the catalogue when the bundle is built. */
declare module 'derived:cell-table' {
  export const table: import('../cells/cell-kpi.ts').CellTable;
}

/** The arithmetic of the catalogue, for native twins written at run time. */
declare module 'derived:branches' {
  export const branches: import('../native/compact.ts').CompactTable;
}
