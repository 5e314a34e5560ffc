import type { Workbook } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import { shapeArgument, type Travelling } from './arguments.ts';
import type { FunctionClass } from './univer.ts';

/** What comes back from a custom function: a value, rows of values, or the sentence it threw. */
export type FunctionResult =
  | { value: FunctionValue | FunctionValue[][] }
  | { thrown: string }
  /** The error that a cell shows while there is no answer. */
  | { silent: string };
/** `$e` is an error of the sheet's own, such as `#NUM!`. */
type FunctionValue = string | number | boolean | null | { $d: number } | { $e: string };

/** How the adapter reaches the bundle, the sheet, and those who show sentences on cells. */
export interface FunctionHost {
  /** Calls a custom function in isolation. `undefined` is an argument left out. */
  call(name: string, args: (Travelling | Travelling[][] | undefined)[]): FunctionResult;
  workbook(): Workbook;
  /** A cell's function refused, or (`null`) answered. */
  refused(sheetId: string, row: number, column: number, sentence: string | null): void;
}

/**
 * Teaches the engine the bundle's custom functions. Subclassing is the way: what the engine offers
 * for registering functions turns blanks into 0 and dies of an exception.
 */
export function adaptFunctions(names: readonly string[], host: FunctionHost): FunctionClass[] {
  class CustomFunction extends BaseFunction {
    override needsReferenceObject = true;
    override minParams = 0;
    override maxParams = 255;

    override calculate(...given: FunctionVariantType[]): BaseValueObject {
      const { subUnitId, row, column } = this as unknown as Place;
      const place = [subUnitId ?? '', row ?? -1, column ?? -1] as const;
      const answer = host.call(
        this.name as string,
        given.map((one) => shape(one, host)),
      );
      if ('thrown' in answer) {
        host.refused(...place, answer.thrown);
        return ErrorValueObject.create(ErrorType.ERROR, answer.thrown);
      }
      host.refused(...place, null);
      if ('silent' in answer) return ErrorValueObject.create(answer.silent as ErrorType);
      return unshape(answer.value);
    }
  }
  return names.map((name) => [CustomFunction as unknown as FunctionClass[0], name]);
}

interface Place {
  subUnitId?: string;
  row?: number;
  column?: number;
}

function shape(argument: FunctionVariantType, host: FunctionHost) {
  // `=F(1,,2)` and a trailing comma: the engine gives a null value, no reference.
  if (!argument.isReferenceObject() && (argument as BaseValueObject).isNull()) return undefined;
  return shapeArgument(argument, host.workbook());
}

function unshape(value: FunctionValue | FunctionValue[][]): BaseValueObject {
  if (!Array.isArray(value)) return unshapeOne(value);
  const columns = Math.max(0, ...value.map((row) => row.length));
  if (columns === 0) return StringValueObject.create('');
  if (value.length === 1 && columns === 1) return unshapeOne(value[0]![0]!);
  return ArrayValueObject.create({
    calculateValueList: value.map((row) =>
      Array.from({ length: columns }, (_, column) => unshapeOne(row[column] ?? null)),
    ),
    rowCount: value.length,
    columnCount: columns,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function unshapeOne(value: FunctionValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  if ('$e' in value) return ErrorValueObject.create(value.$e as ErrorType);
  return NumberValueObject.create(value.$d);
}
