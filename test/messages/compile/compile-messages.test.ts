import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compileMessages } from '../../../src/messages/compile/index.ts';

type Texts = Parameters<typeof compileMessages>[0][string];

const problems = (languages: Texts): readonly string[] => {
  const compiled = compileMessages({ menu: languages });
  return 'problems' in compiled ? compiled.problems : [];
};

const moduleOf = (languages: Texts): string => {
  const compiled = compileMessages({ menu: languages });
  if ('problems' in compiled) throw new Error(compiled.problems.join('\n'));
  return compiled.modules.menu ?? '';
};

// biome-ignore lint/suspicious/noExplicitAny: what a module holds is what is tested here.
type Words = any;

/** The words as a build puts them into the product. */
async function words(languages: Texts, language: string): Promise<Words> {
  const { outputFiles } = await build({
    stdin: { contents: moduleOf(languages), resolveDir: 'src/messages/compiled', loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  const { menuWords } = await import(`data:text/javascript;base64,${code}`);
  return menuWords(language);
}

describe('messages', () => {
  it('say what stands in their files, gaps filled in by name', async () => {
    const texts = {
      en: { open: 'Open', took: 'Took {what} from {where}', lines: ['One', 'Two'] },
      vi: { open: 'Mở', took: 'Từ {where} lấy {what}', lines: ['Một', 'Hai'] },
    };
    const { open, took, lines } = await words(texts, 'vi');
    expect([open, took({ what: 'A1', where: 'B' }), lines]).toEqual([
      'Mở',
      'Từ B lấy A1',
      ['Một', 'Hai'],
    ]);
  });

  it('are written as they stand there: quotes, signs of code and line breaks as well', async () => {
    const odd = `It’s \`$'{'x'}'\` \\ "q" 's' #1 \n {n}`;
    const shown = odd.replace(/'([{}])'/g, '$1').replace('{n}', '7');
    const said = await words({ en: { odd, same: "'{'n'}'" } }, 'en');
    expect([said.odd({ n: 7 }), said.same]).toEqual([shown, '{n}']);
  });

  it('count as each language counts', async () => {
    const texts = {
      en: { days: '{n, plural, =0 {none} one {# day} other {# days}}' },
      vi: { days: '{n, plural, =0 {chưa có} other {# ngày}}' },
      ru: { days: '{n, plural, =0 {нет} one {# день} few {# дня} many {# дней} other {# дня}}' },
    };
    const said = async (language: string) => {
      const { days } = await words(texts, language);
      return [0, 1, 2, 5, 21].map((n) => days({ n }));
    };
    expect(await said('en')).toEqual(['none', '1 day', '2 days', '5 days', '21 days']);
    expect(await said('vi')).toEqual(['chưa có', '1 ngày', '2 ngày', '5 ngày', '21 ngày']);
    expect(await said('ru')).toEqual(['нет', '1 день', '2 дня', '5 дней', '21 день']);
  });

  it('choose by what a gap says, and by its being empty', async () => {
    const en = {
      way: '{better, select, higher {up} lower {down} other {}}',
      said: '{detail, select, blank {no answer} other {“{detail}”}}',
    };
    const { way, said } = await words({ en }, 'en');
    expect([way({ better: 'higher' }), way({ better: 'lower' })]).toEqual(['up', 'down']);
    expect([said({ detail: '' }), said({ detail: 'busy' })]).toEqual(['no answer', '“busy”']);
  });

  it('have types of every key and gap, and none for what is said to translators', () => {
    const en = {
      '@': 'The menu',
      '@took': 'After a selection',
      took: 'Took {what}, {n, plural, one {# cell} other {# cells}}',
      way: '{better, select, higher {up} lower {down} other {}}',
    };
    const code = moduleOf({ en });
    expect(code).toContain(
      '(gaps: { readonly what: string | number; readonly n: number }) => string',
    );
    expect(code).toContain('readonly better: "higher" | "lower"');
    expect(code).not.toContain('After a selection');
  });

  it('write a text once that stands in several places', () => {
    const en = { one: 'Try again in some minutes.', two: 'Try again in some minutes.' };
    expect(moduleOf({ en }).match(/"Try again in some minutes\."/g)).toHaveLength(1);
  });

  it.each([
    ['a text that is missing', { open: 'Open' }, {}, ['“open” is missing']],
    ['a text too many', {}, { shut: 'Đóng' }, ['“shut” is not known in en']],
    ['a gap that is missing', { took: 'Took {what}' }, { took: 'Đã lấy' }, ['“took” lacks {what}']],
    ['a gap too many', { took: 'Took' }, { took: 'Đã lấy {what}' }, ['“took” has {what}']],
    ['a misspelt gap', { a: { b: '{row}' } }, { a: { b: '{raw}' } }, ['has {raw}', 'lacks {row}']],
    ['a list that is shorter', { l: ['A', 'B'] }, { l: ['A'] }, ['“l.2” is missing']],
    ['a group where a text belongs', { a: 'A' }, { a: { b: 'B' } }, ['“a” is a group']],
    ['a brace that is not closed', { a: 'A' }, { a: 'Á {' }, ['“a” cannot be read']],
    [
      'a plural without “other”',
      { a: '{n, plural, one {A} other {B}}' },
      { a: '{n, plural, =1 {A}}' },
      ['has no case “other”'],
    ],
    [
      'a plural that its language does not have',
      { a: '{n, plural, one {A} other {B}}' },
      { a: '{n, plural, one {A} other {B}}' },
      ['“a” cannot be read'],
    ],
    [
      'a number written by the message',
      { a: '{n}' },
      { a: '{n, number}' },
      ['numbers and days come written out'],
    ],
  ])('stop the build at %s, and say where', (_, en, vi, expected) => {
    const found = problems({ en, vi });
    expect(found).toHaveLength(expected.length);
    for (const [at, part] of expected.entries()) {
      expect(found[at]).toContain('src/messages/vi/menu.json: ');
      expect(found[at]).toContain(part);
    }
  });

  it('stop the build at a language without a file of its own', () => {
    expect(problems({ en: { open: 'Open' }, vi: undefined })).toEqual([
      'src/messages/vi/menu.json is missing.',
    ]);
  });

  it('may leave out in a language what only chooses between wordings in English', async () => {
    const texts = {
      en: { years: '{n, plural, one {year} other {years}}' },
      vi: { years: 'năm' },
    };
    expect(problems(texts)).toEqual([]);
    expect((await words(texts, 'vi')).years({ n: 1 })).toBe('năm');
  });
});

describe('texts of the catalogue', () => {
  const cpl = { title: 'Cost per lead', summary: 'S', alsoCalled: '', pitfall: 'P' };
  const compiled = (files: Readonly<Record<string, Texts>>) => {
    const found = compileMessages(files);
    return 'problems' in found ? found.problems : Object.keys(found.modules);
  };

  it('are compiled by field, the files of all families together', () => {
    const modules = compiled({
      'catalogue/kpis/leads': { en: { '@': 'Leads', CPL: { ...cpl, none: 'N' } } },
      'catalogue/kpis/ads': { en: { CPC: cpl } },
    });
    expect(modules).toContain('catalogue/kpi-title');
    expect(modules).toContain('catalogue/kpi-more-pitfalls');
    expect(modules).not.toContain('catalogue/kpis/leads');
  });

  it.each([
    [
      'a field that is missing',
      { CPL: { ...cpl, pitfall: undefined } },
      '“CPL.pitfall” is missing',
    ],
    ['a field nobody knows', { CPL: { ...cpl, titel: 'T' } }, '“CPL.titel” is not known'],
    ['a gap, which nothing fills', { CPL: { ...cpl, title: 'Per {x}' } }, '“CPL.title” has {x}'],
    [
      'an entry in two files',
      { CPL: cpl, CPC: cpl },
      '“CPC” stands in src/messages/en/catalogue/kpis/ads.json',
    ],
  ])('stop the build at %s', (_, leads, expected) => {
    const en = JSON.parse(JSON.stringify(leads));
    const files = { 'catalogue/kpis/ads': { en: { CPC: cpl } }, 'catalogue/kpis/leads': { en } };
    expect(compiled(files)).toEqual([expect.stringContaining(expected)]);
  });

  it('stop the build where another language lacks one', () => {
    const vi = { CPL: { ...cpl, title: undefined } };
    const files = {
      'catalogue/kpis/leads': { en: { CPL: cpl }, vi: JSON.parse(JSON.stringify(vi)) },
    };
    expect(compiled(files)).toEqual([
      'src/messages/vi/catalogue/kpis/leads.json: “CPL.title” is missing.',
    ]);
  });
});
