import {
  type ArrayValueObject,
  type BaseFunction,
  type BaseValueObject,
  type FunctionVariantType,
  functionStatistical,
  NumberValueObject,
} from '@univerjs/engine-formula';
import type { FunctionClass } from './univer.ts';

const names = ['MAXIFS', 'MINIFS'];

type Calculating = new (
  name: string,
) => BaseFunction & { calculate(...given: FunctionVariantType[]): FunctionVariantType };

/** `MAXIFS` and `MINIFS` are 0 where nothing fits, as in Sheets; the engine's own are then an array of nothing. */
export const noneFoundIsZero: readonly FunctionClass[] = functionStatistical
  .filter(([, name]) => names.includes(name as string))
  .map(([Engines, name]) => {
    class NoneFoundIsZero extends (Engines as unknown as Calculating) {
      override calculate(...given: FunctionVariantType[]): FunctionVariantType {
        const found = super.calculate(...given);
        return isNothing(found) ? NumberValueObject.create(0) : found;
      }
    }
    return [NoneFoundIsZero as unknown as FunctionClass[0], name as string];
  });

function isNothing(found: FunctionVariantType): boolean {
  if (found.isReferenceObject() || !(found as BaseValueObject).isArray()) return false;
  const [[only] = [], ...more] = (found as ArrayValueObject).getArrayValue();
  return more.length === 0 && (only === undefined || only?.getValue() === '');
}
