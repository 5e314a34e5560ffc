import { describe, expect, it } from 'vitest';
import { inputsOfPlan } from '../../../src/plan/model/inputs.ts';
import type { TableCell } from '../../../src/sources/table/cells.ts';
import { findTable } from '../../../src/sources/table/find-table.ts';
import { proposeMapping } from '../../../src/sources/table/propose-mapping.ts';
import { planned, planOf } from '../../kit/plans/plans.ts';

const row = [46_000, 'A', 5];

describe('finding a table', () => {
  it('finds headers at the top, below titles, and below blank lines', () => {
    const head = ['Ngày', 'Chiến dịch', 'Chi phí'];
    expect(findTable([head, row])).toEqual({ headerRow: 0, headers: head, firstRow: 1 });
    const titled = [['Báo cáo'], ['Tài khoản', 'Shop VN'], [], head, ['', '', ''], row, row];
    expect(findTable(titled)).toEqual({ headerRow: 3, headers: head, firstRow: 5 });
    const narrow = [
      ['Report', 'Shop'],
      ['Day', 'Leads'],
      [46_000, 3],
      [46_001, 4],
    ];
    expect(findTable(narrow)?.headerRow).toBe(1);
    const grouped = [
      ['', 'Facebook', ''],
      ['Day', 'Cost', 'Clicks'],
      [46_000, 3, 4],
    ];
    expect(findTable(grouped)?.headerRow).toBe(1);
  });

  it('takes headers that begin with “Total”, and no row of totals', () => {
    const cells = [
      ['Day', 'Total cost', 'Total leads'],
      [46_000, 5, 6],
      ['Total', 5, 6],
    ];
    expect(findTable(cells)?.headerRow).toBe(0);
  });

  it('numbers equal headers, cleans them, and leaves columns without one unnamed', () => {
    const head = ['Day', 'Cost', ' cost\n', '', 'Cost (2)', 'a\u202eb'];
    const found = findTable([head, [46_000, 1, 2, 3, 4, 5]]);
    expect(found?.headers).toEqual(['Day', 'Cost', 'cost (2)', '', 'Cost (2) (2)', 'ab']);
  });

  it('finds nothing on an empty tab, in a column alone, or in numbers alone', () => {
    expect(findTable([])).toBeNull();
    expect(findTable([['Day'], [1], [2]])).toBeNull();
    expect(
      findTable([
        [1, 2],
        [3, 4],
      ]),
    ).toBeNull();
    expect(findTable([['Day', 'Cost']])).toBeNull();
  });
});

const inputs = inputsOfPlan(planOf([planned('CPL'), planned('MKTSPEND')]));
const propose = (headers: readonly string[], ...sample: readonly (readonly TableCell[])[]) =>
  proposeMapping({ sheet: 1, name: 'Ads', headers, sample, values: [], dated: [] }, inputs, 'VND');

describe('proposing what columns are', () => {
  it('never gives a cost to two inputs', () => {
    const { feeds, unsure } = propose(['Day', 'Cost', 'Chi phí tạo lead'], ['2026-01-05', 5, 6]);
    expect(feeds.map(({ input, metric }) => [input, metric])).toEqual([
      ['CPL.cost', 'Chi phí tạo lead'],
      ['ROI.cost', 'Cost'],
    ]);
    expect(unsure).toContainEqual({ about: 'near', column: 'Cost', input: 'ROI.cost' });
    const alone = propose(['Day', 'Cost'], ['2026-01-05', 5]);
    expect(alone.feeds.map(({ input }) => input)).toEqual(['CPL.cost']);
    expect(alone.unsure).toContainEqual({ about: 'inputs', column: 'Cost', inputs: ['ROI.cost'] });
  });

  it('tells the order of texts by those that can be read one way', () => {
    const order = (...days: string[]) => {
      const { account, unsure } = propose(['Day', 'Cost'], ...days.map((day) => [day, 5]));
      return [account.order, unsure.some(({ about }) => about === 'order')];
    };
    expect(order('3/4/2026', '25/4/2026')).toEqual(['dayFirst', false]);
    expect(order('3/4/2026', '4/25/2026')).toEqual(['monthFirst', false]);
    expect(order('2026-04-03')).toEqual(['yearFirst', false]);
    expect(order('3/4/2026')).toEqual(['dayFirst', true]);
  });

  it('says that weeks and months are no days, and where no day is', () => {
    expect(propose(['Week', 'Cost'], ['2026-01-05', 5]).unsure).toEqual([
      expect.objectContaining({ about: 'periods', column: 'Week' }),
      expect.anything(),
      expect.anything(),
    ]);
    expect(propose(['Name', 'Cost'], ['A', 45_000])).toMatchObject({
      account: { day: '' },
      unsure: [{ about: 'noDay' }, {}, {}],
    });
  });

  it('knows the currency by the headers, and says where there are several', () => {
    expect(propose(['Day', 'Amount spent (USD)'], ['2026-01-05', 5]).account.currency).toBe('USD');
    expect(propose(['Day', 'Cost', 'CPC (all)'], ['2026-01-05', 5, 1]).account.currency).toBe(
      'VND',
    );
    const mixed = propose(
      ['Day', 'Cost', 'Currency'],
      ['2026-01-05', 5, 'USD'],
      ['2026-01-06', 5, 'VND'],
    );
    expect(mixed.unsure).toContainEqual({ about: 'currency', currencies: ['USD', 'VND'] });
  });

  it('reads rows as people see them as well as cells', () => {
    const shown = propose(
      ['Ngày', 'Chi phí (₫)'],
      ['05/01/2026', '1.234.567'],
      ['06/01/2026', '—'],
    );
    expect(shown.account).toMatchObject({ day: 'Ngày', currency: 'VND' });
    expect(shown.feeds).toMatchObject([{ input: 'CPL.cost', metric: 'Chi phí (₫)' }]);
  });
});
