import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, FunctionRequest } from '../../../src/app/api/api.ts';
import { panelOver } from '../../kit/desk/fake-desk.ts';
import { type FakeHost, fakeHost } from '../../kit/desk/fake-host.ts';
import { table } from '../../kit/engine/table.ts';

const ads = () =>
  fakeHost({
    Ads: [
      ['Ad', 'Spent', 'Leads'],
      ['a', 100, 4],
      ['b', 50, 0],
      ['c', 30, 1],
    ],
    'Tổng hợp': [],
  });

const request = (over: Partial<FunctionRequest> = {}): FunctionRequest => ({
  name: 'CPL',
  inputs: ['B2:B4', 'C2:C4'],
  answer: 'rows',
  target: '',
  replace: false,
  ...over,
});

const api = (host: FakeHost) => panelOver(host, table);
const ok = <T>(answer: Answer<T>): T => {
  if ('ok' in answer) return answer.ok;
  throw new Error(answer.problem);
};
const problem = (answer: Answer<unknown>) => ('problem' in answer ? answer.problem : 'no problem');

describe('inserting a function', () => {
  it('puts an answer per row beside the table, written so that every locale reads it', () => {
    const host = ads();
    const done = ok(api(host).insertFunction(request()));
    expect(done).toEqual({ formula: '=CPL(B2:B4;C2:C4)', target: 'D2', recent: ['CPL'] });
    expect(host.sheets.Ads?.[1]?.[3]).toBe('=CPL(B2:B4;C2:C4)');
    expect(host.formats).toEqual({ 'Ads!D2:D4': '#,##0.00' });
  });

  it('totals first when one number is wanted, with a column left free', () => {
    const done = ok(api(ads()).insertFunction(request({ answer: 'total' })));
    expect(done).toMatchObject({ formula: '=KPI_TOTAL("CPL";B2:B4;C2:C4)', target: 'E2' });
  });

  it('shows what it would give before anything is written', () => {
    const host = ads();
    const preview = ok(api(host).previewFunction(request()));
    expect(preview).toMatchObject({ answers: ['25', 'no leads', '30'], cells: 3, target: 'D2' });
    expect(host.sheets.Ads?.[1]).toHaveLength(3);
    expect(ok(api(host).previewFunction(request({ answer: 'total' }))).answers).toEqual(['36']);
  });

  it('takes whole columns with their header, and numbers without their decimal sign', () => {
    const whole = ok(api(ads()).previewFunction(request({ inputs: ['B:B', 'C:C'] })));
    expect(whole).toMatchObject({ answers: ['25', 'no leads', '30'], cells: 4, target: 'D1' });
    const margin = request({ name: 'ROI', inputs: ['B2:B4', 'C2:C4', '12,5 %'] });
    expect(ok(api(ads()).previewFunction(margin)).formula).toBe('=ROI(B2:B4;C2:C4;125/1000)');
  });

  it('names the sheet of the inputs when the answer stands on another', () => {
    const host = ads();
    host.select('Ads', 'B2:B4');
    const { reference, header, rows } = ok(api(host).readSelection());
    expect({ reference, header, rows }).toEqual({
      reference: "'Ads'!B2:B4",
      header: 'Spent',
      rows: 3,
    });
    const over = {
      inputs: [reference, "'Ads'!C2:C4"],
      answer: 'total',
      target: "'Tổng hợp'!A1",
    } as const;
    expect(ok(api(host).insertFunction(request(over)))).toMatchObject({
      formula: `=KPI_TOTAL("CPL";'Ads'!B2:B4;'Ads'!C2:C4)`,
      target: "'Tổng hợp'!A1",
    });
  });

  it('never writes over what is there unless told to, and never over what a spill would need', () => {
    const host = ads();
    const onto = request({ answer: 'total', target: 'A2' });
    expect(ok(api(host).previewFunction(onto)).occupied).toBe(true);
    expect(problem(api(host).insertFunction(onto))).toBe('A2 is not empty.');
    expect(host.sheets.Ads?.[1]?.[0]).toBe('a');
    expect(ok(api(host).insertFunction({ ...onto, replace: true })).target).toBe('A2');
    const spill = request({ target: 'D2', replace: true });
    host.sheets.Ads?.[2]?.push('mine');
    expect(problem(api(host).insertFunction(spill))).toContain('D3 is not empty');
  });

  it('takes a formula that shows nothing for what it is: something of the user', () => {
    const host = ads();
    host.silent['Ads!E2'] = '=IF(A2="","",1)';
    host.silent['Ads!D3'] = '=IF(A3="","",1)';
    const total = request({ answer: 'total', target: 'E2' });
    expect(ok(api(host).previewFunction(total)).occupied).toBe(true);
    expect(problem(api(host).insertFunction(total))).toBe('E2 is not empty.');
    expect(problem(api(host).insertFunction(request()))).toContain('D3 is not empty');
  });

  it('compares the shapes of the ranges, not of what they hold', () => {
    const host = fakeHost({ A: [['x'], [10], [20]], B: [['n'], [5], [2], [4]] });
    const inputs = (one: string, two: string) => request({ inputs: [one, two], target: 'H1' });
    expect(problem(api(host).previewFunction(inputs('A2:A900', "'B'!A2:A500")))).toContain(
      'Select ranges of the same size',
    );
    const whole = ok(api(host).previewFunction(inputs('A:A', "'B'!A:A")));
    expect(whole).toMatchObject({ answers: ['2', '10', ''], cells: 4 });
    const apart = ok(api(host).previewFunction(inputs('A2:A900', "'B'!A3:A901")));
    expect(apart.answers).toEqual(['5', '5']);
  });

  it('writes numbers with the digits they were typed with', () => {
    const formula = (typed: string) => {
      const answer = api(ads()).previewFunction(request({ inputs: ['B2:B4', typed] }));
      return 'ok' in answer ? answer.ok.formula : answer.problem;
    };
    expect(formula('123456,78')).toBe('=CPL(B2:B4;12345678/100)');
    expect(formula('1.234.567,89')).toBe('=CPL(B2:B4;123456789/100)');
    expect(formula('0,00000000000004')).toContain('neither cells nor a number');
  });

  it('refuses before writing what the cell would refuse', () => {
    const host = ads();
    expect(
      problem(api(host).insertFunction(request({ inputs: ['B2:B4', '-5'], answer: 'total' }))),
    ).toContain('-5');
    expect(JSON.stringify(host.sheets)).not.toContain('=');
  });

  it('says that it is done when the formula stands, whatever fails after that', () => {
    const host = ads();
    host.remember = () => {
      throw new Error('quota');
    };
    host.suggestFormat = () => {
      throw new Error('protected');
    };
    expect(ok(api(host).insertFunction(request()))).toMatchObject({ target: 'D2' });
    expect(host.reported).toHaveLength(2);
  });

  it('refuses places that cannot take an answer', () => {
    expect(problem(api(ads()).insertFunction(request({ target: 'B2' })))).toContain(
      'inputs themselves',
    );
    expect(problem(api(ads()).insertFunction(request({ target: 'D999' })))).toContain(
      'past the end',
    );
    expect(problem(api(ads()).insertFunction(request({ target: 'ZZ9' })))).toContain('no cell ZZ9');
    const locked = ads();
    locked.readOnly = true;
    expect(problem(api(locked).insertFunction(request()))).toContain('may not edit D2:D4');
    const busy = ads();
    busy.busy = true;
    expect(problem(api(busy).insertFunction(request()))).toContain('right now');
  });

  it('says which field a problem is about', () => {
    const field = (over: Partial<FunctionRequest>) => {
      const answer = api(ads()).previewFunction(request(over));
      return 'problem' in answer ? answer.field : 'no problem';
    };
    expect(field({ inputs: ['B2:B4', 'x y'] })).toBe('leads');
    expect(field({ target: 'ZZ9' })).toBe('target');
    expect(field({ inputs: ['B2:B4', 'C2:C3'] })).toBe('leads');
    expect(field({ inputs: ['B2:B4', '-5'], answer: 'total' })).toBeUndefined();
  });

  it('warns when answers would not stand beside their rows', () => {
    expect(ok(api(ads()).previewFunction(request({ target: 'E5' }))).note).toContain('row 2');
  });

  it('says what is wrong with an input, in the language of the user', () => {
    const host = ads();
    expect(problem(api(host).previewFunction(request({ inputs: ['', 'C2:C4'] })))).toBe(
      'Choose cells or type a number for lead-generation cost.',
    );
    expect(problem(api(host).previewFunction(request({ inputs: ['B2:B4', '1.234'] })))).toContain(
      'two ways',
    );
    host.user = 'vi';
    expect(problem(api(host).previewFunction(request({ inputs: ['hôm qua', 'C2:C4'] })))).toContain(
      'không phải là vùng dữ liệu',
    );
    expect(problem(api(host).previewFunction(request({ inputs: ['B2:B4', 'C2:C3'] })))).toContain(
      'Hãy chọn các vùng cùng kích thước',
    );
  });

  it('fills what was left out in the middle, and drops it at the end', () => {
    const attainment = (inputs: string[]) =>
      ok(api(ads()).previewFunction(request({ name: 'ATTAINMENT', inputs }))).formula;
    expect(attainment(['B2:B4', '100', '', ''])).toBe('=ATTAINMENT(B2:B4;100)');
    expect(attainment(['B2:B4', '100', 'thấp hơn', ''])).toBe('=ATTAINMENT(B2:B4;100;"lower")');
    expect(attainment(['B2:B4', '100', '', '20'])).toBe('=ATTAINMENT(B2:B4;100;"higher";20)');
  });

  it('keeps the functions used last, the newest first, each once', () => {
    const host = ads();
    for (const name of ['CPL', 'ROAS', 'CPL']) {
      ok(api(host).insertFunction(request({ name, answer: 'total', target: 'H9', replace: true })));
    }
    expect(ok(api(host).panelStart()).recent).toEqual(['CPL', 'ROAS']);
    host.notes.set('recent-functions', '<b>x</b> CPL {}');
    expect(ok(api(host).panelStart()).recent).toEqual(['CPL']);
  });

  it('answers anything at all with a sentence or a result, and writes nothing of it', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'B2:B4',
        '=1+1',
        '"',
        "'",
        "'Ads'!A1:B2",
        'A1:A1048577',
        '9'.repeat(40),
        '1e9',
      ),
    );
    const wild = fc.record({
      name: fc.oneof(fc.constantFrom('CPL', 'ROI', 'constructor', '__proto__'), fc.string()),
      inputs: fc.oneof(fc.array(text, { maxLength: 6 }), fc.constant(null)),
      answer: fc.constantFrom('rows', 'total', 'x'),
      target: text,
      replace: fc.boolean(),
    });
    fc.assert(
      fc.property(wild, (each) => {
        const host = ads();
        const before = JSON.stringify(host.sheets);
        const answer = api(host).previewFunction(each as FunctionRequest);
        expect('ok' in answer || answer.problem.length > 5).toBe(true);
        expect(JSON.stringify(host.sheets)).toBe(before);
        const formula = 'ok' in answer ? answer.ok.formula : '=CPL(A1;A2)';
        expect(formula).toMatch(/^=[A-Z_]+\([^\n]*\)$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the language of the panel', () => {
  it('follows the account until the user chooses one', () => {
    const host = ads();
    host.user = 'vi';
    expect(ok(api(host).panelStart()).language).toBe('vi');
    expect(ok(api(host).chooseLanguage('en')).language).toBe('en');
    expect(ok(api(host).panelStart()).language).toBe('en');
    expect(ok(api(host).chooseLanguage(null)).language).toBe('vi');
  });
});
