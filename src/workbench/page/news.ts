import type { ServerEvent } from '../server/protocol.ts';

interface Told {
  readonly event: ServerEvent;
  readonly number: number;
}

/**
 * What the server tells, kept while a workbook is on its way and handed on once it is shown: no
 * change is missed, and none is made twice.
 */
export class News {
  private kept: Told[] | null = [];

  constructor(private readonly handOn: (event: ServerEvent) => void) {}

  readonly hear = (event: ServerEvent, number: number): void => {
    if (this.kept) this.kept.push({ event, number });
    else this.handOn(event);
  };

  /** From now on a workbook is on its way. */
  hold(): void {
    this.kept = [];
  }

  /** It is shown, with everything in it up to the event of this number. */
  release(upTo: number): void {
    const late = (this.kept ?? []).filter(({ number }) => number > upTo);
    this.kept = null;
    for (const { event, number } of late) this.hear(event, number);
  }
}
