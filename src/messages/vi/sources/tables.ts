import type { tablesEn } from '../../en/sources/tables.ts';

/** What is said about people's tables, in Vietnamese. */
export const tablesVi: typeof tablesEn = {
  title: 'Bảng',
  connect: 'Kết nối bảng',
  connectHint: 'Chi phí quảng cáo, lead từ CRM: dùng được mọi bảng trong bảng tính này.',
  why: 'Bảng vẫn nằm ở chỗ cũ và được đọc mỗi lần cập nhật. Bạn dán hàng mới xuống dưới, hoặc dán đè cả bản xuất mới.',
  where: 'Trang tính “{name}”',
  column: 'cột “{name}”',
  countRows: 'đếm số hàng',
  troubles: {
    tableGone: {
      what: (where) => `${where}: trang tính này hoặc bảng trên đó không còn nữa.`,
      way: 'Bạn hãy chọn lại trang tính ở trang Dữ liệu.',
    },
    columnGone: {
      what: (where, detail) => `${where}: không còn cột “${detail}”.`,
      way: 'Bạn hãy đặt lại tiêu đề cột như cũ, hoặc chọn cột khác ở trang Dữ liệu.',
    },
    noDays: {
      what: (where, detail) =>
        `${where}: không thấy ngày nào của quý này${detail ? ` trong “${detail}”` : ''}.`,
      way: 'Bạn hãy kiểm tra cột ngày và cách ghi ngày.',
    },
    notNumbers: {
      what: (where, detail) => `${where}: có ô không đọc được${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy sửa các ô này. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
  },
  cell: (at, found) => (found === '' ? at : `${at} “${found}”`),
  others: (count) => `${count} ô khác`,
  list: (all) =>
    all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} và ${all[all.length - 1]}`,
  problems: {
    notNumber: (column, where) =>
      `“${column}”: không đọc được ${where} thành số. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy nhập số, hoặc để trống nếu không có gì.`,
    twoWays: (column, where) =>
      `“${column}”: ${where} có thể hiểu theo hai cách. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy viết số không có dấu phân cách hàng nghìn.`,
    outOfRange: (column, where) =>
      `“${column}”: ${where} là số không thể có. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy sửa lại trong bảng.`,
    otherCurrency: (column, where) =>
      `“${column}”: ${where} dùng đơn vị tiền khác với bảng. Từ ngày đó, số liệu coi như chưa biết. Mỗi bảng chỉ nên dùng một đơn vị tiền.`,
    longPeriod: (column, where) =>
      `“${column}”: ${where} gộp các ngày của nhiều tuần hoặc nhiều tháng nên không tách được. Bạn hãy xuất báo cáo theo ngày.`,
    severalReadings: (column, where) =>
      `“${column}”: ${where} là số thứ hai cho cùng một kỳ. Số này không cộng dồn được, nên bảng chỉ được có một hàng cho mỗi kỳ.`,
    badDay: (column, where) =>
      `“${column}”: ${where} không phải là ngày nên hàng này không được tính. Bạn hãy viết theo mẫu 2026-01-31.`,
    noDay: (column, where) =>
      `“${column}”: ${where} không có ngày nên hàng này không được tính. Bạn hãy điền ngày.`,
    startsLate: (column, where) =>
      `“${column}”: bảng bắt đầu từ ${where}, sau ngày đầu quý. Các ngày trước đó coi như chưa biết. Nếu khi đó không phát sinh gì, bạn hãy chọn như vậy trong phần cài đặt của bảng.`,
    smallNumbers: (column, where) =>
      `“${column}”: ${where} có vẻ quá nhỏ, như thể dấu phân cách hàng nghìn bị đọc thành dấu thập phân. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy nhập lại tệp với đúng khu vực của bảng tính, sửa các số, hoặc chọn đúng đơn vị tiền của bảng.`,
    sameRows: (column, where) =>
      `“${column}”: các hàng ở ${where} lặp lại, giống nhau ở mọi cột. Tất cả đều được tính. Nếu bạn dán bảng hai lần, hãy xóa bớt một.`,
  },
};
