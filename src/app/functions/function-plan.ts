import { type CellKpi, type CellTable, cellKpiNamed } from '../../cells/cell-kpi.ts';
import type { GridSize } from '../../cells/refusal.ts';
import { rowsInUse } from '../../cells/rows.ts';
import { sentence } from '../../cells/sentence.ts';
import { appWords } from '../../messages/compiled/app.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { Text } from '../../messages/every-language.ts';
import type { FunctionRequest } from '../api/api.ts';
import { Problem } from '../api/user-error.ts';
import type { Area, CellValue, Host, Selected } from '../ports/host.ts';
import { type FunctionInput, functionInput } from './function-input.ts';
import { a1, locateReference, overlap, reference } from './reference.ts';

/** A request that can be carried out: what would be written, and where. */
export interface FunctionPlan {
  readonly kpi: CellKpi;
  readonly formula: string;
  /** Values to compute a preview from, shaped as the formula's arguments. */
  readonly values: readonly unknown[];
  /** The cells the answer fills; its first holds the formula. */
  readonly answer: Area;
  readonly note: string;
  /** The cell for the formula holds something already. */
  readonly occupied: boolean;
}

type Words = ReturnType<typeof appWords>;

/** Works out what a request means in this spreadsheet. Throws a `Problem` when it cannot be done. */
export function planFunction(
  request: FunctionRequest,
  table: CellTable,
  host: Host,
  language: Language,
): FunctionPlan {
  const say = appWords(language);
  const kpi = cellKpiNamed(request.name, table);
  if (!kpi) throw new Problem(say.unknownFunction({ name: request.name }));
  const inputs = kpi.inputs.map((input, index) => {
    const typed = request.inputs[index] ?? '';
    const read = functionInput(typed, input, host);
    if (typeof read !== 'string') return read;
    throw new Problem(say[read]({ input: input.title[language], typed: typed.trim() }), input.name);
  });
  const areas = inputs.flatMap((input) => (input.is === 'range' ? [input.area] : []));
  checkShapes(kpi, inputs, language);
  const inUse = areas.map(({ sheet, row }) => host.extent(sheet).lastRow - row + 1);
  const height = Math.max(1, ...inUse);
  const values = inputs.map((input) => valuesOf(input, height, host));
  const rows = request.answer === 'rows' ? rowsOfAnswer(areas, values) : 1;
  const columns = request.answer === 'rows' ? Math.max(1, ...areas.map((area) => area.columns)) : 1;
  const first = target(request, areas, host, say);
  const answer = { ...first, rows, columns };
  const apart = request.answer === 'rows' && areas.find((area) => area.rows > 1);
  return {
    kpi,
    formula: formulaOf(request, kpi, inputs, answer.sheet),
    values,
    answer,
    note:
      apart && apart.row !== answer.row
        ? say.rowsApart({ target: a1(first), row: String(apart.row) })
        : '',
    occupied: checkPlace(answer, areas, host, say),
  };
}

/** Refuses ranges that are not of one shape; a single cell goes with any. */
function checkShapes(kpi: CellKpi, inputs: readonly FunctionInput[], language: Language): void {
  let first: { title: Text; size: GridSize } | null = null;
  for (const [index, input] of inputs.entries()) {
    const argument = kpi.inputs[index];
    if (input.is !== 'range' || !argument || input.area.rows * input.area.columns === 1) continue;
    const { rows, columns } = input.area;
    first ??= { title: argument.title, size: { rows, columns } };
    if (rows === first.size.rows && columns === first.size.columns) continue;
    const refusal = {
      why: 'shapes',
      input: argument.title,
      size: { rows, columns },
      other: first.title,
      otherSize: first.size,
    } as const;
    throw new Problem(sentence(kpi.name, refusal, language), argument.name);
  }
}

/** A range's values, no further down than the longest of the ranges holds anything. */
function valuesOf(input: FunctionInput, height: number, host: Host): unknown {
  if (input.is === 'left out') return undefined;
  if (input.is === 'constant') return input.value;
  const rows = Math.min(input.area.rows, height);
  const values = host.values({ ...input.area, rows });
  return input.area.rows === 1 && input.area.columns === 1 ? values[0]?.[0] : values;
}

/** How many rows the answer fills: trailing rows in which all inputs are blank are left off. */
function rowsOfAnswer(areas: readonly Selected[], values: readonly unknown[]): number {
  const grids = values.map((value) =>
    Array.isArray(value) ? (value as CellValue[][]) : undefined,
  );
  const rows = Math.max(...grids.map((grid) => grid?.length ?? 1));
  const size = { rows, columns: areas[0]?.columns ?? 1 };
  return Math.max(1, rowsInUse({ grids, singles: [], size }));
}

function target(
  { target: wanted, answer }: FunctionRequest,
  areas: readonly Selected[],
  host: Host,
  say: Words,
): Area {
  if (wanted.trim() !== '') {
    const found = locateReference(wanted, host);
    if (!found) throw new Problem(say.noSuchTarget({ typed: wanted.trim() }), 'target');
    return { ...found, rows: 1, columns: 1 };
  }
  const beside = areas[0];
  const selected = host.selection();
  if (!beside) {
    if (!selected) throw new Problem(say.nothingSelected);
    return { ...selected, rows: 1, columns: 1 };
  }
  const { lastColumn, columns } = host.extent(beside.sheet);
  // One column is left between a table and its total, so that the total does not look like a row of it.
  const column = lastColumn + (answer === 'rows' ? 1 : 2);
  if (column > columns) throw new Problem(say.noFreeColumn, 'target');
  return { sheet: beside.sheet, row: beside.row, column, rows: 1, columns: 1 };
}

/** Refuses a place that cannot take the answer; tells whether its first cell holds something. */
function checkPlace(answer: Area, areas: readonly Area[], host: Host, say: Words): boolean {
  const place = a1(answer);
  const { rows, columns } = host.extent(answer.sheet);
  if (answer.row + answer.rows - 1 > rows || answer.column + answer.columns - 1 > columns) {
    throw new Problem(say.noRoom({ area: place }), 'target');
  }
  if (areas.some((area) => overlap(area, answer)))
    throw new Problem(say.ontoInputs({ area: place }), 'target');
  if (!host.mayEdit(answer)) throw new Problem(say.mayNotEdit({ area: place }), 'target');
  const formulas = host.formulas(answer);
  const there = host
    .values(answer)
    .map((line, row) => line.map((value, column) => formulas[row]?.[column] || value));
  for (const [row, line] of there.entries()) {
    const column = line.findIndex((value) => value !== '');
    if (column < 0 || (row === 0 && column === 0 && answer.rows * answer.columns === 1)) continue;
    if (row === 0 && column === 0 && line.slice(1).every((value) => value === '')) continue;
    const cell = { row: answer.row + row, column: answer.column + column, rows: 1, columns: 1 };
    throw new Problem(say.inTheWay({ area: place, cell: a1(cell) }), 'target');
  }
  return there[0]?.[0] !== '';
}

function formulaOf(
  request: FunctionRequest,
  kpi: CellKpi,
  inputs: readonly FunctionInput[],
  sheet: string,
): string {
  const texts = inputs.map((input, index) => {
    if (input.is === 'range') return reference(input.area, sheet);
    if (input.is === 'constant') return input.formula;
    const value = kpi.inputs[index]?.default ?? '';
    return typeof value === 'number' ? String(value) : `"${value}"`;
  });
  while (inputs[texts.length - 1]?.is === 'left out') texts.pop();
  const list = texts.join(';');
  return request.answer === 'rows' ? `=${kpi.name}(${list})` : `=KPI_TOTAL("${kpi.name}";${list})`;
}
