import type { Language } from '../../../src/messages/compiled/languages.ts';
import type { SourceWords } from '../../../src/sources/define-source.ts';

const en: SourceWords = {
  title: 'Till',
  connect: 'Connect Till',
  needs: 'A key, which the owner of the shop makes in two minutes.',
  connectHint: 'Orders of your shop, day by day.',
  why: 'Till counts the orders of a shop. It does not answer for days gone by.',
  where: (name) => `Till · ${name}`,
  metric: (name) => (name === 'orders' ? 'orders' : (name ?? '')),
  dimension: (name) => name,
  named: (name) => name,
  troubles: {
    closed: {
      what: ({ where, detail }) => `${where}: the shop is closed (${detail}).`,
      way: 'Open it again in Till.',
    },
  },
  fields: [
    {
      id: 'shop',
      label: 'Shop',
      hint: 'As it stands in the address of Till.',
      is: 'text',
      options: [],
      missing: 'Type the name of the shop.',
    },
    {
      id: 'region',
      label: 'Region',
      hint: '',
      is: 'choice',
      options: [
        ['vn', 'Vietnam'],
        ['eu', 'Europe'],
      ],
      missing: 'Choose the region.',
    },
    {
      id: 'key',
      label: 'API key',
      hint: 'Kept for you alone; it is in no cell.',
      is: 'secret',
      options: [],
      missing: 'Paste the key.',
    },
  ],
  list: null,
};

const vi: SourceWords = {
  ...en,
  connect: 'Kết nối Till',
  connectHint: 'Đơn hàng của cửa hàng, theo từng ngày.',
  why: 'Till đếm đơn hàng của một cửa hàng, nhưng không trả lời cho những ngày đã qua.',
  metric: (name) => (name === 'orders' ? 'đơn hàng' : (name ?? '')),
  troubles: {
    closed: {
      what: ({ where, detail }) => `${where}: cửa hàng đang đóng (${detail}).`,
      way: 'Bạn hãy mở lại trong Till.',
    },
  },
};

export const stubWords = (language: Language): SourceWords => (language === 'vi' ? vi : en);
