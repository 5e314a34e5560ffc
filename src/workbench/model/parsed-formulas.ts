import type { IDisposable } from '@univerjs/core';
import {
  IFunctionService,
  LexerTreeBuilder,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetNameMutation,
} from '@univerjs/sheets';
import type { Engine } from './univer.ts';

/** What gives a word in a formula another meaning: a name, or the sheet a name stands on. */
const renaming: ReadonlySet<string> = new Set([
  SetDefinedNameMutation.id,
  RemoveDefinedNameMutation.id,
  InsertSheetMutation.id,
  RemoveSheetMutation.id,
  SetWorksheetNameMutation.id,
]);

/** What the engine keeps private about reading formulas: whether a text must be read anew. */
interface Reader {
  _simpleCheckDefinedName(formula: string, names: object): boolean;
}

/**
 * Forgets every parsed formula as soon as a name or a sheet is made, changed or taken away. The
 * engine keeps what it has parsed by the formula's text, in two places, with the cells that its
 * names stood for then, and honours a changed name only in the one calculation in which it was
 * marked: the same text written after that calculation would read the cells of a sheet that is long
 * gone. All are forgotten because the engine keeps long texts as mere numbers, which do not say
 * what they name; to parse again costs little beside a calculation.
 */
export function forgetParsedFormulas({ commands, univer }: Engine): IDisposable {
  // What stands in the other place is never used where formulas may name something.
  (LexerTreeBuilder.prototype as unknown as Reader)._simpleCheckDefinedName = () => true;
  const functions = univer.__getInjector().get(IFunctionService);
  return commands.onCommandExecuted(({ id }) => {
    // The empty text is part of every key.
    if (renaming.has(id)) functions.deleteFormulaAstCacheKey('' as never);
  });
}
