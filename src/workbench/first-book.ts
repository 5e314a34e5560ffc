export { exampleBook as firstBook } from './example/book.ts';
