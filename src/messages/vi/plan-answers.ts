import type { planAnswersEn } from '../en/plan-answers.ts';

/** What the add-on answers about plans, and what it writes into the log, in Vietnamese. */
export const planAnswersVi: typeof planAnswersEn = {
  stillThere: (sheet) =>
    `Kế hoạch này vẫn còn ở trang tính “${sheet}”. Bạn hãy xóa trang tính trước, rồi bỏ kế hoạch khỏi danh sách.`,
  stillRunning: (name) =>
    `Quý của “${name}” chưa kết thúc. Hãy chốt sau ngày cuối quý, khi đã có đủ số liệu.`,
  staysOpen: (name) =>
    `“${name}” còn đang chạy nên vẫn để mở. Khi đã đủ số liệu, bạn hãy chốt quý ở trang của kế hoạch đó.`,
  notClosed: (name, why) => `Chưa chốt “${name}”, quý này vẫn để mở. ${why}`,
  stillComputing: (place, shows) =>
    `Google còn đang tính ô ${place} (ô đang hiện “${shows}”). Bạn hãy mở trang tính, chờ ô đó hiện giá trị rồi làm lại.`,
  hasNoAnswer: (place, shows) =>
    `Ô ${place} báo lỗi ${shows} nên không có giá trị. Bạn hãy sửa công thức hoặc xóa trống ô đó rồi làm lại. Nếu là công thức của tiện ích, hãy bấm “Sửa trang tính”.`,
  statusComputing: '○ Google còn đang tính',
  statusNoAnswer: (shows) => `○ chưa có kết quả (${shows})`,
  viewComputing:
    'Google còn đang tính một phần của trang tính này. Số liệu sẽ hiện ở đây khi tính xong: lát nữa bạn hãy mở lại kế hoạch.',
  viewNotEnabled:
    'Hàm của tiện ích chưa chạy trong bảng tính này nên các ô hiện #NAME?. Bạn hãy chọn “Dùng trong bảng tính này” ở menu Marketing KPIs, hoặc “Chuyển thành công thức thường” trong phần tùy chọn khác.',
  viewNoAnswer: (place, shows) =>
    `Ô ${place} báo lỗi ${shows} nên những gì tính từ ô đó chưa được đánh giá.`,
  undoClose: (name) => `chốt quý “${name}”`,
  undidClose: (name) => `“${name}” đã mở lại.`,
  noSuchPlan:
    'Kế hoạch này không còn trong bảng tính. Bạn hãy đóng rồi mở lại thanh bên để xem các kế hoạch hiện có.',
  mayNotAdd: 'Bạn chỉ có quyền xem bảng tính này. Hãy xin chủ sở hữu quyền chỉnh sửa rồi thử lại.',
  mayNotChange: (sheet) =>
    `Một phần của trang tính “${sheet}” đang được bảo vệ và bạn không có quyền sửa. Hãy xin chủ sở hữu bảng tính quyền chỉnh sửa rồi thử lại.`,
  cellRefuses: (place) =>
    `Ô ${place || 'trong trang tính này'} không nhận giá trị mới vì có quy tắc xác thực dữ liệu từ chối giá trị khác. Bạn hãy xóa quy tắc đó (Dữ liệu > Xác thực dữ liệu) hoặc chuyển sang chỉ cảnh báo, rồi làm lại.`,
  noRoom:
    'Bảng tính này gần đầy: Google cho tối đa 10 triệu ô. Bạn hãy xóa các trang tính không còn dùng, hoặc bắt đầu ở một bảng tính mới.',
  tooManySheets:
    'Bảng tính này đã có đủ số trang tính Google cho phép (200). Bạn hãy xóa các trang tính không còn dùng, hoặc bắt đầu ở một bảng tính mới.',
  changedMeanwhile: (name) =>
    `“${name}” đã thay đổi sau khi bạn mở, trong trang tính hoặc ở một thanh bên khác. Chưa có gì bị ghi đè. Bạn hãy mở lại kế hoạch rồi sửa ở đó.`,
  newer: (name) =>
    `“${name}” do một phiên bản tiện ích mới hơn tạo ra. Bạn vẫn xem được ở đây; muốn sửa, hãy tải lại trang để dùng phiên bản đó.`,
  frozen: (name) =>
    `“${name}” đã chốt quý nên số liệu giữ nguyên. Bạn hãy sửa ở quý sau, hoặc hoàn tác việc chốt quý.`,
  closedGone: (name) =>
    `“${name}” đã chốt quý và số liệu nằm trên trang tính đã bị xóa. Tiện ích không tính lại các số đã chốt. Bạn hãy lấy lại trang đó ở Tệp, Lịch sử phiên bản, hoặc bỏ kế hoạch khỏi danh sách.`,
  closedLost: (name, missing) =>
    `“${name}” vẫn được chốt. Trên trang tính không còn: ${missing}. Tiện ích không tính lại các số này; bạn xem bản cũ của trang ở Tệp, Lịch sử phiên bản.`,
  older: (name) =>
    `“${name}” do một phiên bản tiện ích cũ hơn tạo ra. Bạn hãy bấm “Cập nhật bố cục” trước; trang tính cũ được giữ đến khi trang mới hoàn tất.`,
  broken: (name, missing) =>
    `Chưa sửa được “${name}” vì đang thiếu: ${missing}. Hãy bấm “Tạo lại phần thiếu”; những gì bạn đã nhập vẫn được giữ.`,
  cutOff:
    'Việc này bị ngắt giữa chừng. Các ô của bạn vẫn nguyên. Hãy làm lại đúng như vậy: phần còn lại sẽ được làm nốt, không có gì bị lặp.',
  lasting: {
    notesFull:
      'Google cho tiện ích 500 kB để ghi chú kèm theo mỗi bảng tính và phần này đã đầy nên chưa làm được. Những gì bạn nhập vẫn nguyên. Bạn hãy bấm “Dọn chỗ trống” rồi làm lại. Nếu vẫn không đủ, hãy làm tiếp trong một bảng tính mới.',
    settingsFull:
      'Google cho tiện ích 500 kB để lưu cài đặt và khóa của riêng bạn và phần này đã đầy nên chưa làm được. Bạn hãy ngắt các tài khoản không còn dùng, ở đây hoặc ở bảng tính khác, rồi làm lại.',
    protectedCell:
      'Có ô cần ghi đang được bảo vệ và bạn không được sửa ô đó. Bạn hãy xin chủ sở hữu bảng tính quyền sửa rồi làm lại: phần đã xong không bị làm lại lần nữa.',
    readOnly:
      'Google báo bạn không được sửa bảng tính này. Bạn hãy xin chủ sở hữu quyền chỉnh sửa rồi làm lại.',
    tooManyCells:
      'Bảng tính đã chạm mức 10 triệu ô mà Google cho phép. Bạn hãy xóa các trang tính không còn dùng rồi làm lại.',
    validatedCell:
      'Có ô cần ghi chỉ nhận một số giá trị (Dữ liệu, Xác thực dữ liệu) nên Google từ chối. Bạn hãy bỏ quy tắc ở ô đó hoặc chọn chỉ cảnh báo, rồi làm lại.',
    callsOfDay:
      'Tài khoản Google của bạn đã dùng hết lượt của tiện ích và tập lệnh trong ngày. Trong vòng 24 giờ sẽ dùng lại được. Những gì bạn nhập vẫn nguyên.',
    timeOfDay:
      'Tài khoản Google của bạn đã dùng hết thời gian chạy theo lịch trong ngày của tiện ích và tập lệnh. Trong vòng 24 giờ lịch sẽ chạy tiếp.',
    notAllowed:
      'Tiện ích còn thiếu quyền để làm việc này. Bạn hãy tải lại trang, mở thanh bên, đánh dấu mọi ô trong cửa sổ của Google rồi làm lại.',
  },
  madeRoom: (kilobytes) =>
    `Đã dọn được ${kilobytes} kB. Bước vừa rồi không hoàn tác được nữa; trang tính và số liệu vẫn nguyên. Bạn hãy làm lại việc đang dở.`,
  noRoomMade:
    'Không còn gì để dọn. Trang tính và số liệu vẫn nguyên. Bạn hãy làm tiếp trong một bảng tính mới, hoặc bỏ khỏi danh sách các kế hoạch không còn dùng.',
  otherQuarter: (name) =>
    `Không thể chuyển “${name}” sang quý khác. Bạn hãy tạo quý mới từ kế hoạch này.`,
  weeksTyped: (name) =>
    `“${name}” đã có số liệu nhập theo tuần, nên quý này giữ nguyên ngày đầu tuần. Bạn hãy chọn ngày khác khi tạo quý mới.`,
  kept: (title) => `${title} (bản trước)`,
  undone: (title) => `${title} (đã hoàn tác)`,
  leftover: 'KPI · phần dở dang',
  unnamed: 'KPI',
  sharedTitle: { data: 'KPI · Dữ liệu', log: 'KPI · Nhật ký' },
  sharedColumns: {
    from: 'Từ ngày',
    to: 'Đến ngày',
    source: 'Nguồn',
    account: 'Tài khoản',
    input: 'Số liệu đầu vào',
    segment: 'Phân khúc',
    value: 'Giá trị',
    freshness: 'Cập nhật lúc',
    when: 'Thời điểm',
    key: 'Mã',
    who: 'Người sửa',
    plan: 'Kế hoạch',
    kpi: 'KPI',
    what: 'Thay đổi',
    before: 'Trước',
    after: 'Sau',
  },
  parts: {
    sheet: 'trang tính',
    card: 'thông tin kế hoạch',
    score: 'bảng theo dõi KPI',
    action: 'phần “Việc cần làm”',
    input: 'bảng nhập liệu',
    month: 'phần theo tháng',
    split: 'bảng theo nhóm',
    feeds: 'phần “Dữ liệu tự cập nhật”',
    method: 'phần “Cách tính và nguồn chốt số”',
    points: 'phần chấm điểm',
    calc: 'phần tính toán ẩn',
    unfinished: 'bước cuối của lần tạo lại bị ngắt',
  },
  /** Trang tính của một kế hoạch sai ở đâu, trong một câu; `what` là một trong các ý bên dưới. */
  damage: {
    sentence: (sheet: string, what: string, more: number) =>
      `Trên trang “${sheet}”, ${what}${more > 0 ? ` (và ${more} chỗ khác)` : ''}. Những gì liên quan tạm chưa được đánh giá cho đến khi bạn bấm “Sửa trang tính”; số bạn đã nhập được giữ nguyên.`,
    gone: (part: string) => `${part} không còn`,
    rowsMissing: (part: string, rows: string) => `${part} thiếu dòng: ${rows}`,
    rowsTwice: (part: string, rows: string) => `${part} có dòng bị lặp: ${rows}`,
    columnsMissing: (part: string, columns: string) => `${part} thiếu cột: ${columns}`,
    overwritten: (part: string, column: string, rows: string) =>
      `công thức trong ${part} đã bị ghi đè: ${column}, ${rows}`,
    days: (part: string, rows: string) => `ngày của tuần trong ${part} đã bị đổi: ${rows}`,
    order: (part: string) => `các dòng của ${part} đã bị tách khỏi dòng tiêu đề`,
    altered: (part: string) => `công thức trong ${part} đã bị sửa`,
  },
  steps: {
    check: 'Đang kiểm tra bảng tính…',
    arrange: 'Đang sắp xếp trang tính…',
    draw: 'Đang ghi trang tính…',
    stand: 'Đang đưa vào vị trí…',
    finish: 'Đang ghi nhật ký…',
  },
  nameTaken: (title) => `Đã có trang tính trùng tên nên trang mới có tên “${title}”.`,
  leftOut: {
    currency: (currency) =>
      `Trang quý trước tính bằng ${currency} nên không lấy sang. Bạn hãy nhập theo loại tiền của kế hoạch này.`,
    onRevenue:
      'Quý trước tính theo doanh thu, kế hoạch này tính theo lợi nhuận gộp nên không lấy sang. Bạn hãy nhập số theo lợi nhuận gộp.',
    onProfit:
      'Quý trước tính theo lợi nhuận gộp, kế hoạch này tính theo doanh thu nên không lấy sang. Bạn hãy nhập số theo doanh thu.',
    formula: 'KPI cùng tên ở quý trước có cách tính khác nên không lấy số sang.',
    filters: 'Quý trước đếm các dòng khác hoặc theo số liệu gốc khác nên không lấy số sang.',
    unfinished: (day) =>
      `Trang quý trước mới có số liệu đến ${day} nên không lấy sang. Bạn hãy nhập nốt ở đó, hoặc nhập thẳng số ở đây.`,
    noEnd: 'Trang quý trước không cho biết số liệu tính đến ngày nào nên không lấy sang.',
  },
  countsOnly: (what) => `Theo cách đếm của quý trước: ${what}.`,
  oldKept: (title) => `Trang tính trước được giữ lại và ẩn đi với tên “${title}”.`,
  leftOn: (count, cells, title) =>
    `${count} ô không có chỗ trên trang tính mới nên được giữ ở trang “${title}”: ${cells}.`,
  andMore: (count) => `và ${count} ô khác`,
  replaced: (count, cells) =>
    `Đã ghi lại công thức ở ${count} ô bị nhập đè. Giá trị đã nhập trước đó: ${cells}.`,
  keptForUndo: (title) => `Giữ “${title}”: nút “Hoàn tác” cần trang này.`,
  keptHolds: (title, count, cells) =>
    `Giữ “${title}”: có ${count} ô không có ở trang nào khác: ${cells}. Bạn hãy chép lại phần cần dùng rồi tự xóa trang.`,
  keptTouched: (title) =>
    `Giữ “${title}”: đã có người nhập vào trang này sau đó. Khi không cần nữa, bạn hãy tự xóa trang.`,
  keptOlder: (title) =>
    `Giữ “${title}”: bố cục của trang này khác nên không so được từng ô với trang mới. Khi không cần nữa, bạn hãy tự xóa trang.`,
  keptUnknown: (title) =>
    `Giữ “${title}”: kế hoạch của trang này không còn nên không có gì để so. Khi không cần nữa, bạn hãy tự xóa trang.`,
  cleared: (count) =>
    count === 0 ? 'Chưa xóa trang bản trước nào.' : `Đã xóa ${count} trang bản trước.`,
  stoodAlready: 'Trang tính đã có sẵn, không tạo thêm lần nữa.',
  standsBroken: (missing) =>
    `Trang tính đã có sẵn nhưng đang thiếu: ${missing}. Bạn hãy bấm “Tạo lại phần thiếu”.`,
  sample: 'Trang tính được điền bằng số mẫu.',
  notDone: (what) => `không làm được: ${what}`,
  did: {
    built: 'tạo trang tính',
    rebuilt: 'tạo lại trang tính',
    left: 'không có chỗ trên trang tính mới',
    replaced: 'ghi lại công thức vào ô bị nhập đè',
    adopted: 'tách bản sao thành kế hoạch riêng',
    closed: 'chốt quý',
    portable: 'chuyển hàm thành công thức thường',
    ours: 'dùng lại hàm của tiện ích',
    undone: 'hoàn tác',
    agreed: 'đã thống nhất',
    added: 'thêm KPI',
    dropped: 'bỏ KPI',
    plan: 'kế hoạch',
  },
  fields: {
    name: 'tên',
    role: 'vai trò',
    objective: 'mục tiêu',
    language: 'ngôn ngữ trang tính',
    business: 'loại hình kinh doanh',
    stage: 'giai đoạn của doanh nghiệp',
    sales: 'doanh số hay doanh thu',
    currency: 'tiền tệ',
    firstMonth: 'tháng bắt đầu năm tài chính',
    weekStart: 'ngày đầu tuần',
    scores: 'chấm điểm',
    own: 'KPI tự tạo',
    ignored: 'nhận xét đã bỏ qua',
    agreed: 'đã thống nhất',
    feeds: 'số liệu tự cập nhật',
    accounts: 'nơi lấy số liệu',
    baseline: 'quý trước',
    target: 'chỉ tiêu',
    lastYear: 'cùng kỳ năm trước',
    owner: 'người phụ trách',
    weight: 'trọng số',
    goal: 'ngưỡng gần đạt',
    flag: 'ngưỡng cảnh báo',
    cadence: 'tần suất đo',
    definition: 'cách tính và nguồn chốt số',
    source: 'nguồn dữ liệu',
    margin: 'biên lợi nhuận gộp',
    quarter: 'quý',
    after: 'kế hoạch trước đó',
  },
  nobody: 'ai đó, sửa trực tiếp trong trang tính',
  someone: 'không rõ ai',
  blank: 'để trống',
  agreedBy: (givenBy, acceptedBy) =>
    `người giao: ${givenBy || '–'}, người nhận: ${acceptedBy || '–'}`,
  noticed: (kpi, field, before, after) =>
    `${kpi}: ${field} trước là ${before}, nay trong trang tính là ${after}.`,
  undoBuild: (name) => `việc tạo “${name}”`,
  undoNext: (name) => `việc tạo quý “${name}”`,
  undoChange: (name) => `thay đổi gần nhất của “${name}”`,
  undoSwap: (name) => `việc tạo lại “${name}”`,
  nothingToUndo: 'Không có gì để hoàn tác.',
  undidBuild: (name) => `Đã bỏ “${name}”.`,
  undidBuildKept: (name, title) =>
    `“${name}” không còn là kế hoạch. Vì đã có người nhập vào trang tính nên trang được giữ lại và ẩn đi với tên “${title}”.`,
  undidChange: (name) => `“${name}” đã trở về như trước thay đổi gần nhất.`,
  undidChangePartly: (name, count) =>
    `“${name}” đã trở về như trước, trừ ${count} ô đã có người sửa sau đó.`,
  undidSwap: (name) => `“${name}” đã trở về trang tính trước đó.`,
  undidSwapKept: (name, title) =>
    `“${name}” đã trở về trang tính trước đó. Vì đã có người nhập vào trang mới hơn nên trang đó được giữ lại và ẩn đi với tên “${title}”.`,
  undoTooLate: (name) =>
    `“${name}” đã thay đổi sau đó nên không hoàn tác được nữa. Bạn hãy sửa lại trên thanh bên.`,
  copyGone: 'Bản sao này không còn nữa. Bạn hãy đóng rồi mở lại thanh bên.',
  copyNeedsName: 'Bạn hãy đặt cho bản sao một tên riêng.',
  nothingSelected: 'Bạn chưa chọn ô nào. Hãy kéo chọn bảng KPI cũ trước.',
  selectionBlank: 'Các ô đang chọn đều trống. Bạn hãy kéo chọn bảng KPI cũ trước.',
  selectionBig: (rows, columns) =>
    `Vùng đang chọn quá lớn so với một bảng KPI. Bạn hãy chọn tối đa ${rows} hàng và ${columns} cột.`,
  noPlansThen: 'Quý này chưa có kế hoạch nào. Bạn hãy tạo ít nhất một kế hoạch trước.',
  department: 'Phòng marketing',
  removed:
    'Tiện ích đã gỡ tên vùng và thiết lập của mình khỏi bảng tính này. Các trang tính của bạn vẫn còn.',
  removedAll: (count) =>
    `Tiện ích đã gỡ tên vùng, thiết lập và ${count} trang tính của mình khỏi bảng tính này.`,
  removeKept: (count) =>
    `Còn giữ ${count} trang tính, vì bảng tính cần ít nhất một trang đang hiện hoặc vì trang được bảo vệ.`,
};
