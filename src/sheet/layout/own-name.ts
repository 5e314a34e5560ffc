/** Whether a named range is one of ours, or of ours on a copy of a sheet: `'Copy of Lan'!KPI_…`. */
export const isOwnName = (name: string): boolean => /(?:^|!)KPI_/.test(name);
