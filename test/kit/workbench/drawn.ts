import type { Cell, Drawing } from '../../../src/sheet/layout/drawing.ts';

const plain: Cell = { style: 'plain' };

/** A drawing with nothing on it but what is said. */
export function drawing(
  cells: readonly (readonly (Partial<Cell> | null)[])[],
  more: Partial<Drawing> = {},
): Drawing {
  const columns = Math.max(...cells.map((row) => row.length));
  return {
    rows: cells.length,
    columns,
    cells: cells.map((row) =>
      Array.from({ length: columns }, (_, i) => ({ ...plain, ...row[i] }) as Cell),
    ),
    widths: Array.from({ length: columns }, () => 96),
    heights: [],
    frozen: { rows: 0, columns: 0 },
    hiddenColumns: [],
    hiddenRows: [],
    groups: [],
    names: [],
    rules: [],
    lines: [],
    charts: [],
    tab: '#1a73e8',
    ...more,
  };
}

const area = (row: number, column: number, rows: number, columns: number) => ({
  row,
  column,
  rows,
  columns,
});
const head = (value: string): Partial<Cell> => ({ value, style: 'columnHeadRight' });
const typed: Partial<Cell> = {
  style: 'typedNumber',
  format: '#,##0',
  allows: { is: 'number', min: 0, help: 'Một số từ 0 trở lên.' },
};
const weeks = Array.from({ length: 8 }, (_, i) => [
  { value: `Tuần ${i + 1}`, style: 'kpi' as const },
  { value: `w${i + 1}`, style: 'hidden' as const },
  { ...typed, ...(i < 6 ? { value: 100 + 20 * i } : {}) },
  { formula: `=IF(ISNUMBER(C${12 + i});SUM(C$12:C${12 + i});"")`, format: '#,##0' },
  { formula: `=ROW(A${i + 1})*180`, format: '#,##0' },
]);

/** Something like a plan's sheet: a bit of everything that can be drawn. */
export const planLike: Drawing = drawing(
  [
    [{ value: 'Quý 1/2027 · Digital Marketing · Lan', style: 'title' }],
    [
      { value: 'KPI', style: 'columnHead' },
      { value: 'key', style: 'hidden' },
      head('Chỉ tiêu'),
      head('Thực đạt'),
      head('% hoàn thành'),
      { value: 'Trạng thái', style: 'columnHead' },
      { value: 'Người phụ trách', style: 'columnHead' },
      { value: 'Xong', style: 'columnHead' },
    ],
    [
      { text: 'Khách hàng tiềm năng', style: 'kpi', note: 'Lead là người để lại số điện thoại.' },
      { value: 'LEADS', style: 'hidden' },
      { ...typed, value: 1440 },
      { formula: '=SUM(C12:C19)', format: '#,##0', style: 'number' },
      { formula: '=IF(ISNUMBER(D3);D3/C3;"")', format: '0.0%', style: 'strong' },
      { formula: '=IF(D3>=900;"● đúng tiến độ";"■ chậm tiến độ")', style: 'status' },
      {
        text: 'Lan',
        style: 'typedWords',
        allows: { is: 'list', items: ['Lan', 'Minh, phó phòng'], strict: false },
      },
      { value: false, allows: { is: 'tick' } },
    ],
    [
      { text: 'Chi phí mỗi lead', style: 'kpi' },
      { value: 'CPL', style: 'hidden' },
      { ...typed, value: 85_000, format: '#,##0 "₫"' },
      { value: 97_400, format: '#,##0 "₫"', style: 'number' },
      { formula: '=C4/D4', format: '0.0%', style: 'strong' },
      { value: '■ chưa đạt', style: 'status' },
    ],
    [],
    [],
    [],
    [],
    [],
    [],
    [
      { value: 'Nhập liệu', style: 'heading' },
      null,
      head('Lead ▢'),
      head('Lũy kế'),
      head('Cần đạt'),
    ],
    ...weeks,
    [{ value: 'Ẩn', style: 'hidden' }],
  ],
  {
    widths: [230, 60, 96, 96, 96, 150, 130, 60],
    heights: [{ from: 1, count: 1, pixels: 40 }],
    frozen: { rows: 2, columns: 1 },
    hiddenColumns: [{ from: 2, count: 1 }],
    hiddenRows: [{ from: 20, count: 1 }],
    groups: [{ from: 12, count: 8, folded: false }],
    names: [
      { name: 'KPI_abc123_score', ...area(2, 1, 3, 8) },
      { name: 'KPI_abc123_input', ...area(11, 1, 9, 5) },
    ],
    rules: [
      { when: 'INDEX($D3;1)>=900', style: 'good', ...area(3, 6, 2, 1) },
      { when: 'INDEX($D3;1)<900', style: 'bad', ...area(3, 6, 2, 1) },
    ],
    lines: [{ under: 'each', colour: '#dadce0', ...area(2, 1, 3, 8) }],
    charts: [
      {
        title: 'Khách hàng tiềm năng',
        data: area(11, 3, 9, 3),
        at: { row: 11, column: 6 },
        width: 420,
        height: 230,
        colours: ['#1a73e8', '#5f6368'],
      },
    ],
  },
);
