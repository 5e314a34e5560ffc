import { describe, expect, it } from 'vitest';
import { dataWords } from '../../../src/messages/compiled/data.ts';
import { languages } from '../../../src/messages/compiled/languages.ts';
import { causes } from '../../../src/sources/search-console/causes.ts';
import { classify } from '../../../src/sources/search-console/classify.ts';
import { searchConsole } from '../../../src/sources/search-console/entry.ts';
import { failures } from './bodies.ts';

/** Noon in Hanoi on 22 November 2026; the next day in California begins at 8 UTC. */
const now = Date.UTC(2026, 10, 22, 5);
const nextDay = Date.UTC(2026, 10, 22, 8, 1);
const quarter = 15 * 60_000;
const json = (status: number, body: unknown) => ({
  status,
  headers: {},
  body: JSON.stringify(body),
});

describe('what Search Console says in the place of an answer', () => {
  it.each(Object.entries(failures))('%s', (_, { status, error, kind, means }) => {
    const verdict = classify(json(status, { error }), now);
    expect(verdict).toMatchObject({ trouble: { kind } });
    if (means === 'quarter') {
      // Ten minutes may be enough; what fails once more is of the day.
      expect(verdict).toMatchObject({ is: 'wait', untilMs: now + quarter, againMs: nextDay });
    } else if (means === 'wait') {
      expect(verdict).toMatchObject({ is: 'wait', untilMs: nextDay });
    } else expect(verdict.is).toBe(means);
  });

  it('has seen every cause of its table but those of the same kind', () => {
    const seen = new Set(Object.values(failures).map(({ kind }) => kind));
    const kinds = new Set(causes.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => !seen.has(kind))).toEqual(['noAddress']);
    const page = { status: 404, headers: {}, body: '<!DOCTYPE html><title>Not Found</title>' };
    expect(classify(page, now)).toMatchObject({ is: 'stop', trouble: { kind: 'noAddress' } });
  });

  it('never calls a quota a lack of permission, whatever its status', () => {
    for (const { error, kind } of Object.values(failures)) {
      if (!kind.startsWith('quota')) continue;
      for (const status of [403, 429]) {
        const { trouble } = classify(json(status, { error }), now) as { trouble: { kind: string } };
        expect(trouble.kind).toMatch(/^quota/);
      }
    }
  });

  it('asks again for what broke off, for a page under load, and for what never came', () => {
    const half = { status: 200, headers: {}, body: '{"rows":[{"keys":["2026-' };
    expect(classify(half, now)).toMatchObject({ is: 'retry', trouble: { kind: 'halfAnswer' } });
    const page = { status: 200, headers: {}, body: '<html><title>Sign in</title>' };
    expect(classify(page, now)).toMatchObject({
      is: 'retry',
      trouble: { kind: 'webPage', detail: 'Sign in' },
    });
    expect(classify({ status: 0, headers: {}, body: '' }, now)).toMatchObject({
      is: 'retry',
      trouble: { kind: 'noAnswer' },
    });
    expect(classify(json(200, {}), now)).toEqual({ is: 'ok' });
  });

  it('quotes what it does not know, and claims nothing', () => {
    expect(classify(json(418, { error: { message: 'I am <b>a</b> teapot.' } }), now)).toEqual({
      is: 'stop',
      trouble: { kind: 'unknown', detail: '418: I am a teapot.' },
    });
  });
});

describe('what is said of it', () => {
  it.each(languages)('has a sentence and a way out for every kind, in %s', (language) => {
    const { troubles, needs } = searchConsole.words(language);
    const all = { ...dataWords(language).troubles, ...troubles };
    const kinds = [...Object.values(failures).map(({ kind }) => kind), 'unverified', 'noAddress'];
    for (const kind of [...kinds, ...Object.keys(searchConsole.troubles)]) {
      const words = Object.entries(all).find(([name]) => name === kind)?.[1];
      const what = words?.what({ where: 'Shop', detail: 'x1' });
      expect([kind, what]).toEqual([kind, expect.stringMatching(/^Shop.+\.$/s)]);
      expect([kind, words?.way]).toEqual([kind, expect.stringMatching(/.\.$/s)]);
    }
    const off = troubles.apiOff;
    for (const text of [needs, `${off?.what({ where: 'Shop', detail: '' })} ${off?.way}`]) {
      // Exactly what is missing, and the way round it.
      expect(text).toContain('“Google Search Console API”');
      expect(text).toMatch(/Google Sheets|Google Trang tính/);
      expect(text).toMatch(/“Connect a table”|“Kết nối bảng”/);
    }
  });
});
