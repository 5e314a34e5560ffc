import type { Univer } from '@univerjs/core';
import { SetRowHiddenCommand, SetSpecificRowsVisibleCommand } from '@univerjs/sheets';
import type { WorkbenchWords } from '../../../messages/compiled/workbench.ts';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { isFolded, rowGroups } from '../../model/groups.ts';
import { createElement } from '../dom.ts';
import { activeWorkbook, commandsOf } from './grid.ts';
import type { OverGrid } from './over-grid.ts';
import { pageNames } from './page-cells.ts';

/** Puts a button beside the heading of each group of rows, which folds it away and back. */
export function drawGroups(univer: Univer, over: OverGrid, words: WorkbenchWords): void {
  const sheet = activeWorkbook(univer)?.getSheetBySheetId(over.sheetId);
  if (!sheet) return;
  for (const group of rowGroups(pageNames(univer))) {
    const heading = Math.max(0, group.rows.from - 1);
    if (group.sheetId !== over.sheetId || !sheet.getRowVisible(heading)) continue;
    const folded = isFolded(group, sheet);
    const { top, height } = over.cell(heading, 0);
    const clip = over.clip(heading, 0);
    const button = createElement('button', {
      type: 'button',
      class: 'fold',
      tabindex: -1,
      'aria-expanded': String(!folded),
      'aria-label': folded ? words.rows.show : words.rows.hide,
      title: folded ? words.rows.show : words.rows.hide,
    });
    button.textContent = folded ? '+' : '−';
    button.style.top = `${top + height / 2 - 8}px`;
    // Under what is frozen nothing can be seen.
    button.hidden = top < clip.top - 1;
    const { from, count } = group.rows;
    const range = {
      startRow: from,
      endRow: from + count - 1,
      startColumn: 0,
      endColumn: sheet.getColumnCount() - 1,
    };
    button.addEventListener('click', () => {
      const command = folded ? SetSpecificRowsVisibleCommand.id : SetRowHiddenCommand.id;
      void commandsOf(univer).executeCommand(command, {
        unitId: WORKBOOK_ID,
        subUnitId: over.sheetId,
        ranges: [range],
      });
    });
    over.add(button);
  }
}
