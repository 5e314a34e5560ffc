import type { Language } from '../../messages/compiled/languages.ts';

/** What stands in the example workbook, in both languages. */
export interface ExampleWords {
  readonly summarySheet: string;
  readonly adsSheet: string;
  readonly title: string;
  readonly subtitle: string;
  readonly cards: Readonly<Record<'cpl' | 'cost' | 'leads' | 'customers' | 'cpa', string>>;
  readonly columns: readonly string[];
  /** By campaign number; the last one has not begun. */
  readonly campaigns: readonly (readonly [id: number, name: string])[];
  readonly total: string;
  /** How a campaign's CPL compares with that of all of them. */
  readonly status: Readonly<Record<'cheap' | 'usual' | 'dear' | 'none', string>>;
  readonly howToRead: string;
  readonly hints: readonly string[];
  readonly ratioNote: string;
}

const en: ExampleWords = {
  summarySheet: 'Campaigns',
  adsSheet: 'Ads',
  title: 'Ad campaigns · Q3 2026',
  subtitle: '1,143 ads, 1 July to 30 September 2026 · money in USD · made-up sample data',
  cards: {
    cpl: 'Cost per lead (CPL)',
    cost: 'Cost',
    leads: 'Leads',
    customers: 'New customers',
    cpa: 'Cost per new customer',
  },
  columns: [
    'Campaign',
    'No.',
    'Cost',
    'Impressions',
    'Clicks',
    'Leads',
    'New customers',
    'CPL',
    'Against total',
    'CPC',
    'CPM',
    'CTR',
    'Leads that buy',
    'CPA',
  ],
  campaigns: [
    [1203, 'Prospecting'],
    [1202, 'Remarketing'],
    [1201, 'Product launch'],
    [1204, '11.11 sale (not started)'],
  ],
  total: 'Total',
  status: { cheap: '▼ cheap', usual: '● similar', dear: '▲ expensive', none: '○ no data' },
  howToRead: 'How to read this',
  hints: [
    '▼ cheap: CPL is at least 10% below the total · ▲ expensive: at least 10% above it.',
    'The total row adds up first and divides once. It is not the average of the rows above.',
    '“no leads” means there is nothing to divide by yet. It is not 0.',
    'Change a number on the sheet “Ads” and everything here follows.',
  ],
  ratioNote: 'One formula in this cell fills the whole column.',
};

const vi: ExampleWords = {
  summarySheet: 'Chiến dịch',
  adsSheet: 'Quảng cáo',
  title: 'Chiến dịch quảng cáo · Quý 3/2026',
  subtitle: '1.143 quảng cáo từ 01/07/2026 đến 30/09/2026 · đơn vị tiền USD · số liệu mẫu',
  cards: {
    cpl: 'Chi phí mỗi lead (CPL)',
    cost: 'Chi phí',
    leads: 'Lead',
    customers: 'Khách hàng mới',
    cpa: 'Chi phí mỗi khách mới',
  },
  columns: [
    'Chiến dịch',
    'Mã',
    'Chi phí',
    'Lượt hiển thị',
    'Lượt nhấp',
    'Lead',
    'Khách mới',
    'CPL',
    'So với mức chung',
    'CPC',
    'CPM',
    'CTR',
    'Lead thành khách',
    'CPA',
  ],
  campaigns: [
    [1203, 'Tìm khách mới'],
    [1202, 'Tiếp thị lại'],
    [1201, 'Ra mắt sản phẩm'],
    [1204, 'Sale 11.11 (chưa chạy)'],
  ],
  total: 'Tổng',
  status: { cheap: '▼ rẻ', usual: '● ngang', dear: '▲ đắt', none: '○ chưa có số liệu' },
  howToRead: 'Cách đọc',
  hints: [
    '▼ rẻ: CPL thấp hơn mức chung từ 10% trở lên · ▲ đắt: cao hơn từ 10% trở lên.',
    'Hàng Tổng cộng hết rồi mới chia một lần, không phải trung bình của các hàng trên.',
    '“không có lead” nghĩa là chưa có gì để chia, không phải là 0.',
    'Sửa một số ở trang tính “Quảng cáo”, mọi con số ở đây đổi theo.',
  ],
  ratioNote: 'Một công thức trong ô này điền cả cột.',
};

export const exampleWords: Readonly<Record<Language, ExampleWords>> = { en, vi };
