import type {
  ConditionalFormattingRule,
  Style as FileStyle,
  Worksheet,
} from '@cj-tech-master/excelts';
import { columnName } from '../formula/translate.ts';
import type {
  CellRange,
  ColumnProperties,
  ComparisonOperator,
  ConditionalFormat,
  Highlight,
  Style,
} from '../model/book.ts';

const fontName = 'Arial';
const fontSize = 10;

/** `#1a73e8` → `FF1A73E8` */
const color = (hex: string) => ({ argb: `FF${hex.slice(1).toUpperCase()}` });

/** A cell's looks as the file keeps them. */
export function fileStyle(style: Style = {}, format = ''): Partial<FileStyle> {
  const line = (hex: string) => ({ style: 'thin', color: color(hex) }) as const;
  return {
    font: {
      name: fontName,
      size: style.size ?? fontSize,
      ...(style.bold ? { bold: true } : {}),
      ...(style.italic ? { italic: true } : {}),
      ...(style.color ? { color: color(style.color) } : {}),
    },
    alignment: {
      ...(style.align ? { horizontal: style.align } : {}),
      vertical: style.vertical ?? 'bottom',
      ...(style.wrap ? { wrapText: true } : {}),
    },
    ...(format === '' ? {} : { numFmt: format }),
    ...(style.background
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: color(style.background) } as const }
      : {}),
    ...(style.lineBelow || style.lineAbove
      ? {
          border: {
            ...(style.lineBelow ? { bottom: line(style.lineBelow) } : {}),
            ...(style.lineAbove ? { top: line(style.lineAbove) } : {}),
          },
        }
      : {}),
  };
}

/** Widths are kept in characters of seven pixels, heights in points. */
export function setColumns(sheet: Worksheet, columns: readonly ColumnProperties[]): void {
  columns.forEach((column, c) => {
    const inFile = sheet.getColumn(c + 1);
    if (column.width !== undefined) inFile.width = (column.width - 5) / 7;
    if (column.style || column.format) inFile.style = fileStyle(column.style, column.format);
  });
}

export const heightInPoints = (pixels: number): number => pixels * 0.75;

/** `{row: 1, column: 0, rows: 2, columns: 3}` → `A2:C3` */
export const areaText = ({ row, column, rows, columns }: CellRange): string =>
  `${columnName(column)}${row + 1}:${columnName(column + columns - 1)}${row + rows}`;

const operators = {
  '<': 'lessThan',
  '<=': 'lessThanOrEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanOrEqual',
  '=': 'equal',
  '<>': 'notEqual',
} as const satisfies Record<ComparisonOperator, string>;

const stopTypes = { min: 'min', max: 'max', percentile: 'percentile', number: 'num' } as const;

/** In the file, a conditional format's ground is the fill's back colour. */
const highlight = ({ bold, color: ink, background }: Highlight): Partial<FileStyle> => ({
  font: { ...(bold ? { bold: true } : {}), ...(ink ? { color: color(ink) } : {}) },
  ...(background
    ? { fill: { type: 'pattern', pattern: 'solid', bgColor: color(background) } as const }
    : {}),
});

/**
 * A conditional format as the file keeps it; `formulaText` prepares its formula, `null` where the
 * file has no such formula, and then no such rule.
 */
export function fileRule(
  format: ConditionalFormat,
  priority: number,
  formulaText: (formula: string) => string | null,
): ConditionalFormattingRule | null {
  switch (format.kind) {
    case 'scale':
      return {
        type: 'colorScale',
        priority,
        cfvo: format.stops.map(({ at, value }) => ({
          type: stopTypes[at],
          ...(value === undefined ? {} : { value }),
        })),
        color: format.stops.map((stop) => color(stop.color)),
      };
    case 'formula': {
      const formula = formulaText(format.formula);
      if (formula === null) return null;
      return { type: 'expression', priority, formulae: [formula], style: highlight(format.style) };
    }
    case 'begins': {
      const { row, column } = format.block;
      const text = format.text.replaceAll('"', '""');
      const cell = `${columnName(column)}${row + 1}`;
      const formula = `LEFT(${cell},${format.text.length})="${text}"`;
      return { type: 'expression', priority, formulae: [formula], style: highlight(format.style) };
    }
    case 'between': {
      const formulae = [format.from, format.to];
      return { ...cellIs('between', formulae, priority), style: highlight(format.style) };
    }
    case 'cell': {
      const { value } = format;
      const text = typeof value === 'number' ? value : `"${value.replaceAll('"', '""')}"`;
      return { ...cellIs(operators[format.is], [text], priority), style: highlight(format.style) };
    }
  }
}

/** The library writes every operator of the file format, though its types name only some. */
function cellIs(operator: string, formulae: (number | string)[], priority: number) {
  return { type: 'cellIs', operator: operator as 'equal', formulae, priority } as const;
}
