import { describe, expect, it } from 'vitest';
import { dataWords } from '../../../src/messages/compiled/data.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { causes } from '../../../src/sources/ga4/causes.ts';
import { classify } from '../../../src/sources/ga4/classify.ts';
import { googleAnalytics } from '../../../src/sources/ga4/entry.ts';
import { nextPacificDay } from '../../../src/sources/google/quota-time.ts';
import type { Classification } from '../../../src/sources/source.ts';
import { recordedFailures } from './recorded-failures.ts';

const now = Date.UTC(2026, 10, 22, 3, 20);
const nextHour = Date.UTC(2026, 10, 22, 4, 1);
const nextDay = Date.UTC(2026, 10, 22, 8, 1);

const answer = (status: number, error: object) => ({
  status,
  headers: {},
  body: JSON.stringify({ error }),
});
function troubleOf(found: Classification) {
  if (found.is === 'ok') throw new Error('It is fine.');
  return found.trouble;
}
/** What a classification asks for, in the words of the table. */
function waitOf(found: Classification) {
  if (found.is === 'stop') return 'act';
  if (found.is === 'retry') return found.afterMs === null ? 'soon' : 'minute';
  if (found.is === 'ok') return 'ok';
  return found.untilMs === nextHour ? 'hour' : found.untilMs === nextDay ? 'day' : found.untilMs;
}

describe('what a failure means', () => {
  it.each(recordedFailures)('$status «$body» is $kind, and what helps is $wait', (recorded) => {
    const { status, body, kind, wait, detail = '' } = recorded;
    const found = classify({ status, headers: {}, body }, now);
    expect([troubleOf(found), waitOf(found)]).toEqual([{ kind, detail }, wait]);
  });

  it('is tried out for every kind that the table knows, and every reason it is told by', () => {
    const kinds = new Set(recordedFailures.map(({ kind }) => kind));
    // Google says in no published answer that a property lies in the bin; its own facts do.
    expect([...new Set(causes.map(({ kind }) => kind))].filter((kind) => !kinds.has(kind))).toEqual(
      ['propertyInBin'],
    );
    for (const { reasons = [], says } of causes) {
      for (const reason of says ? [] : reasons) {
        const found = classify(answer(403, { code: 403, message: '', errors: [{ reason }] }), now);
        expect([reason, troubleOf(found).kind]).not.toEqual([reason, 'unknown']);
      }
    }
  });

  it.each([
    [
      403,
      { message: 'Something <b>new</b>.\nSee https://x.example/y' },
      '403: Something new . See',
    ],
    [400, { message: 'Something new.', status: 'INVALID_ARGUMENT' }, '400: Something new.'],
    [
      403,
      { status: 'PERMISSION_DENIED', errors: [{ reason: 'somethingNew' }] },
      '403: PERMISSION_DENIED, somethingNew',
    ],
    [405, {}, '405'],
    [404, { message: 'Method not found.' }, '404: Method not found.'],
    [410, { message: 'Gone for good.' }, '410: Gone for good.'],
  ])('is not claimed to be known where it is not: %d %j is quoted', (status, error, detail) => {
    const found = classify(answer(status, error), now);
    expect(found).toEqual({ is: 'stop', trouble: { kind: 'unknown', detail } });
  });

  it('is quoted in one short line, whatever a server sends', () => {
    const message = `\u202e=HYPERLINK("x")\u0000 <script>alert(1)</script> ${'dài '.repeat(200)}`;
    const { detail } = troubleOf(classify(answer(403, { message }), now));
    expect(detail).toMatch(/^403: =HYPERLINK\("x"\) alert\(1\) dài /);
    expect(detail).not.toMatch(/[<>\p{Cc}\p{Cf}]/u);
    expect([...detail].length).toBeLessThanOrEqual(160);
    expect(detail.endsWith('…')).toBe(true);
  });

  it('waits as long as it is told, where that is longer', () => {
    const crowd = {
      ...answer(429, { message: 'Exhausted concurrent requests quota.' }),
      headers: { 'retry-after': '7' },
    };
    expect(classify(crowd, now)).toMatchObject({ is: 'retry', afterMs: 7000 });
    const date = { ...crowd, headers: { 'retry-after': 'Sun, 22 Nov 2026 03:20:30 GMT' } };
    expect(classify(date, now)).toMatchObject({ is: 'retry', afterMs: 30_000 });
    const hours = { ...answer(429, { message: 'x' }), headers: { 'retry-after': '7200' } };
    expect(classify(hours, now)).toMatchObject({ is: 'wait', untilMs: now + 7_200_000 });
  });
});

describe('what is said of a failure', () => {
  const said = (language: Language, detail: string) => {
    const words = { ...dataWords(language).troubles, ...googleAnalytics.words(language).troubles };
    return Object.entries(words).map(([kind, { what, way }]) => ({
      kind,
      what: what({ where: 'Shop', detail }),
      way,
    }));
  };

  it.each(['en', 'vi'] as const)('has a sentence of its own for every kind, in %s', (language) => {
    for (const detail of ['', 'x1']) {
      const sentences = said(language, detail).map(({ what }) => what);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
    for (const { kind, what, way } of said(language, '')) {
      expect([kind, what]).toEqual([kind, expect.stringMatching(/^Shop: .+\.$/)]);
      expect([kind, way]).toEqual([kind, expect.stringMatching(/.\.$/)]);
      expect([kind, what + way]).not.toEqual([kind, expect.stringMatching(/[!]|undefined|“”/)]);
    }
  });

  it.each(['en', 'vi'] as const)(
    'names what is switched off and what was said, in %s',
    (language) => {
      const words = said(language, 'Google Analytics Admin API');
      for (const kind of ['apiOff', 'unknown', 'quotaUnknown', 'noAnswer', 'webPage']) {
        expect(words.find((each) => each.kind === kind)?.what).toContain(
          '“Google Analytics Admin API”',
        );
      }
    },
  );
});

describe("the day of Google's quotas", () => {
  it.each([
    ['winter', Date.UTC(2026, 0, 15, 7, 59), Date.UTC(2026, 0, 15, 8, 1)],
    ['winter, just after', Date.UTC(2026, 0, 15, 8, 0), Date.UTC(2026, 0, 16, 8, 1)],
    ['summer', Date.UTC(2026, 6, 15, 6, 59), Date.UTC(2026, 6, 15, 7, 1)],
    ['the day clocks go forward', Date.UTC(2026, 2, 8, 12), Date.UTC(2026, 2, 9, 7, 1)],
    ['the day clocks go back', Date.UTC(2026, 10, 1, 12), Date.UTC(2026, 10, 2, 8, 1)],
  ])('begins at midnight in California: %s', (_, at, next) => {
    expect(nextPacificDay(at)).toBe(next);
  });
});
