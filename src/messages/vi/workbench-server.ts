import type { WorkbenchServerWords } from '../en/workbench-server.ts';

/** What the workbench's server says where it was started. */
export const workbenchServerVi: WorkbenchServerWords = {
  keptIn: (file) => `Bảng tính của bạn được lưu ở ${file}`,
  anew: 'Muốn bắt đầu lại từ đầu: chọn Tạo mới từ bảng mẫu trong menu Tệp.',
  clock: (days) =>
    `Đồng hồ của bảng tính đang chạy ${days > 0 ? 'nhanh' : 'chậm'} ${Math.abs(days)} ngày.`,
  openAt: (address) => `Bảng tính của bạn đang mở sẵn ở ${address} rồi.`,
  openElsewhere: 'Bảng tính của bạn đang mở sẵn ở một cửa sổ npm start khác rồi.',
  onlyExample: 'Ở đây chỉ hiện bảng mẫu và không lưu lại gì.',
  notKept: (why) => `Không lưu được gì. ${why}`,
  couldNotKeep: (why) => `Chưa lưu được bảng tính của bạn: ${why}`,
  setAside: {
    newer: 'Tệp đã lưu thuộc một phiên bản mới hơn phiên bản này.',
    broken: 'Không đọc được tệp đã lưu.',
    unopened: 'Không mở được tệp đã lưu.',
    now: (name) => `Tệp đó được giữ lại với tên ${name}; một tệp mới bắt đầu.`,
  },
  reasons: {
    full: 'ổ đĩa đã đầy',
    denied: 'người dùng này không được ghi vào đó',
    readOnly: 'nơi đó không ghi được gì',
    gone: 'thư mục không còn nữa',
    folder: 'đó là một thư mục',
  },
  taken: (file) => `một cửa sổ npm start khác đang lưu bảng tính của nó vào ${file}.`,
  options:
    'Không hiểu phần bạn gõ. npm start nhận: -- --port 4400 --book TỆP --no-book --blank --today 2026-10-19',
  noPort: (typed) =>
    `${typed} không phải là cổng. Cổng là một số không quá 65535: npm start -- --port 4400`,
  noDay: (typed) => `${typed} không phải là ngày. Ngày được viết như sau: 2026-10-19.`,
  portTaken: (port) =>
    `Cổng ${port} đang bận. Bạn hãy chọn cổng khác: npm start -- --port ${port === 4400 ? 4500 : 4400}`,
};
