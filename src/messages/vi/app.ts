import type { appEn } from '../en/app.ts';

/** What the add-on answers the panel, and its menu, in Vietnamese. */
export const appVi: typeof appEn = {
  menuUse: 'Dùng trong bảng tính này',
  menuOpen: 'Mở thanh bên',
  menuInsert: 'Chèn hàm',
  menuHelp: 'Trợ giúp',
  panelTitle: 'KPI marketing',
  ready: 'Các hàm KPI đã sẵn sàng trong bảng tính này. Bạn hãy gõ thử =CPL( vào một ô.',
  nothingSelected: 'Bạn chưa chọn ô nào. Hãy bấm vào một ô hoặc kéo chọn một cột trước.',
  unknownFunction: (name) => `Không có hàm nào tên là “${name}”.`,
  inputMissing: (input) => `Còn thiếu ${input}. Bạn hãy chọn vùng dữ liệu hoặc nhập một số.`,
  inputUnknown: (input, typed) =>
    `“${typed}” không phải là vùng dữ liệu, cũng không phải là số. Bạn hãy chọn vùng chứa ${input} rồi bấm “Lấy vùng đang chọn”.`,
  inputTwoWays: (input, typed) =>
    `“${typed}” ở ${input} có hai cách hiểu. Bạn hãy nhập liền, không có dấu phân cách hàng nghìn.`,
  noSuchPlace: (input, typed) =>
    `Bảng tính này không có vùng ${typed}. Bạn hãy chọn lại vùng chứa ${input}.`,
  noSuchTarget: (typed) => `Bảng tính này không có ô ${typed}. Bạn hãy chọn ô khác.`,
  noFreeColumn: 'Trang tính này không còn cột trống ở bên phải. Bạn hãy tự chọn ô để ghi kết quả.',
  noRoom: (area) =>
    `Kết quả cần vùng ${area}, vượt quá cuối trang tính. Bạn hãy chọn ô ở phía trên hoặc bên trái.`,
  inTheWay: (area, cell) =>
    `Kết quả cần vùng ${area}, nhưng ô ${cell} đang có dữ liệu. Bạn hãy chọn chỗ trống khác hoặc xóa trống ô đó.`,
  targetHolds: (cell) => `Ô ${cell} đang có dữ liệu.`,
  ontoInputs: (area) => `${area} đang chứa số liệu đầu vào. Bạn hãy chọn chỗ trống bên cạnh.`,
  mayNotEdit: (area) =>
    `Bạn không có quyền sửa ${area}. Hãy chọn chỗ khác, hoặc xin chủ sở hữu bảng tính quyền chỉnh sửa.`,
  otherRun: 'Đang có người dùng tiện ích để sửa bảng tính này. Bạn hãy thử lại sau giây lát.',
  rowsApart: (target, row) =>
    `Kết quả bắt đầu ở ${target}, còn số liệu đầu vào bắt đầu ở hàng ${row} nên sẽ lệch hàng. Muốn thẳng hàng, bạn hãy chọn ô ở hàng ${row}.`,
  failed:
    'Chưa thực hiện được và chưa có gì thay đổi. Bạn hãy thử lại; nếu vẫn lỗi, hãy tải lại trang.',
};
