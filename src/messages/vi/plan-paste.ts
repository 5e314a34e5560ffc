import type { PlanPasteWords } from '../en/plan-paste.ts';

/** What is said about a pasted KPI table, in Vietnamese. */
export const planPasteVi: PlanPasteWords = {
  columns: {
    kpi: 'KPI',
    target: 'chỉ tiêu',
    actual: 'thực đạt',
    baseline: 'quý trước',
    lastYear: 'cùng kỳ năm trước',
    unit: 'đơn vị',
    weight: 'trọng số',
    owner: 'người phụ trách',
    cadence: 'tần suất đo',
    definition: 'cách tính',
    source: 'nguồn dữ liệu',
    number: 'số thứ tự',
  },
  notes: {
    nothing: 'Chưa thấy bảng nào. Bạn hãy sao chép bảng, cả hàng tiêu đề, rồi dán lại.',
    noNames: 'Không thấy cột tên KPI. Bạn hãy ghi “KPI” ở đầu cột đó rồi dán lại.',
    noHeadings:
      'Không nhận ra hàng tiêu đề của bảng nên chỉ đọc tên KPI. Muốn đọc cả số, bạn hãy ghi “Chỉ tiêu”, “Thực đạt” ở đầu các cột số rồi dán lại.',
    actuals: (column) => `Cột “${column}” được đọc là kết quả quý trước.`,
    oldTargets: (column) =>
      `Cột “${column}” đứng cạnh kết quả nên có thể là chỉ tiêu cũ. Bạn hãy xem lại chỉ tiêu.`,
    otherQuarter: (column) => `Cột “${column}” ghi quý khác. Bạn hãy xem lại chỉ tiêu.`,
    spread: (count) =>
      `Bảng không có trọng số. ${count} KPI đầu chia đều 100%, các KPI còn lại để theo dõi.`,
    left: (columns) => `Các cột không đọc: ${columns}.`,
    tooLong: (rows) => `Chỉ đọc ${rows} hàng đầu. Bạn hãy dán phần còn lại riêng.`,
  },
  rows: {
    heading: 'Hàng tiêu đề, không có gì để đọc.',
    total: 'Hàng tổng, không có gì để đọc.',
    noName: 'Hàng này không có tên KPI nên được bỏ qua.',
    full: (most) => `Một kế hoạch có tối đa ${most} KPI. KPI này được bỏ qua.`,
    ownFull: (most) =>
      `Một kế hoạch có tối đa ${most} KPI tự tạo, mà KPI này không có sẵn nên được bỏ qua.`,
    twice: (kpi) => `${kpi} đã có trong kế hoạch. Hàng này được thêm thành KPI tự tạo.`,
    several: (kpis) => `Có thể là ${kpis}. Hàng này tạm là KPI tự tạo, bạn hãy chọn lại.`,
    otherUnit: (kpi) => `Tên giống ${kpi} nhưng khác đơn vị. Hàng này được thêm thành KPI tự tạo.`,
    nearly: (kpi) => `Được hiểu là ${kpi}. Bạn hãy xem có đúng không.`,
    own: 'Không có sẵn KPI này nên được thêm thành KPI tự tạo.',
    shortened: 'Tên quá dài nên đã được rút ngắn.',
    notNumber: (column, typed) => `${column}: “${typed}” không phải là số. Bạn hãy tự nhập.`,
    twoWays: (column, typed) =>
      `${column}: “${typed}” có hai cách hiểu. Bạn hãy chọn ở trên, hoặc tự nhập.`,
    otherCurrency: (column, typed, money, plans) =>
      `${column}: “${typed}” là ${money}, còn kế hoạch tính bằng ${plans}. Bạn hãy nhập bằng ${plans}, hoặc đổi tiền của kế hoạch sang ${money}.`,
    period: (column, typed) =>
      `${column}: “${typed}” không phải số của cả quý. Bạn hãy nhập số của quý.`,
    relative: (column, typed) =>
      `${column}: “${typed}” cần kết quả quý trước. Bạn hãy nhập con số.`,
    percent: (column, typed) =>
      `${column}: “${typed}” chưa rõ là phần trăm hay tỷ lệ. Bạn hãy nhập kèm dấu %.`,
    weight: (column, typed) => `${column}: “${typed}” không phải là trọng số. Bạn hãy tự nhập.`,
    cadence: (column, typed) =>
      `${column}: “${typed}” không phải là hằng ngày, hằng tuần, hằng tháng hay hằng quý.`,
    long: (column) => `${column}: nội dung quá dài nên đã được rút ngắn.`,
  },
};
