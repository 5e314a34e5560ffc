import { kpiTitle } from '../../messages/catalogue.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import { planAnswersWords } from '../../messages/compiled/plan-answers.ts';
import { sheetMoreWords } from '../../messages/compiled/sheet-more.ts';
import { sheetWords } from '../../messages/sheet.ts';
import { kpiNamed } from '../../plan/model/aggregation.ts';
import type { Place, PlacedField, PlacedFields } from '../../plan/model/field.ts';
import { kpiFields, type PlannedKpi, planFields, profileFields } from '../../plan/model/plan.ts';
import type { BlockName, BlockRow, Content } from '../layout/block.ts';
import { formatOf } from '../layout/formats.ts';
import { capital } from '../layout/message-formula.ts';
import type { SheetInput } from '../layout/sheet-input.ts';

/** The blocks whose cells hold fields, each in a column or a row of its name. */
export const cellBlocks = ['input', 'score', 'method'] as const satisfies readonly (Place &
  BlockName)[];
type CellBlock = (typeof cellBlocks)[number];
type CellField = readonly [block: CellBlock, name: string, field: PlacedField];

/** Those fields of a table that cells hold, in the order of the sheet. */
export const inCells = (fields: PlacedFields): readonly CellField[] =>
  cellBlocks.flatMap((block) =>
    Object.entries(fields).flatMap(([name, field]): CellField[] =>
      field.on === block ? [[block, name, field]] : [],
    ),
  );
export const kpiCells = inCells(kpiFields);

/** Where the cell of a field stands; `kpi` is `''` where it is about the plan. */
export const fieldAt = (block: CellBlock, name: string, kpi = '') =>
  block === 'input'
    ? { block, row: `.${name}${kpi && ':'}${kpi}`, column: 'weight' }
    : { block, row: kpi, column: name };

/** What stands over or before a field that has no words of its own there. */
export function fieldHead(name: string, language: Language): string {
  const names: Readonly<Record<string, string>> = planAnswersWords(language).fields;
  return capital(names[name] ?? name);
}

export const isInWords = ({ is }: PlacedField): boolean => is === 'text' || is === 'one';

export const heldIn = (holder: object, name: string): unknown =>
  (holder as Readonly<Record<string, unknown>>)[name];

/** The fields of a KPI that have a column in a block besides those that stand there already. */
export const otherFields = (block: CellBlock, columns: readonly string[]): readonly CellField[] =>
  kpiCells.filter(([on, name]) => on === block && !columns.includes(name));

export const fieldHeads = (fields: readonly CellField[], language: Language): BlockRow['cells'] =>
  Object.fromEntries(
    fields.map(([, name, field]) => [
      name,
      {
        value: fieldHead(name, language),
        style: isInWords(field) ? 'columnHead' : 'columnHeadRight',
      },
    ]),
  );

/** What a plan has of the fields of one of its KPIs, to be typed over in that KPI's row. */
export const kpiFieldCells = (
  block: CellBlock,
  planned: PlannedKpi,
  format: string,
  language: Language,
): BlockRow['cells'] =>
  Object.fromEntries(
    otherFields(block, []).map(([, name, field]) => [
      name,
      fieldCell(field, heldIn(planned, name), format, language),
    ]),
  );

function fieldCell(
  field: PlacedField,
  value: unknown,
  format: string,
  language: Language,
): Content {
  if (isInWords(field)) return { text: String(value ?? ''), style: 'typedWords' };
  const { numberHelp, marginHelp } = sheetWords(language);
  const max = field.is === 'share' ? 1 : field.is === 'threshold' ? 2 : null;
  const help = max === 1 ? marginHelp : sheetMoreWords(language).methodShareHelp;
  return {
    ...(typeof value === 'number' && { value }),
    format: max ? '0%' : format,
    style: 'typedNumber',
    allows: max ? { is: 'number', min: 0, max, help } : { is: 'number', help: numberHelp },
  };
}

/** Fields beside the table of inputs, each in a row of its own: those of the plan, then of its KPIs. */
export function besideRows({ plan, catalogue }: SheetInput): readonly BlockRow[] {
  const { language, circumstances } = plan;
  const rowsOf = (fields: PlacedFields, holder: object, kpi = '') =>
    inCells(fields).flatMap(([block, name, field]): BlockRow[] => {
      if (block !== 'input') return [];
      const { row, column } = fieldAt(block, name, kpi);
      const known = kpiNamed(kpi, plan, catalogue);
      const format = formatOf(known?.unit ?? 'count', circumstances.currency);
      const head = fieldHead(name, language);
      const text = known ? `${kpiTitle(known, language)}: ${head}` : head;
      const cell = fieldCell(field, heldIn(holder, name), format, language);
      return [{ key: row, cells: { title: { text, style: 'plain' }, [column]: cell } }];
    });
  return [
    ...rowsOf(planFields, plan),
    ...rowsOf(profileFields, circumstances),
    ...plan.kpis.flatMap((planned) => rowsOf(kpiFields, planned, planned.kpi)),
  ];
}
