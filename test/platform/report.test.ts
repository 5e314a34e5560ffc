import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assumptionIds, assumptions } from '../../src/platform/assumptions.ts';
import {
  measuredFile,
  type ReportLine,
  readReport,
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
): ReportLine => ({
  id,
  verdict,
  expected: true,
  found,
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
      },
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
    ['the same line twice', read(line('note-bytes', 1), line('note-bytes', 2)), /Line 3: .*twice/],
    ['a call that is none', read(line('call x', { error: '' })), /no service call/],
    ['no lines', read(), /no lines/],
    ['nothing', readReport('', assumptions), /first line/],
    ['a page', readReport('<html>', assumptions), /first line/],
    [
      'a broken line',
      readReport(`${reportText(about, [])}\nnote-bytes\tfails`, assumptions),
      /four/,
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

  it('is kept in a file that is written from the report alone', () => {
    const answer = read(line('note-bytes', 8000));
    if (!('ok' in answer)) throw new Error(answer.problem);
    const [, json = ''] = /: Measured = ([\s\S]*);\n$/.exec(measuredFile(answer.ok)) ?? [];
    expect(JSON.parse(json)).toEqual(answer.ok);
  });

  it('fits the table as it stands now', async () => {
    const { measured } = await import('../../src/platform/measured.ts');
    const lines = Object.entries(measured.found).map(([id, found]) => line(id, found));
    if (lines.length > 0) expect(read(...lines)).toMatchObject({ ok: { found: measured.found } });
    expect(Object.keys(measured.found).length === 0).toBe(measured.about === '');
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
