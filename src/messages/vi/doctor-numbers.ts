import type { definitionStartersEn, doctorNumbersEn } from '../en/doctor-numbers.ts';

/** What the KPI doctor says of targets, baselines, definitions and time, in Vietnamese. */
export const doctorNumbersVi: typeof doctorNumbersEn = {
  over: {
    title: 'Quý này đã kết thúc',
    says: (quarter) => `${quarter} đã kết thúc.`,
    why: 'Chỉ tiêu cần còn thời gian để đạt được. Bạn hãy chọn một quý sau.',
  },
  halfOver: {
    title: 'Quý đã qua hơn nửa',
    says: (quarter, part) => `${quarter} đã trôi qua ${part}.`,
    why: 'Chỉ tiêu đặt muộn chỉ ghi lại điều đã xảy ra. Bạn hãy lập cho quý sau, hoặc đặt vừa sức.',
  },
  impossible: {
    title: 'Con số không thể có',
    says: (title, value, min, max) => {
      if (min !== '' && max !== '') return `${title}: ${value} không nằm giữa ${min} và ${max}.`;
      return min !== ''
        ? `${title}: ${value} thấp hơn mức nhỏ nhất là ${min}.`
        : `${title}: ${value} cao hơn mức lớn nhất là ${max}.`;
    },
    nothing: (title) => `${title}: chỉ tiêu phải lớn hơn 0.`,
    why: 'Số vượt giới hạn thì không đạt được và cũng không đánh giá được. Bạn hãy nhập lại.',
  },
  percentTyped: {
    title: 'Phần trăm nhập thành số nguyên',
    says: (title, read, meant) => `${title} đang được hiểu là ${read}. Có lẽ ý bạn là ${meant}.`,
    why: 'Trong bảng tính, 25% là 0,25; còn số 25 là 2.500%.',
    button: 'Hiểu là phần trăm',
    does: 'Con số được chia cho 100.',
  },
  pointsTyped: {
    title: 'Điểm % nhập thành phần trăm',
    says: (title, read, meant) => `${title} đang được hiểu là ${read}. Có lẽ ý bạn là ${meant}.`,
    why: 'Từ 10% lên 12% là tăng 2 điểm %, nhập là 2.',
    button: 'Hiểu là điểm %',
    does: 'Con số được nhân với 100.',
  },
  pointsOrPercent: {
    title: 'Phần trăm hay điểm %?',
    says: (title, from, to, points, meant) =>
      `${title} từ ${from} lên ${to}, tức cộng thẳng ${points}. Nếu ý bạn là tăng ${points} so với hiện tại thì chỉ tiêu là ${meant}.`,
    why: 'Từ 2% lên 2,5% là tăng 0,5 điểm %, tức tăng 25%. Hai cách nói này rất dễ lẫn.',
    button: 'Hiểu là tăng phần trăm',
    does: 'Chỉ tiêu được tính lại: mức quý trước cộng thêm số phần trăm đó của nó.',
  },
  wrongWay: {
    title: 'Chỉ tiêu đi ngược chiều',
    says: (title, target, from, better, turned) => {
      const way = better === 'lower' ? 'càng thấp càng tốt' : 'càng cao càng tốt';
      const message = `${title} ${way}, nhưng chỉ tiêu ${target} kém hơn quý trước (${from}).`;
      return turned === '' ? message : `${message} Đổi chiều thì là ${turned}.`;
    },
    why: 'Đạt chỉ tiêu này nghĩa là lùi lại. Nếu do mùa vụ, bạn hãy điền số cùng kỳ năm trước.',
    button: 'Đổi chiều',
    does: 'Chỉ tiêu cách quý trước đúng bấy nhiêu, nhưng theo chiều tốt hơn.',
  },
  standstill: {
    title: 'Chỉ tiêu bằng quý trước',
    says: (titles) => `${titles}: bằng đúng mức quý trước.`,
    why: 'Giữ nguyên mức cũ cũng có thể đúng. Bạn hãy ghi rõ vào “Cách tính và nguồn chốt số” để không ai tưởng là nhầm.',
  },
  tooFar: {
    title: 'Bước nhảy quá lớn',
    says: (title, from, to, change, better) =>
      `${title}: từ ${from} đến ${to} là ${better === 'lower' ? 'giảm' : 'tăng'} ${change} trong một quý.`,
    why: 'Chỉ tiêu không ai tin thì không thúc đẩy được ai. Bạn hãy ghi sẽ làm gì khác đi, hoặc đặt bước nhỏ hơn.',
  },
  thresholds: {
    title: 'Ngưỡng sai thứ tự',
    says: (titles, goal, flag) =>
      `${titles}: ngưỡng cảnh báo phải thấp hơn ngưỡng gần đạt, và ngưỡng gần đạt không quá 100%. Thường dùng ${goal} và ${flag}.`,
    why: 'Trạng thái dựa vào hai ngưỡng này: sai thứ tự thì trạng thái luôn như nhau.',
    button: 'Dùng mức thường dùng',
    does: 'Đặt lại cả hai ngưỡng.',
  },
  noTarget: {
    title: 'Chưa có chỉ tiêu',
    says: (titles) => `${titles}: chưa có chỉ tiêu.`,
    why: 'Chưa có chỉ tiêu thì chưa có trạng thái. Hãy đặt theo số liệu đã qua của bạn, đừng theo cảm tính.',
  },
  noStart: {
    title: 'Chưa có mốc xuất phát',
    says: (titles) => `${titles}: thiếu số quý trước.`,
    known: (titles) => `${titles}: số quý trước có sẵn trong trang tính của quý đó.`,
    why: 'Các KPI này được đánh giá theo quãng đường đi được từ quý trước. Thiếu mốc thì không đánh giá được.',
    button: 'Lấy số quý trước',
    does: 'Điền số thực đạt của quý trước.',
  },
  noBaseline: {
    title: 'Chưa có mốc so sánh',
    says: (titles) => `${titles}: thiếu số quý trước.`,
    known: (titles) => `${titles}: số quý trước có sẵn trong trang tính của quý đó.`,
    why: 'Chỉ tiêu cao hay thấp chỉ thấy rõ khi đặt cạnh kết quả đã đạt.',
    button: 'Lấy số quý trước',
    does: 'Điền số thực đạt của quý trước.',
  },
  noBudget: {
    title: 'Chưa có mức kế hoạch',
    says: (titles) => `${titles}: chưa có số kế hoạch.`,
    why: 'Ở đây chi nhiều hay chi ít đều chưa hẳn là tốt: phải có kế hoạch mới biết chi đúng hay không.',
  },
  season: {
    title: 'Hai quý không so sánh được',
    says: (titles, why) =>
      why === 'tet'
        ? `${titles}: Tết rơi vào quý này hoặc quý trước. Bạn hãy điền thêm số cùng kỳ năm trước.`
        : `${titles}: mùa mua sắm cuối năm rơi vào một trong hai quý. Bạn hãy điền thêm số cùng kỳ năm trước.`,
    known: (titles, why) =>
      why === 'tet'
        ? `${titles}: Tết rơi vào quý này hoặc quý trước. Đã có số cùng kỳ năm trước.`
        : `${titles}: mùa mua sắm cuối năm rơi vào một trong hai quý. Đã có số cùng kỳ năm trước.`,
    why: 'So với quý trước, yếu tố mùa vụ dễ bị hiểu nhầm là thành công hay thất bại.',
    button: 'Lấy số cùng kỳ',
    does: 'Điền số cùng kỳ năm trước từ kế hoạch cũ của bạn.',
  },
  sameForAYear: {
    title: 'Cùng bộ KPI suốt một năm',
    says: (titles) => `${titles}: không đổi trong bốn quý.`,
    why: 'Doanh nghiệp lớn lên thì KPI cũng nên đổi theo. Hãy xem KPI nào còn giúp bạn ra quyết định.',
  },
  notAgreed: {
    title: 'Chỉ tiêu chưa được thống nhất',
    says: (quarter) => `${quarter} đang diễn ra mà chỉ tiêu chưa được hai bên thống nhất.`,
    why: 'Chỉ tiêu đã thống nhất thì cuối quý không phải tranh cãi.',
  },
  cadenceTooFine: {
    title: 'Đo quá dày',
    says: (titles) => `${titles}: số đo từng tuần không cộng lại được.`,
    why: 'Số người không trùng, tỷ lệ và khảo sát chỉ đúng trong khoảng thời gian được đo. Bạn hãy đo mỗi tháng hoặc mỗi quý một lần.',
    button: 'Đo thưa hơn',
    does: 'Đổi sang tần suất đo thường dùng của KPI này.',
  },
  cadenceTooSlow: {
    title: 'Đo quá thưa',
    says: (titles) => `${titles}: là KPI dẫn dắt nhưng cuối quý mới đo.`,
    why: 'KPI dẫn dắt dùng để báo sớm. Bạn hãy đo ít nhất mỗi tháng một lần.',
    button: 'Đo hằng tháng',
    does: 'Đổi tần suất đo thành hằng tháng.',
  },
  summed: {
    title: 'Đang cộng dồn số không cộng được',
    says: (title) => `“${title}” đang được cộng dồn qua các tuần.`,
    why: 'Một người được tiếp cận hai lần vẫn là một người, và tỷ lệ thì không cộng được: tổng sẽ cao hơn thực tế.',
    button: 'Coi là số đo từng kỳ',
    does: 'Mỗi giá trị chỉ đại diện cho kỳ của nó; tần suất đo thành hằng tháng.',
  },
  unsaid: {
    title: 'Chưa rõ cách hiểu KPI',
    says: (titles) => `${titles}: chưa được đánh giá.`,
    why: 'Các tuần có cộng lại hay không, cao hay thấp mới là tốt: tên KPI chưa nói rõ. Bạn hãy chọn ở phần số liệu của KPI.',
  },
  notMeasurable: {
    title: 'Chưa đo lường được',
    says: (titles) => `${titles}: chưa rõ đo bằng cách nào.`,
    why: 'Bạn hãy ghi hai tổng số để chia, một đơn vị, hoặc ai chấm điểm theo thang nào.',
  },
  vagueName: {
    title: 'Tên KPI mơ hồ',
    says: (title) => `“${title}” chưa cho biết đếm cái gì.`,
    why: 'KPI cụ thể thì nêu được con số: “số đơn từ email” thay vì “làm email tốt hơn”.',
  },
  sameName: {
    title: 'Hai KPI trùng tên',
    says: (one, other) => `“${one}” trùng tên với “${other}”.`,
    why: 'Hai con số cùng một tên dễ gây tranh cãi. Hãy đổi tên KPI của bạn, hoặc dùng KPI có sẵn.',
  },
  noDefinition: {
    title: 'Chưa rõ cách tính',
    says: (titles) => `${titles}: chưa ghi cách tính.`,
    why: 'Mỗi hệ thống, mỗi bộ phận đếm một kiểu. Một dòng ghi rõ là đủ thống nhất.',
    button: 'Điền câu mẫu',
    does: 'Điền sẵn một câu để bạn sửa lại.',
  },
  attribution: {
    title: 'Chưa rõ cách ghi nhận doanh thu',
    says: (titles) => `${titles}: chưa có quy tắc ghi nhận nguồn.`,
    why: 'Người xem quảng cáo rồi tuần sau mới mua có thể được tính một lần, hai lần hoặc không tính.',
    button: 'Điền câu mẫu',
    does: 'Điền sẵn một câu để bạn sửa lại.',
  },
  outsideData: {
    title: 'Cần số liệu bên ngoài',
    says: (titles) => `${titles}: cần số liệu của ngành hoặc đối thủ.`,
    why: 'Hệ thống của bạn không có số của cả thị trường. Hãy ghi lấy từ đâu và bao lâu một lần.',
  },
  noMargin: {
    title: 'Thiếu biên lợi nhuận gộp',
    says: (titles) => `${titles}: đang tính theo doanh thu, chưa theo lợi nhuận.`,
    why: 'Tính theo doanh thu thì ROI 0% nghĩa là vẫn lỗ toàn bộ giá vốn. Hãy điền biên lợi nhuận gộp nếu bạn biết.',
  },
};

export const definitionStartersVi: typeof definitionStartersEn = {
  LEADS:
    'Lead là người để lại số điện thoại hoặc email; mỗi người tính một lần. Nguồn chốt số: CRM.',
  CONTENTLEADS:
    'Lead có phiên truy cập bắt đầu từ bài viết; mỗi người tính một lần. Nguồn chốt số: Google Analytics.',
  MQLS: 'Lead đạt tiêu chí đã thống nhất với bộ phận kinh doanh (nhu cầu, ngân sách, khu vực). Nguồn chốt số: CRM, theo ngày thành MQL.',
  SQLS: 'MQL đã được bộ phận kinh doanh liên hệ và nhận. Nguồn chốt số: CRM, theo ngày thành SQL.',
  LEADQUALITY: 'Số lead đạt tiêu chí đã ghi ÷ tổng số lead. Không đổi tiêu chí trong quý.',
  CPL: 'Chi phí gồm quảng cáo, công cụ và agency; không gồm lương và VAT. Lead: mỗi người tính một lần.',
  CVR: 'Một chuyển đổi là một đơn đã thanh toán, không tính đơn hủy. Mẫu số: phiên truy cập.',
  CAC: 'Chi phí marketing và bán hàng cho khách mới, gồm cả lương, không gồm giá vốn.',
  ROI: 'Doanh thu ghi cho nguồn cuối cùng trước khi mua, trong 30 ngày. Chi phí: toàn bộ marketing, không gồm VAT.',
  INBOUNDROI:
    'Doanh thu ghi cho nội dung, SEO và email khi đó là lần tiếp xúc đầu tiên. Chi phí gồm cả công viết bài.',
  MKTREVENUE:
    'Đơn của khách do marketing mang về đầu tiên, theo nguồn ghi trong CRM; không gồm VAT.',
  MKTREVSHARE: 'Đơn của khách do marketing mang về đầu tiên ÷ tổng doanh thu; không gồm VAT.',
  CAMPAIGNREV:
    'Đơn phát sinh trong 30 ngày sau khi nhấp vào chiến dịch; không tính đơn hủy; không gồm VAT.',
  ROAS: 'Doanh thu do nền tảng quảng cáo báo trong 7 ngày sau khi nhấp ÷ chi phí quảng cáo chưa VAT.',
  SOCIALCVR: 'Số chuyển đổi trong các phiên đến từ mạng xã hội ÷ số phiên đó.',
};
