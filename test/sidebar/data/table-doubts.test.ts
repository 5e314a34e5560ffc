import { describe, expect, it } from 'vitest';
import { dataPanelWords } from '../../../src/messages/compiled/data-panel.ts';
import { doubtInWords, doubtsAbout } from '../../../src/sidebar/data/connect/table-doubts.ts';
import type { Doubt, TableProposal } from '../../../src/sources/table/propose-mapping.ts';

const dataPanelEn = dataPanelWords('en');
const dataPanelVi = dataPanelWords('vi');

/** One of every kind there is: a new one does not compile without its own. */
const every: { readonly [About in Doubt['about']]: Extract<Doubt, { about: About }> } = {
  noDay: { about: 'noDay' },
  day: { about: 'day', columns: ['Close Date'] },
  periods: { about: 'periods', column: 'Week' },
  order: { about: 'order', column: 'Day' },
  currency: { about: 'currency', currencies: ['PEN', 'USD'] },
  column: { about: 'column', input: 'LEADS', columns: ['Leads'] },
  near: { about: 'near', column: 'Results', input: 'LEADS' },
  inputs: { about: 'inputs', column: 'Results', inputs: ['CAC.cost'] },
  kinds: { about: 'kinds', column: 'Results', kinds: ['reach'], input: 'LEADS' },
  values: { about: 'values', input: 'LEADS', column: 'Result type' },
};

describe('a doubt that is computed', () => {
  it.each(Object.values(every).map((doubt) => [doubt.about, doubt] as const))(
    'is shown, in both languages: %s',
    (_, doubt) => {
      const proposal = {
        account: {},
        feeds: [{ input: 'LEADS', metric: 'Results', only: [], split: null }],
        unsure: [doubt],
      } as unknown as TableProposal;
      const shown = [dataPanelEn, dataPanelVi].map(({ tabs }) => [
        ...[doubtInWords(doubt, tabs)].filter((line) => line !== ''),
        ...doubtsAbout('LEADS', proposal, (key) => `<${key}>`, tabs),
      ]);
      expect(shown.map(({ length }) => length)).toEqual([1, 1]);
      expect(shown[0]).not.toEqual(shown[1]);
    },
  );
});
