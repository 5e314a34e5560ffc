import type { cellsEn } from './cells.en.ts';

/** What cells say, in Vietnamese. */
export const cellsVi: typeof cellsEn = {
  error: (input, value) => `${input} đang báo lỗi ${value}. Hãy sửa ô đó trước.`,
  text: (input, value) => `${input} đang là «${value}», không phải số.`,
  ambiguous: (input, value) =>
    `${input} là chữ «${value}», có thể đọc theo hai cách. Hãy gõ lại dưới dạng số.`,
  date: (input) => `${input} đang là ngày tháng. Hãy nhập số, hoặc định dạng ô thành số.`,
  truth: (input) => `${input} đang là TRUE hoặc FALSE. Ở đây cần một con số.`,
  missing: (input) => `còn thiếu ${input}. Hãy thêm vào công thức.`,
  whole: (input) =>
    `${input} không bao giờ được cộng dồn hay lấy trung bình qua nhiều hàng. Hãy chọn một ô cho cả kỳ.`,
  below: (input, value, bound) => `${input} là ${value}, không thể nhỏ hơn ${bound}.`,
  above: (input, value, bound) =>
    `${input} là ${value}, không thể lớn hơn ${bound}; tỷ lệ được gõ là 40% hoặc dạng phân số thập phân.`,
  choice: (input, value, options) =>
    `${input} là «${value}». Hãy dùng một trong các từ: ${options}.`,
  moreThan: (left, right) => `${left} không thể nhiều hơn ${right}.`,
  lessThan: (left, right) => `${left} không thể ít hơn ${right}.`,
  tooLarge: () => 'kết quả quá lớn, không hiển thị được. Hãy kiểm tra số liệu đầu vào.',
  tooMany: (most) => `hàm này nhận nhiều nhất ${most} đầu vào. Hãy bỏ phần thừa.`,
  shapes: (input, size, other, otherSize) =>
    `${input} có ${size}, còn ${other} có ${otherSize}. Hãy chọn các vùng cùng kích thước.`,
  size: (rows, columns) => `${rows} × ${columns} ô`,
  halfKnown: (known, blank, row) =>
    `hàng ${row} của vùng chọn có ${known} nhưng chưa có ${blank}. Hãy điền thêm, hoặc xóa trống hàng đó.`,
  inRow: (row, sentence) => `hàng ${row} của vùng chọn: ${sentence}`,
  noName: () => 'hãy bắt đầu bằng tên một KPI, ví dụ "CPL".',
  unknownName: (value) => `không có KPI tên «${value}». Bảng bên liệt kê đủ các tên.`,
  didYouMean: (value, near) => `không có KPI tên «${value}». Có phải bạn muốn dùng ${near}?`,
};
