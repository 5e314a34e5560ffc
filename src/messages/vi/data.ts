import type { dataEn } from '../en/data.ts';

/** What the add-on says about data that flows in, in Vietnamese. */
export const dataVi: typeof dataEn = {
  troubles: {
    nearQuota: {
      what: (where) => `${where}: giờ này gần hết hạn mức, phần còn lại để dành cho báo cáo khác.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    noAnswer: {
      what: (where, detail) =>
        detail
          ? `${where}: không nhận được câu trả lời. Google báo: “${detail}”.`
          : `${where}: không nhận được câu trả lời.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    timedOut: {
      what: (where) => `${where}: không có câu trả lời trong thời gian Google cho phép chờ.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    unreachable: {
      what: (where) => `${where}: máy chủ của Google không kết nối được tới nguồn này.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    fetchDay: {
      what: (where) =>
        `${where}: tài khoản Google của bạn đã dùng hết số lượt gửi yêu cầu trong ngày của các tiện ích và tập lệnh.`,
      way: 'Trong vòng 24 giờ sẽ có lại; tiện ích thử lại mỗi giờ. Có thể một tiện ích hoặc tập lệnh khác của bạn đang dùng nhiều.',
    },
    bandwidth: {
      what: (where) =>
        `${where}: tài khoản Google của bạn đang gửi hoặc nhận quá nhiều dữ liệu qua các tiện ích và tập lệnh.`,
      way: 'Bạn hãy thử lại sau vài phút. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    fetchNotAllowed: {
      what: (where) => `${where}: tiện ích chưa được cấp quyền kết nối với dịch vụ bên ngoài.`,
      way: 'Bạn hãy cấp quyền ở trang Dữ liệu: trong cửa sổ của Google, đánh dấu vào ô dịch vụ bên ngoài.',
    },
    scopeMissing: {
      what: (where) => `${where}: tiện ích chưa được cấp quyền đọc nguồn này.`,
      way: 'Bạn hãy cấp quyền ở trang Dữ liệu: trong cửa sổ của Google, đánh dấu vào ô của nguồn này.',
    },
    dayTooLong: {
      what: (where) => `${where}: chỉ một ngày đã có nhiều dữ liệu hơn mức lấy được trong một lần.`,
      way: 'Bạn hãy lấy ít số liệu hơn từ nguồn này, hoặc chọn cách chia có ít giá trị hơn.',
    },
    halfAnswer: {
      what: (where) => `${where}: câu trả lời bị thiếu nên không được dùng.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về. Nếu vẫn lỗi, hãy chọn lại chỉ số.',
    },
    lostEmpty: {
      what: (where, detail) =>
        `${where}: không có số cho ${detail}, nhưng nguồn không nói là không có gì xảy ra. Từ đó số liệu để trống.`,
      way: 'Số này được lấy lại mỗi tuần. Muốn lấy ngay, bạn hãy bấm “Lấy lại cả quý”. Nếu vẫn trống, hãy chọn chỉ số khác.',
    },
    lostUnreadable: {
      what: (where, detail) =>
        `${where}: câu trả lời cho ${detail} bị hỏng. Từ đó số liệu để trống, các số khác vẫn về đủ.`,
      way: 'Số này được lấy lại mỗi tuần. Muốn lấy ngay, bạn hãy bấm “Lấy lại cả quý”.',
    },
    lostOther: {
      what: (where, detail) =>
        `${where}: các giá trị hiếm bị gộp thành “(other)” nên ${detail} có thể bị thiếu. Từ đó số liệu để trống.`,
      way: 'Bạn hãy chọn điều kiện có ít giá trị hơn, ví dụ kênh thay cho trang, hoặc bỏ điều kiện.',
    },
    tooManySegments: {
      what: (where, detail) =>
        `${where}: chia theo ${detail} thì cả quý có hơn 50.000 hàng. Số tổng vẫn về đủ, chỉ không chia nhỏ được.`,
      way: 'Bạn hãy chọn cách chia có ít giá trị hơn, ví dụ kênh thay cho chiến dịch, hoặc thêm điều kiện.',
    },
    computing: {
      what: (where, detail) =>
        `${where}: Google còn đang tính ô ${detail}, nên chưa lấy bảng này để tránh lấy thiếu.`,
      way: 'Bạn hãy mở trang tính, chờ ô đó hiện giá trị rồi làm mới. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    webPage: {
      what: (where, detail) =>
        detail
          ? `${where}: nhận được trang web “${detail}” thay vì dữ liệu.`
          : `${where}: nhận được một trang web thay vì dữ liệu.`,
      way: 'Bạn hãy thử lại sau. Nếu vẫn vậy, hãy tải lại trang và đăng nhập lại.',
    },
    unknown: {
      what: (where, detail) =>
        detail
          ? `${where}: yêu cầu bị từ chối, chưa rõ vì sao. Câu trả lời là: “${detail}”.`
          : `${where}: yêu cầu bị từ chối, chưa rõ vì sao.`,
      way: 'Tiện ích sẽ thử lại. Nếu vẫn vậy, bạn hãy gửi câu này cho người cài tiện ích.',
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
    notWritten: {
      what: (where, detail) =>
        detail
          ? `${where}: số liệu đã về nhưng không ghi được. Google báo: “${detail}”.`
          : `${where}: số liệu đã về nhưng không ghi được, chưa rõ vì sao.`,
      way: 'Bạn hãy thử lại sau. Nếu vẫn lỗi, hãy gửi câu này cho người cài tiện ích.',
    },
    keyRefused: {
      what: (where) => `${where}: khóa không được chấp nhận.`,
      way: 'Bạn hãy sao chép lại khóa từ nguồn này rồi kết nối lại ở trang Dữ liệu.',
    },
    noKey: {
      what: (where) => `${where}: không có khóa để đọc nguồn này.`,
      way: 'Bạn hãy kết nối lại ở trang Dữ liệu rồi dán khóa. Khóa chỉ lưu cho riêng bạn: người khác mở tệp này cần khóa của họ.',
    },
  },
  since: (when) => `Lỗi từ ${when}.`,
  again: (when) => `Có thể thử lại từ ${when}.`,
  trust: {
    sampled: (percent) => `ước tính từ ${percent} dữ liệu`,
    thresholded: 'Google ẩn các nhóm nhỏ',
    otherRow: 'giá trị hiếm được gộp thành “(other)”',
  },
  lost: {
    upTo: (day, reason) => `chưa biết số liệu đến hết ${day}: ${reason}`,
    from: (day, reason) => `chưa biết số liệu từ ${day}: ${reason}`,
    reasons: {
      notYet: () => 'ngày này tài sản mới được tạo',
      cutOff: () => 'Google không đưa đủ số liệu những ngày này',
      empty: (detail) => `báo cáo về trống, nhưng không phải vì không có gì xảy ra (“${detail}”)`,
      unreadable: () => 'có số trong câu trả lời không đọc được',
      twice: () => 'câu trả lời có hàng bị lặp',
      other: () => 'Google gộp các giá trị hiếm thành “(other)” nên số có thể bị thiếu',
    },
    untold: 'không chia được: có quá nhiều giá trị',
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
  notReached: (sentence, way) => `Chưa lưu được. ${sentence} ${way}`,
  rateNote: (currency, own) =>
    `Nguồn này tính bằng ${currency}. Bạn hãy nhập tỷ giá (1 ${currency} = ? ${own}) ở phần “Dữ liệu tự cập nhật” trên trang tính. Chưa có tỷ giá thì số tiền để trống.`,
  permissions: {
    fetch:
      'Bạn chưa cho phép tiện ích kết nối với dịch vụ bên ngoài: chỉ các bảng trong bảng tính này được cập nhật.',
    clock:
      'Bạn chưa cho phép tiện ích chạy khi bạn vắng mặt: lịch không tự chạy bằng tài khoản của bạn.',
    mail: 'Bạn chưa cho phép tiện ích gửi thư: lỗi được báo ở đây và trong nhật ký, không gửi qua email.',
    address:
      'Bạn chưa cho phép tiện ích xem địa chỉ email của bạn: không gửi thư báo lỗi được, và nhật ký không ghi tên bạn.',
  },
  clockNotAllowed:
    'Đặt lịch cần quyền chạy khi bạn vắng mặt, mà bạn chưa cấp. Bạn hãy tải lại trang, mở thanh bên và đánh dấu quyền này trong cửa sổ của Google. Không có quyền này, bạn vẫn cập nhật bằng tay được.',
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
    file: (title) => (title === '' ? 'Bảng tính:' : `Bảng tính “${title}”:`),
    end: 'Bạn chỉ nhận tin này một lần, và nhận tiếp khi có việc mới cần bạn xem. Bạn có thể tắt thư ở trang Dữ liệu trên thanh bên.',
    sign: 'Lịch tự cập nhật không còn được phép mở bảng tính này thay bạn. Bạn hãy mở bảng tính, mở thanh bên và cấp quyền lại.',
  },
  moment: (day, time) => `${time} ngày ${day}`,
};
