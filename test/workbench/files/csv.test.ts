import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvOptions, readCsv } from '../../../src/workbench/files/csv.ts';
import type { Sheet } from '../../../src/workbench/model/book.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function read(text: string | Uint8Array, options: Partial<CsvOptions> = {}) {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const answer = readCsv(bytes, { fileName: 'Quảng cáo.csv', locale: 'vi_VN', ...options });
  if ('problem' in answer) throw new Error(answer.problem.en);
  return answer.ok;
}

/** The data of one column, below its header. */
function column(sheet: Sheet, index = 0) {
  return sheet.rows.slice(1).map((row) => row[index]);
}

const one = (values: readonly string[], options: Partial<CsvOptions> = {}) => {
  const { sheet, report } = read(`h;x\n${values.map((v) => `${v};t`).join('\n')}`, options);
  return {
    values: column(sheet),
    format: sheet.columns?.[0]?.format,
    said: report.map((sentence) => sentence.en).join('\n'),
  };
};

describe('numbers', () => {
  it('lets one clear value decide for the column', () => {
    expect(one(['1.234', '1.234,5']).values).toEqual([1234, 1234.5]);
    expect(one(['1,234', '1,234.5']).values).toEqual([1234, 1234.5]);
    expect(one(['1.234', '0.5']).values).toEqual([1.234, 0.5]);
    expect(one(['1.234', '1.234.567']).values).toEqual([1234, 1234567]);
    expect(one(['12 345', '1 234 567,5']).values).toEqual([12345, 1234567.5]);
    expect(one(['1234.567', '2'], { locale: 'vi_VN' }).values).toEqual([1234.567, 2]);
  });

  it('follows the locale where nothing decides, and says so', () => {
    const vi = one(['1.234', '5.678']);
    expect(vi.values).toEqual([1234, 5678]);
    expect(vi.said).toContain('“1.234” could be read in two ways in “h”');
    expect(one(['1.234', '5.678'], { locale: 'en_US' }).values).toEqual([1.234, 5.678]);
    expect(one(['1,234'], { locale: 'en_US' }).values).toEqual([1234]);
  });

  it('lets another column of the file decide before the locale does', () => {
    const { sheet, report } = read('a;b\n1.234;0.5\n5.678;1.25');
    expect(column(sheet)).toEqual([1.234, 5.678]);
    expect(report.map((each) => each.en).join()).toContain('as in the other columns of the file');
  });

  it('keeps a column with two habits as text', () => {
    const { values, said } = one(['1.234,5', '1,234.5']);
    expect(values).toEqual(['1.234,5', '1,234.5']);
    expect(said).toContain('some rows use a decimal point');
  });

  it('reads percent, money and negative numbers', () => {
    expect(one(['12,5%', '7 %'])).toMatchObject({ values: [0.125, 0.07], format: '0.0%' });
    expect(one(['1.250.000 ₫', '80.000đ'])).toMatchObject({
      values: [1250000, 80000],
      format: '#,##0 "₫"',
    });
    expect(one(['$1,234.50', '-$3.00', '($4.25)'])).toMatchObject({
      values: [1234.5, -3, -4.25],
      format: '"$"#,##0.00',
    });
    expect(one(['-5', '−6', '+7']).values).toEqual([-5, -6, 7]);
    expect(one(['1.5E+3', '2e-1'], { locale: 'en_US' }).values).toEqual([1500, 0.2]);
  });

  it('does not mix currencies', () => {
    const { values, said } = one(['$5', '7 €']);
    expect(values).toEqual(['$5', '7 €']);
    expect(said).toContain('several currencies');
  });

  it('keeps codes and telephone numbers as text', () => {
    expect(one(['007', '12']).values).toEqual(['007', '12']);
    expect(one(['1234567890123456', '1']).values).toEqual(['1234567890123456', '1']);
    expect(one(['+84 912 345 678', '+84912345679']).values[1]).toBe('+84912345679');
    const { sheet } = read('Số điện thoại,n\n84912345678,1\n84912345679,2');
    expect(column(sheet)).toEqual(['84912345678', '84912345679']);
    expect(column(sheet, 1)).toEqual([1, 2]);
  });

  it('comes back from how either habit writes it', () => {
    const habits = fc.constantFrom(['en-US', 'en_US'], ['vi-VN', 'vi_VN']);
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100);
    fc.assert(
      fc.property(habits, fc.array(amount, { minLength: 1 }), ([language, locale], amounts) => {
        const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
        const written = amounts.map((n) => format.format(n));
        expect(one(written, { locale: locale! }).values.map((n) => n === 0 || n)).toEqual(
          amounts.map((n) => n === 0 || n),
        );
      }),
    );
  });
});

describe('dates', () => {
  it('are decided by a day above 12', () => {
    expect(one(['31-08-2023', '01-09-2023'], { locale: 'en_US' })).toMatchObject({
      values: [45169, 45170],
      format: 'dd-mm-yyyy',
    });
    expect(one(['8/31/2023', '9/1/2023'])).toMatchObject({
      values: [45169, 45170],
      format: 'mm/dd/yyyy',
    });
    expect(one(['31.08.2023']).values).toEqual([45169]);
    expect(one(['31/08/23']).values).toEqual([45169]);
    expect(one(['2023-08-31', '2023-09-01'])).toMatchObject({
      values: [45169, 45170],
      format: 'yyyy-mm-dd',
    });
    expect(one(['2023-08-31T12:00:00Z', '2023-08-31 18:00']).values).toEqual([45169.5, 45169.75]);
  });

  it('follow the locale where nothing decides, and say so', () => {
    const vi = one(['01/02/2026']);
    const us = one(['01/02/2026'], { locale: 'en_US' });
    expect(vi.values).toEqual([46054]);
    expect(us.values).toEqual([46024]);
    expect(vi.said).toContain('Dates are taken to be day-month-year');
    expect(us.said).toContain('Dates are taken to be month-day-year');
  });

  it('that contradict each other stay text', () => {
    const { values, said } = one(['31/08/2023', '08/31/2023']);
    expect(values).toEqual(['31/08/2023', '08/31/2023']);
    expect(said).toContain('only month-day-year');
  });

  it('that do not exist stay text', () => {
    const { values, said } = one(['31-02-2023', '30-03-2023']);
    expect(values).toEqual(['31-02-2023', 45015]);
    expect(said).toContain('1 cell did not read');
  });

  it('leave ranges of ages alone', () => {
    expect(one(['30-34', '35-39']).values).toEqual(['30-34', '35-39']);
  });
});

describe('text', () => {
  it('never becomes a formula', () => {
    const texts = ['=IMPORTXML("http://x")', '+cmd', '-x', '@SUM(A1)', 'ok'];
    const { sheet, report } = read(
      `t,n\n${texts.map((t) => `"${t.replaceAll('"', '""')}",1`).join('\n')}`,
    );
    expect(column(sheet)).toEqual(texts);
    expect(report.at(-1)?.en).toContain('4 cells begin with');
  });

  it('stays as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const words = texts.map((text) => `x${text.replaceAll('\r', '')}`);
        const csv = words.map((text) => `"${text.replaceAll('"', '""')}";a`).join('\n');
        const { sheet } = read(`"h";"i"\n${csv}`);
        expect(column(sheet)).toEqual(words);
      }),
    );
  });

  it('true and false stay text, blanks become null', () => {
    const { sheet } = read('a,b\ntrue,1\n ,\n,3');
    expect(column(sheet)).toEqual(['true', null, null]);
    expect(column(sheet, 1)).toEqual([1, null, 3]);
  });
});

describe('files', () => {
  it('are split by what separates them', () => {
    for (const mark of [',', ';', '\t', '|']) {
      const { sheet } = read(`${['a', 'b', 'c'].join(mark)}\n${['x', 'y', 'z'].join(mark)}`);
      expect(sheet.rows[1]).toEqual(['x', 'y', 'z']);
    }
    expect(read('chi phí;lead\n1,5;2,5\n3,5;4,5').sheet.rows.slice(1)).toEqual([
      [1.5, 2.5],
      [3.5, 4.5],
    ]);
    expect(read('sep=;\na;b,c\n1;2').sheet.rows[1]).toEqual([1, 2]);
    expect(read('only\n1\n\n3').sheet.rows.slice(1)).toEqual([[1], [null], [3]]);
  });

  it('may quote, break lines inside cells and have uneven rows', () => {
    const { sheet, report } = read('a,b\r\n"x, ""y""\nz",1\r\nw\r\nv,2,3\r\n\r\n');
    expect(column(sheet)).toEqual(['x, "y"\nz', 'w', 'v']);
    expect(sheet.rows).toHaveLength(4);
    expect(report.at(-1)?.en).toBe('2 rows have more or fewer cells than the first row.');
    expect(read('a,b\n1,"open\n2,3').report.at(-1)?.en).toContain('not closed near row 2');
  });

  it('may come in any of the usual encodings', () => {
    const text = 'Tên,Chiến dịch\nLan,Tết';
    const utf16 = (little: boolean, marked: boolean) => {
      const units = [...(marked ? '\uFEFF' : ''), ...text].map((c) => c.charCodeAt(0));
      return Uint8Array.from(
        units.flatMap((u) => (little ? [u & 255, u >> 8] : [u >> 8, u & 255])),
      );
    };
    for (const bytes of [
      bytesOf(text),
      bytesOf(`\uFEFF${text}`),
      utf16(true, true),
      utf16(false, true),
    ]) {
      expect(read(bytes).sheet.rows[1]).toEqual(['Lan', 'Tết']);
      expect(read(bytes).sheet.rows[0]?.[0]).toMatchObject({ value: 'Tên' });
    }
    // «Tên,Tiền» and «Điện tử»: the vowel, then its tone as a byte of its own.
    const old = Uint8Array.from([
      0x54, 0xea, 0x6e, 0x2c, 0x54, 0x69, 0xea, 0xcc, 0x6e, 0x0a, 0xd0, 0x69, 0xea, 0xf2, 0x6e,
      0x2c, 0x78,
    ]);
    expect(read(old, { locale: 'en_US' }).sheet.rows[1]).toEqual(['Điện', 'x']);
    const western = Uint8Array.from([...bytesOf('a,b\n'), 0x70, 0x65, 0x72, 0xf2, 0x2c, 0x78]);
    expect(read(western).sheet.rows[1]).toEqual(['però', 'x']);
  });

  it('without a header are data from the first row on', () => {
    const { sheet } = read('1,2\n3,4');
    expect(sheet.rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(sheet.frozenRows).toBeUndefined();
  });

  it('give their name to the sheet', () => {
    const name = (fileName: string, taken: string[] = []) =>
      read('a\n1', { fileName, taken }).sheet.name;
    expect(name('C:\\x\\Quảng cáo [Q3].csv')).toBe('Quảng cáo Q3');
    expect(name('ads.csv', ['Ads', 'ads 2'])).toBe('ads 3');
    expect(name('a'.repeat(40))).toHaveLength(31);
    expect(name('.csv')).toBe('CSV');
  });

  it('that cannot be read are refused with a sentence', () => {
    const problem = (bytes: Uint8Array, maximumCells?: number) => {
      const limit = maximumCells === undefined ? {} : { maximumCells };
      const answer = readCsv(bytes, { fileName: 'x', locale: 'vi_VN', ...limit });
      return 'problem' in answer ? answer.problem : null;
    };
    expect(problem(bytesOf(''))?.vi).toContain('Tệp trống');
    expect(problem(bytesOf(' \n \n'))?.en).toContain('empty');
    expect(problem(Uint8Array.of(0x50, 0x4b, 3, 4))?.en).toContain('workbook');
    expect(problem(Uint8Array.of(1, 0, 0, 7, 0, 0))?.en).toContain('no text');
    expect(problem(bytesOf('a,b\n1,2\n3,4'), 5)?.en).toContain('more than 5 cells');
    expect(problem(bytesOf('a,b\n1,2'), 5)).toBeNull();
  });

  it('never throw, whatever their bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readCsv(bytes, { fileName: 'x', locale: 'vi_VN' })).toBeTypeOf('object');
      }),
    );
  });

  it('of 7,000 rows and 21 columns are read to the last cell', () => {
    const row = (n: number) =>
      Array.from({ length: 21 }, (_, c) => (c % 3 ? `${n}.${c}5` : `t ${n}`));
    const rows = Array.from({ length: 7000 }, (_, n) => row(n).join(','));
    const { sheet } = read(
      `${row(0)
        .map((_, c) => `c${c} h`)
        .join(',')}\n${rows.join('\n')}`,
    );
    expect(sheet.rows[7000]?.[1]).toBe(6999.15);
  });
});
