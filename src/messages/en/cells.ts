/** What cells say, in English. Titles of inputs arrive in lower case, numbers already written out. */
export const cellsEn = {
  error: (input: string, value: string) =>
    `${input} holds the error ${value}. Fix that cell first.`,
  text: (input: string, value: string) => `${input} is “${value}”, which is not a number.`,
  ambiguous: (input: string, value: string) =>
    `${input} is the text “${value}”, which can be read in two ways. Type it again as a number.`,
  date: (input: string) =>
    `${input} is a date. Put a number there, or format the cell as a number.`,
  spaces: (input: string) =>
    `${input} holds nothing but spaces. Clear the cell, or put a number there.`,
  truth: (input: string) => `${input} is TRUE or FALSE. A number belongs there.`,
  missing: (input: string) => `${input} is missing. Add it to the formula.`,
  whole: (input: string) =>
    `${input} cannot be added up or averaged over rows. Give one cell for the whole period.`,
  below: (input: string, value: string, bound: string) =>
    `${input} is ${value}. It cannot be below ${bound}.`,
  above: (input: string, value: string, bound: string) =>
    `${input} is ${value}. It cannot be above ${bound}. Type a percentage such as 40%, or a decimal such as 0.4.`,
  choice: (input: string, value: string, options: string) =>
    `${input} is “${value}”. Use one of: ${options}.`,
  moreThan: (left: string, right: string) => `${left} cannot be more than ${right}.`,
  lessThan: (left: string, right: string) => `${left} cannot be less than ${right}.`,
  tooLarge: () => 'the answer is too large to show. Check the inputs.',
  tooMany: (most: string) => `it takes at most ${most} inputs. Remove the extra ones.`,
  shapes: (input: string, size: string, other: string, otherSize: string) =>
    `${input} is ${size}, but ${other} is ${otherSize}. Select ranges of the same size.`,
  size: (rows: string, columns: string) => `${rows} × ${columns} cells`,
  halfKnown: (known: string, blank: string, row: string) =>
    `row ${row} of the selection has a value for ${known} but none for ${blank}. Fill it in, or clear the row.`,
  inRow: (row: string, sentence: string) => `row ${row} of the selection: ${sentence}`,
  noName: () => 'begin with the name of one KPI, such as "CPL".',
  unknownName: (value: string) => `there is no KPI named “${value}”. The panel lists them all.`,
  didYouMean: (value: string, near: string) =>
    `there is no KPI named “${value}”. Did you mean ${near}?`,
};
