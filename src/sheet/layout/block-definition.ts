import type { Plan } from '../../plan/model/plan.ts';
import type { StatusLight } from '../../plan/model/status.ts';
import type { BlockName, CellAddresses, DrawnBlock } from './block.ts';
import type { Positions } from './cell-addresses.ts';
import type { Chart } from './drawing.ts';
import type { SheetInput } from './sheet-input.ts';

/** Whether the status in the row of a key is as good as a light, as a formula. */
export type StatusTest<All extends string = BlockName> = (
  at: CellAddresses<All>,
  row: string,
  light: StatusLight,
) => string;

/** What a block says of itself. `All` are the blocks of its sheet. */
export interface BlockDefinition<Name extends string, All extends string> {
  /** Small letters only. It is kept in the names of people's sheets, and never another. */
  readonly name: Name;
  /** Columns with statuses, which are coloured. */
  readonly statuses?: Readonly<Record<string, StatusTest<All>>>;
  /** Cells that hold a warning or nothing; `onwards`, up to the last column. */
  readonly warned?: readonly {
    readonly row: string;
    readonly column: string;
    readonly onwards?: true;
  }[];
  /** A list that people may add lines to, by inserting rows or copying them with their keys. */
  readonly growing?: true;
}

/** A block of a plan's sheet: all that is to be known of it. */
export interface PlanBlock<Name extends string = BlockName>
  extends BlockDefinition<Name, BlockName> {
  /** `null` where there is nothing to show. `metadata` is the text that the card holds. */
  readonly draw: (facts: SheetInput, metadata: string) => DrawnBlock | null;
  /** The layout that brought it, where it was not the first: no sheet of an older one lacks it. */
  readonly brought?: number;
  /** Whether the sheet of a plan has it; left out: every one of them. */
  readonly has?: (plan: Plan) => boolean;
  /** A hairline under each row of its table. */
  readonly lined?: true;
  readonly charts?: (at: Positions<BlockName>, facts: SheetInput) => readonly Chart[];
  /** The row whose formulas fill the cells below them. */
  readonly fills?: string;
  /** What refreshes write while the sheet stands: it moves along to one that is built anew. */
  readonly refreshed?: {
    readonly columns: readonly string[];
    readonly isRow: (key: string) => boolean;
  };
  /** Columns in which numbers of ours stand for days that formulas count on. */
  readonly days?: readonly string[];
  /** Its columns, or its rows, are of inputs; left out: of KPIs. */
  readonly inputs?: 'columns' | 'rows';
  /** Its rows are counted on to stand in the order they were drawn in. */
  readonly ordered?: true;
  /** It needs no formula of ours: its rows may be added, copied and taken away. */
  readonly loose?: true;
}
