import { tablesWords } from '../../messages/compiled/sources/tables.ts';
import { defineSource } from '../define-source.ts';
import { readTableAccount, type TableAccount } from './account.ts';
import { readTable } from './read-table.ts';

/** Tables of the spreadsheet: an ad export, a list with one lead per row. */
export const tables = defineSource<TableAccount, never>({
  id: 'table',
  words: (language) => {
    const words = tablesWords(language);
    const named = (name: string) => `“${name}”`;
    return {
      title: words.title,
      connect: words.connect,
      connectHint: words.connectHint,
      needs: '',
      why: words.why,
      where: (name) => words.where({ name }),
      metric: (name) => (name === null ? words.countRows : words.column({ name })),
      // A column is called by its header.
      dimension: (name) => name,
      named,
      troubles: words.troubles,
      fields: [],
      list: null,
    };
  },
  access: { is: 'none', hosts: [] },
  form: 'tabs',
  readAccount: readTableAccount,
  mayFill: () => true,
  mayFeed: () => true,
  daily: ({ lastDay }) => lastDay === null,
  // What nobody has answered yet says nothing: plans that were never asked keep what they know.
  decisive: ({ sheet, day, lastDay, order, before, decimal, sums }) => [
    ...[sheet, day, lastDay, order, before],
    ...(decimal ? [`decimal ${decimal}`] : []),
    ...(sums ? [`sums ${sums}`] : []),
  ],
  sharesDimensions: false,
  answersPeriods: false,
  history: 'offered',
  unknownCosts: false,
  troubles: {},
  delivers: { by: 'cells', tab: ({ sheet }) => sheet, read: readTable },
});
