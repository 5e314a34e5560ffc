import type { googleAnalyticsEn } from '../../en/sources/google-analytics.ts';

/** What is said about Google Analytics, in Vietnamese. */
export const googleAnalyticsVi: typeof googleAnalyticsEn = {
  title: 'Google Analytics',
  connect: 'Kết nối Google Analytics',
  why: 'Bạn hãy chọn tài sản cần đọc. Google Analytics không bị thay đổi gì.',
  where: 'Google Analytics · {name}',
  list: {
    searchExample: 'Tên tài sản hoặc tài khoản',
    opening: 'Đang tìm các tài sản của bạn…',
    reading: 'Đang đọc tài sản…',
    other: 'Chọn tài sản khác',
  },
  none: 'Không thấy tài sản nào.',
  noneFor: (search) => `Không có tài sản nào tên “${search}”.`,
  searchWay: 'Bạn hãy thử một từ ngắn hơn, hoặc xóa ô tìm kiếm để xem tất cả.',
  noneWay:
    'Bạn hãy nhờ người quản lý Google Analytics cấp quyền “Người xem” cho tài khoản đang dùng ở đây. Nếu bạn đang đăng nhập nhiều tài khoản Google, hãy mở bảng tính trong cửa sổ chỉ có một tài khoản.',
  zone: 'Múi giờ',
  currency: 'Tiền tệ',
  otherZone: (theirs, ours) =>
    `Ngày của tài sản tính theo ${theirs}, bảng tính theo ${ours}. Số liệu giữ theo ngày của tài sản, như trên màn hình Google Analytics.`,
  otherCurrency: (theirs, ours) =>
    `Tài sản tính tiền bằng ${theirs}, kế hoạch tính bằng ${ours}. Nếu lấy số tiền từ đây, bạn nhập tỷ giá một lần trên trang tính.`,
  keyEvents: 'Sự kiện chính',
  noKeyEvents:
    'Tài sản này chưa có sự kiện chính. Bạn hãy đánh dấu trong Google Analytics (Quản trị, Sự kiện chính) để đếm lead.',
  chooseEvent: 'Bạn hãy chọn sự kiện chính của mình.',
  notFound: (title, field) =>
    `${title}: tài sản này không có “${field}”. Bạn hãy chọn chỉ số hoặc điều kiện khác.`,
  notTogether: (title, field) =>
    `${title}: “${field}” không dùng chung được với các trường còn lại. Bạn hãy chọn chỉ số, điều kiện hoặc cách chia khác.`,
  mayNotSee: (title, field) =>
    `${title}: bạn không được xem “${field}” trong tài sản này. Bạn hãy xin quản trị viên quyền xem.`,
  ofEarlierTime: (title) =>
    `${title}: đây là số của kỳ trước, còn Google Analytics chỉ đưa về số của quý này. Bạn hãy nhập tay số này.`,
  troubles: {
    noPermission: {
      what: (where) => `${where}: bạn chưa có quyền xem tài sản này.`,
      way: 'Bạn hãy xin quản trị viên quyền “Người xem”, hoặc hỏi xem tài sản có nằm trong thùng rác không. Nếu không được, hãy chọn tài sản khác.',
    },
    signedOut: {
      what: (where) => `${where}: phiên đăng nhập Google của bạn không còn hiệu lực.`,
      way: 'Bạn hãy tải lại trang, mở thanh bên và cấp quyền lại. Nếu đang đăng nhập nhiều tài khoản Google, hãy chỉ giữ tài khoản có quyền xem tài sản.',
    },
    scopeMissing: {
      what: (where) => `${where}: tiện ích chưa được cấp quyền xem dữ liệu Google Analytics.`,
      way: 'Bạn hãy cấp quyền ở trang Dữ liệu: trong cửa sổ của Google, đánh dấu vào ô Google Analytics.',
    },
    orgPolicy: {
      what: (where) => `${where}: chính sách của tổ chức bạn chặn tiện ích này.`,
      way: 'Bạn hãy nhờ quản trị viên tài khoản Google của công ty cho phép tiện ích, hoặc nhờ người dùng tài khoản khác kết nối.',
    },
    apiOff: {
      what: (where, detail) =>
        detail
          ? `${where}: “${detail}” đang tắt cho tiện ích này.`
          : `${where}: một API của Google đang tắt cho tiện ích này; Google không cho biết API nào.`,
      way: 'Bạn hãy nhờ người cài tiện ích bật API này trong dự án Google Cloud. Sau vài phút là dùng được.',
    },
    projectSuspended: {
      what: (where) => `${where}: Google đã tạm khóa dự án Cloud của tiện ích này.`,
      way: 'Chỉ người cài tiện ích mới xin mở lại được, trong Google Cloud. Trong lúc chờ, bạn hãy nhập tay.',
    },
    projectGone: {
      what: (where) =>
        `${where}: Google không tìm thấy dự án Cloud của tiện ích này, hoặc dự án đã bị xóa.`,
      way: 'Bạn hãy nhờ người cài tiện ích khôi phục dự án, hoặc chọn dự án khác trong phần cài đặt của tập lệnh.',
    },
    billingOff: {
      what: (where) => `${where}: dự án Cloud của tiện ích này chưa bật thanh toán.`,
      way: 'Bạn hãy nhờ người cài tiện ích gắn dự án với một tài khoản thanh toán.',
    },
    propertyGone: {
      what: (where) => `${where}: tài sản này không còn nữa.`,
      way: 'Bạn hãy chọn tài sản khác cho các số liệu này, hoặc nhập tay.',
    },
    propertyInBin: {
      what: (where) => `${where}: tài sản này đang nằm trong thùng rác của Google Analytics.`,
      way: 'Trong 35 ngày, quản trị viên còn khôi phục được (Quản trị, Thùng rác). Hoặc bạn hãy chọn tài sản khác.',
    },
    noCurrency: {
      what: (where) => `${where}: tài sản này chưa có đơn vị tiền tệ.`,
      way: 'Quản trị viên hãy đặt tiền tệ trong Google Analytics (Quản trị, Chi tiết tài sản), sau đó bạn chọn lại tài sản.',
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
      what: (where) =>
        `${where}: các báo cáo và công cụ đã dùng hết hạn mức trong giờ này của tài sản.`,
      way: 'Sang giờ sau là lấy tiếp được. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaOwnHour: {
      what: (where) => `${where}: tiện ích đã dùng hết phần hạn mức của mình trong giờ này.`,
      way: 'Sang giờ sau là lấy tiếp được. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaDay: {
      what: (where) =>
        `${where}: các báo cáo và công cụ đã dùng hết hạn mức trong ngày của tài sản.`,
      way: 'Sang ngày mai là lấy tiếp được. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaAtOnce: {
      what: (where) => `${where}: có quá nhiều báo cáo của tài sản này được lấy cùng lúc.`,
      way: 'Bạn hãy thử lại sau một phút. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaSmallGroups: {
      what: (where) =>
        `${where}: đã hết hạn mức của Google Analytics cho các nhóm người nhỏ trong giờ này.`,
      way: 'Sang giờ sau là lấy tiếp được. Bớt điều kiện về tuổi, giới tính, sở thích sẽ đỡ hơn.',
    },
    quotaErrors: {
      what: (where) =>
        `${where}: máy chủ của Google lỗi quá nhiều lần trong giờ này nên Google Analytics tạm ngừng trả lời.`,
      way: 'Sang giờ sau là lấy tiếp được. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    quotaUnknown: {
      what: (where, detail) =>
        detail
          ? `${where}: đã chạm một giới hạn của Google, chưa rõ giới hạn nào. Google báo: “${detail}”.`
          : `${where}: đã chạm một giới hạn của Google, chưa rõ giới hạn nào.`,
      way: 'Sang giờ sau tiện ích sẽ thử lại.',
    },
    projectRate: {
      what: (where) =>
        `${where}: mọi người cùng dùng tiện ích này đang hỏi Google quá nhiều trong phút này.`,
      way: 'Bạn hãy thử lại sau vài phút. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    projectDay: {
      what: (where) =>
        `${where}: mọi người cùng dùng tiện ích này đã dùng hết hạn mức chung trong ngày.`,
      way: 'Sang ngày mai là lấy tiếp được. Nếu hay gặp, bạn hãy báo cho người cài tiện ích.',
    },
    userRate: {
      what: (where) =>
        `${where}: tài khoản Google của bạn đang hỏi Google quá nhiều trong phút này.`,
      way: 'Bạn hãy thử lại sau vài phút và đừng cập nhật nhiều bảng tính cùng lúc.',
    },
    tooLong: {
      what: (where) => `${where}: Google Analytics mất quá lâu để trả lời.`,
      way: 'Bạn hãy thử lại sau. Nếu vẫn vậy, hãy bớt điều kiện hoặc bỏ cách chia.',
    },
    busy: {
      what: (where) => `${where}: Google Analytics đang tạm ngừng phục vụ.`,
      way: 'Bạn hãy thử lại sau. Nếu đã đặt lịch, số liệu sẽ tự về.',
    },
    serverError: {
      what: (where) => `${where}: máy chủ của Google báo lỗi ở phía họ.`,
      way: 'Bạn hãy thử lại sau. Nếu cả ngày vẫn lỗi, hãy chọn lại chỉ số.',
    },
    noAddress: {
      what: (where) =>
        `${where}: Google không có gì ở địa chỉ mà phiên bản tiện ích này hỏi. Tài sản của bạn chưa chắc có vấn đề.`,
      way: 'Bạn hãy tải lại trang để có phiên bản mới nhất. Nếu vẫn lỗi, hãy báo cho người cài tiện ích.',
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
  },
  metrics: {
    sessions: 'phiên truy cập',
    engagedSessions: 'phiên có tương tác',
    engagementRate: 'tỷ lệ tương tác',
    bounceRate: 'tỷ lệ thoát',
    averageSessionDuration: 'thời lượng phiên trung bình',
    sessionKeyEventRate: 'tỷ lệ phiên có sự kiện chính',
    totalUsers: 'tổng số người dùng',
    activeUsers: 'người dùng hoạt động',
    newUsers: 'người dùng mới',
    userEngagementDuration: 'thời gian tương tác',
    screenPageViews: 'lượt xem',
    eventCount: 'lượt sự kiện',
    keyEvents: 'sự kiện chính',
    totalRevenue: 'tổng doanh thu',
    purchaseRevenue: 'doanh thu mua hàng',
    averagePurchaseRevenue: 'doanh thu trung bình mỗi lượt mua',
    ecommercePurchases: 'lượt mua hàng',
    transactions: 'giao dịch',
    totalPurchasers: 'tổng số người mua',
    firstTimePurchasers: 'người mua lần đầu',
    itemsPurchased: 'số sản phẩm đã mua',
    advertiserAdCost: 'chi phí quảng cáo',
    advertiserAdClicks: 'lượt nhấp quảng cáo',
    advertiserAdImpressions: 'lượt hiển thị quảng cáo',
    advertiserAdCostPerClick: 'chi phí mỗi lượt nhấp quảng cáo',
    returnOnAdSpend: 'lợi tức chi tiêu quảng cáo',
    organicGoogleSearchClicks: 'lượt nhấp từ Google Tìm kiếm',
    organicGoogleSearchImpressions: 'lượt hiển thị trên Google Tìm kiếm',
    organicGoogleSearchClickThroughRate: 'tỷ lệ nhấp trên Google Tìm kiếm',
    organicGoogleSearchAveragePosition: 'vị trí trung bình trên Google Tìm kiếm',
  },
  dimensions: {
    sessionDefaultChannelGroup: 'nhóm kênh',
    sessionCampaignName: 'chiến dịch',
    sessionSourceMedium: 'nguồn / phương tiện',
    sessionSource: 'nguồn',
    sessionMedium: 'phương tiện',
    pagePath: 'đường dẫn trang',
    landingPage: 'trang đích',
    deviceCategory: 'thiết bị',
    eventName: 'sự kiện',
  },
};
