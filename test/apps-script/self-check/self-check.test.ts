import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { calls, untried } from '../../../src/apps-script/self-check/calls.ts';
import { dialogPage } from '../../../src/apps-script/self-check/dialog.ts';
import { selfCheckWords } from '../../../src/messages/compiled/self-check.ts';
import { assumptionIds, assumptions } from '../../../src/platform/assumptions.ts';
import {
  type ReportLine,
  readReport,
  reportText,
  verdicts,
  works,
} from '../../../src/platform/index.ts';
import { openBuiltDesk } from '../../kit/desk/built-desk.ts';
import { copied, dispose, keep, linesOf, openEmpty, page, standing } from './check-desk.ts';

const selfCheckEn = selfCheckWords('en');

afterEach(dispose);

describe('the self-check on the workbench', () => {
  it('finds every assumption that a script can see, leaves all as it was, and can be read back', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    expect(await desk.desk.run('selfCheck', [])).toMatchObject({ ok: null });
    const lines = linesOf(desk);
    expect(lines.filter(([, verdict]) => verdict === 'fails')).toEqual([]);
    const verdictOf = new Map(lines.map(([id = '', verdict]) => [id, verdict]));
    for (const id of assumptionIds) {
      const { seenBy } = assumptions[id];
      const seen = seenBy === 'script' || seenBy === 'cell';
      expect([id, verdictOf.get(id) === 'holds'], id).toEqual([id, seen]);
    }
    for (const call of Object.keys(calls))
      expect(verdictOf.get(`call ${call}`), call).toBe('holds');
    for (const call of untried) expect(verdictOf.get(`call ${call}`)).toBe('not observable');
    for (const [id, verdict, , , ms] of lines) {
      const wanted = verdict === 'holds' ? expect.stringMatching(/^\d+$/) : 'null';
      expect([id, ms]).toEqual([id, wanted]);
    }
    for (const work of works) expect(verdictOf.get(`work ${work}`), work).toBe('holds');
    expect(await standing(desk)).toEqual(before);
    const read = readReport(copied(desk), assumptions);
    expect(read).toMatchObject({ ok: { found: { unformatted: 'General' }, refused: {} } });
    const held = lines.filter(([, verdict]) => verdict === 'holds').map(([id]) => id);
    expect('ok' in read && Object.keys(read.ok.ms)).toEqual(held);
    expect(desk.desk.external.outbox).toEqual([]);
  });

  it('that was killed halfway is cleared away by the next, which speaks the user’s language', async () => {
    const desk = await openEmpty('vi', 'vi_VN');
    const before = await standing(desk);
    const trouble = [{ at: 480, when: 'after', what: 'kill', message: 'gone' } as const];
    expect(await desk.desk.run('selfCheck', [], { trouble })).toMatchObject({ killed: 'gone' });
    expect((await standing(desk)).sheets.length).toBeGreaterThan(before.sheets.length);
    await desk.desk.run('selfCheck', []);
    expect(linesOf(desk).filter(([, verdict]) => verdict === 'fails')).toEqual([]);
    expect(await standing(desk)).toEqual(before);
    expect(page(desk)).toContain(selfCheckWords('vi').assumption);
  });

  it('goes on and cleans up when a call fails', async () => {
    const desk = await openEmpty('en', 'en_US');
    const before = await standing(desk);
    const trouble = [{ at: 300, when: 'before', what: 'fail', message: '<b>out</b>' } as const];
    await desk.desk.run('selfCheck', [], { trouble });
    const failing = linesOf(desk).filter(([, verdict]) => verdict === 'fails');
    expect(failing).toHaveLength(1);
    expect(failing[0]?.[3]).toContain('{"error":');
    expect(page(desk)).not.toContain('<b>out');
    expect(await standing(desk)).toEqual(before);
  });

  it('refuses, in a sentence, to run where something of the user’s stands', async () => {
    const open = keep(await openBuiltDesk({ language: 'en', locale: 'en_US' }));
    const running = open.desk.run('selfCheck', []);
    const alert = () => open.events.find((event) => event.type === 'alert');
    await expect.poll(alert, { timeout: 10_000 }).toBeDefined();
    expect(alert()).toMatchObject({ prompt: selfCheckEn.notEmpty });
    const asked = alert();
    if (asked?.type === 'alert') open.desk.answerAlert(asked.id, 'OK');
    expect(await running).toMatchObject({ ok: null });
    expect(open.sheets()).toEqual(['Sheet1']);
    expect(open.events.filter(({ type }) => type === 'dialog')).toEqual([]);
  });
});

/** The names of all methods that Google's services have. */
function googleMethods(): Set<string> {
  const folder = 'node_modules/@types/google-apps-script';
  const found = readdirSync(folder)
    .filter((file) =>
      /\.(?:base|cache|charts|html|lock|mail|properties|script|spreadsheet|url-fetch|utilities)\.d\.ts$/.test(
        file,
      ),
    )
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').match(/^\s+\w+(?=\()/gm) ?? []);
  return new Set(found.map((name) => name.trim()));
}

/** Methods of plain values and of our own that are named as some of Google's are. */
const ours = new Set([
  'UTC',
  'error',
  'find',
  'flat',
  'now',
  'onOpen',
  'replace',
  'slice',
  'toString',
]);

describe('the service calls', () => {
  it('that the add-on makes are all tried', () => {
    const google = googleMethods();
    const used = readdirSync('src/apps-script')
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(`src/apps-script/${file}`, 'utf8').matchAll(/\.(\w+)\(/g),
      ])
      .map(([, name = '']) => name)
      .filter((name) => google.has(name) && !ours.has(name));
    expect(used.length).toBeGreaterThan(100);
    const tried = new Set([...Object.keys(calls), ...untried].map((call) => call.split('.')[1]));
    expect([...new Set(used)].filter((name) => !tried.has(name))).toEqual([]);
  });

  it('are named as Google names them', () => {
    const google = googleMethods();
    const names = [...Object.keys(calls), ...untried].map((call) => call.split('.')[1] ?? '');
    expect(names.filter((name) => !google.has(name))).toEqual([]);
  });
});

describe('the page of the dialog', () => {
  const lines: ReportLine[] = [
    { id: 'blank-argument', verdict: 'holds', expected: 'empty text', found: 'empty text', ms: 7 },
    {
      id: 'null-answer',
      verdict: 'fails',
      expected: 'blank',
      found: { error: '<img src=x>"&\'' },
      ms: 0,
    },
    {
      id: 'call Sheet.clear',
      verdict: 'fails',
      expected: 'answers',
      found: { error: '</script>' },
      ms: null,
    },
  ];
  const about = { version: '1', moment: 'now', locale: 'vi_VN', zone: 'Etc/UTC' };

  it.each(['en', 'vi'] as const)('holds nothing from outside as markup: %s', (language) => {
    const html = dialogPage(language, lines, `${reportText(about, lines)}</textarea><i>`);
    expect(html).not.toMatch(/<img|<i>/);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html.match(/<\/textarea>/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x&gt;&quot;&amp;&#39;');
    expect(html).toContain('<code>Sheet.clear</code>');
  });

  it.each(['en', 'vi'] as const)('tells verdicts apart by shape and word: %s', (language) => {
    const html = dialogPage(language, lines, '');
    const say = selfCheckWords(language);
    expect(html).toContain(`● ${say.verdicts.holds}: 1`);
    expect(html).toContain(`■ ${say.verdicts.fails}: 2`);
    expect(new Set(verdicts.map((verdict) => say.verdicts[verdict])).size).toBe(verdicts.length);
  });
});

describe('the words of the self-check', () => {
  it.each(['en', 'vi'] as const)(
    'have a text for each assumption and each finding: %s',
    (language) => {
      const say = selfCheckWords(language);
      expect(Object.keys(say.assumptions).sort()).toEqual([...assumptionIds].sort());
      const findings = assumptionIds.flatMap((id) => assumptions[id].choices ?? []);
      const plain = findings.filter((one) => /^[a-z]/.test(one));
      expect(plain.filter((one) => !(one in say.values))).toEqual([]);
    },
  );
});
