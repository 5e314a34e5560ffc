import type { Drawing } from '../../../src/sheet/layout/drawing.ts';
import type { ReadBlock } from '../../../src/sheet/layout/read-cells.ts';
import { blockOf } from '../../../src/sheet/plan/blocks.ts';

/** The blocks of a drawing with what its cells hold; formulas show nothing here. */
export const standing = ({ names, cells }: Drawing): ReadBlock[] =>
  names.flatMap(({ name, ...area }) => {
    const block = blockOf(name)?.block;
    if (!block) return [];
    const values = cells
      .slice(area.row - 1, area.row - 1 + area.rows)
      .map((line) =>
        line
          .slice(area.column - 1, area.column - 1 + area.columns)
          .map(({ value, text }) => text ?? value ?? ''),
      );
    const columnKeys = (values[0] ?? []).map(String);
    const rowKeys = values.map((line) => String(line[columnKeys.indexOf('key')] ?? ''));
    return [{ block, area, values, columnKeys, rowKeys }];
  });
