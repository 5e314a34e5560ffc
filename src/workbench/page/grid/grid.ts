import {
  ICommandService,
  IUniverInstanceService,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalEnglish from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalVietnamese from '@univerjs/preset-sheets-conditional-formatting/locales/vi-VN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US';
import coreVietnamese from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEnglish from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationVietnamese from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEnglish from '@univerjs/preset-sheets-filter/locales/en-US';
import filterVietnamese from '@univerjs/preset-sheets-filter/locales/vi-VN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEnglish from '@univerjs/preset-sheets-sort/locales/en-US';
import sortVietnamese from '@univerjs/preset-sheets-sort/locales/vi-VN';
import { ChannelService, IRPCChannelService } from '@univerjs/rpc';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { Subject } from 'rxjs';
import type { Language } from '../../../messages/compiled/languages.ts';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import type { Discovered } from '../../google/discover.ts';
import { pageWords } from '../words.ts';
import { describeFunctions } from './function-help.ts';

/** What the grid's makers have said; where they have not, its own menus are in English. */
const localeTypes: Readonly<Partial<Record<Language, LocaleType>>> = {
  en: LocaleType.EN_US,
  vi: LocaleType.VI_VN,
};
const localeTypeOf = (language: Language): LocaleType => localeTypes[language] ?? LocaleType.EN_US;

/** The plugins whose place is in the server: here they show answers, and compute none. */
const withoutEngine: readonly unknown[] = [
  UniverFormulaEnginePlugin,
  UniverSheetsPlugin,
  UniverSheetsFormulaPlugin,
];

/** The spreadsheet's face. It computes nothing itself: the server's engine does. */
export function startGrid(
  container: HTMLElement,
  language: Language,
  functions: readonly Discovered[],
): Univer {
  const univer = new Univer({
    locale: localeTypeOf(language),
    locales: {
      [LocaleType.EN_US]: {
        ...mergeLocales(
          coreEnglish,
          conditionalEnglish,
          validationEnglish,
          filterEnglish,
          sortEnglish,
        ),
        'sheets-ui': toldApart(coreEnglish['sheets-ui'], 'en'),
      },
      [LocaleType.VI_VN]: {
        ...mergeLocales(
          coreVietnamese,
          conditionalVietnamese,
          validationVietnamese,
          filterVietnamese,
          sortVietnamese,
        ),
        'sheets-ui': toldApart(coreVietnamese['sheets-ui'], 'vi'),
      },
    },
    logLevel: LogLevel.ERROR,
  });
  const channel = { send: () => undefined, onMessage: new Subject() };
  univer
    .__getInjector()
    .add([IRPCChannelService, { useFactory: () => new ChannelService(channel as never) }]);
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      header: true,
      toolbar: true,
      formula: { description: describeFunctions(functions) },
      disableTextFormatAlert: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
  ];
  for (const { plugins } of presets) {
    for (const entry of plugins) {
      const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
      const extra = withoutEngine.includes(plugin) ? { notExecuteFormula: true } : {};
      univer.registerPlugin(plugin as never, { ...(options as object), ...extra } as never);
    }
  }
  return univer;
}

/** The grid's own Vietnamese calls clearing and deleting the same, one below the other. */
function toldApart<T extends { rightClick: object }>(words: T, language: Language): T {
  const { clear, remove } = pageWords(language).cellMenu;
  return { ...words, rightClick: { ...words.rightClick, clearSelection: clear, delete: remove } };
}

/** Shows a workbook, in the place of one that is shown already. */
export function showWorkbook(univer: Univer, data: IWorkbookData): void {
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
}

/** Speaks another language in menus and tooltips. */
export function speak(univer: Univer, language: Language): void {
  univer.__getInjector().get(LocaleService).setLocale(localeTypeOf(language));
}

/** The grid's commands. */
export const commandsOf = (univer: Univer) => univer.__getInjector().get(ICommandService);

/** The workbook that is shown. */
export const activeWorkbook = (univer: Univer): Workbook | null =>
  univer
    .__getInjector()
    .get(IUniverInstanceService)
    .getUnit<Workbook>(WORKBOOK_ID, UniverInstanceType.UNIVER_SHEET) ?? null;

/** Takes the workbook away, so that another can be shown. */
export function clearWorkbook(univer: Univer): void {
  univer.__getInjector().get(IUniverInstanceService).disposeUnit(WORKBOOK_ID);
}

/** Resolves when the grid stands on the page and can be scrolled. */
export async function rendered(univer: Univer): Promise<void> {
  await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
