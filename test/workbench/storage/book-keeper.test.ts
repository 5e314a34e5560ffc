import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workbenchServerWords } from '../../../src/messages/compiled/workbench-server.ts';
import type { BookFile } from '../../../src/workbench/storage/book-file.ts';
import { keepIn } from '../../../src/workbench/storage/book-keeper.ts';

const words = workbenchServerWords('en');

/** A file in memory. */
function memory(text: string | null = null) {
  const state = { text, writes: [] as string[], closed: false, broken: '', aside: 0 };
  const file: BookFile = {
    text,
    write: async (next) => {
      if (state.broken) throw new Error(state.broken);
      state.writes.push(next);
      state.text = next;
    },
    setAside: async () => {
      state.aside += 1;
      return 'aside';
    },
    serveAt: async () => undefined,
    close: async () => {
      state.closed = true;
    },
  };
  return { state, file };
}

const said: string[] = [];
const say = (line: string) => said.push(line);
beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
});
afterEach(() => vi.useRealTimers());

describe('the keeper of a spreadsheet', () => {
  it('writes a second after the last change, and every few seconds while they go on', async () => {
    const { state, file } = memory();
    const keeper = await keepIn(file, say, words);
    let n = 0;
    keeper.keep(() => String(n));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.writes).toEqual(['0']);
    for (n = 1; n <= 100; n += 1) {
      keeper.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.writes.length).toBeGreaterThanOrEqual(3);
    expect(state.writes.length).toBeLessThanOrEqual(5);
    n = 200;
    keeper.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(state.text).toBe('200');
  });

  it('writes nothing where nothing is different, and nothing before there is something', async () => {
    const { state, file } = memory();
    const keeper = await keepIn(file, say, words);
    keeper.changed();
    await vi.advanceTimersByTimeAsync(5000);
    keeper.keep(() => 'same');
    await vi.advanceTimersByTimeAsync(5000);
    keeper.changed();
    await vi.advanceTimersByTimeAsync(5000);
    await keeper.close();
    expect(state.writes).toEqual(['same']);
  });

  it('writes what is left when it closes, and lets go of the file', async () => {
    const { state, file } = memory();
    const keeper = await keepIn(file, say, words);
    keeper.keep(() => 'last');
    await keeper.close();
    expect(state).toMatchObject({ text: 'last', closed: true });
    keeper.changed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.writes).toEqual(['last']);
  });

  it('says once that it cannot write, and tries again', async () => {
    const { state, file } = memory();
    const keeper = await keepIn(file, say, words);
    state.broken = 'book.json: the disk is full.';
    keeper.keep(() => 'text');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said).toEqual(['Your spreadsheet could not be kept: book.json: the disk is full.']);
    state.broken = '';
    await vi.advanceTimersByTimeAsync(15_000);
    expect(state.text).toBe('text');
  });

  it('lives on where the spreadsheet cannot be read at the moment', async () => {
    const { state, file } = memory();
    const keeper = await keepIn(file, say, words);
    let broken = true;
    keeper.keep(() => {
      if (broken) throw new Error('not now');
      return 'then';
    });
    await vi.advanceTimersByTimeAsync(5000);
    broken = false;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(state.text).toBe('then');
  });

  it('sets aside what it cannot read, says so, and begins anew', async () => {
    for (const text of ['', '{"format":1', '[]']) {
      const { state, file } = memory(text);
      expect((await keepIn(file, say, words)).kept).toBeNull();
      expect(state.aside).toBe(1);
    }
    const { file } = memory('{"format":99}');
    await keepIn(file, say, words);
    expect(said).toEqual([
      ...Array(3).fill('What was kept cannot be read. It is now called aside; a new one begins.'),
      'What was kept is of a newer workbench than this one. It is now called aside; a new one begins.',
    ]);
  });
});
