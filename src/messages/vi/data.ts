import type { dataEn } from '../en/data.ts';

/** What the add-on says about data that flows in, in Vietnamese. */
export const dataVi: typeof dataEn = {
  sources: { ga4: 'Google Analytics', table: 'Trang tính' },
  troubles: {
    noPermission: {
      what: (where) => `${where}: bạn chưa có quyền xem tài sản này.`,
      way: 'Bạn hãy xin quản trị viên quyền “Người xem”, hoặc chọn tài sản khác.',
    },
    signedOut: {
      what: (where) => `${where}: phiên đăng nhập Google của bạn không còn hiệu lực.`,
      way: 'Bạn hãy tải lại trang, mở thanh bên và cấp quyền lại. Nếu đang đăng nhập nhiều tài khoản Google, hãy chỉ giữ tài khoản có quyền xem tài sản.',
    },
    apiOff: {
      what: (where) => `${where}: Google Analytics API đang tắt.`,
      way: 'Bạn hãy nhờ người cài tiện ích bật “Google Analytics Data API” trong dự án Google Cloud.',
    },
    propertyGone: {
      what: (where) => `${where}: tài sản này không còn nữa.`,
      way: 'Bạn hãy chọn tài sản khác cho các số liệu này, hoặc nhập tay.',
    },
    badField: {
      what: (where, detail) =>
        `${where}: Google Analytics không có ${detail ? `“${detail}”` : 'một trong các trường đã chọn'}.`,
      way: 'Bạn hãy chọn chỉ số hoặc điều kiện khác cho số liệu này.',
    },
    mixedFields: {
      what: (where, detail) =>
        `${where}: ${detail ? `“${detail}”` : 'một trong các trường'} không dùng chung được với các trường còn lại.`,
      way: 'Bạn hãy chọn chỉ số, điều kiện hoặc cách chia khác cho số liệu này.',
    },
    quotaHour: {
      what: (where) => `${where}: đã hết hạn mức của Google Analytics trong giờ này.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaDay: {
      what: (where) => `${where}: đã hết hạn mức của Google Analytics trong hôm nay.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaAtOnce: {
      what: (where) => `${where}: có quá nhiều báo cáo của tài sản này được lấy cùng lúc.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaSmallGroups: {
      what: (where) =>
        `${where}: đã hết hạn mức của Google Analytics cho các nhóm người nhỏ trong giờ này.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về. Bớt điều kiện về tuổi, giới tính, sở thích sẽ đỡ hơn.',
    },
    nearQuota: {
      what: (where) => `${where}: giờ này gần hết hạn mức, phần còn lại để dành cho báo cáo khác.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    busy: {
      what: (where) => `${where}: Google Analytics đang bận.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    noAnswer: {
      what: (where) => `${where}: không nhận được câu trả lời.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    halfAnswer: {
      what: (where) => `${where}: câu trả lời bị thiếu nên không được dùng.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về. Nếu vẫn lỗi, hãy chọn lại chỉ số.',
    },
    otherCurrency: {
      what: (where, detail) => `${where}: loại tiền đã đổi${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn lại tài sản ở trang Dữ liệu rồi nhập tỷ giá trên trang tính.',
    },
    otherZone: {
      what: (where, detail) => `${where}: múi giờ đã đổi${detail ? ` (${detail})` : ''}.`,
      way: 'Bạn hãy chọn lại tài sản ở trang Dữ liệu; dữ liệu cả quý sẽ được lấy lại.',
    },
    blockedMetric: {
      what: (where, detail) =>
        `${where}: bạn không được xem ${detail ? `“${detail}”` : 'một số chỉ số'}.`,
      way: 'Bạn hãy xin quản trị viên của tài sản quyền xem chi phí và doanh thu.',
    },
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
    sheetGone: {
      what: (where, detail) =>
        `${where}: ${detail || 'một phần trang tính của kế hoạch hoặc trang dữ liệu'} bị thiếu hoặc được bảo vệ.`,
      way: 'Bạn hãy mở kế hoạch và bấm “Tạo lại phần thiếu”, hoặc xin chủ sở hữu quyền chỉnh sửa.',
    },
    tooMuch: {
      what: (where) => `${where}: bảng tính đã đầy. Google cho tối đa 10 triệu ô.`,
      way: 'Bạn hãy xóa các trang tính không còn dùng, hoặc chọn cách chia có ít giá trị hơn.',
    },
  },
  since: (when) => `Lỗi từ ${when}.`,
  again: (when) => `Có thể thử lại từ ${when}.`,
  trust: {
    sampled: (percent) => `ước tính từ ${percent} dữ liệu`,
    thresholded: 'Google ẩn các nhóm nhỏ',
    otherRow: 'giá trị hiếm được gộp thành “(other)”',
  },
  doing: {
    reading: (name) => `Đang lấy dữ liệu cho “${name}”…`,
    asking: (where, day) => `Đang lấy ${where}: đã có đến ${day}…`,
  },
  said: {
    through: (name, where, day) => `${name}: ${where} đã có đến ${day}.`,
    nothingFlows:
      'Chưa có nguồn dữ liệu nào. Bạn hãy kết nối Google Analytics hoặc một bảng trước.',
    notYet: (name, where) =>
      `${name}: ${where} chưa có số liệu của quý này. Số của một ngày về khi ngày đó đã hết.`,
    closed: (name) => `“${name}” đã chốt quý nên số liệu giữ nguyên.`,
  },
  otherRun:
    'Đang có người khác, hoặc lịch tự động, cập nhật dữ liệu trong bảng tính này. Bạn hãy chờ một phút rồi xem lại.',
  notFound: (title, field) =>
    `${title}: tài sản này không có “${field}”. Bạn hãy chọn chỉ số hoặc điều kiện khác.`,
  notTogether: (title, field) =>
    `${title}: “${field}” không dùng chung được với các trường còn lại. Bạn hãy chọn chỉ số, điều kiện hoặc cách chia khác.`,
  mayNotSee: (title, field) =>
    `${title}: bạn không được xem “${field}” trong tài sản này. Bạn hãy xin quản trị viên quyền xem.`,
  ofEarlierTime: (title) =>
    `${title}: đây là số của kỳ trước, còn Google Analytics chỉ đưa về số của quý này. Bạn hãy nhập tay số này.`,
  notReached: (sentence, way) => `Chưa lưu được. ${sentence} ${way}`,
  rateNote: (currency, own) =>
    `Nguồn này tính bằng ${currency}. Bạn hãy nhập tỷ giá (1 ${currency} = ? ${own}) ở phần “Dữ liệu tự cập nhật” trên trang tính. Chưa có tỷ giá thì số tiền để trống.`,
  clocksFull:
    'Google cho mỗi người 20 lịch tự động và bạn đã dùng hết. Bạn hãy tắt bớt một lịch ở bảng tính khác rồi thử lại.',
  log: {
    who: 'cập nhật dữ liệu',
    fetched: (where) => `dữ liệu từ ${where}`,
    through: (day) => `đến ${day}`,
    healed: (where) => `${where} đã hoạt động lại`,
    restated: (title, day, before, now, others) =>
      others === 0
        ? `${title} ngày ${day}: đã báo ${before}, nay ${now}`
        : `${title} ngày ${day}: đã báo ${before}, nay ${now}, và ${others} ngày khác`,
    restatedMore: (inputs) => `${inputs} số liệu đầu vào khác cũng đã đổi`,
    foreign: (rows) => `đã thay ${rows} hàng do ai đó ghi trong trang dữ liệu`,
  },
  mail: {
    subject: (file: string) =>
      file === ''
        ? 'KPI marketing: có dữ liệu cần bạn xem'
        : `KPI marketing: dữ liệu trong “${file}” cần bạn xem`,
    begin: 'Có số liệu chưa lấy được:',
    end: 'Bạn nhận thư này nhiều nhất mỗi ngày một lần và có thể tắt ở trang Dữ liệu trên thanh bên.',
    sign: 'Lịch tự cập nhật KPI marketing đã mất quyền truy cập. Bạn hãy mở bảng tính, mở thanh bên và cấp quyền lại.',
  },
  moment: (day, time) => `${time} ngày ${day}`,
};
