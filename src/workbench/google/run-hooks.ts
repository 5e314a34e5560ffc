/** What a run's services may know of the run itself. */
export interface RunHooks {
  /** Tells runs apart, for locks. */
  readonly run: number;
  /** For whom it runs. */
  readonly user: string;
  sleep(ms: number): Promise<void>;
  /** A request is about to leave, or its answer to arrive: here it may come to grief. */
  request(when: 'before' | 'after', url: string): Promise<void>;
}

/** A run in which nothing goes wrong: that of a cell. */
export const calm = (user: string): RunHooks => ({
  run: 0,
  user,
  sleep: async () => {},
  request: async () => {},
});
