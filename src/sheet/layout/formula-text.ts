/** `SUMIFS(a;b;c)` */
export const call = (name: string, ...parts: readonly (string | number)[]): string =>
  `${name}(${parts.join(';')})`;

export const when = (test: string, then: string | number, otherwise: string | number): string =>
  call('IF', test, then, otherwise);
export const emptyText = '""';

/** What another cell shows; blank where it is blank, which would be 0. */
export const shownOrBlank = (cell: string): string => when(`LEN(${cell})=0`, emptyText, cell);

/** Tests joined so that none of them stops the others from being computed: engines differ on AND. */
export const all = (...tests: readonly string[]): string =>
  tests.length === 1 ? (tests[0] ?? '') : tests.map((test) => `(${test})`).join('*');

export const isNumber = (cell: string): string => `ISNUMBER(${cell})`;

/** That all these cells hold numbers; a text compared with a number would count as the larger. */
export const numbers = (...cells: readonly string[]): string => cells.map(isNumber).join('*');

/** A value where cells hold numbers, else blank. */
export const known = (cells: readonly string[], value: string | number): string =>
  cells.length === 0 ? String(value) : when(numbers(...cells), value, emptyText);

/** The criterion that a cell holds a number. */
export const anyNumber = '"<9E+307"';

export const atLeast = (cell: string | number): string => `">="&${cell}`;
export const atMost = (cell: string | number): string => `"<="&${cell}`;

/** A number without a decimal point, which not every locale writes the same way: `9/10`. */
export function fraction(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const decimals = Math.min(9, (String(value).split('.')[1] ?? '').length || 9);
  const scale = 10 ** decimals;
  return `${Math.round(value * scale)}/${scale}`;
}
