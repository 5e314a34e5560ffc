/** A title as a label: titles of quantities stand inside sentences, a label begins one. */
export const asLabel = (title: string): string =>
  title.charAt(0).toLocaleUpperCase() + title.slice(1);
