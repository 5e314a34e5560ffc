import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import { kpiTitle, otherNames } from '../../../src/messages/catalogue.ts';
import { languages } from '../../../src/messages/compiled/languages.ts';
import type { PlannedKpi } from '../../../src/plan/model/plan.ts';
import { reader } from '../../../src/plan/paste/names.ts';
import { readPasted } from '../../../src/plan/paste/paste.ts';
import { parsePastedNumber } from '../../../src/plan/paste/pasted-number.ts';
import { validatePlan } from '../../../src/plan/validation/validate-plan.ts';
import { shippedSources } from '../../../src/sources/registry.ts';
import { chosenPlan } from '../../kit/plans/plans.ts';

const start = chosenPlan([]);
const paste = (table: string | readonly (readonly string[])[], locale = 'vi_VN', plan = start) =>
  readPasted(table, plan, { catalogue, language: 'vi', locale });
const dollars = { ...start, circumstances: { ...start.circumstances, currency: 'USD' } };
/** A table drawn with `|`, as the clipboard has it. */
const table = (drawn: string) =>
  drawn
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/ *\| */)
        .join('\t'),
    )
    .join('\n');
const facts = ({ kpi, weight, baseline, target }: PlannedKpi) => [kpi, weight, baseline, target];
const read = (drawn: string, locale?: string, plan = start) => paste(table(drawn), locale, plan);
const only = (drawn: string) => {
  const [kpi] = read(drawn).plan.kpis;
  if (!kpi) throw new Error('nothing was read');
  return kpi;
};

const misa = `
  BẢNG KPI QUÝ 4/2026 - PHÒNG MARKETING
  STT | Chỉ tiêu KPI | ĐVT | Trọng số | Mục tiêu | Thực hiện | Tỷ lệ hoàn thành
  I | Digital
  1 | Số lượng lead | lead | 30% | 1.240 | 1.030 | 83%
  2 | Chi phí trên mỗi lead (CPL) | đồng | 20% | 85.000 | 92.000 | 92%
  3 | Tỉ lệ chuyển đổi website | % | 20% | 2,5 | 2,0 | 80%
  4 | Doanh thu từ Facebook Ads | triệu đồng | 20% | 1.200 | 980 | 82%
  II | Nội dung
  5 | Số bài đăng fanpage | bài | 10% | 5 bài/tuần | 60 |
   | Tổng cộng | | 100% | | |`;

describe('a pasted Vietnamese KPI table', () => {
  const { plan, rows, columns, notes } = read(misa);

  it('becomes a plan: KPIs we know by name, weights, results as last quarter, targets', () => {
    expect(plan.kpis.map(facts)).toEqual([
      ['LEADS', 0.3, 1030, 1240],
      ['CPL', 0.2, 92000, 85000],
      ['CVR', 0.2, 0.02, 0.025],
      ['OWN_A', 0.2, 980e6, 1200e6],
      ['OWN_B', 0.1, 60, null],
    ]);
    expect(plan).toMatchObject({ id: 'abc123', name: 'Lan', quarter: start.quarter });
    expect(validatePlan(plan, 'vi', catalogue, shippedSources)).toEqual({ plan });
  });

  it('keeps what we do not know as KPIs of the plan’s own, and guesses nothing in silence', () => {
    expect(plan.own).toEqual([
      {
        name: 'OWN_A',
        title: 'Doanh thu từ Facebook Ads',
        unit: 'money',
        better: 'higher',
        how: { is: 'typed', over: 'sum' },
        unsaid: [],
      },
      {
        name: 'OWN_B',
        title: 'Số bài đăng fanpage',
        unit: 'count',
        better: 'higher',
        how: { is: 'typed', over: 'sum' },
        unsaid: ['better'],
      },
    ]);
  });

  it('answers for every row: what it became, and what of it was not read', () => {
    expect(rows.map(({ line, is, kpi }) => [line, is, kpi])).toEqual([
      [1, 'other', null],
      [2, 'other', null],
      [3, 'other', null],
      [4, 'kpi', 'LEADS'],
      [5, 'kpi', 'CPL'],
      [6, 'kpi', 'CVR'],
      [7, 'own', 'OWN_A'],
      [8, 'other', null],
      [9, 'own', 'OWN_B'],
      [10, 'other', null],
    ]);
    expect(rows[3]?.problems).toEqual([]);
    expect(rows[6]).toMatchObject({ candidates: ['REVENUE'] });
    expect(rows[8]?.problems.at(-1)).toBe(
      'Mục tiêu: “5 bài/tuần” không phải số của cả quý. Bạn hãy nhập số của quý.',
    );
  });

  it('says how the columns were read, and that the targets may be old', () => {
    expect(columns.find(({ header }) => header === 'Thực hiện')?.role).toBe('actual');
    expect(notes).toEqual([
      'Cột “Thực hiện” được đọc là kết quả quý trước.',
      'Cột “Mục tiêu” đứng cạnh kết quả nên có thể là chỉ tiêu cũ. Bạn hãy xem lại chỉ tiêu.',
      'Các cột không đọc: “Tỷ lệ hoàn thành”.',
    ]);
  });

  it('reads the same without marks, as cells and with capitals', () => {
    const bare = misa
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[đĐ]/g, 'd');
    expect(read(bare).plan.kpis.slice(0, 3).map(facts)).toEqual(plan.kpis.slice(0, 3).map(facts));
    const cells = table(misa)
      .split('\n')
      .map((line) => line.split('\t'));
    expect(paste(cells).plan).toEqual(plan);
    const loud = read(misa.toUpperCase()).plan.kpis.map(({ kpi }) => kpi);
    expect(loud).toEqual(plan.kpis.map(({ kpi }) => kpi));
  });
});

describe('a pasted table', () => {
  it('may be English, in the habits of its locale, with owners and relative targets', () => {
    const { plan } = read(
      `KPI | Target | Actual | Owner | Unit
       Website traffic | +20% | 50,000 | Anna | sessions
       Conversion rate | 2.5% | 2% | Anna | %
       ROAS | 400% | 3.5x | Bob |
       Cost per lead | ≤ $12 | $14.50 | Bob | $
       Customer happiness | 4.5 | 4.2 | Bob | stars
       Return on marketing investment | 150% | 120% | Bob |`,
      'en_US',
      dollars,
    );
    expect(plan.kpis.map(facts)).toEqual([
      ['TRAFFIC', 0.2, 50000, 60000],
      ['CVR', 0.2, 0.02, 0.025],
      ['ROAS', 0.2, 3.5, 4],
      ['CPL', 0.2, 14.5, 12],
      ['OWN_A', 0.2, 4.2, 4.5],
      ['ROI', null, 1.2, 1.5],
    ]);
    expect(plan.kpis.map(({ owner }) => owner)).toEqual([
      'Anna',
      'Anna',
      'Bob',
      'Bob',
      'Bob',
      'Bob',
    ]);
    expect(plan.own[0]).toMatchObject({ unit: 'score', how: { over: 'whole' } });
  });

  it('may come from a chat: columns parted by bars, the right quarter of several', () => {
    const { plan, notes } = paste(
      `| Chỉ số | Q4/2026 Thực hiện | Kế hoạch Q1/2027 | Kế hoạch Q2/2027 |
       |---|---|---|---|
       | KHTN | 1.000 | tăng 20% so với quý trước | 1.400 |
       | Tỷ lệ thoát | 55% | giảm 10% | 45% |
       | Traffic | 45.000 | ≥ 50.000 lượt | 60.000 |`,
    );
    expect(plan.kpis.map(facts)).toEqual([
      ['LEADS', 0.34, 1000, 1200],
      ['BOUNCE', 0.33, 0.55, 0.495],
      ['TRAFFIC', 0.33, 45000, 50000],
    ]);
    expect(notes.at(-1)).toBe('Các cột không đọc: “Kế hoạch Q2/2027”.');
    expect(notes.join()).not.toContain('chỉ tiêu cũ');
  });

  it('tells «Chỉ tiêu» and «Mục tiêu» as a name or a number by what stands below', () => {
    const named = read('Chỉ tiêu | Kế hoạch\nSố lead | 500');
    const number = read('Tên KPI | Chỉ tiêu\nSố lead | 500');
    const both = read('Mục tiêu | Chỉ tiêu\nSố lead | 500');
    for (const { plan } of [named, number, both]) {
      expect(plan.kpis.map(facts)).toEqual([['LEADS', 1, null, 500]]);
    }
  });

  it('takes the names from where they stand, beside groups and strategies', () => {
    const { plan } = read(
      'Nhóm chỉ tiêu | Chỉ tiêu | ĐVT | Kế hoạch\nDigital | Số lead | lead | 500\nDigital | CPL | đ | 80k',
    );
    expect(plan.kpis.map(facts)).toEqual([
      ['LEADS', 0.5, null, 500],
      ['CPL', 0.5, null, 80000],
    ]);
    const bare = paste('Digital\tSố lead\nDigital\tCPL').plan.kpis.map(({ kpi }) => kpi);
    expect(bare).toEqual(['LEADS', 'CPL']);
  });

  it('does not take numbers of a month, a week or a year for those of the quarter', () => {
    const { plan, notes } = read('KPI | Chỉ tiêu tháng | Mục tiêu năm 2027\nSố lead | 100 | 1.200');
    expect(plan.kpis.map(facts)).toEqual([['LEADS', 1, null, null]]);
    expect(notes.at(-1)).toBe('Các cột không đọc: “Chỉ tiêu tháng”, “Mục tiêu năm 2027”.');
  });

  it('without headings gives names only: which number is the target is not guessed', () => {
    const { plan, notes } = paste('Doanh số\t2 tỷ\t1,8 tỷ\nKhách hàng mới\t300\t250');
    expect(plan.kpis.map(facts)).toEqual([
      ['SALES', 0.5, null, null],
      ['NEWCUSTOMERS', 0.5, null, null],
    ]);
    expect(notes[0]).toContain('Không nhận ra hàng tiêu đề');
  });

  it('may be a mere list of names', () => {
    const { plan } = paste('KPI\nLượt tiếp cận\nTương tác\nSố follower TikTok');
    expect(plan.kpis.map(({ kpi }) => kpi)).toEqual(['REACH', 'INTERACTIONS', 'OWN_A']);
    expect(plan.own[0]).toMatchObject({ how: { over: 'last' } });
  });

  it('keeps line breaks and quotes of cells, and headings of two rows', () => {
    const { plan } = paste(
      'STT\tChỉ tiêu KPI\tQuý 1\t\n\t\tKế hoạch\t"Cách\ntính"\n1\t"Số ""lead"""\t500\t"Đếm một lần,\nbỏ trùng"',
    );
    expect(plan.kpis[0]).toMatchObject({
      kpi: 'LEADS',
      target: 500,
      definition: 'Đếm một lần, bỏ trùng',
    });
  });

  it('reads weights as percents however they are written, and leaves out what is none', () => {
    const weights = (...cells: string[]) =>
      read(
        `KPI | Trọng số\n${['CPL', 'CTR', 'CVR'].map((name, at) => `${name} | ${cells[at]}`).join('\n')}`,
      );
    const shares = (...cells: string[]) => weights(...cells).plan.kpis.map(({ weight }) => weight);
    expect(shares('50%', '30%', '20%')).toEqual([0.5, 0.3, 0.2]);
    expect(shares('50', '30', '20')).toEqual([0.5, 0.3, 0.2]);
    expect(shares('0,5', '0,3', '0,2')).toEqual([0.5, 0.3, 0.2]);
    expect(shares('50%', '', '0')).toEqual([0.5, null, null]);
    expect(weights('50', 'cao', '20').rows[2]?.problems).toEqual([
      'Trọng số: “cao” không phải là trọng số. Bạn hãy tự nhập.',
    ]);
  });

  it('without weights lets the first five share 100%, and says so', () => {
    const names = ['CPL', 'CTR', 'CVR', 'CPC', 'CAC', 'AOV', 'NPS'];
    const { plan, notes } = paste(['KPI', ...names].join('\n'));
    expect(plan.kpis.map(({ weight }) => weight)).toEqual([0.2, 0.2, 0.2, 0.2, 0.2, null, null]);
    expect(notes.at(-1)).toContain('5 KPI đầu chia đều 100%');
  });

  it('never makes one KPI of two rows, nor one of another unit', () => {
    const { plan, rows } = read(
      'KPI | ĐVT | Target\nSố lead | lead | 100\nSố lượng lead | lead | 50\nDoanh thu | % | 20',
    );
    expect(plan.kpis.map(({ kpi }) => kpi)).toEqual(['LEADS', 'OWN_A', 'OWN_B']);
    expect(rows[2]).toMatchObject({ is: 'own', candidates: ['LEADS'] });
    expect(rows[3]?.problems[0]).toContain('khác đơn vị');
    expect(rows[3]?.candidates).toEqual([]);
  });

  it('offers instead of an own KPI only those in whose unit its numbers were read', () => {
    const { plan, rows } = read(
      'KPI | Target\nLead conversion rate | 12\nDoanh thu từ TikTok | 900tr',
    );
    expect(plan.kpis.map(facts)).toEqual([
      ['OWN_A', 0.5, null, 0.12],
      ['OWN_B', 0.5, null, 900e6],
    ]);
    expect(rows.slice(1).map(({ candidates }) => candidates)).toEqual([
      ['VISITTOLEAD', 'LEADCVR'],
      ['REVENUE'],
    ]);
  });

  it('says when there is no room for a row', () => {
    const unknown = Array.from({ length: 12 }, (_, at) => `Việc riêng số ${at}a`);
    const { rows, plan } = paste(['KPI', ...unknown].join('\n'));
    expect(plan.own).toHaveLength(10);
    expect(rows.slice(-2).map(({ is }) => is)).toEqual(['left', 'left']);
    const many = catalogue.slice(0, 40).map(({ name }) => name);
    expect(paste(['KPI', ...many].join('\n')).plan.kpis).toHaveLength(30);
  });

  it('leaves the plan as it was when there is nothing to read', () => {
    for (const nothing of ['', ' \n\t\n', []]) {
      expect(paste(nothing)).toMatchObject({
        plan: start,
        rows: [],
        notes: [expect.stringContaining('Chưa thấy bảng')],
      });
    }
    expect(paste('1\t2\n3\t4')).toMatchObject({ plan: start });
  });

  it('takes the owner, the cadence, the definition and the source of each row', () => {
    expect(
      only(
        'KPI | Người phụ trách | Tần suất đo | Cách tính | Nguồn số liệu\nCPL | Hà | Hằng tháng | Mọi chi phí | Google Ads',
      ),
    ).toMatchObject({
      owner: 'Hà',
      cadence: 'month',
      definition: 'Mọi chi phí',
      source: 'Google Ads',
    });
    expect(only('KPI | Người phụ trách\nCPL | ')).toMatchObject({ owner: 'Lan', cadence: 'week' });
  });

  it('is not held up by cells as long as books', () => {
    const book = '1.234 '.repeat(50_000);
    const { plan, rows } = paste([
      ['KPI', 'Target', 'Trọng số', 'Cách tính'],
      ['CPL', book, book, book],
    ]);
    expect(plan.kpis[0]).toMatchObject({ kpi: 'CPL', target: null });
    expect(plan.kpis[0]?.definition.length).toBeLessThanOrEqual(1000);
    expect(rows[1]?.problems).toHaveLength(3);
  });

  it('keeps formulas and markup in it what they are: texts', () => {
    const { plan } = read('KPI | Target | Owner\n=IMPORTXML("x") | =1+1 | <b>Hà</b>');
    expect(plan.own[0]?.title).toBe('=IMPORTXML("x")');
    expect(plan.kpis[0]).toMatchObject({ target: null, owner: '<b>Hà</b>' });
  });

  it('answers for every filled row and makes a plan that passes, whatever is pasted', () => {
    const cell = fc.oneof(
      fc.constantFrom('KPI', 'Chỉ tiêu', 'Mục tiêu', 'Trọng số', 'Thực hiện', 'ĐVT', 'STT', 'Tổng'),
      fc.constantFrom('Số lead', 'CPL (đ)', 'Tỷ lệ chốt', 'Doanh số quý 1', 'I. Digital', '%'),
      fc.constantFrom('', '-', '12tr', '20%', '1.234', '+5 điểm', '≥ 9e99', '999999999999999 tỷ'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const grids = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 14 });
    fc.assert(
      fc.property(grids, fc.constantFrom('vi_VN', 'en_US', ''), (grid, locale) => {
        const { plan, rows } = paste(grid, locale);
        if (plan === start) return;
        expect(validatePlan(plan, 'vi', catalogue, shippedSources)).toEqual({ plan });
        const made = rows.filter(({ is }) => is === 'kpi' || is === 'own');
        expect(made.map(({ kpi }) => kpi).sort()).toEqual(plan.kpis.map(({ kpi }) => kpi).sort());
        for (const row of rows) if (row.is !== 'kpi') expect(row.problems).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void paste(text)));
  });
});

describe('names of KPIs', () => {
  const meaning = reader(catalogue);
  const names = (name: string) => {
    const meant = meaning(name);
    if (meant.is === 'none') return [];
    return meant.is === 'several' ? meant.kpis.map((kpi) => kpi.name) : [meant.kpi.name];
  };

  it('are found by everything the catalogue calls them, or as one of several', () => {
    for (const kpi of catalogue) {
      const { name } = kpi;
      expect(names(name)).toEqual([name]);
      const all = languages.flatMap((language) => [
        kpiTitle(kpi, language),
        ...otherNames(kpi, language),
      ]);
      for (const each of all) expect([each, names(each).includes(name)]).toEqual([each, true]);
    }
  });

  it.each([
    ['SL KHTN', 'LEADS'],
    ['Tổng số lead quý 1/2027', 'LEADS'],
    ['Chi phí / lead', 'CPL'],
    ['Chi phí trên mỗi lead', 'CPL'],
    ['Tỷ lệ click (CTR)', 'CTR'],
    ['Chỉ số NPS', 'NPS'],
    ['Email open rate', 'OPENRATE'],
    ['Chi phí marketing tháng 3', 'MKTSPEND'],
    ['Doanh thu từ TikTok Shop', undefined],
    ['Mức độ hài lòng của sếp', undefined],
    ['Lead', 'LEADS'],
    ['Việc khác', undefined],
  ])('«%s» is %s', (name, kpi) => {
    const meant = meaning(name);
    const sure = meant.is === 'same' || meant.is === 'nearly' ? meant.kpi.name : undefined;
    expect(sure).toBe(kpi);
  });

  it('that contradict themselves are not decided', () => {
    expect(meaning('Doanh thu (CPL)')).toMatchObject({ is: 'several' });
    expect(names('lead conversion rate').sort()).toEqual(['LEADCVR', 'VISITTOLEAD']);
  });
});

describe('numbers of old tables', () => {
  const around = {
    unit: 'count',
    measure: null,
    baseline: 1000,
    decimal: ',',
    currency: 'VND',
  } as const;
  it.each([
    ['1.240', 1240],
    ['≥ 1.000 lead', 1000],
    ['tối thiểu 500 khách hàng', 500],
    ['12 triệu lượt', 12e6],
    ['tăng 20%', 1200],
    ['giảm 5 % so với quý trước', 950],
    ['300/quý', 300],
    ['300 lead trong quý 1', 300],
    ['tăng thêm 50 %', 1500],
    ['tăng lên 1.500', 1500],
    ['giảm xuống còn 800', 800],
    ['-', null],
    ['chưa có', null],
    ['0', 0],
  ])('«%s» is %s', (cell, value) => {
    expect(parsePastedNumber(cell, around)).toEqual({ value });
  });

  it.each([
    ['100/tháng', 'period'],
    ['20 bài mỗi tuần', 'period'],
    ['tăng 20% so với cùng kỳ', 'relative'],
    ['500-600', 'notNumber'],
    ['nhiều hơn', 'notNumber'],
    ['80%', 'notNumber'],
    ['9e99', 'notNumber'],
  ])('«%s» is not read: %s', (cell, problem) => {
    expect(parsePastedNumber(cell, around)).toEqual({ problem });
  });

  it('need last quarter to be relative to it, and a percent sign where a share is meant', () => {
    expect(parsePastedNumber('+20%', { ...around, baseline: null })).toEqual({
      problem: 'relative',
    });
    expect(parsePastedNumber('0,5', { ...around, unit: 'fraction' })).toEqual({
      problem: 'percent',
    });
    const percent = { is: 'percent', scale: 1 } as const;
    expect(parsePastedNumber('0,5', { ...around, unit: 'fraction', measure: percent })).toEqual({
      value: 0.005,
    });
  });
});
