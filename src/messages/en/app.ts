/** What the add-on answers the panel, and its menu, in English. */
export const appEn = {
  menuUse: 'Use in this spreadsheet',
  menuOpen: 'Open panel',
  menuInsert: 'Insert function',
  menuHelp: 'Help',
  panelTitle: 'Marketing KPIs',
  ready: 'The KPI functions are ready in this spreadsheet. Type =CPL( in a cell to try one.',
  nothingSelected: 'Nothing is selected. Click a cell or drag over a column first.',
  unknownFunction: (name: string) => `There is no function named “${name}”.`,
  inputMissing: (input: string) => `Choose cells or type a number for ${input}.`,
  inputUnknown: (input: string, typed: string) =>
    `“${typed}” is neither cells nor a number. Select the cells of ${input} and press “Use selection”.`,
  inputTwoWays: (input: string, typed: string) =>
    `“${typed}” for ${input} can be read in two ways. Type it without a separator between thousands.`,
  noSuchPlace: (input: string, typed: string) =>
    `This spreadsheet has no cells ${typed}. Select the cells of ${input} again.`,
  noSuchTarget: (typed: string) => `There is no cell ${typed} in this spreadsheet. Choose another.`,
  noFreeColumn:
    'This sheet has no free column on the right. Choose the cell for the answer yourself.',
  noRoom: (area: string) =>
    `The answer needs ${area}, which goes past the end of the sheet. Choose a cell further up or further left.`,
  inTheWay: (area: string, cell: string) =>
    `The answer needs ${area}, but ${cell} is not empty. Choose a free place or clear it.`,
  targetHolds: (cell: string) => `${cell} is not empty.`,
  ontoInputs: (area: string) => `${area} holds the inputs themselves. Choose a place beside them.`,
  mayNotEdit: (area: string) =>
    `You may not edit ${area}. Choose another place, or ask the owner of the spreadsheet for the right to edit.`,
  otherRun:
    'Somebody is changing this spreadsheet with the add-on right now. Try again in a moment.',
  rowsApart: (target: string, row: string) =>
    `The answers begin in ${target}, but the inputs begin in row ${row}. To have them side by side, choose a cell in row ${row}.`,
  failed:
    'That did not work. Nothing was changed. Try again; if it happens again, reload the page.',
};
