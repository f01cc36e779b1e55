import { errorTable } from './error-entry.js'

/** What can keep a store from being opened or written. */
export const STORE_ERRORS = errorTable({
  STORE_LOCKED: {
    status: 503,
    vi: 'Thư mục dữ liệu {folder} đang được tiến trình {pid} sử dụng. Hãy dừng tiến trình đó trước. Trong một tiến trình, mở thư mục một lần rồi dùng chung danh mục đó.',
    en: 'The data folder {folder} is in use by process {pid}. Stop that process first. Within one process, open the folder once and share the catalog.',
  },
  STORE_DAMAGED: {
    status: 503,
    vi: 'Tệp {file} hỏng tại {where}: {why}. {mend}',
    en: 'The file {file} is damaged at {where}: {whyEn}. {mendEn}',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    vi: 'Hiện chưa ghi được dữ liệu ({why}). Không có gì bị thay đổi; hãy thử lại sau ít phút.',
    en: 'Data cannot be written at the moment ({whyEn}). Nothing was changed; try again in a few minutes.',
  },
  STORE_STOPPED: {
    status: 503,
    vi: 'Kho dữ liệu đã dừng ghi ({why}). Chưa rõ thay đổi này đã được lưu hay chưa: hãy kiểm tra sau khi khởi động lại.',
    en: 'The data store has stopped writing ({whyEn}). Whether this change was kept is known only after a restart.',
  },
  STORE_UNCERTAIN: {
    status: 503,
    vi: 'Mất liên lạc với kho dữ liệu giữa lúc ghi ({why}). Chưa rõ thay đổi này đã được lưu hay chưa: hãy xem lại trước khi làm lại.',
    en: 'The data store was lost in the middle of writing ({whyEn}). Whether this change was kept is not known: look before you repeat it.',
  },
  STORE_NEWER: {
    status: 503,
    vi: 'Tệp {file} do phiên bản mới hơn ghi (định dạng {found}, bản này đọc được đến {known}). Hãy nâng cấp ocop-catalog.',
    en: 'The file {file} was written by a newer version (format {found}, this one reads up to {known}). Upgrade ocop-catalog.',
  },
})
