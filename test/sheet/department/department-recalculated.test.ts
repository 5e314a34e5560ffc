import { expect, it } from 'vitest';
import { compareWithDesk } from '../../kit/engine/recalculated/compare.ts';
import { recalculated } from '../../kit/engine/recalculated/recalculate.ts';
import { departmentBook } from '../../kit/sheet/department-book.ts';
import { exporter } from '../../kit/workbench/desk.ts';

/** No formula of a department's sheet asks for the day. */
const anyDay = 46_000;

it('the file of a department’s sheet comes to what the workbench shows, formula by formula', async () => {
  const { desk } = await departmentBook();
  const exportDesk = await exporter();
  const file = await recalculated(await exportDesk(desk), anyDay);
  const { Phong: found } = compareWithDesk(file, desk);
  desk.dispose();
  expect(found).toEqual({
    compared: 195,
    inCells: 42,
    overHeaders: 0,
    onlyValues: [],
    differing: [],
  });
});
