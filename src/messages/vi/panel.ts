import type { PanelWords } from '../en/panel.ts';

/** What the panel says in Vietnamese. */
export const panelVi: PanelWords = {
  chooseLanguage: 'Ngôn ngữ',
  loading: 'Đang mở thanh bên…',
  help: 'Trợ giúp',
  nav: { label: 'Các phần của thanh bên', quarter: 'Quý', insert: 'Chèn hàm' },
  backToFunctions: 'Tất cả hàm',

  failures: {
    accounts:
      'Google Sheets không cho thanh bên truy cập. Việc này xảy ra khi trình duyệt đang đăng nhập nhiều tài khoản Google. Bạn hãy đăng xuất các tài khoản khác, hoặc mở bảng tính này trong cửa sổ ẩn danh hay hồ sơ trình duyệt chỉ có một tài khoản, rồi mở lại thanh bên.',
    network: 'Không kết nối được với bảng tính. Bạn hãy kiểm tra kết nối mạng rồi thử lại.',
    slow: 'Bảng tính chưa trả lời. Bạn hãy xem trang tính đã có kết quả chưa rồi thử lại.',
    unknown:
      'Chưa thực hiện được. Bạn hãy thử lại. Nếu vẫn lỗi, hãy đóng thanh bên rồi tải lại trang.',
  },

  wayOut: {
    title: 'Phần ghi chú của bảng tính này đã đầy',
    why: 'Chỗ Google cho tiện ích ghi chú kèm bảng tính này đã dùng hết. Dọn chỗ sẽ bỏ phần dùng để hoàn tác và bản dự phòng của các kế hoạch đã chốt. Trang tính và số liệu vẫn nguyên.',
    makeRoom: 'Dọn chỗ trống',
    doing: 'Đang dọn…',
    close: 'Đóng',
  },

  find: {
    title: 'Chèn hàm',
    search: 'Tìm kiếm',
    searchExample: 'chi phí mỗi lead, CTR, rời bỏ…',
    role: 'Vai trò',
    everyRole: 'Mọi vai trò',
    stage: 'Giai đoạn',
    everyStage: 'Mọi giai đoạn',
    recent: 'Dùng gần đây',
    found: (count) => `${count} hàm`,
    nothing: 'Không có hàm nào phù hợp. Bạn hãy thử từ khác, hoặc xem mọi vai trò và giai đoạn.',
    showAll: 'Hiện tất cả',
    counted: 'Số có sẵn, không cần tính',
    countedWhy: 'Bạn đọc hoặc nhập trực tiếp số này, không cần hàm.',
    usedBy: 'Các hàm dùng số này:',
    usedByNone: 'Chưa có hàm nào dùng số này.',
  },

  stages: {
    awareness: 'Nhận biết',
    engagement: 'Tương tác',
    lead: 'Khách hàng tiềm năng',
    customer: 'Khách hàng mới',
    revenue: 'Doanh thu',
    retention: 'Giữ chân khách hàng',
    any: 'Dùng cho mọi giai đoạn',
  },

  roles: {
    manager: 'Trưởng phòng marketing',
    digital: 'Digital marketing',
    social: 'Mạng xã hội',
    content: 'Content marketing',
    sales: 'Kinh doanh',
    brand: 'Thương hiệu',
    department: 'Phòng marketing',
  },

  about: {
    formula: 'Công thức',
    whenGiven: (input) => `Khi có ${input}`,
    whenChosen: (choice) => `Khi chọn “${choice}”`,
    pitfalls: 'Lưu ý',
    example: 'Ví dụ',
    examples: 'Ví dụ',
    more: 'Thêm về KPI này',
    unit: 'Đơn vị',
    timing: 'Loại',
    group: 'Nhóm',
    level: 'Cấp độ',
    stage: 'Giai đoạn',
    roles: 'Vai trò',
    alsoCalled: 'Tên gọi khác',
    definition: 'Định nghĩa được công nhận',
    opensInTab: 'mở trong thẻ mới',
  },

  better: {
    higher: 'Càng cao càng tốt',
    lower: 'Càng thấp càng tốt',
    'on plan': 'Càng sát kế hoạch càng tốt',
  },

  units: {
    money: 'số tiền',
    moneyEach: 'số tiền',
    count: 'số lượng',
    countPerYear: 'lần mỗi năm',
    years: 'năm',
    seconds: 'giây',
    secondsEach: 'giây mỗi lượt',
    hours: 'giờ',
    fraction: 'phần trăm',
    times: 'lần',
    percentagePoints: 'điểm %',
    score: 'điểm',
    index: 'chỉ số',
    rank: 'thứ hạng',
    same: 'theo đơn vị của các số được so sánh',
  },

  unitAfter: {
    years: ' năm',
    seconds: ' giây',
    secondsEach: ' giây',
    hours: ' giờ',
    percentagePoints: ' điểm %',
  },

  timing: {
    leading: 'dẫn dắt: thay đổi sớm, báo trước xu hướng',
    lagging: 'kết quả: cho thấy điều đã xảy ra',
  },

  groups: {
    input: 'đầu vào: nguồn lực bạn bỏ ra',
    output: 'đầu ra: kết quả trực tiếp của công việc',
    impact: 'tác động: điều doanh nghiệp thu được',
  },

  levels: {
    functional: 'chức năng: giúp một nhóm điều chỉnh công việc',
    operational: 'vận hành: theo dõi hoạt động hằng ngày',
    strategic: 'chiến lược: mục tiêu của cả doanh nghiệp',
  },

  insert: {
    title: 'Điền số liệu',
    optional: 'không bắt buộc',
    useSelection: 'Lấy vùng đang chọn',
    useSelectionFor: (field) => `Lấy vùng đang chọn cho ${field}`,
    reading: 'Đang đọc…',
    took: (reference) => `Đã lấy ${reference}`,
    how: 'Chọn vùng dữ liệu trong trang tính rồi bấm “Lấy vùng đang chọn”, hoặc nhập một số.',
    leftOut: (value) => `Để trống thì tính là ${value}.`,
    leftOutFormula: 'Để trống thì dùng công thức không có số này.',
    rows: (count) => `${count} hàng`,
    columns: (count) => `${count} cột`,
    answers: 'Số lượng kết quả',
    total: 'Một kết quả cho tất cả các hàng',
    totalWhy: 'Gộp các hàng trước rồi tính một lần. Không lấy trung bình các tỷ lệ.',
    totalFirst: (input) => `Riêng “${input}” lấy giá trị ở hàng đầu.`,
    totalLast: (input) => `Riêng “${input}” lấy giá trị ở hàng cuối.`,
    totalNever: (input) => `Không thể gộp nhiều hàng của “${input}”.`,
    eachRow: 'Mỗi hàng một kết quả',
    eachRowWhy: 'Một công thức điền kết quả cho từng hàng.',
    target: 'Ghi kết quả vào',
    targetHint: 'Nếu để trống, một ô trống sẽ được đề xuất.',
    preview: 'Xem trước',
    previewWaits: 'Bạn hãy điền các mục trên, kết quả sẽ hiện ở đây.',
    previewing: 'Đang tính…',
    goesTo: (target) => `Ghi vào ${target}`,
    fills: (cells) => `điền ${cells} ô`,
    andMore: 'và tiếp theo',
    blank: '(trống)',
    insert: 'Chèn',
    inserting: 'Đang chèn…',
    occupied: (target) => `${target} đang có dữ liệu. Bạn có muốn thay thế không?`,
    replace: 'Thay thế',
    keep: 'Hủy',
    required: 'Bạn hãy chọn vùng dữ liệu hoặc nhập một số.',
    unreadable: 'Bạn hãy nhập vùng như J2:J1144, hoặc một số.',
    unreadableTarget: 'Bạn hãy nhập một ô, ví dụ L2.',
    done: (target) => `Đã chèn vào ${target}`,
    another: 'Chèn hàm khác',
    again: 'Dùng lại hàm này',
  },

  helpPage: {
    title: 'Trợ giúp',
    sections: [
      {
        title: 'KPI theo quý',
        lines: [
          'Trong mục “Quý”, bạn đi qua năm bước ngắn là có một trang tính: ai và khi nào, mục tiêu và KPI, chỉ tiêu, kiểm tra, tạo trang tính.',
          'Bạn nhập số liệu vào các ô nền nhạt. Trạng thái, tuần và tháng tự cập nhật, không cần mở thanh bên.',
          'Ô trống nghĩa là chưa biết. Khi còn sớm hoặc chưa có số liệu, KPI chưa được đánh giá, nên không bị tô đỏ.',
          'Bạn có thể đổi tên, di chuyển hoặc sắp xếp trang tính: thanh bên vẫn tìm được kế hoạch.',
          'Cuối quý, bạn bấm “Tạo quý mới từ quý này”: số liệu quý cũ được chốt thành giá trị.',
        ],
      },
      {
        title: 'Dùng hàm ở đâu',
        lines: [
          'Trong mục “Chèn hàm”: bạn chọn một KPI, chọn vùng dữ liệu trong trang tính, bấm “Lấy vùng đang chọn”, rồi bấm “Chèn”.',
          'Trong ô: bạn gõ = và tên hàm, ví dụ CPL. Google Sheets sẽ gợi ý cách điền.',
          'Nếu tiện ích khác có hàm trùng tên, bạn gõ KPI("CPL"; chi phí; lead).',
          'Để có một kết quả cho nhiều hàng, bạn gõ KPI_TOTAL("CPL"; chi phí; lead).',
        ],
      },
      {
        title: 'Đọc kết quả trong ô',
        lines: [
          'Ô trống nghĩa là chưa biết. Thiếu một số liệu thì ô kết quả để trống.',
          'Số 0 vẫn là số. Khi công thức phải chia cho 0, ô sẽ ghi lý do, ví dụ “không có lead”.',
          'Số liệu vô lý, như chi phí âm, bị từ chối kèm một câu giải thích. Trong một vùng, chỉ hàng đó bị từ chối.',
          'Kết quả chung không bao giờ là trung bình của các tỷ lệ: các hàng được gộp trước rồi tính một lần.',
          'Số ở dạng văn bản vẫn được tính khi chỉ có một cách hiểu. “1.234” có hai cách hiểu nên bị từ chối.',
          'Bạn dùng được cả cột như J:J. Kết quả ở hàng tiêu đề và các hàng trống ở cuối để trống.',
          'Tỷ lệ được lưu là số thập phân và hiện dạng phần trăm: 0,25 là 25%. Chênh lệch giữa hai tỷ lệ được tính bằng điểm %.',
        ],
      },
      {
        title: 'Khi thanh bên không phản hồi',
        lines: [
          'Thường là do trình duyệt đang đăng nhập nhiều tài khoản Google. Bạn hãy đăng xuất các tài khoản khác, hoặc dùng cửa sổ ẩn danh hay hồ sơ trình duyệt chỉ có một tài khoản.',
          'Các hàm trong ô vẫn hoạt động, dù thanh bên có mở hay không.',
        ],
      },
      {
        title: 'Những gì được lưu',
        lines: [
          'Cho riêng bạn: ngôn ngữ đã chọn và các hàm dùng gần đây.',
          'Trong thẻ trình duyệt này, đến khi bạn đóng thẻ: chỗ bạn đang xem trong thanh bên và những gì bạn đã điền.',
          'Trong bảng tính: các trang tính kế hoạch, nhật ký thay đổi, tên vùng và những gì cần để hoàn tác. “Gỡ khỏi bảng tính này” xóa chúng; trang tính chỉ bị xóa khi bạn chọn.',
          'Trong trang tính: những công thức bạn chèn, kèm định dạng số. Số liệu của bạn không rời khỏi bảng tính.',
        ],
      },
    ],
  },
};
