import { describe, expect, it } from 'vitest';
import { workbenchServerWords } from '../../../src/messages/compiled/workbench-server.ts';
import { readOptions } from '../../../src/workbench/server/server-options.ts';

describe.each(['en', 'vi'] as const)('what the workbench is started with, in %s', (language) => {
  const words = workbenchServerWords(language);
  const read = (...args: string[]) => readOptions(args, words);

  it('is refused in a sentence where it is mistyped', () => {
    for (const args of [['--bok', 'x'], ['--book'], ['--book', ''], ['4400']]) {
      expect(read(...args)).toEqual({ problem: words.options });
    }
    for (const port of ['abc', '-1', '65536', '1.5', '']) {
      const problem = port === '-1' ? words.options : words.noPort({ typed: port });
      expect(read('--port', port)).toEqual({ problem });
    }
    expect(read('--today', '2026-13-45')).toEqual({
      problem: words.noDay({ typed: '2026-13-45' }),
    });
  });

  it('keeps a book unless nothing is to be kept', () => {
    expect(read()).toMatchObject({ ok: { port: null, book: null, keeps: true } });
    expect(read('--book', 'b.json', '--port', '0')).toMatchObject({
      ok: { port: 0, book: 'b.json', keeps: true },
    });
    for (const none of ['--blank', '--no-book']) {
      expect(read(none)).toMatchObject({ ok: { keeps: false } });
    }
  });
});
