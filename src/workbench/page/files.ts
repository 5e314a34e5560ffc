import type { Univer } from '@univerjs/core';
import type { Language } from '../../messages/compiled/languages.ts';
import type { WorkbenchWords } from '../../messages/compiled/workbench.ts';
import { createElement } from './dom.ts';
import { activeWorkbook } from './grid/grid.ts';
import { focusGrid, goTo } from './grid/view.ts';
import { askUser, toast } from './notices.ts';
import { drawn, progress } from './progress.ts';
import { server } from './server.ts';

/** Asks, and puts the example in the place of the workbook. */
export async function startExample(univer: Univer, words: WorkbenchWords): Promise<void> {
  const { exampleTitle, exampleText, exampleGo, cancel } = words.dialog;
  const choices = [
    { label: exampleGo, value: 'go', main: true },
    { label: cancel, value: 'cancel' },
  ];
  const answer = await askUser(exampleTitle, exampleText, choices, 'cancel');
  if (answer === 'go') await busy(words.loading.workbook, words, () => server.example());
  focusGrid(univer);
}

/** Lets the user choose a CSV file, and makes a sheet of it. */
export function importFile(
  univer: Univer,
  words: WorkbenchWords,
  language: () => Language,
): Promise<void> {
  return new Promise((resolve) => {
    const input = createElement('input', {
      type: 'file',
      accept: '.csv,.tsv,.txt,text/csv',
      id: 'import-file',
      class: 'hidden',
    });
    input.addEventListener('cancel', () => {
      input.remove();
      focusGrid(univer);
      resolve();
    });
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      input.remove();
      if (file) {
        await busy(words.loading.importing, words, async () => {
          const answer = await server.importFile(file);
          if ('problem' in answer) {
            toast(words.importProblem, answer.problem[language()], 0);
            return;
          }
          await arrived(univer, answer.sheetId);
          await goTo(univer, { sheetId: answer.sheetId, selection: null });
          const name = activeWorkbook(univer)?.getSheetBySheetId(answer.sheetId)?.getName() ?? '';
          const report = answer.report.map((sentence) => sentence[language()]);
          toast(words.importTitle, [words.imported({ sheet: name }), ...report], 10);
        });
      }
      focusGrid(univer);
      resolve();
    });
    document.body.append(input);
    input.click();
  });
}

/** The new sheet comes by the event stream, which may be later than the answer. */
async function arrived(univer: Univer, sheetId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (activeWorkbook(univer)?.getSheetBySheetId(sheetId)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Saves the workbook as an .xlsx file. */
export async function exportFile(univer: Univer, words: WorkbenchWords): Promise<void> {
  await busy(words.loading.exporting, words, async () => {
    const address = URL.createObjectURL(await server.exportFile());
    const link = createElement('a', { href: address, download: 'marketing-kpis.xlsx' });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    toast('', words.exported);
  });
  focusGrid(univer);
}

/** Says what is going on while something works; what went wrong is said in its place. */
export async function busy(
  text: string,
  words: WorkbenchWords,
  work: () => Promise<unknown>,
): Promise<void> {
  progress(text);
  await drawn();
  try {
    await work();
  } catch (error) {
    console.error(error);
    toast('', words.failed, 0);
  } finally {
    progress(null);
  }
}
