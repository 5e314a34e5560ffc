import {
  ICommandService,
  IResourceLoaderService,
  IUniverInstanceService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import {
  type BaseFunction,
  FormulaDataModel,
  IDependencyManagerService,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsEnglish from '@univerjs/sheets/locale/en-US';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaEnglish from '@univerjs/sheets-formula/locale/en-US';
import { config } from 'rxjs';
import { WORKBOOK_ID } from './workbook-id.ts';

/** The engine's parts that the model works with. */
export interface Engine {
  readonly univer: Univer;
  readonly commands: ICommandService;
  readonly formulas: FormulaDataModel;
  readonly workbook: () => Workbook;
  /** The workbook with everything plugins keep of it: conditional formats, validation. */
  readonly snapshot: () => IWorkbookData;
  /** Puts another workbook in the place of the present one. */
  readonly replace: (data: Partial<IWorkbookData>) => void;
}

/** A function executor's class together with the name formulas call it by. */
export type FunctionClass = [new (name: string) => BaseFunction, string];

/** Starts the spreadsheet engine without any face, holding `data`. */
export function startEngine(
  data: Partial<IWorkbookData>,
  functions: readonly FunctionClass[],
): Engine {
  // Who watches the workbook and cannot make sense of a change must not end the server with it.
  config.onUnhandledError = (error) => console.error(error);
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(sheetsEnglish, formulaEnglish) },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: functions as never });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, { ...data, id: WORKBOOK_ID });
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  return {
    univer,
    commands: injector.get(ICommandService),
    formulas: injector.get(FormulaDataModel),
    workbook: () => {
      const workbook = instances.getUnit<Workbook>(WORKBOOK_ID, UniverInstanceType.UNIVER_SHEET);
      if (!workbook) throw new Error('The workbook is gone.');
      return workbook;
    },
    snapshot: () => injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(WORKBOOK_ID)!,
    replace: (next) => {
      instances.disposeUnit(WORKBOOK_ID);
      // Or the engine would go on looking for the formulas of the workbook that is gone.
      injector.get(IDependencyManagerService).reset();
      univer.createUnit(UniverInstanceType.UNIVER_SHEET, { ...next, id: WORKBOOK_ID });
    },
  };
}

export { WORKBOOK_ID };
