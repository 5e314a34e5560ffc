import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/workbench/files/xlsx.ts';
import type { OwnFunctions } from '../../../src/workbench/formula/replace-calls.ts';
import type { Book, Computed } from '../../../src/workbench/model/book.ts';

const own: OwnFunctions = {
  each: new Set(['CPL']),
  whole: new Set(['KPI_TOTAL']),
  twin: (_, [cost, leads]) => `IF(${leads}=0,"no leads",${cost}/${leads})`,
};

async function written(book: Book, computed: readonly Computed[] = []) {
  const bytes = await writeXlsx(book, computed, { own, locale: 'vi_VN', language: 'en' });
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

const sheetOf = async (rows: Book['sheets'][number]['rows'], computed?: Computed) =>
  (await written({ sheets: [{ name: 'S', rows }] }, computed ? [computed] : [])).getWorksheet('S')!;

describe('values', () => {
  it('keep their kind', async () => {
    const sheet = await sheetOf([
      ['007', 1.5, true, null, 'Tiếng Việt «x»', { value: 46000, format: 'dd/mm/yyyy' }],
    ]);
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map((at) => sheet.getCell(at).value)).toEqual([
      '007',
      1.5,
      true,
      null,
      'Tiếng Việt «x»',
    ]);
    expect(sheet.getCell('F1').value).toEqual(new Date(Date.UTC(2025, 11, 9)));
    expect(sheet.getCell('F1').numFmt).toBe('dd/mm/yyyy');
  });

  it('that look like formulas stay text, also when typed over', async () => {
    const sheet = await sheetOf([['=1+1', '@SUM(A1)', '-x']]);
    for (const at of ['A1', 'B1', 'C1']) {
      expect(sheet.getCell(at).formula).toBeUndefined();
      expect(sheet.getCell(at).numFmt).toBe('@');
    }
    expect(sheet.getCell('A1').value).toBe('=1+1');
  });

  it('lose only what a file cannot hold', async () => {
    const sheet = await sheetOf([['a\u0000b\u000bc\ud800\nd<&>"', 'x'.repeat(40_000)]]);
    expect(sheet.getCell('A1').value).toBe('abc\nd<&>"');
    expect(sheet.getCell('B1').value).toHaveLength(32_767);
  });
});

describe('formulas', () => {
  it('are written with their value, ours as their twins', async () => {
    const sheet = await sheetOf(
      [[10, 4, { formula: '=CPL(A1,B1)*2' }, { formula: '=SUM(A1:B1*2)' }]],
      { values: [[10, 4, 5, 28]], spills: [] },
    );
    expect(sheet.getCell('C1').value).toMatchObject({
      formula: '(IF(B1=0,"no leads",A1/B1))*2',
      result: 5,
    });
    expect(sheet.getCell('D1').value).toMatchObject({ shareType: 'array', ref: 'D1' });
  });

  it('that spilled stand in every cell they filled', async () => {
    const sheet = await sheetOf(
      [
        ['cost', 'leads', { formula: '=CPL(A:A,B:B)', format: '0.00', style: { bold: true } }],
        [10, 4],
        [10, 0],
      ],
      {
        values: [
          ['cost', 'leads', ''],
          [10, 4, 2.5],
          [10, 0, 'no leads'],
        ],
        spills: [{ row: 0, column: 2, rows: 3, columns: 1 }],
      },
    );
    expect(sheet.getCell('C1').value).toBeNull();
    expect(sheet.getCell('C2').value).toMatchObject({
      formula: 'IF(B2=0,"no leads",A2/B2)',
      result: 2.5,
    });
    expect(sheet.getCell('C3').value).toMatchObject({ result: 'no leads' });
    expect(sheet.getCell('C3').numFmt).toBe('0.00');
    expect(sheet.getCell('C3').font?.bold).toBe(true);
  });

  it('that a file cannot hold become values, with a note', async () => {
    const sheet = await sheetOf(
      [[{ formula: '=QUERY(A1:B9,"x",1.5)', note: 'mine' }, { formula: '=NOSUCH(1)' }], []],
      {
        values: [
          [7, { error: '#ERROR!', sentence: 'why' }],
          [8, null],
        ],
        spills: [{ row: 0, column: 0, rows: 2, columns: 1 }],
      },
    );
    expect(sheet.getCell('A1').value).toBe(7);
    expect(sheet.getCell('A2').value).toBe(8);
    expect(noteOf(sheet.getCell('A1').note)).toBe(
      'mine\nOnly the value is in this file. The formula in the spreadsheet: =QUERY(A1:B9;"x";1,5)',
    );
    expect(sheet.getCell('A2').note).toBeUndefined();
    expect(sheet.getCell('B1').value).toEqual({ error: '#VALUE!' });
  });
});

function noteOf(note: unknown): string {
  if (typeof note === 'string') return note;
  const texts = (note as { texts?: { text: string }[] })?.texts ?? [];
  return texts.map(({ text }) => text).join('');
}

describe('a sheet', () => {
  it('keeps looks, widths, heights, frozen panes and merges', async () => {
    const workbook = await written({
      sheets: [
        {
          name: 'S',
          rows: [
            [
              {
                value: 'a',
                style: {
                  bold: true,
                  size: 18,
                  color: '#1a73e8',
                  background: '#e8f0fe',
                  align: 'right',
                  wrap: true,
                  lineBelow: '#dadce0',
                },
              },
            ],
            [1],
          ],
          columns: [{ width: 110, format: '#,##0' }],
          heights: { 0: 40 },
          frozenRows: 1,
          frozenColumns: 2,
          hideGridlines: true,
          merges: [{ row: 0, column: 0, rows: 1, columns: 2 }],
        },
      ],
    });
    const sheet = workbook.getWorksheet('S')!;
    const cell = sheet.getCell('A1');
    expect(cell.font).toMatchObject({ bold: true, size: 18, color: { argb: 'FF1A73E8' } });
    expect(cell.fill).toMatchObject({ fgColor: { argb: 'FFE8F0FE' } });
    expect(cell.alignment).toMatchObject({ horizontal: 'right', wrapText: true });
    expect(cell.border?.bottom).toMatchObject({ style: 'thin', color: { argb: 'FFDADCE0' } });
    expect(sheet.getCell('A2').numFmt).toBe('#,##0');
    expect(sheet.getColumn(1).width).toBe(15);
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.views[0]).toMatchObject({
      state: 'frozen',
      xSplit: 2,
      ySplit: 1,
      showGridLines: false,
    });
    expect(sheet.getCell('B1').isMerged).toBe(true);
  });

  it('keeps conditional formats', async () => {
    const block = { row: 0, column: 0, rows: 2, columns: 1 };
    const style = { color: '#137333', background: '#e6f4ea', bold: true };
    const workbook = await written({
      sheets: [
        {
          name: 'S',
          rows: [[1], [2]],
          conditionalFormats: [
            { kind: 'cell', block, is: '<=', value: 5, style },
            { kind: 'cell', block, is: '<>', value: 'a"b', style },
            { kind: 'between', block, from: 1, to: 2, style },
            { kind: 'formula', block, formula: '=ISNUMBER(CPL(A1,2))', style },
            { kind: 'formula', block, formula: '=QUERY(A1)', style },
            {
              kind: 'scale',
              block,
              stops: [
                { at: 'min', color: '#ffffff' },
                { at: 'percentile', value: 90, color: '#fad2cf' },
              ],
            },
          ],
        },
      ],
    });
    const { conditionalFormattings: found } = workbook.getWorksheet('S') as unknown as {
      conditionalFormattings: { ref: string; rules: { type: string }[] }[];
    };
    expect(found.map((each) => each.ref)).toEqual(Array(5).fill('A1:A2'));
    expect(found.flatMap((each) => each.rules)).toMatchObject([
      { type: 'cellIs', operator: 'lessThanOrEqual', formulae: ['5'] },
      { type: 'cellIs', operator: 'notEqual', formulae: ['"a""b"'] },
      { type: 'cellIs', operator: 'between', formulae: ['1', '2'] },
      { type: 'expression', formulae: ['ISNUMBER((IF(2=0,"no leads",A1/2)))'] },
      { type: 'colorScale' },
    ]);
  });

  it('gets a name a file allows, in formulas too', async () => {
    const long = `Chi phí: ${'rất '.repeat(10)}dài`;
    const workbook = await written({
      sheets: [
        { name: long, rows: [[1]] },
        { name: `${long}!`, rows: [[{ formula: `='${long}'!A1` }]] },
      ],
    });
    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names.every((name) => name.length <= 31)).toBe(true);
    expect(new Set(names).size).toBe(2);
    expect(workbook.worksheets[1]?.getCell('A1').formula).toBe(`'${names[0]}'!A1`);
  });
});

it('7,000 rows and 21 columns arrive to the last cell', async () => {
  const rows = Array.from({ length: 7000 }, (_, r) => Array.from({ length: 21 }, (_, c) => r + c));
  expect((await sheetOf(rows)).getCell('U7000').value).toBe(7019);
});

describe('answers that can still grow', () => {
  const weeks = (filled: number): Book['sheets'][number]['rows'] => [
    ['cost', 'leads', { formula: '=CPL($A$1:$A$5,$B$1:$B$5)' }, 'beside'],
    ...Array.from({ length: 4 }, (_, i) => (i < filled ? [10, 4] : [null, null, null, 'beside'])),
  ];
  const computed = (filled: number): Computed => ({
    values: [['cost', 'leads', ''], ...Array.from({ length: filled }, () => [10, 4, 2.5])],
    spills: filled > 0 ? [{ row: 0, column: 2, rows: filled + 1, columns: 1 }] : [],
  });

  it.each([0, 2])('have their formulas in every row of their ranges, %i filled', async (filled) => {
    const sheet = await sheetOf(weeks(filled), computed(filled));
    expect(sheet.getCell('C1').value).toBeNull();
    for (const row of [2, 3, 4, 5]) {
      expect(sheet.getCell(`C${row}`).formula).toBe(
        `IF($B$${row}=0,"no leads",$A$${row}/$B$${row})`,
      );
    }
    expect(sheet.getCell('C6').value).toBeNull();
    expect(sheet.getCell('D5').value).toBe(filled === 4 ? null : 'beside');
  });

  it('have one in their first row too where no header stands there, only nothing yet', async () => {
    const sheet = await sheetOf(
      [
        [null, null, { formula: '=CPL(A1:A3,B1:B3)' }],
        [10, 4],
        [10, 5],
      ],
      {
        values: [
          [null, null, null],
          [10, 4, 2.5],
          [10, 5, 2],
        ],
        spills: [{ row: 0, column: 2, rows: 3, columns: 1 }],
      },
    );
    expect([1, 2, 3].map((row) => sheet.getCell(`C${row}`).formula)).toEqual(
      [1, 2, 3].map((row) => `IF(B${row}=0,"no leads",A${row}/B${row})`),
    );
  });

  it('stop before what stands in their way, and whole columns before the first blank row', async () => {
    const [head, ...rest] = weeks(1);
    const blocked = [head!, rest[0]!, [null, null, 'mine'], rest[2]!, rest[3]!];
    const sheet = await sheetOf(blocked, computed(1));
    expect(sheet.getCell('C3').value).toBe('mine');
    expect(sheet.getCell('C4').value).toBeNull();
    const open = [
      ['cost', 'leads', { formula: '=CPL(A:A,B:B)' }],
      [10, 4],
      [null, null],
    ];
    const other = await sheetOf(open, computed(1));
    expect(other.getCell('C2').formula).toBe('IF(B2=0,"no leads",A2/B2)');
    expect(other.getCell('C3').value).toBeNull();
  });
});
