import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assumptionIds, assumptions } from '../../src/platform/assumptions.ts';
import {
  measuredFile,
  type ReportLine,
  readReport,
  renewMeasured,
  reportText,
  version,
} from '../../src/platform/index.ts';

const about = {
  version: '0.2.0',
  moment: '2026-11-22 14:05',
  locale: 'vi_VN',
  zone: 'Asia/Ho_Chi_Minh',
};
const line = (
  id: string,
  found: ReportLine['found'],
  verdict: ReportLine['verdict'] = 'fails',
  ms: number | null = null,
): ReportLine => ({
  id,
  verdict,
  expected: true,
  found,
  ms,
});
const read = (...lines: ReportLine[]) => readReport(reportText(about, lines), assumptions);

afterEach(() => vi.resetModules());

describe('the report of a self-check', () => {
  it('is read back as what was found, and where', () => {
    const found = read(
      line('note-bytes', 8000),
      line('unformatted', '', 'fails'),
      line('semicolons-read', true, 'holds'),
      line('call Sheet.clear', { error: 'a\ttab, a\nline' }),
      line('call Sheet.getName', 'answers', 'holds'),
      line('copied-file-names', null, 'not observable'),
      line('read-calculates', { error: 'broke off' }),
    );
    expect(found).toEqual({
      ok: {
        about: '0.2.0 · 2026-11-22 14:05 · vi_VN · Asia/Ho_Chi_Minh',
        found: { 'note-bytes': 8000, unformatted: '', 'semicolons-read': true },
        refused: { 'Sheet.clear': 'a\ttab, a\nline' },
        ms: {},
      },
    });
  });

  it('says how long each took that was not broken off', () => {
    const found = read(
      line('note-bytes', 8000, 'holds', 12),
      line('read-calculates', { error: 'broke off' }, 'fails', 9),
      line('call Sheet.clear', 'answers', 'holds', 0),
      line('work build', 'done', 'holds', 31_000),
      line('work refresh', { error: 'broke off' }, 'fails', 40),
      line('work panel', null, 'not measured'),
    );
    expect(found).toMatchObject({
      ok: { ms: { 'note-bytes': 12, 'call Sheet.clear': 0, 'work build': 31_000 } },
    });
    expect('ok' in found && Object.keys(found.ok.ms)).toHaveLength(3);
  });

  it('of an earlier version, which says nothing of milliseconds, is read all the same', () => {
    const text = `${reportText(about, [])}\nnote-bytes\tfails\t9216\t8000`;
    expect(readReport(text, assumptions)).toMatchObject({
      ok: { found: { 'note-bytes': 8000 }, ms: {} },
    });
  });

  it('is the same report after being pasted with other line ends', () => {
    const text = reportText(about, [line('note-bytes', 8000)]);
    const pasted = `\uFEFF${text.replace(/\n/g, '\r\n')}\r\n\r\n`;
    expect(readReport(pasted, assumptions)).toEqual(readReport(text, assumptions));
  });

  it.each([
    ['an assumption nobody knows', read(line('made-up', true)), /Line 2: .*made-up/],
    ['what every object has', read(line('constructor', true)), /Line 2: .*constructor/],
    ['another kind of value', read(line('note-bytes', '8000')), /Line 2: .*note-bytes/],
    ['a word that is no choice', read(line('unformatted', '0.00')), /0\.00/],
    ['a number below zero', read(line('note-bytes', -1)), /-1/],
    ['a work nobody knows', read(line('work x', 'done')), /no work/],
    ['less time than none', read(line('note-bytes', 1, 'fails', -1)), /-1 ms/],
    ['a part of a millisecond', read(line('note-bytes', 1, 'fails', 1.5)), /1\.5 ms/],
    ['the same line twice', read(line('note-bytes', 1), line('note-bytes', 2)), /Line 3: .*twice/],
    ['a call that is none', read(line('call x', { error: '' })), /no service call/],
    ['no lines', read(), /no lines/],
    ['nothing', readReport('', assumptions), /first line/],
    ['a page', readReport('<html>', assumptions), /first line/],
    [
      'a broken line',
      readReport(`${reportText(about, [])}\nnote-bytes\tfails`, assumptions),
      /the columns/,
    ],
    [
      'a verdict of its own',
      readReport(`${reportText(about, [])}\na\tb\t1\t1`, assumptions),
      /“b”/,
    ],
    [
      'no JSON',
      readReport(`${reportText(about, [])}\na\tfails\t1\tx`, assumptions),
      /cannot be read/,
    ],
  ])('is refused with a sentence: %s', (_, answer, sentence) => {
    expect(answer).toEqual({ problem: expect.stringMatching(sentence) });
    expect('problem' in answer && answer.problem).toMatch(/\.$/);
  });

  it('never breaks the reader, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, headed) => {
        const answer = readReport(headed ? `${reportText(about, [])}\n${text}` : text, assumptions);
        expect(Object.keys(answer)).toHaveLength(1);
      }),
    );
  });
});

describe('what was measured', () => {
  it('stands before what is assumed', async () => {
    const found = { 'note-bytes': 8000, unformatted: '' };
    vi.doMock('../../src/platform/measured.ts', () => ({
      measured: { about: 'x', found, refused: {} },
    }));
    const { assumed } = await import('../../src/platform/assumptions.ts');
    expect([assumed('note-bytes'), assumed('unformatted'), assumed('semicolons-read')]).toEqual([
      8000,
      '',
      true,
    ]);
    vi.doUnmock('../../src/platform/measured.ts');
  });

  it('is kept in a file that is written from the report alone, times apart from what was found', () => {
    const answer = read(
      line('note-bytes', 8000, 'fails', 12),
      line('work build', 'done', 'holds', 31_000),
    );
    if (!('ok' in answer)) throw new Error(answer.problem);
    const { ms, ...found } = answer.ok;
    const file = measuredFile(answer.ok);
    const [, json = ''] = /: Measured = ([^;]*);\n/.exec(file) ?? [];
    expect(JSON.parse(json)).toEqual(found);
    const [, times = ''] = /: MeasuredMs = ([^;]*);\n$/.exec(file) ?? [];
    expect(JSON.parse(times)).toEqual(ms);
    expect(ms).toEqual({ 'note-bytes': 12, 'work build': 31_000 });
  });

  it('stands on the page of the room, which is renewed in its place alone', async () => {
    const page = readFileSync('src/platform/README.md', 'utf8');
    const { measured, measuredMs } = await import('../../src/platform/measured.ts');
    expect(renewMeasured(page, measured.about, measuredMs)).toBe(page);
    const ms = { 'work build': 31_000, 'note-bytes': 12, 'call A.b': 5, 'call A.c': 7 };
    const renewed = renewMeasured(page, '1 · today', ms);
    expect(renewed).toMatch(/Building a quarter[^|]* \| 31000 \|/);
    expect(renewed).toMatch(/Opening the panel[^|]* \| not measured \|/);
    expect(renewed).toMatch(
      /\| 2 service calls together[^|]* \| 12 \|\n\| `A\.c` \| 7 \|\n\| `A\.b` \| 5 \|/,
    );
    expect(renewMeasured(renewed, measured.about, measuredMs)).toBe(page);
    expect(() => renewMeasured('# no place', '', {})).toThrow(/no place/);
  });

  it('fits the table as it stands now', async () => {
    const { measured, measuredMs } = await import('../../src/platform/measured.ts');
    const lines = Object.entries(measured.found).map(([id, found]) => line(id, found));
    if (lines.length > 0) expect(read(...lines)).toMatchObject({ ok: { found: measured.found } });
    expect(Object.keys(measured.found).length === 0).toBe(measured.about === '');
    const taken = Object.entries(measuredMs).map(([id, ms]) =>
      line(id, null, 'not observable', ms),
    );
    if (taken.length > 0) expect(read(...taken)).toMatchObject({ ok: { ms: measuredMs } });
  });
});

describe('the table of assumptions', () => {
  it('expects of each line what can be found', () => {
    for (const id of assumptionIds) {
      const { expected, choices } = assumptions[id];
      expect(typeof expected === 'string', id).toBe(choices !== undefined);
      if (choices) expect(choices).toContain(expected);
    }
  });

  it('names the version that the package has', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});
