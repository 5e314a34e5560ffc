import { defineKpi, type Kpi } from './define.ts';
import {
  cancelledOrders,
  closedSales,
  lostDeals,
  opportunities,
  orders,
  wonDeals,
} from './quantities/deals.ts';

const noClosedDeals = { en: 'no closed deals', vi: 'không có cơ hội đã kết thúc' };

/** KPIs of closing: opportunities that are won or lost. */
export const dealKpis: readonly Kpi[] = [
  defineKpi({
    k: 'K51',
    name: 'WINRATE',
    title: { en: 'Win rate', vi: 'Tỷ lệ cơ hội giành chiến thắng' },
    summary: {
      en: 'Of the deals that came to an end, what share you won.',
      vi: 'Trong các cơ hội đã kết thúc, bạn thắng bao nhiêu phần trăm.',
    },
    alsoCalled: {
      en: ['closing rate', 'close rate'],
      vi: ['tỷ lệ thắng', 'tỷ lệ chốt đơn', 'tỷ lệ chốt sale'],
    },
    inputs: { won: wonDeals, lost: lostDeals },
    formula: 'won / (won + lost)',
    none: noClosedDeals,
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['sales'],
    guardrails: ['SQLS', 'SALES', 'REVENUE', 'NEWCUSTOMERS'],
    twins: ['LOSSRATE'],
    pitfalls: [
      {
        en: 'Only closed deals count, by closing date. Dividing by all deals opened gives a lower, different rate.',
        vi: 'Chỉ tính cơ hội đã kết thúc, theo ngày kết thúc. Chia cho mọi cơ hội đã mở sẽ ra một tỷ lệ khác, thấp hơn.',
      },
      {
        en: 'Lost deals that nobody marks as lost push the rate up: clear them out before the quarter ends.',
        vi: 'Cơ hội đã mất mà không ai đánh dấu là thua làm tỷ lệ đẹp lên: hãy rà lại trước khi hết quý.',
      },
    ],
    source: 'https://www.sightfull.com/metric/opportunity-win-rate/',
    examples: [{ given: { won: 12, lost: 20 }, gives: 0.375 }],
  }),
  defineKpi({
    k: 'K52',
    name: 'LOSSRATE',
    title: { en: 'Loss rate', vi: 'Tỷ lệ thất bại bán hàng' },
    summary: {
      en: 'Of the deals that came to an end, what share you lost.',
      vi: 'Trong các cơ hội đã kết thúc, bạn thua bao nhiêu phần trăm.',
    },
    alsoCalled: {
      en: ['lost deal rate'],
      vi: ['tỷ lệ thua', 'tỷ lệ mất đơn', 'tỷ lệ rớt đơn'],
    },
    inputs: { won: wonDeals, lost: lostDeals },
    formula: 'lost / (won + lost)',
    none: noClosedDeals,
    unit: 'fraction',
    better: 'lower',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['sales'],
    identities: [
      {
        name: 'lossRate',
        terms: [
          { of: 'LOSSRATE', power: 1 },
          { of: 'WINRATE', power: -1, as: 'rest' },
        ],
      },
    ],
    pitfalls: [
      {
        en: 'It is 1 minus the win rate: do not give both a weight in one plan.',
        vi: 'Tỷ lệ này bằng 1 trừ tỷ lệ thắng: đừng gắn trọng số cho cả hai trong một kế hoạch.',
      },
      {
        en: 'A lost deal is not a cancelled order: for orders taken back after the sale use CANCELRATE.',
        vi: 'Cơ hội thua không phải là đơn bị hủy: với đơn bị hủy sau khi chốt, hãy dùng CANCELRATE.',
      },
    ],
    source: 'https://www.sightfull.com/metric/opportunity-win-rate/',
    examples: [{ given: { won: 12, lost: 20 }, gives: 0.625 }],
  }),
  defineKpi({
    k: 'K52',
    name: 'CANCELRATE',
    title: { en: 'Order cancellation rate', vi: 'Tỷ lệ hủy đơn hàng' },
    summary: {
      en: 'What share of the orders was cancelled.',
      vi: 'Bao nhiêu phần trăm đơn hàng bị hủy.',
    },
    alsoCalled: {
      en: ['cancellation rate'],
      vi: ['tỷ lệ hủy đơn', 'tỷ lệ bom hàng', 'tỷ lệ giao dịch bị hủy'],
    },
    inputs: { cancelled: cancelledOrders, orders },
    formula: 'cancelled / orders',
    unit: 'fraction',
    better: 'lower',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'customer',
    roles: ['sales'],
    pitfalls: [
      {
        en: 'Orders of one week are cancelled in the next: for an exact rate follow the orders of one period.',
        vi: 'Đơn tuần này có thể tuần sau mới hủy: muốn chính xác, hãy theo dõi các đơn được đặt trong cùng một kỳ.',
      },
      {
        en: 'Refused cash-on-delivery parcels are often booked as returns: decide once where they belong.',
        vi: 'Đơn COD bị từ chối nhận thường được ghi là hàng hoàn: hãy thống nhất từ đầu là tính vào đâu.',
      },
    ],
    source: 'https://developer.walmart.com/us-marketplace/docs/order-cancellations-summaries',
    examples: [{ given: { cancelled: 16, orders: 256 }, gives: 0.0625 }],
  }),
  defineKpi({
    k: 'K53',
    name: 'SALESCVR',
    title: { en: 'Sales conversion rate', vi: 'Tỷ lệ chuyển đổi lượt bán hàng' },
    summary: {
      en: 'What share of the opportunities ends in a sale.',
      vi: 'Bao nhiêu phần trăm cơ hội bán hàng trở thành đơn đã chốt.',
    },
    alsoCalled: {
      en: ['opportunity-to-sale rate', 'sales CVR'],
      vi: ['tỷ lệ chuyển đổi bán hàng', 'tỷ lệ cơ hội thành đơn'],
    },
    inputs: { sales: closedSales, opportunities },
    formula: 'sales / opportunities',
    unit: 'fraction',
    better: 'higher',
    group: 'impact',
    level: 'functional',
    timing: 'lagging',
    funnel: 'revenue',
    roles: ['sales'],
    pitfalls: [
      {
        en: 'Open opportunities are in the base, so the rate is lower than the win rate and rises as they close.',
        vi: 'Mẫu số gồm cả cơ hội còn mở nên tỷ lệ thấp hơn tỷ lệ thắng và tăng dần khi chúng kết thúc.',
      },
      {
        en: 'A shop without opportunities uses CVR: orders divided by visits.',
        vi: 'Cửa hàng không theo dõi cơ hội thì dùng CVR: đơn hàng chia cho lượt truy cập.',
      },
    ],
    source: 'https://altiorco.com/revops-dictionary/win-rate',
    examples: [{ given: { sales: 21, opportunities: 56 }, gives: 0.375 }],
  }),
];
