import type { Book } from '../model/book.ts';

export { exampleBook as firstBook } from '../example/book.ts';

/** Nothing but one empty sheet. */
export const blankBook: Book = { sheets: [{ name: 'Sheet1', rows: [] }] };
