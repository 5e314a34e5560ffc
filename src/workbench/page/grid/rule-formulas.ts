import { Direction, type IMutationInfo, type IRange, isFormulaString } from '@univerjs/core';
import {
  deserializeRangeWithSheet,
  generateStringWithSequence,
  type LexerTreeBuilder,
  sequenceNodeType,
  serializeRange,
} from '@univerjs/engine-formula';
import {
  type EffectRefRangeParams,
  EffectRefRangId,
  handleCommonDefaultRangeChangeWithEffectRefCommands,
  handleDefaultRangeChangeWithEffectRefCommands,
  type RefRangeService,
} from '@univerjs/sheets';
import { FormulaRefRangeService } from '@univerjs/sheets-formula';

interface Mutations {
  readonly redos: IMutationInfo[];
  readonly undos: IMutationInfo[];
}

/** What the grid keeps private about the formulas of rules. */
interface RuleFormulas {
  registerRangeFormula(
    unitId: string,
    sheetId: string,
    ranges: IRange[],
    formulas: string[],
    changed: (rules: { formulas: string[]; ranges: IRange[] }[]) => Mutations,
  ): { dispose(): void };
  _refRangeService: RefRangeService;
  _lexerTreeBuilder: LexerTreeBuilder;
  followsCells?: boolean;
}

const followed: readonly string[] = [
  EffectRefRangId.InsertRowCommandId,
  EffectRefRangId.InsertColCommandId,
  EffectRefRangId.RemoveRowCommandId,
  EffectRefRangId.RemoveColCommandId,
];

/**
 * Lets rules whose test is a formula follow their cells as Google's do, when rows or columns come in
 * between or go: in the grid's own way absolute references stay where they are, and a row that comes
 * in above gives each cell its neighbour's test. To be called before the first workbook is shown.
 */
export function followCells(): void {
  const prototype = FormulaRefRangeService.prototype as unknown as RuleFormulas;
  if (prototype.followsCells) return;
  prototype.followsCells = true;
  const register = prototype.registerRangeFormula;
  prototype.registerRangeFormula = function (unitId, sheetId, ranges, formulas, changed) {
    if (!formulas.some(isFormulaString)) {
      return register.call(this, unitId, sheetId, ranges, formulas, changed);
    }
    const nodesOf = (formula: string) => this._lexerTreeBuilder.sequenceNodesBuilder(formula) ?? [];
    const follow = (change: EffectRefRangeParams): Mutations => {
      if (!followed.includes(change.id)) return { redos: [], undos: [] };
      const left = ranges.flatMap((range) =>
        handleCommonDefaultRangeChangeWithEffectRefCommands(range, behind(change)),
      );
      if (left.length === 0) return changed([]);
      const texts = formulas.map((formula) =>
        isFormulaString(formula) ? moved(nodesOf(formula), change) : formula,
      );
      return changed([{ formulas: texts, ranges: left }]);
    };
    const read = formulas
      .filter(isFormulaString)
      .flatMap(nodesOf)
      .flatMap((node) => rangeIn(node) ?? []);
    const watched = [...ranges, ...read].map((range) =>
      this._refRangeService.registerRefRange(range, follow, unitId, sheetId),
    );
    return { dispose: () => watched.forEach((each) => void each.dispose()) };
  };
}

type Node = NonNullable<ReturnType<LexerTreeBuilder['sequenceNodesBuilder']>>[number];

/** The cells of its own sheet that a part of a formula speaks of. */
function rangeIn(node: Node): IRange | null {
  if (typeof node === 'string' || node.nodeType !== sequenceNodeType.REFERENCE) return null;
  const { range, sheetName } = deserializeRangeWithSheet(node.token);
  return sheetName === '' ? range : null;
}

/** A formula after a change; what a rule says of a row that is gone, it says of the next. */
function moved(nodes: readonly Node[], change: EffectRefRangeParams): string {
  const text = nodes.map((node) => {
    const range = rangeIn(node);
    const to = range && handleDefaultRangeChangeWithEffectRefCommands(range, change);
    if (!range || !to || typeof node === 'string') return node;
    const { startRow, endRow, startColumn, endColumn } = to;
    return {
      ...node,
      token: serializeRange({ ...range, startRow, endRow, startColumn, endColumn }),
    };
  });
  return `=${generateStringWithSequence(text)}`;
}

/**
 * The same insertion, told as one below or to the right: what comes in above the first cell of a rule
 * does not belong to it.
 */
function behind(change: EffectRefRangeParams): EffectRefRangeParams {
  const { params } = change as { params?: { direction?: Direction } };
  if (params?.direction !== Direction.UP && params?.direction !== Direction.LEFT) return change;
  const direction = params.direction === Direction.UP ? Direction.DOWN : Direction.RIGHT;
  return { ...change, params: { ...params, direction } } as EffectRefRangeParams;
}
