/** Set by the one who makes the context where its clock goes otherwise than the machine's. */
const given = globalThis as { $offset?: number; Date: DateConstructor };
const offset = given.$offset ?? 0;
delete given.$offset;

if (offset !== 0) {
  const Real = Date;
  given.Date = class extends Real {
    constructor(...parts: unknown[]) {
      if (parts.length === 0) super(Real.now() + offset);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return Real.now() + offset;
    }
  } as unknown as DateConstructor;
}
