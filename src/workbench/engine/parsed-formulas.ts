import type { ICommandInfo, IDisposable } from '@univerjs/core';
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

/** What the engine keeps private about reading formulas: whether a text must be read anew. */
interface Reader {
  _simpleCheckDefinedName(formula: string, names: object): boolean;
}

/**
 * Has the engine read every formula with the names that there are. It keeps what it has read in two
 * places by the formula's text; this is the one that serves all workbooks.
 */
export function readNamesAnew(): void {
  (LexerTreeBuilder.prototype as unknown as Reader)._simpleCheckDefinedName = () => true;
}

/**
 * Forgets parsed formulas as soon as a name or a sheet in them is made, changed or taken away. The
 * engine keeps what it has parsed by the formula's text, with the cells that its
 * names stood for then, and honours a changed name only in the one calculation in which it was
 * marked: the same text written after that calculation would read the cells of a sheet that is long
 * gone.
 */
export function forgetParsedFormulas({ commands, univer, workbook }: Engine): IDisposable {
  const functions = univer.__getInjector().get(IFunctionService);
  const nameOf = (sheetId: string) => workbook().getSheetBySheetId(sheetId)?.getName();
  /** What formulas may say that will have another meaning. */
  const renamed = ({ id, params }: Readonly<ICommandInfo>): readonly (string | undefined)[] => {
    switch (id) {
      case SetDefinedNameMutation.id:
      case RemoveDefinedNameMutation.id:
        return [(params as { name: string }).name];
      case InsertSheetMutation.id:
        return [(params as { sheet: { name?: string } }).sheet.name];
      case SetWorksheetNameMutation.id: {
        const { subUnitId, name } = params as { subUnitId: string; name: string };
        return [nameOf(subUnitId), name];
      }
      case RemoveSheetMutation.id:
        return [nameOf((params as { subUnitId: string }).subUnitId)];
      default:
        return [];
    }
  };
  return commands.beforeCommandExecuted((command) => {
    for (const name of renamed(command)) {
      // In a formula a quotation mark within a name is written twice.
      if (name) functions.deleteFormulaAstCacheKey(name.replaceAll("'", "''") as never);
    }
  });
}
