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
    undated: {
      what: (where, detail) =>
        `${where}: có hàng không rõ thuộc ngày nào${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy điền ngày cho từng hàng này, hoặc gộp ô với ô ngày ở trên. Chưa sửa thì những ngày có thể bị ảnh hưởng để trống.',
    },
    otherThings: {
      what: (where, detail) =>
        `${where}: có ô là ngày, giờ hoặc phần trăm trong khi cần một con số${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn cột khác, hoặc nhập số vào các ô này. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    twoWays: {
      what: (where, detail) =>
        `${where}: có số có thể hiểu theo hai cách${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn 1.500 nghĩa là bao nhiêu trong phần cài đặt của bảng. Chưa chọn thì số liệu từ ngày đó trở đi để trống.',
    },
    outOfRange: {
      what: (where, detail) => `${where}: có số không thể có${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy sửa các ô này. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    otherCurrency: {
      what: (where, detail) =>
        `${where}: có số tiền khác đơn vị tiền của bảng${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn đúng đơn vị tiền trong phần cài đặt của bảng, hoặc chỉ giữ một đơn vị tiền. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    longPeriod: {
      what: (where, detail) =>
        `${where}: có hàng gộp các ngày của nhiều tuần hoặc nhiều tháng${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy xuất báo cáo theo ngày. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    severalReadings: {
      what: (where, detail) =>
        `${where}: một kỳ có nhiều số khác nhau mà không cộng dồn được${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy để mỗi kỳ một hàng. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    smallNumbers: {
      what: (where, detail) =>
        `${where}: có số như bị mất phần nghìn${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy nhập lại tệp với đúng khu vực của bảng tính, hoặc chọn 1.500 nghĩa là bao nhiêu trong phần cài đặt của bảng. Chưa sửa thì số liệu từ ngày đó trở đi để trống.',
    },
    maybeTotal: {
      what: (where, detail) =>
        `${where}: có hàng có thể là tổng của các hàng khác${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn trong phần cài đặt của bảng xem các hàng này có được tính không. Chưa chọn thì số liệu từ ngày đó trở đi để trống.',
    },
  },
  cell: (at, found) => (found === '' ? at : `${at} “${found}”`),
  others: (count) => `${count} ô khác`,
  list: (all) =>
    all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} và ${all[all.length - 1]}`,
  problems: {
    notNumber: (column, where) =>
      `“${column}”: không đọc được ${where} thành số. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy nhập số, hoặc để trống nếu không có gì.`,
    dateCell: (column, where) =>
      `“${column}”: ${where} là ngày hoặc giờ, không phải số. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy chọn cột khác, hoặc nhập số và chọn định dạng số cho ô.`,
    percentCell: (column, where) =>
      `“${column}”: ${where} là phần trăm trong khi cần một con số. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy chọn cột khác, hoặc đổi định dạng của ô thành số.`,
    twoWays: (column, where) =>
      `“${column}”: ${where} có thể hiểu theo hai cách. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy chọn 1.500 nghĩa là bao nhiêu trong phần cài đặt của bảng, hoặc viết số không có dấu phân cách hàng nghìn.`,
    outOfRange: (column, where) =>
      `“${column}”: ${where} là số không thể có. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy sửa lại trong bảng.`,
    otherCurrency: (column, where) =>
      `“${column}”: ${where} dùng đơn vị tiền khác với bảng. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy chọn đúng đơn vị tiền trong phần cài đặt của bảng; mỗi bảng chỉ dùng một đơn vị.`,
    longPeriod: (column, where) =>
      `“${column}”: ${where} gộp các ngày của nhiều tuần hoặc nhiều tháng nên không tách được. Bạn hãy xuất báo cáo theo ngày.`,
    severalReadings: (column, where) =>
      `“${column}”: ${where} là số thứ hai cho cùng một kỳ. Số này không cộng dồn được, nên bảng chỉ được có một hàng cho mỗi kỳ.`,
    badDay: (column, where) =>
      `“${column}”: ${where} không phải là ngày nên không rõ hàng này thuộc ngày nào. Những ngày có thể bị ảnh hưởng coi như chưa biết. Bạn hãy viết theo mẫu 2026-01-31.`,
    noDay: (column, where) =>
      `“${column}”: ${where} không có ngày nên không rõ hàng này thuộc ngày nào. Những ngày có thể bị ảnh hưởng coi như chưa biết. Bạn hãy điền ngày, hoặc gộp các ô này với ô ngày ở trên.`,
    maybeTotal: (column, where) =>
      `“${column}”: ${where} có thể là tổng của các hàng khác. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy chọn trong phần cài đặt của bảng xem các hàng này có được tính không.`,
    otherKind: (column, where) =>
      `“${column}”: ${where} cũng cùng loại nhưng không nằm trong các loại đã chọn nên không được tính. Nếu cần tính, bạn hãy thêm vào ở “Dữ liệu tự cập nhật”.`,
    leftOut: (column, where) =>
      `“${column}”: ${where} là tổng của các hàng khác nên không được tính. Nếu không phải là tổng, bạn hãy chọn như vậy trong phần cài đặt của bảng.`,
    startsLate: (column, where) =>
      `“${column}”: bảng bắt đầu từ ${where}, sau ngày đầu quý. Các ngày trước đó coi như chưa biết. Nếu khi đó không phát sinh gì, bạn hãy chọn như vậy trong phần cài đặt của bảng.`,
    smallNumbers: (column, where) =>
      `“${column}”: ${where} có vẻ quá nhỏ, như thể dấu phân cách hàng nghìn bị đọc thành dấu thập phân. Từ ngày đó, số liệu coi như chưa biết. Bạn hãy nhập lại tệp với đúng khu vực của bảng tính, sửa các số, hoặc vào phần cài đặt của bảng để chọn 1.500 nghĩa là 1,5 hay đúng đơn vị tiền.`,
    sameRows: (column, where) =>
      `“${column}”: các hàng ở ${where} lặp lại, giống nhau ở mọi cột. Tất cả đều được tính. Nếu bạn dán bảng hai lần, hãy xóa bớt một.`,
  },
};
