import type { ICommandInfo } from '@univerjs/core';
import {
  ICalculateFormulaService,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { TriggerCalculationController } from '@univerjs/sheets-formula';
import type { Engine } from './univer.ts';

/** Sees to it that every formula shows the answer to what the cells hold now. */
export interface Calculation {
  /** Resolves when nothing is left to calculate; it does not wait longer than it must. */
  settle(): Promise<void>;
  /** Resolves when nothing is being calculated: a change that comes then disturbs no calculation. */
  idle(): Promise<void>;
  /**
   * How many scripts are running. While one writes, nothing is calculated between its calls: only when
   * it asks for answers, waits, or has ended.
   */
  scripts: number;
  /** Nothing is calculated meanwhile, nor later what changed: for who counts calls and reads no answer. */
  rests: boolean;
  dispose(): void;
}

/** A script that makes no call for so long is waiting for something. */
const waitingMs = 300;

/** What the engine keeps private about the changes it gathers before it calculates. */
interface Gathering {
  _waitingCommandQueue: ICommandInfo[];
  _executingDirtyData: object;
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: readonly ICommandInfo[]): object;
  _mergeDirty(one: object, other: object): object;
}

/** What the engine keeps private about calculating. */
interface Calculator {
  execute(work: object): Promise<void>;
  _executeLock: { acquire(key: string, then: () => void): Promise<void> };
}

/**
 * Takes the timing of calculations into its own hands. The engine would wait 100 ms after each
 * change; a change that comes while it calculates may be lost, and a second calculation overwrites
 * what the first one is working with. Here they follow one another, and the first begins at once.
 */
export function watchCalculation(engine: Engine): Calculation {
  const injector = engine.univer.__getInjector();
  const gathering = injector.get(TriggerCalculationController) as unknown as Gathering;
  const calculator = injector.get(ICalculateFormulaService) as unknown as Calculator;
  const execute = calculator.execute.bind(calculator);
  let running = 0;
  let last: Promise<void> = Promise.resolve();
  let soon: ReturnType<typeof setTimeout> | undefined;

  calculator.execute = (work) => {
    if (calculation.rests) return last;
    running += 1;
    last = last
      .then(async () => {
        const { formulas } = engine;
        // As they stand when its turn has come: what came before may have changed them.
        await execute({
          ...work,
          formulaData: formulas.getFormulaData(),
          arrayFormulaCellData: formulas.getArrayFormulaCellData(),
          arrayFormulaRange: formulas.getArrayFormulaRange(),
        });
        // The engine does not wait for the work it has begun, but the next in line does.
        await calculator._executeLock.acquire('FORMULA_EXECUTION_LOCK', () => undefined);
      })
      .catch((error: unknown) => console.error(error))
      .then(() => {
        running -= 1;
        startSoon();
      });
    return last;
  };

  /** What changes have touched. One that the engine cannot read touches nothing, for it was not made. */
  const dirtOf = (changes: readonly ICommandInfo[]): object => {
    try {
      return gathering._generateDirty(changes);
    } catch (error) {
      console.error(error);
      if (changes.length < 2) return gathering._generateDirty([]);
      return changes.map((one) => dirtOf([one])).reduce(gathering._mergeDirty.bind(gathering));
    }
  };
  /** Calculates what the changes since the last calculation have touched, unless one is going on. */
  const start = () => {
    clearTimeout(gathering._setTimeoutKey);
    if (running > 0 || gathering._waitingCommandQueue.length === 0) return;
    const changes = gathering._waitingCommandQueue;
    gathering._waitingCommandQueue = [];
    if (calculation.rests) return;
    const dirt = dirtOf(changes);
    gathering._executingDirtyData = gathering._mergeDirty(gathering._executingDirtyData, dirt);
    engine.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { ...gathering._executingDirtyData },
      { onlyLocal: true },
    );
  };
  const startSoon = () => {
    clearTimeout(gathering._setTimeoutKey);
    if (gathering._waitingCommandQueue.length === 0) return;
    clearTimeout(soon);
    soon = setTimeout(start, calculation.scripts > 0 ? waitingMs : 0);
  };
  const watching = engine.commands.onCommandExecuted(startSoon);

  const calculation: Calculation = {
    rests: false,
    scripts: 0,
    async idle() {
      while (running > 0) await last;
    },
    async settle() {
      // What the engine notes of a change, it notes a turn later; a calculation comes after that.
      await new Promise((resolve) => setTimeout(resolve, 0));
      // Twice in a row still: an answer that is applied may itself ask for a calculation.
      for (let still = 0; still < 2; ) {
        start();
        if (running > 0 || gathering._waitingCommandQueue.length > 0) still = 0;
        else still += 1;
        if (running > 0) await last;
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    },
    dispose: () => {
      clearTimeout(soon);
      watching.dispose();
    },
  };
  startSoon();
  return calculation;
}
