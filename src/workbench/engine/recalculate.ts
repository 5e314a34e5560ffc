import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { Engine } from './univer.ts';

/** Calculates every formula again, whatever has changed. */
export function recalculate(engine: Engine): void {
  void engine.commands.executeCommand(
    SetFormulaCalculationStartMutation.id,
    {
      forceCalculation: true,
      dirtyRanges: [],
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    },
    { onlyLocal: true },
  );
}
