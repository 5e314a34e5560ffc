import type { WorkbenchWords } from '../en/workbench.ts';
import { beyondVi } from './workbench-external.ts';

/** What the workbench's own page says, in Vietnamese. */
export const workbenchVi: WorkbenchWords = {
  product: 'Marketing KPIs for Sheets',
  loading: {
    workbook: 'Đang mở bảng tính…',
    grid: 'Đang hiển thị trang tính…',
    importing: 'Đang đọc tệp…',
    exporting: 'Đang ghi tệp…',
  },
  menus: {
    bar: 'Thanh menu',
    file: 'Tệp',
    extensions: 'Tiện ích mở rộng',
    example: 'Tạo mới từ bảng mẫu',
    import: 'Nhập tệp CSV…',
    export: 'Xuất tệp .xlsx',
    none: 'Chưa có menu của tiện ích',
  },
  settings: {
    language: 'Ngôn ngữ',
    languageHelp: 'Ngôn ngữ của menu và thanh bên',
    locale: 'Khu vực của bảng tính',
    localeHelp: 'Cách viết số, ngày, công thức và ngôn ngữ của các câu trong ô',
    locales: { vi_VN: 'Việt Nam · 1.234,5', en_US: 'Hoa Kỳ · 1,234.5' },
  },
  panel: { close: 'Đóng thanh bên', region: 'Thanh bên của tiện ích' },
  dialog: {
    close: 'Đóng',
    ok: 'OK',
    cancel: 'Hủy',
    yes: 'Có',
    no: 'Không',
    exampleTitle: 'Mở lại bảng mẫu?',
    exampleText: 'Bảng mẫu sẽ thay bảng tính này. Những gì bạn đã nhập ở đây sẽ mất.',
    exampleGo: 'Mở bảng mẫu',
  },
  imported: (sheet) => `Đã nhập vào trang tính “${sheet}”.`,
  importTitle: 'Đã nhập tệp',
  importProblem: 'Chưa nhập được tệp',
  exported: 'Tệp đã nằm trong thư mục tải xuống.',
  cellMenu: { clear: 'Xóa nội dung, định dạng', remove: 'Xóa hàng, cột, ô' },
  copyOf: (name) => `Bản sao của ${name}`,
  rows: { show: 'Hiện các hàng này', hide: 'Ẩn các hàng này' },
  cellError: 'Lỗi',
  cellNote: 'Ghi chú',
  spillBlocked:
    'Kết quả cần thêm ô, nhưng có ô đang chứa dữ liệu. Bạn hãy xóa nội dung các ô bên dưới hoặc bên phải ô này.',
  lost: 'Chương trình đã dừng. Bạn hãy chạy lại npm start; trang này sẽ tự kết nối lại.',
  failed: 'Chưa thực hiện được. Bạn hãy thử lại.',
  beyond: beyondVi,
};
