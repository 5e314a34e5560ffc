import { branches } from 'derived:branches';
import { table } from 'derived:cell-table';
import { panelApi } from '../app/panel.ts';
import { catalogue } from '../kpi/catalogue.ts';
import { branchesIn } from '../native/compact.ts';
import { twin } from '../native/twin.ts';
import { googleBook } from './google-book.ts';
import { googleHost } from './google-host.ts';
import { googleOutside } from './google-outside.ts';

export { handlers } from './menu.ts';

/** What the panel calls through `google.script.run`. */
export const panel = panelApi({
  ...{ host: googleHost, book: googleBook, outside: googleOutside, table, catalogue },
  native: (kpi, inputs, inLanguage) =>
    twin(kpi, branchesIn(branches, kpi.name), inputs, { language: inLanguage, separator: ';' }),
});
