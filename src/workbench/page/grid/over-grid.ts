import { CommandType, type ICommandInfo, type Univer } from '@univerjs/core';
import { IRenderManagerService, SHEET_VIEWPORT_KEY } from '@univerjs/engine-render';
import { SheetScrollManagerService, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { WORKBOOK_ID } from '../../engine/workbook-id.ts';
import { createElement } from '../dom.ts';
import { activeWorkbook, commandsOf } from './grid.ts';

/** Where something may stand over the grid, in pixels of the page's grid. */
export interface OverGrid {
  readonly sheetId: string;
  readonly zoom: number;
  readonly headerWidth: number;
  /** The corner of a cell, and its height, as they are scrolled now. */
  cell(row: number, column: number): { left: number; top: number; height: number };
  /** A box that begins where the cells that scroll with this one begin, and cuts off the rest. */
  clip(row: number, column: number): { element: HTMLElement; left: number; top: number };
  /** Puts something right over the grid, headers too. */
  add(child: HTMLElement): void;
}

/** Draws over the grid whenever it may look different. */
export interface GridLayer {
  redraw(): void;
  /** To be called when a workbook has come to stand on the page. */
  rendered(): void;
}

export function drawOverGrid(univer: Univer, draw: (over: OverGrid) => void): GridLayer {
  const layer = createElement('div', { class: 'over-grid' });
  let asked = false;
  const redraw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const over = look(univer, layer);
      if (over) draw(over);
    });
  };
  let watched: ReturnType<typeof renderOf> = null;
  const rendered = () => {
    redraw();
    const render = renderOf(univer);
    if (!render || render === watched) return;
    watched = render;
    const canvas = render.engine.getCanvasElement();
    canvas.parentElement?.append(layer);
    render.with(SheetScrollManagerService).validViewportScrollInfo$.subscribe(redraw);
    render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe(redraw);
  };
  commandsOf(univer).onCommandExecuted(({ type }: Readonly<ICommandInfo>) => {
    if (watched && type !== CommandType.COMMAND) redraw();
  });
  addEventListener('resize', redraw);
  return { redraw, rendered };
}

const renderOf = (univer: Univer) =>
  univer.__getInjector().get(IRenderManagerService).getRenderById(WORKBOOK_ID);

/** The grid as it is scrolled and zoomed now; everything that stood over it is taken away. */
function look(univer: Univer, layer: HTMLElement): OverGrid | null {
  const sheet = activeWorkbook(univer)?.getActiveSheet();
  const render = renderOf(univer);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
  const main = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
  if (!sheet || !skeleton || !main) return null;
  const zoom = sheet.getZoomRatio();
  const freeze = sheet.getFreeze();
  const frozenRows = freeze.ySplit > 0 ? freeze.startRow : 0;
  const frozenColumns = freeze.xSplit > 0 ? freeze.startColumn : 0;
  const boxes = new Map<string, HTMLElement>();
  layer.replaceChildren();
  const place = (row: number, column: number) => skeleton.getCellWithCoordByIndex(row, column);
  return {
    sheetId: sheet.getSheetId(),
    zoom,
    headerWidth: skeleton.rowHeaderWidth * zoom,
    cell: (row, column) => {
      const { startX, startY, endY } = place(row, column);
      const x = column < frozenColumns ? startX : startX - main.viewportScrollX;
      const y = row < frozenRows ? startY : startY - main.viewportScrollY;
      return { left: x * zoom, top: y * zoom, height: (endY - startY) * zoom };
    },
    clip: (row, column) => {
      const [moves, slides] = [row >= frozenRows, column >= frozenColumns];
      const corner = place(moves ? frozenRows : 0, slides ? frozenColumns : 0);
      const [left, top] = [corner.startX * zoom, corner.startY * zoom];
      const key = `${moves} ${slides}`;
      const box = boxes.get(key) ?? createElement('div', { class: 'clip' });
      if (!boxes.has(key)) {
        boxes.set(key, box);
        Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
        layer.append(box);
      }
      return { element: box, left, top };
    },
    add: (child) => layer.append(child),
  };
}
