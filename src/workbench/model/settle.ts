import type { ICommandInfo } from '@univerjs/core';
import {
  type ISetFormulaCalculationNotificationMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { TriggerCalculationController } from '@univerjs/sheets-formula';
import type { Engine } from './univer.ts';

/** Knows whether every formula shows the answer to what the cells hold now. */
export interface Calculation {
  /** Resolves when nothing is left to calculate; it does not wait longer than it must. */
  settle(): Promise<void>;
  dispose(): void;
}

/** What the engine keeps private about the changes it gathers before it calculates. */
interface Gathering {
  _waitingCommandQueue: ICommandInfo[];
  _executingDirtyData: object;
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: readonly ICommandInfo[]): object;
  _mergeDirty(one: object, other: object): object;
}

/** Watches the engine's calculations: the engine itself has no «wait until done». */
export function watchCalculation(engine: Engine): Calculation {
  const injector = engine.univer.__getInjector();
  const gathering = injector.get(TriggerCalculationController) as unknown as Gathering;
  let running = false;

  const watching = engine.commands.onCommandExecuted((command: Readonly<ICommandInfo>) => {
    if (command.id === SetFormulaCalculationStartMutation.id) running = true;
    if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
    const notice = command.params as ISetFormulaCalculationNotificationMutation;
    // Only the closing notice carries a state; those before it tell of progress.
    if (notice.functionsExecutedState !== undefined) running = false;
  });

  /** Does at once what the engine would do after its 100 ms of gathering. */
  const hurry = () => {
    clearTimeout(gathering._setTimeoutKey);
    const dirt = gathering._generateDirty(gathering._waitingCommandQueue);
    gathering._waitingCommandQueue = [];
    gathering._executingDirtyData = gathering._mergeDirty(gathering._executingDirtyData, dirt);
    running = true;
    void engine.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      { ...gathering._executingDirtyData },
      { onlyLocal: true },
    );
  };

  return {
    async settle() {
      // Twice in a row still: an answer that is applied may itself ask for a calculation.
      for (let still = 0; still < 2; ) {
        if (!running && gathering._waitingCommandQueue.length > 0) hurry();
        if (running || gathering._waitingCommandQueue.length > 0) still = 0;
        else still += 1;
        await new Promise((resolve) => setTimeout(resolve, running ? 4 : 0));
      }
    },
    dispose: () => watching.dispose(),
  };
}
