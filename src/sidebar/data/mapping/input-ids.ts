/** Keys hold dots, which would mean something else in a selector. */
export const idOf = (input: string): string => input.replace(/\./g, '-');

/** `feeds.LEADS.metric`, `LEADS`: whether a problem is about an input. */
export const namesInput = (field: string, input: string): boolean =>
  `.${field}.`.includes(`.${input}.`);
