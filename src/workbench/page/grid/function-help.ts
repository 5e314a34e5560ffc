import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import type { Discovered } from '../../google/discover.ts';

/** What the formula bar says of the add-on's functions while they are typed: as Google shows it. */
export function describeFunctions(functions: readonly Discovered[]): IFunctionInfo[] {
  return functions.map(({ name, summary, parameters, help }) => ({
    functionName: name,
    functionType: FunctionType.User,
    description: summary,
    abstract: summary,
    functionParameter: parameters.map((parameter, i) => ({
      name: parameter,
      detail: help[i] ?? '',
      example: '',
      // Google shows every parameter as required; which ones may be left out, the help text says.
      require: 1,
      repeat: 0,
    })),
  }));
}
