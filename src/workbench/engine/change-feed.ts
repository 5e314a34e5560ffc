import { CommandType, type ICommandInfo, type IExecutionOptions } from '@univerjs/core';
import {
  OtherFormulaMarkDirty,
  RemoveOtherFormulaMutation,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationResultMutation,
  SetOtherFormulaMutation,
} from '@univerjs/engine-formula';
import { RemoveSheetMutation } from '@univerjs/sheets';
import { isWellFormed } from '../model/change-shape.ts';
import type { Engine } from './univer.ts';
import { WORKBOOK_ID } from './workbook-id.ts';

/** One change of the workbook, as the server and the pages exchange it. */
export interface Mutation {
  readonly id: string;
  readonly params: unknown;
}

/** Whether a change belongs to the workbook, not to an editor or to the engine's own bookkeeping. */
export function isSharedMutation({ id, params }: { id: string; params?: unknown }): boolean {
  if (id.startsWith('doc.')) return false;
  if (id === SetArrayFormulaDataMutation.id) return true;
  if (id.startsWith('formula.') && !id.includes('defined-name')) return false;
  return (params as { unitId?: string } | undefined)?.unitId === WORKBOOK_ID;
}

/**
 * Formulas outside cells, such as those of conditional formats: each page asks for its own, and is
 * told what they came to.
 */
export const isOutsideCells = (id: string): boolean =>
  id === SetOtherFormulaMutation.id ||
  id === RemoveOtherFormulaMutation.id ||
  id === OtherFormulaMarkDirty.id;

interface FeedOptions extends IExecutionOptions {
  /** The page a change came from; it has made the change already. */
  origin?: string;
}

/** Tells of each change of the workbook, with the page it came from (`''` for none). */
export function watchChanges(
  engine: Engine,
  tell: (mutation: Mutation, origin: string) => void,
): () => void {
  const watching = engine.commands.onCommandExecuted(
    (command: Readonly<ICommandInfo>, options?: FeedOptions) => {
      if (command.id === SetFormulaCalculationResultMutation.id) {
        const { unitOtherData } = command.params as { unitOtherData?: object };
        const outside = { id: command.id, params: { unitData: {}, unitOtherData } };
        if (unitOtherData && Object.keys(unitOtherData).length > 0) tell(outside, '');
      }
      if (command.type !== CommandType.MUTATION || !isSharedMutation(command)) return;
      tell({ id: command.id, params: command.params }, options?.origin ?? '');
    },
  );
  return () => watching.dispose();
}

/**
 * Makes changes that a page has made in the server's workbook too. Spilled answers are none of them:
 * those are the server's to tell.
 */
export function applyChanges(engine: Engine, mutations: readonly Mutation[], origin: string): void {
  for (const { id, params } of mutations) {
    if (id === SetArrayFormulaDataMutation.id) continue;
    if (!isSharedMutation({ id, params }) && !isOutsideCells(id)) continue;
    if (!isWellFormed({ id, params })) throw new Error(`A change of another shape: ${id}`);
    const left = engine.workbook().getSheetOrders();
    const { subUnitId } = params as { subUnitId?: string };
    if (id === RemoveSheetMutation.id && left.every((one) => one === subUnitId)) {
      throw new Error('The last sheet stays.');
    }
    const options: FeedOptions = { origin };
    engine.commands.syncExecuteCommand(id, params as object, options);
  }
}
