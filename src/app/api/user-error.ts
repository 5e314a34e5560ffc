/** The spreadsheet refused a write for a rule on what may be typed; `cell` is its address, or ''. */
export class CellRefused extends Error {
  override name = 'CellRefused';
  constructor(readonly cell: string) {
    super(`A strict rule refuses what was written into ${cell || 'a cell'}.`);
  }
}

/** What a person can act on: thrown where a request cannot be carried out, told as it stands. */
export class Problem extends Error {
  /** The field of the request it is about, where it is about one. */
  readonly field: string | undefined;
  constructor(sentence: string, field?: string) {
    super(sentence);
    this.field = field;
  }
}
