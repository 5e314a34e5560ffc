import type { BlockName, CellAddresses } from './block.ts';

/** What stands over a column of words, and over one of numbers. */
export const leftHead = (value: string) => ({ value, style: 'columnHead' }) as const;
export const rightHead = (value: string) => ({ value, style: 'columnHeadRight' }) as const;

/** What only formulas read. */
export const hidden = <All extends string = BlockName>(
  formula: (at: CellAddresses<All>, row: string) => string,
) => ({ formula, style: 'hidden' }) as const;
export const hiddenText = (text: string) => ({ text, style: 'hidden' }) as const;
