/** Set by the one who makes the context: how far its clock is ahead of the machine's. */
const given = globalThis as { $offset?: number; Date: DateConstructor };
let offset = given.$offset ?? 0;
delete given.$offset;

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

/** The clock may be moved while a script waits for an answer. */
export function moveClock(ahead: number): void {
  offset = ahead;
}
