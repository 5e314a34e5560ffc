import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { exportDesk as ExportDesk } from '../../../src/workbench/files/export.ts';
import { compareWithDesk } from '../../kit/engine/recalculated/compare.ts';
import { recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { openBookDesk } from '../../kit/workbench/book-desk.ts';
import { exporter } from '../../kit/workbench/desk.ts';
import { planLike } from '../../kit/workbench/drawn.ts';

/** No formula on it asks for the day. */
const anyDay = 46_000;

let open: Awaited<ReturnType<typeof openBookDesk>>;
let bytes: Uint8Array;
let workbook: Workbook;
let sheet: Worksheet;

beforeAll(async () => {
  open = await openBookDesk('vi_VN');
  const id = await open.act<number>(['addSheet', 'Lan · Q1 2027', 60, 14]);
  const log = await open.act<number>(['addSheet', 'KPI · Nhật ký', 5, 5]);
  await open.act(
    ['draw', id, planLike],
    ['setNames', id, planLike.names],
    ['hideSheet', log],
    ['settle'],
  );
  const exportDesk: typeof ExportDesk = await exporter();
  bytes = await exportDesk(open.desk);
  workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  sheet = workbook.getWorksheet('Lan · Q1 2027')!;
}, 120_000);
afterAll(() => open.desk.dispose());

describe('a plan’s sheet in a file', () => {
  it('keeps names, hidden rows and columns, folds, frozen rows, widths and the tab', () => {
    const names = workbook.definedNames.model as { name: string; ranges: string[] }[];
    expect(names.find(({ name }) => name === 'KPI_abc123_score')?.ranges).toEqual([
      "'Lan · Q1 2027'!$A$2:$H$4",
    ]);
    expect(names.some(({ name }) => name.startsWith('__'))).toBe(false);
    expect(sheet.getColumn(2).hidden).toBe(true);
    expect(sheet.getRow(20).hidden).toBe(true);
    expect(sheet.getRow(21).hidden).toBeFalsy();
    expect([11, 12, 19, 20].map((row) => sheet.getRow(row).outlineLevel)).toEqual([0, 1, 1, 0]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 2 });
    expect(sheet.views[0]).toMatchObject({ showGridLines: false });
    expect(sheet.getColumn(1).width).toBeCloseTo((230 - 5) / 7);
    expect(sheet.properties.tabColor).toMatchObject({ argb: 'FF1A73E8' });
    expect(workbook.getWorksheet('KPI · Nhật ký')?.state).toBe('hidden');
    expect(sheet.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
    });
  });

  it('keeps what may be typed, rules, notes and lines', () => {
    expect(sheet.getCell('C3').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'between',
      prompt: 'Một số từ 0 trở lên.',
      errorStyle: 'warning',
    });
    // An item with a comma in it: the list stands on a sheet of its own.
    expect(sheet.getCell('G3').dataValidation).toMatchObject({ formulae: ['_lists!$A$1:$A$2'] });
    expect(workbook.getWorksheet('_lists')?.getCell('A2').value).toBe('Minh, phó phòng');
    expect(workbook.getWorksheet('_lists')?.state).toBe('veryHidden');
    expect(sheet.getCell('H3').dataValidation).toMatchObject({ formulae: ['"TRUE,FALSE"'] });
    const rules = (sheet as unknown as { conditionalFormattings: { rules: object[] }[] })
      .conditionalFormattings;
    expect(rules.flatMap((one) => one.rules)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'expression', formulae: ['INDEX($D3,1)>=900'] }),
      ]),
    );
    expect(JSON.stringify(sheet.getCell('A3').note)).toContain('số điện thoại');
    expect(JSON.stringify(sheet.getCell('F11').note)).toContain('Khách hàng tiềm năng');
    expect(sheet.getCell('D3').border?.bottom).toMatchObject({ style: 'thin' });
    expect(sheet.getCell('C4').numFmt).toBe('#,##0 "₫"');
  });

  it('computes anew what it showed here', async () => {
    const file = await recalculated(bytes, anyDay);
    const found = compareWithDesk(file, open.desk)['Lan · Q1 2027'];
    const nothing = { inCells: 0, overHeaders: 0, onlyValues: [], differing: [] };
    expect(found).toEqual({ compared: 20, ...nothing });
    const rows = file.sheets.get('Lan · Q1 2027')!;
    expect(rows[2]!.slice(2, 6)).toEqual([1440, 900, 0.625, '● đúng tiến độ']);
    expect(rows[18]!.slice(2, 5)).toEqual(['', '', 1440]);
  });
});
