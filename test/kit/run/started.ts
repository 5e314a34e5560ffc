/**
 * What a test file has started: servers, contexts of a browser, folders. It is stopped also where
 * what was to be started beside it failed: nothing stays that keeps the runner from ending.
 */
export class Started {
  private readonly begun: Promise<(() => unknown) | undefined>[] = [];

  /** Keeps how to stop what is being started, once it has. */
  add<T>(starting: Promise<T>, stop: (started: T) => unknown): Promise<T> {
    this.begun.push(
      starting.then(
        (started) => () => stop(started),
        () => undefined,
      ),
    );
    return starting;
  }

  /** Stops everything, what was started last first; waits for what is only just starting. */
  async stop(): Promise<void> {
    const stops = await Promise.all(this.begun.splice(0));
    const failed: unknown[] = [];
    for (const stop of stops.reverse()) {
      try {
        await stop?.();
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) throw failed[0];
  }
}
