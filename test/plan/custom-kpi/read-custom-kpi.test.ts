import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Kpi } from '../../../src/kpi/define.ts';
import type { Unit } from '../../../src/kpi/units.ts';
import { kpiTitle, otherNames } from '../../../src/messages/catalogue.ts';
import { languages } from '../../../src/messages/compiled/languages.ts';
import { withBetter, withTotalling } from '../../../src/plan/custom-kpi/answer.ts';
import { unsaidOfOlder } from '../../../src/plan/custom-kpi/older.ts';
import { customKpiOf, readCustomKpi } from '../../../src/plan/custom-kpi/read-custom-kpi.ts';
import { measureOfUnit } from '../../../src/plan/custom-kpi/reading.ts';
import { aggregationOf, customKpi } from '../../../src/plan/model/aggregation.ts';
import { measureOf } from '../../../src/plan/paste/measures.ts';
import { reader } from '../../../src/plan/paste/names.ts';
import { names } from './names.ts';

const meaning = reader(catalogue);

function read(title: string, unit: string) {
  const meant = meaning(title);
  const like = meant.is === 'several' ? meant.kpis : 'kpi' in meant ? [meant.kpi] : [];
  return readCustomKpi({ title, unit, measure: measureOf(unit), like, language: 'vi' });
}

const said = (title: string, unit: string): string => {
  const { how, better } = read(title, unit);
  return `${how?.is === 'ratio' ? 'ratio' : (how?.over ?? '?')} ${better ?? '?'}`;
};

describe('what a name says of how a KPI adds up, and of which way is better', () => {
  it.each(names)('«%s» in «%s»: %s', (title, unit, says) => {
    expect(said(title, unit)).toBe(says);
  });

  it('is the same in capitals and with marks that stand apart', () => {
    for (const [title, unit, says] of names) {
      expect([title, said(title.toUpperCase(), unit)]).toEqual([title, says]);
      expect([title, said(title.normalize('NFD'), unit.normalize('NFD'))]).toEqual([title, says]);
    }
  });

  it.each([
    ['Cost per message', '', 'Cost', 'message'],
    ['Chi phí/đơn', '', 'Chi phí', 'đơn'],
    ['Chi phí quảng cáo trên mỗi đơn', 'đ', 'Chi phí quảng cáo', 'đơn'],
    ['Giá mess', '', 'Chi phí', 'mess'],
    ['CPO TikTok Shop', '', 'Chi phí', 'đơn hàng'],
    ['Tỷ lệ đơn/lead', '%', 'đơn', 'lead'],
    ['Doanh thu trung bình mỗi khách', 'đ', 'Doanh thu', 'khách'],
  ])('«%s» divides «%3$s» by «%4$s»', (title, unit, top, bottom) => {
    expect(read(title, unit).how).toEqual({ is: 'ratio', top, bottom });
  });

  it('never contradicts what the catalogue knows of its own names', () => {
    // A name for a share which says in itself that it is a count.
    const counts = ['positive reviews'];
    const sums = (kpi: Kpi) => aggregationOf(kpi) === 'sum';
    for (const kpi of catalogue) {
      const titles = languages.map((language) => kpiTitle(kpi, language));
      const also = languages.flatMap((language) => otherNames(kpi, language));
      for (const title of [...titles, ...also, kpi.name]) {
        if (counts.includes(title)) continue;
        for (const measure of [measureOfUnit(kpi.unit), null]) {
          const { how, better } = readCustomKpi({
            title,
            unit: '',
            measure,
            like: [],
            language: 'vi',
          });
          const adds = how && how.is === 'typed' && how.over === 'sum';
          expect([title, how && adds]).toEqual([title, how && sums(kpi)]);
          expect([title, better ?? kpi.better]).toEqual([title, kpi.better]);
        }
      }
    }
  });
});

describe('a KPI of somebody’s own', () => {
  const own = (title: string, unit: string) => customKpiOf('OWN_A', title, read(title, unit));

  it('asks for whatever its name leaves open, and for nothing else', () => {
    for (const [title, unit, says] of names) {
      const [how] = says.split(' ');
      const asked = [
        ...(how === '?' ? ['totalling'] : []),
        ...(says.endsWith('?') ? ['better'] : []),
      ];
      expect([title, own(title, unit).unsaid]).toEqual([title, asked]);
    }
  });

  it('has no direction and comes to no number while that is open, whatever it is called', () => {
    const syllable = fc.constantFrom('ba', 'xo', 'lem', 'tru', 'ghi', 'zan', 'ương', 'ẹp', 'quặc');
    const word = fc.array(syllable, { minLength: 2, maxLength: 3 }).map((each) => each.join(''));
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(name, fc.constantFrom('', 'cái', 'đồng', 'USD'), (title, unit) => {
        const mine = own(title, unit);
        expect(mine.unsaid).toEqual(['totalling', 'better']);
        expect(customKpi(mine).better).toBeNull();
        expect(aggregationOf(customKpi(mine))).toBe('unsaid');
      }),
    );
  });

  it('is judged by what is answered, question by question', () => {
    const open = own('Chi phí đơn', 'đ');
    const ratio = withTotalling(open, { is: 'ratio', top: 'Chi phí', bottom: 'đơn' });
    expect(ratio).toMatchObject({ unit: 'moneyEach', unsaid: ['better'] });
    expect(aggregationOf(customKpi(ratio))).toBe('ratio');
    const sum = withTotalling(ratio, { is: 'typed', over: 'sum' });
    expect(sum).toMatchObject({ unit: 'money', unsaid: ['better'] });
    const all = withBetter(sum, 'lower');
    expect(all.unsaid).toEqual([]);
    expect(customKpi(all)).toMatchObject({ better: 'lower', counts: { over: 'sum' } });
  });

  it('divides money by a count, so that a currency stays with the money', () => {
    const { inputs } = customKpi(own('Chi phí/đơn', '')) as { inputs?: Record<string, unknown> };
    expect(inputs).toMatchObject({ top: { unit: 'money' }, bottom: { unit: 'count' } });
  });
});

describe('a KPI that was kept before there were questions', () => {
  const older = (
    title: string,
    unit: Unit,
    over: 'sum' | 'last' | 'whole',
    better: 'higher' | 'lower',
  ) => unsaidOfOlder({ name: 'OWN_A', title, unit, better, how: { is: 'typed', over } });

  it.each([
    // Its name says the same: nobody is asked.
    ['Doanh thu từ TikTok', 'money', 'sum', 'higher', []],
    ['Follower TikTok', 'count', 'last', 'higher', []],
    ['Tỷ lệ chốt đơn', 'fraction', 'whole', 'higher', []],
    ['Giá mess', 'moneyEach', 'whole', 'lower', []],
    // It was guessed wrong, or its name says nothing.
    ['Cost / message', 'money', 'sum', 'lower', ['totalling']],
    ['New followers', 'count', 'last', 'higher', ['totalling']],
    ['CPV', 'money', 'sum', 'higher', ['totalling', 'better']],
    ['Tỷ lệ hoàn thành', 'fraction', 'whole', 'lower', ['better']],
    ['Brand love', 'count', 'sum', 'higher', ['totalling', 'better']],
  ] as const)('«%s» in %s, kept as %s and %s, asks for %j', (title, unit, over, better, asked) => {
    expect(older(title, unit, over, better)).toEqual(asked);
  });
});
