import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import type { Engine } from '../engine/univer.ts';
import { WORKBOOK_ID } from '../engine/workbook-id.ts';
import type { RangeBounds } from './address.ts';

/** Shows the cells for which a formula is true in another look. */
export interface FormulaLook {
  readonly ranges: readonly RangeBounds[];
  /** In the engine's form, of the first cell of the ranges. */
  readonly formula: string;
  readonly background: string | null;
  readonly color: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

/** Puts rules in the place of all that a sheet has; the first one goes before the others. */
export function setHighlights(
  engine: Engine,
  sheetId: string,
  rules: readonly FormulaLook[],
): void {
  const at = { unitId: WORKBOOK_ID, subUnitId: sheetId };
  const model = engine.univer.__getInjector().get(ConditionalFormattingRuleModel);
  for (const { cfId } of [...(model.getSubunitRules(WORKBOOK_ID, sheetId) ?? [])]) {
    engine.commands.syncExecuteCommand(DeleteConditionalRuleMutation.id, { ...at, cfId });
  }
  // The engine puts each rule before those that are there.
  for (const [i, rule] of [...rules.entries()].reverse()) {
    engine.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
      ...at,
      rule: {
        cfId: `formula-${i + 1}`,
        ranges: rule.ranges,
        stopIfTrue: false,
        rule: ruleOf(rule),
      },
    });
  }
}

const ruleOf = ({ formula, background, color, bold, italic }: FormulaLook) => ({
  type: 'highlightCell',
  subType: 'formula',
  value: formula,
  style: {
    ...(background ? { bg: { rgb: background } } : {}),
    ...(color ? { cl: { rgb: color } } : {}),
    ...(bold ? { bl: 1 } : {}),
    ...(italic ? { it: 1 } : {}),
  },
});
