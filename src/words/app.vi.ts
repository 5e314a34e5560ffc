import type { appEn } from './app.en.ts';

/** What the add-on answers the panel, and its menu, in Vietnamese. */
export const appVi: typeof appEn = {
  menuUse: 'Dùng trong bảng tính này',
  menuOpen: 'Mở bảng bên',
  menuHelp: 'Trợ giúp',
  panelTitle: 'KPI Marketing',
  ready: 'Các hàm KPI đã sẵn sàng trong bảng tính này. Bạn gõ thử =CPL( vào một ô.',
  nothingSelected: 'Bạn chưa chọn ô nào. Hãy bấm vào một ô hoặc kéo chọn một cột trước.',
  unknownFunction: (name) => `Không có hàm tên «${name}».`,
  inputMissing: (input) => `Hãy chọn ô hoặc gõ số cho ${input}.`,
  inputUnknown: (input, typed) =>
    `«${typed}» không phải vùng ô, cũng không phải số. Hãy chọn các ô ${input} rồi bấm Lấy vùng đang chọn.`,
  inputTwoWays: (input, typed) =>
    `«${typed}» của ${input} có thể đọc theo hai cách. Hãy gõ liền, không có dấu ngăn hàng nghìn.`,
  noSuchPlace: (input, typed) =>
    `Bảng tính này không có vùng ${typed}. Hãy chọn lại các ô ${input}.`,
  noSuchTarget: (typed) => `Bảng tính này không có ô ${typed}. Hãy chọn ô khác.`,
  noFreeColumn: 'Trang này không còn cột trống ở bên phải. Hãy tự chọn ô đặt kết quả.',
  noRoom: (area) => `Kết quả cần vùng ${area}, vượt quá cuối trang.`,
  inTheWay: (area, cell) =>
    `Kết quả cần vùng ${area}, nhưng ô ${cell} đang có dữ liệu. Hãy chọn chỗ trống khác hoặc xóa ô đó.`,
  targetHolds: (cell) => `Ô ${cell} đang có dữ liệu.`,
  ontoInputs: (area) => `${area} chính là dữ liệu đầu vào. Hãy chọn chỗ bên cạnh.`,
  mayNotEdit: (area) =>
    `Bạn không có quyền sửa ${area}. Hãy chọn chỗ khác, hoặc hỏi chủ bảng tính.`,
  otherRun: 'Tiện ích đang thay đổi bảng tính này ở một nơi khác. Hãy thử lại sau giây lát.',
  rowsApart: (target, row) =>
    `Kết quả bắt đầu ở ${target}, còn đầu vào bắt đầu ở hàng ${row}: kết quả sẽ lệch hàng.`,
  failed:
    'Chưa thực hiện được và chưa có gì thay đổi. Hãy thử lại; nếu vẫn lỗi, hãy tải lại trang.',
};
