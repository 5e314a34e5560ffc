import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteUse, recentFunctions } from '../../../src/app/functions/recent.ts';
import { type FakeHost, fakeHost } from '../../kit/desk/fake-host.ts';
import { calculated } from '../../kit/engine/table.ts';

const names = calculated.map(({ name }) => name);

/** What the list is after one more use. */
const afterUse = (name: string, host: FakeHost) => {
  noteUse(name, host);
  return recentFunctions(host);
};

describe('the functions used last', () => {
  it('are none at first', () => {
    expect(recentFunctions(fakeHost({}))).toEqual([]);
  });

  it('are six at most: the oldest makes room', () => {
    const host = fakeHost({});
    const used = names.slice(0, 8);
    for (const [at, name] of used.entries()) {
      expect(afterUse(name, host)).toEqual(
        used
          .slice(0, at + 1)
          .reverse()
          .slice(0, 6),
      );
    }
    expect(recentFunctions(host)).toEqual(used.slice(2).reverse());
    expect(host.notes.get('recent-functions')?.split(' ')).toHaveLength(6);
  });

  it('are six at most however many an older note holds', () => {
    const host = fakeHost({});
    host.notes.set('recent-functions', names.slice(0, 9).join(' '));
    expect(recentFunctions(host)).toEqual(names.slice(0, 6));
    expect(afterUse('CPL', host)).toHaveLength(6);
  });

  it('are each once, the newest first, whatever is used in whatever order', () => {
    const some = fc.array(fc.constantFrom(...names.slice(0, 9)), { maxLength: 30 });
    fc.assert(
      fc.property(some, (uses) => {
        const host = fakeHost({});
        for (const name of uses) noteUse(name, host);
        const newest = [...new Set([...uses].reverse())].slice(0, 6);
        expect(recentFunctions(host)).toEqual(newest);
      }),
    );
  });

  it('leave out what is no name, and are none where the note is damaged', () => {
    const damaged = ['', ' ', '<img src=x>', '{"recent":["CPL"]}', '=CPL()', 'cpl', '\n', 'null'];
    for (const note of damaged) {
      const host = fakeHost({});
      host.notes.set('recent-functions', note);
      expect(recentFunctions(host), note).toEqual([]);
      expect(afterUse('CPL', host), note).toEqual(['CPL']);
    }
    const host = fakeHost({});
    host.notes.set('recent-functions', 'CPL <b> ROAS =1 CAC');
    expect(recentFunctions(host)).toEqual(['CPL', 'ROAS', 'CAC']);
  });
});
