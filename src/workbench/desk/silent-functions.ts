import { assumed } from '../../platform/index.ts';
import { faultSwitches } from '../vendors/fault-switches.ts';
import { functionFaults } from '../vendors/vendor.ts';

/** What a cell shows, as the engine calls it, whose function is still being computed. */
const pendingError = '#GETTING_DATA';

/** In the place of an answer. */
export type Silent = typeof pendingError | '#NAME?' | '#ERROR!';

/**
 * Custom functions that do not answer at once, as on the real platform: they are computed apart, and
 * until then, or where too many are asked, or nobody has switched the add-on on, cells show that.
 */
export class SilentFunctions {
  readonly faults = faultSwitches(functionFaults);
  /** When calls are answered, by name and arguments: what was answered once is known from then on. */
  private readonly due = new Map<string, number>();
  private before = '';
  /** Calls that a cell waits for. */
  private readonly waiting = new Set<string>();

  /** `again` computes everything anew. */
  constructor(
    private readonly now: () => number,
    private readonly again: () => void,
  ) {}

  /** What a call shows in the place of its answer; `null` where it answers. */
  of(name: string, args: string): Silent | null {
    const on = this.faults.on();
    if (on.includes('functionsOff')) return '#NAME?';
    if (on.includes('functionsCrowded')) return '#ERROR!';
    if (!on.includes('functionsLate')) return null;
    const key = `${name} ${args}`;
    const due = this.due.get(key) ?? this.now() + assumed('function-late');
    this.due.set(key, due);
    if (this.now() >= due) return null;
    this.waiting.add(key);
    setTimeout(() => this.passed(), due - this.now()).unref();
    return pendingError;
  }

  /** Time has gone by. */
  passed(): void {
    const over = [...this.waiting].filter((key) => (this.due.get(key) ?? 0) <= this.now());
    for (const key of over) this.waiting.delete(key);
    if (over.length > 0) this.again();
  }

  /** Something beyond the spreadsheet has changed: where it was one of these faults, cells show it. */
  switched(): void {
    const on = this.faults.on().join();
    if (on === this.before) return;
    this.before = on;
    this.due.clear();
    this.waiting.clear();
    this.again();
  }
}
