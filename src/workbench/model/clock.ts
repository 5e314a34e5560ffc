import { BaseFunction, type BaseValueObject, NumberValueObject } from '@univerjs/engine-formula';
import type { FunctionClass } from '../engine/univer.ts';
import { serialAt } from '../locale/serial.ts';

/**
 * `TODAY` and `NOW` in the spreadsheet's time zone and by the desk's clock; the engine's own go by
 * the machine's.
 */
export function clockFunctions(now: () => number, timeZone: string): FunctionClass[] {
  class Now extends BaseFunction {
    override minParams = 0;
    override maxParams = 0;
    override calculate(): BaseValueObject {
      return NumberValueObject.create(serialAt(now(), timeZone), 'dd/mm/yyyy hh:mm');
    }
  }
  class Today extends Now {
    override calculate(): BaseValueObject {
      return NumberValueObject.create(Math.floor(serialAt(now(), timeZone)), 'dd/mm/yyyy');
    }
  }
  return [
    [Now as unknown as FunctionClass[0], 'NOW'],
    [Today as unknown as FunctionClass[0], 'TODAY'],
  ];
}
