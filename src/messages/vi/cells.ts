import type { cellsEn } from '../en/cells.ts';

/** What cells say, in Vietnamese. */
export const cellsVi: typeof cellsEn = {
  error: (input, value) => `${input} đang báo lỗi ${value}. Hãy sửa ô đó trước.`,
  text: (input, value) => `${input} đang là “${value}”, không phải số.`,
  ambiguous: (input, value) =>
    `${input} đang là văn bản “${value}”, có thể hiểu theo hai cách. Hãy gõ lại thành số.`,
  date: (input) => `${input} đang là ngày tháng. Hãy nhập số, hoặc đổi định dạng ô sang số.`,
  spaces: (input) => `${input} chỉ có khoảng trắng. Hãy xóa trống ô đó, hoặc nhập số.`,
  truth: (input) => `${input} đang là TRUE hoặc FALSE. Ở đây cần một con số.`,
  missing: (input) => `còn thiếu ${input}. Hãy thêm vào công thức.`,
  whole: (input) =>
    `không thể cộng dồn hay lấy trung bình ${input} qua nhiều hàng. Hãy chọn một ô có số của cả kỳ.`,
  below: (input, value, bound) => `${input} đang là ${value}, không thể nhỏ hơn ${bound}.`,
  above: (input, value, bound) =>
    `${input} đang là ${value}, không thể lớn hơn ${bound}. Hãy nhập dạng phần trăm như 40%, hoặc số thập phân như 0,4.`,
  choice: (input, value, options) =>
    `${input} đang là “${value}”. Hãy dùng một trong các từ: ${options}.`,
  moreThan: (left, right) => `${left} không thể lớn hơn ${right}.`,
  lessThan: (left, right) => `${left} không thể nhỏ hơn ${right}.`,
  tooLarge: () => 'kết quả quá lớn, không hiển thị được. Hãy kiểm tra số liệu đầu vào.',
  tooMany: (most) => `hàm này nhận tối đa ${most} đầu vào. Hãy bỏ phần thừa.`,
  shapes: (input, size, other, otherSize) =>
    `vùng ${input} có ${size}, còn vùng ${other} có ${otherSize}. Hãy chọn các vùng cùng kích thước.`,
  size: (rows, columns) => `${rows} × ${columns} ô`,
  halfKnown: (known, blank, row) =>
    `hàng ${row} của vùng chọn có ${known} nhưng ${blank} đang trống. Hãy điền thêm, hoặc xóa trống hàng đó.`,
  inRow: (row, sentence) => `hàng ${row} của vùng chọn: ${sentence}`,
  noName: () => 'hãy bắt đầu bằng tên một KPI, ví dụ "CPL".',
  unknownName: (value) => `không có KPI nào tên là “${value}”. Thanh bên có danh sách đầy đủ.`,
  didYouMean: (value, near) => `không có KPI nào tên là “${value}”. Có phải ý bạn là ${near}?`,
};
