import type { PlanInput } from '../../plan/model/inputs.ts';
import { connectedInput } from '../data/connected-input.ts';
import { dataSum } from '../data/data-formulas.ts';
import type { BlockRow, CellAddresses, Content } from '../layout/block.ts';
import { known, when } from '../layout/formula-text.ts';
import type { SheetInput } from '../layout/sheet-input.ts';
import { endsRow, rowBegin } from '../plan/input-rows.ts';
import { isDaily, type MeasuredKpi } from './kpi-inputs.ts';
import { indexOf, totalColumn } from './span-columns.ts';

/** The hidden row with what came in the row of weeks that runs, up to the last day of each KPI. */
const partKey = '.part';

/** Whether an input of a KPI counts up to any day, in the midst of a row of weeks. */
export const isInParts = (input: PlanInput, measured: MeasuredKpi, facts: SheetInput): boolean =>
  input.over === 'sum' && connectedInput(input, facts) !== null && isDaily(measured, facts);

export const lastDayCell = ({ kpi }: MeasuredKpi, at: CellAddresses): string =>
  at.cell('calc', kpi.name, 'through');

export const partCell = (measured: MeasuredKpi, input: PlanInput, at: CellAddresses): string =>
  at.cell('calc', partKey, totalColumn(measured, indexOf(measured, input.key)));

/**
 * What no row of weeks holds yet as far as a KPI counts: 0 where its last day ends one. Added up once,
 * not for every span that may end there.
 */
export function partRow(measured: readonly MeasuredKpi[], facts: SheetInput): BlockRow {
  const cells = measured.flatMap((each) =>
    each.inputs.flatMap((input, index): [string, Content][] => {
      const connected = connectedInput(input, facts);
      if (!connected || !isInParts(input, each, facts)) return [];
      const formula = (at: CellAddresses): string => {
        const day = lastDayCell(each, at);
        const part = dataSum(connected, rowBegin(day, at), day, facts, at);
        return known([day], when(endsRow(day, at), 0, part));
      };
      return [[totalColumn(each, index), { formula, style: 'hidden' }]];
    }),
  );
  return { key: partKey, cells: Object.fromEntries(cells) };
}
