/** How many cells a named area has: rows and columns. */
export type AreaOf = (name: string) => { readonly rows: number; readonly columns: number } | null;

/**
 * How many cells a formula reads, as it stands: each cell and range that it names, of `INDEX` over a
 * named area the line, the column or the cell that it picks. Cells read twice count twice.
 */
export function cellsRead(formula: string, areaOf: AreaOf): number {
  let count = 0;
  // How many lines there are is told without a look into any.
  let rest = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/ROWS\(KPI_\w+\)/g, '0');
  // The innermost first: what picks a line may itself be looked up in a column.
  const pick = /INDEX\((KPI_[A-Za-z0-9_]+);((?:[^();]|\((?:[^()]|\([^()]*\))*\))*);(\d+)\)/;
  for (let found = pick.exec(rest); found; found = pick.exec(rest)) {
    const [whole, name = '', line = '', column = ''] = found;
    const area = areaOf(name);
    if (!area) throw new Error(`No area ${name}.`);
    count += line === '0' ? area.rows : column === '0' ? area.columns : 1;
    rest = rest.replace(whole, line === '0' ? '' : line);
  }
  if (rest.includes('KPI_')) throw new Error(`Cells of a whole area are read: ${formula}`);
  for (const [, left = '', top = '', right, bottom] of rest.matchAll(
    /\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?(?![\w(])/g,
  )) {
    const across = right === undefined ? 1 : numberOf(right) - numberOf(left) + 1;
    const down = bottom === undefined ? 1 : Number(bottom) - Number(top) + 1;
    count += across * down;
  }
  return count;
}

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
