/** Derived from the catalogue when the bundle is built. */
declare module 'derived:cell-table' {
  export const table: import('../cells/cell-kpi.ts').CellTable;
}

/** The arithmetic of the catalogue, for native twins written at run time. */
declare module 'derived:branches' {
  export const branches: import('../native/compact.ts').CompactTable;
}

/** The built panel without space around it, as far as the script has to know it again. */
declare module 'derived:page' {
  export const page: { readonly length: number; readonly hash: number };
}
