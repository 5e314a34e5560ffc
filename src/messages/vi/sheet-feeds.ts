import type { SheetFeedsWords } from '../en/sheet-feeds.ts';

/** What a plan's sheet says about data that flows in, in Vietnamese. */
export const sheetFeedsVi: SheetFeedsWords = {
  feeds: 'Dữ liệu tự cập nhật',
  feedsHint:
    'Mỗi lần cập nhật sẽ ghi các ô này. Tuần để trống là chưa có dữ liệu; tuần chưa đủ ngày thì hiện phần đã có.',
  feedInput: 'Số liệu đầu vào',
  feedWhere: 'Nguồn dữ liệu',
  feedWhat: 'Lấy những gì',
  feedFrom: 'Có từ ngày',
  feedThrough: 'Có đến ngày',
  feedSettled: 'Đã chốt đến',
  feedUpdated: 'Cập nhật lúc',
  feedTrust: 'Lưu ý',
  feedNotes: {
    from: 'Từ ngày này đến ngày ở cột bên cạnh, ngày không có số nghĩa là 0. Các ngày khác là chưa biết.',
    through: 'Đến hết ngày này, dữ liệu đã về đủ.',
    settled: 'Các ngày sau ngày này là tạm tính: nguồn dữ liệu còn có thể sửa.',
    updated: 'Lúc lấy dữ liệu, theo múi giờ của bảng tính.',
  },
  rate: '1 {from} = ? {to}',
  rateNote:
    'Một tỷ giá cho cả quý. Khi ô này còn trống, số tiền bằng {from} cũng để trống: thiếu tỷ giá thì số sẽ sai.',
  rateHelp: 'Bạn hãy nhập một số lớn hơn 0.',
  rateMissing: '⚠ thiếu tỷ giá {from}',
  knownFrom: '⚠ chỉ có số từ {day}',
  daysTypedOver: '⚠ ngày bị gõ đè, hãy cập nhật',

  flowsIn: '⟳ {where}',
  alsoTyped: '{where} · một phần nhập tay',
  only: 'chỉ {tests}',
  is: '{dimension} = {values}',
  startsWith: '{dimension} bắt đầu bằng {values}',
  or: ' hoặc ',
  and: ' và ',
  splitBy: 'chia theo {dimension}',
  flowNote: 'Tự cập nhật: {where}, {what}.',

  liveProvisional: 'tuần {week}/{weeks} {bar} · số liệu chốt đến {day}, {n} ngày tạm tính',
  liveAllProvisional: 'tuần {week}/{weeks} {bar} · có {n} ngày số liệu, đều tạm tính',
  liveStale: ' · ▲ dữ liệu cũ {n} ngày',
  liveMissing: ' · ▲ thiếu dữ liệu {n} ngày cuối quý',
  liveWaiting: ' · ▲ có dữ liệu chưa về',
  provisional: '{n} ngày tạm tính',

  split: 'Theo {what}',
  splitBySegment: 'Theo nhóm',
  splitHint:
    'Các nhóm lớn nhất, rồi đến phần còn lại. Cộng trước rồi chia một lần: hàng cuối chính là số trên bảng theo dõi KPI.',
  splitHead: 'Nhóm',
  splitThrough: 'Số liệu đến',
  splitRest: 'Phần còn lại',
  splitTotal: 'Tổng',
};
