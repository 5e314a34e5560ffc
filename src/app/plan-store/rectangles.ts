import type { Rectangle } from '../../sheet/layout/drawing.ts';

interface Spot<T> {
  readonly row: number;
  readonly column: number;
  readonly value: T;
}

/** Cells gathered into as few rectangles as come easily, to be written together. */
export function rectangles<T>(cells: readonly Spot<T>[]): { area: Rectangle; values: T[][] }[] {
  const rows = new Map<number, Spot<T>[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const found: { area: Rectangle; values: T[][] }[] = [];
  for (const [row, line] of [...rows].sort(([one], [other]) => one - other)) {
    for (const run of runsOf(line)) {
      const column = run[0]?.column ?? 1;
      const columns = run.length;
      const values = run.map(({ value }) => value);
      const above = found.findIndex(
        ({ area }) =>
          area.row + area.rows === row && area.column === column && area.columns === columns,
      );
      const taller = found[above];
      if (taller) {
        taller.values.push(values);
        found[above] = { ...taller, area: { ...taller.area, rows: taller.area.rows + 1 } };
      } else found.push({ area: { row, column, rows: 1, columns }, values: [values] });
    }
  }
  return found;
}

/** Neighbours in a row. */
function runsOf<T>(line: readonly Spot<T>[]): Spot<T>[][] {
  const runs: Spot<T>[][] = [];
  for (const cell of [...line].sort((one, other) => one.column - other.column)) {
    const last = runs[runs.length - 1];
    if (last?.[last.length - 1]?.column === cell.column - 1) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}
