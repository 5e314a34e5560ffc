import { describe, expect, it } from 'vitest';
import type {
  Answer,
  FunctionInserted,
  FunctionPreview,
  PanelStart,
} from '../../src/app/api/api.ts';
import { appWords } from '../../src/messages/compiled/app.ts';
import { type GoogleStandIn, googleStandIn } from '../kit/desk/google-stand-in.ts';

const appEn = appWords('en');
const appVi = appWords('vi');

const ads = () =>
  googleStandIn({
    Ads: [
      ['Ad', 'Spent', 'Leads'],
      ['a', 100, 4],
      ['b', 50, 0],
    ],
    'Tổng hợp': [],
  });

const request = (over: object = {}) => ({
  name: 'CPL',
  inputs: ['B2:B3', 'C2:C3'],
  answer: 'rows',
  target: '',
  replace: false,
  ...over,
});

const ask = <T>(google: GoogleStandIn, name: string, argument?: unknown): Answer<T> =>
  JSON.parse(JSON.stringify(google.call(name, argument)));
const ok = <T>(answer: Answer<T>): T => {
  if ('ok' in answer) return answer.ok;
  throw new Error(answer.problem);
};
const problem = (answer: Answer<unknown>) => ('problem' in answer ? answer.problem : 'no problem');
const written = ({ log }: GoogleStandIn) =>
  log.filter((line) => /^(?:setFormula|setNumberFormat|toast)/.test(line));

describe('what the panel calls', () => {
  it('hands its argument on, and gives back plain data', () => {
    const google = ads();
    expect(ok(ask<FunctionPreview>(google, 'previewFunction', request()))).toMatchObject({
      formula: '=CPL(B2:B3;C2:C3)',
      target: 'D2',
      answers: ['25', 'no leads'],
    });
    expect(written(google)).toEqual([]);
    expect(ok(ask<FunctionInserted>(google, 'insertFunction', request()))).toEqual({
      formula: '=CPL(B2:B3;C2:C3)',
      target: 'D2',
      recent: ['CPL'],
    });
    expect(written(google)).toEqual([
      'setFormula "Ads!D2" "=CPL(B2:B3;C2:C3)"',
      'setNumberFormat "Ads!D2:D3" "#,##0.00"',
    ]);
    expect(ok(ask<PanelStart>(google, 'chooseLanguage', 'vi')).language).toBe('vi');
    expect(google.notes.get('language')).toBe('vi');
    expect(ok(ask<PanelStart>(google, 'panelStart'))).toEqual({
      language: 'vi',
      spreadsheetLocale: 'en_US',
      recent: ['CPL'],
    });
    expect(ok(ask<PanelStart>(google, 'chooseLanguage', null)).language).toBe('en');
  });

  it('reads what is selected, with the header above it', () => {
    const google = ads();
    google.selected = 'B2:B3';
    expect(ok(ask(google, 'readSelection'))).toEqual({
      sheet: 'Ads',
      a1: 'B2:B3',
      reference: "'Ads'!B2:B3",
      rows: 2,
      columns: 1,
      header: 'Spent',
    });
  });

  it('answers a place past the end of the sheet with a sentence', () => {
    for (const place of ['B2:B101', 'AB2:AB3', "'Tổng hợp'!B200"]) {
      const inputs = [place, 'C2:C3'];
      expect(problem(ask(ads(), 'previewFunction', request({ inputs })))).toBe(
        `This spreadsheet has no cells ${place}. Select the cells of lead-generation cost again.`,
      );
    }
    const target = 'D101';
    expect(problem(ask(ads(), 'previewFunction', request({ target })))).toBe(
      appEn.noSuchTarget({ typed: 'D101' }),
    );
    const inputs = ['Nowhere!B2:B3', 'C2:C3'];
    expect(problem(ask(ads(), 'previewFunction', request({ inputs })))).toContain('no cells');
  });
});

describe('number formats', () => {
  const formatted = (formats: Record<string, string>) => {
    const google = ads();
    Object.assign(google.sheets.Ads?.formats ?? {}, formats);
    ok(ask(google, 'insertFunction', request()));
    return google.log.filter((line) => line.startsWith('setNumberFormat'));
  };

  it('are suggested where nobody chose one', () => {
    const suggestion = ['setNumberFormat "Ads!D2:D3" "#,##0.00"'];
    expect(formatted({})).toEqual(suggestion);
    expect(formatted({ D2: 'General', D3: '' })).toEqual(suggestion);
  });

  it('that the user chose stay, for any of the cells', () => {
    expect(formatted({ D2: '0.0' })).toEqual([]);
    expect(formatted({ D3: '0.00%' })).toEqual([]);
    expect(formatted({ D2: '@', D3: '@' })).toEqual([]);
  });

  it('of cells beside the answer do not matter', () => {
    expect(formatted({ D1: '0.0', D4: '0.0', C2: '0.0' })).toHaveLength(1);
  });
});

describe('the lock', () => {
  const steps = ({ log }: GoogleStandIn) =>
    log.flatMap((line) => /^(?:tryLock|setFormula|flush|releaseLock)/.exec(line)?.[0] ?? []);

  it('is kept from before the writing until the spreadsheet has it', () => {
    const google = ads();
    ok(ask(google, 'insertFunction', request()));
    expect(steps(google)).toEqual(['tryLock', 'setFormula', 'flush', 'releaseLock']);
    // The document's own lock: the script's would make every user of the add-on wait.
    expect(google.log).not.toContain('getScriptLock');
  });

  it('that another run keeps is waited for no longer: nothing is written', () => {
    for (const [user, sentence] of [
      ['en', appEn.otherRun],
      ['vi', appVi.otherRun],
    ] as const) {
      const google = ads();
      google.user = user;
      google.lockIsFree = false;
      expect(problem(ask(google, 'insertFunction', request()))).toBe(sentence);
      expect(written(google)).toEqual([]);
      expect(google.notes.has('recent-functions')).toBe(false);
      expect(steps(google)).toEqual(['tryLock']);
    }
    expect(appEn.otherRun).toContain('right now');
  });

  it.each(['getValues', 'setFormula', 'flush'])('is let go when %s fails', (call) => {
    const google = ads();
    google.failing.add(call);
    expect(problem(ask(google, 'insertFunction', request()))).toBe(appEn.failed);
    expect(steps(google).at(-1)).toBe('releaseLock');
    expect(steps(google).filter((step) => step === 'releaseLock')).toHaveLength(1);
  });

  it('is let go when the place turns out to be taken', () => {
    const google = ads();
    const taken = request({ answer: 'total', target: 'A2' });
    expect(problem(ask(google, 'insertFunction', taken))).toBe('A2 is not empty.');
    expect(steps(google)).toEqual(['tryLock', 'releaseLock']);
    expect(written(google)).toEqual([]);
  });

  it('is the script’s where the document has none', () => {
    const google = ads();
    google.documentHasLock = false;
    ok(ask(google, 'insertFunction', request()));
    expect(google.log.filter((line) => line === 'getScriptLock')).toHaveLength(1);
    expect(steps(google).at(-1)).toBe('releaseLock');
  });
});

describe('a service out of order', () => {
  const calls = [
    ['panelStart', undefined, 'getSpreadsheetLocale'],
    ['chooseLanguage', 'vi', 'getSpreadsheetLocale'],
    ['readSelection', undefined, 'getActiveSpreadsheet'],
    ['previewFunction', request(), 'getValues'],
    ['insertFunction', request(), 'getValues'],
    ['insertFunction', request(), 'tryLock'],
  ] as const;

  it.each(calls)('makes %s (%j) say plainly that it did not work: %s', (name, argument, call) => {
    const google = ads();
    google.failing.add(call);
    const answer = ask(google, name, argument);
    const sentence = name === 'chooseLanguage' ? appVi.failed : appEn.failed;
    expect(answer).toEqual({ problem: sentence });
    expect(google.reported).toHaveLength(1);
    expect(google.reported[0]).toContain(`Service error: ${call}`);
  });

  it.each(calls.filter(([name]) => name !== 'chooseLanguage'))(
    'is told of in the language the user chose: %s',
    (name, argument, call) => {
      const google = ads();
      google.notes.set('language', 'vi');
      google.failing.add(call);
      expect(ask(google, name, argument)).toEqual({ problem: appVi.failed });
    },
  );

  it('is told of in the language of the account when the choice cannot be read', () => {
    for (const [user, sentence] of [
      ['en', appEn.failed],
      ['vi', appVi.failed],
    ] as const) {
      const google = ads();
      google.user = user;
      google.failing.add('getUserProperties');
      expect(ask(google, 'panelStart')).toEqual({ problem: sentence });
      google.failing.add('getValues');
      expect(ask(google, 'previewFunction', request())).toEqual({ problem: sentence });
    }
  });

  it('does not undo an answer that stands: its format and the list of uses are extras', () => {
    for (const call of ['setNumberFormat', 'getUserProperties']) {
      const google = ads();
      google.failing.add(call);
      const done = ok(ask<FunctionInserted>(google, 'insertFunction', request()));
      expect(done).toEqual({ formula: '=CPL(B2:B3;C2:C3)', target: 'D2', recent: ['CPL'] });
      expect(google.log).toContain('setFormula "Ads!D2" "=CPL(B2:B3;C2:C3)"');
      expect(google.reported.join()).toContain(`Service error: ${call}`);
    }
  });
});

it('a formula that shows nothing is not written over', () => {
  const google = ads();
  google.sheets.Ads?.values[1]?.push('=IF(A1="";"";"")');
  const onto = request({ target: 'D2' });
  expect(problem(ask(google, 'insertFunction', onto))).toBe('D2 is not empty.');
  expect(ok(ask<FunctionPreview>(google, 'previewFunction', onto)).occupied).toBe(true);
  expect(written(google)).toEqual([]);
});

it('a place the user may not edit is left alone', () => {
  const google = ads();
  google.mayEdit = false;
  expect(problem(ask(google, 'insertFunction', request()))).toBe(
    appEn.mayNotEdit({ area: 'D2:D3' }),
  );
  expect(written(google)).toEqual([]);
});
