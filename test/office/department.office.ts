import { expect, it } from 'vitest';
import { departmentBook } from '../kit/sheet/department-book.ts';
import { drawn } from '../kit/sheet/drawn.ts';
import { exporter } from '../kit/workbench/desk.ts';
import { recalculated } from './libreoffice.ts';

it('LibreOffice computes of the department’s sheet what it shows here', async () => {
  const { desk, department, all } = await departmentBook();
  const exportDesk = await exporter();
  const there = recalculated(await exportDesk(desk)).get('Phong')!;
  desk.dispose();
  const here = (await drawn(all)).all('Phong');
  let compared = 0;
  for (const [row, line] of department.cells.entries()) {
    for (const [column, { formula, format }] of line.entries()) {
      if (!formula) continue;
      const found = here[row]?.[column];
      const shown = there[row]?.[column] ?? '';
      const seen = `row ${row + 1} column ${column + 1}: ${formula}`;
      compared += 1;
      // LibreOffice writes days as days, whatever else is asked of it.
      if (format?.includes('yyyy')) expect(shown !== '', seen).toBe(found !== '');
      else if (typeof found !== 'number') expect(shown, seen).toBe(String(found));
      else {
        const number = shown.endsWith('%') ? Number(shown.slice(0, -1)) / 100 : Number(shown);
        expect(number, seen).toBeCloseTo(found, 9);
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
  console.log(`LibreOffice computed ${compared} cells of the department's sheet alike.`);
}, 180_000);
