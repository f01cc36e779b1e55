const vi = {
  title: 'Sao lưu',
  about:
    'Bản sao lưu gồm toàn bộ dữ liệu và ảnh, làm được cả khi gian hàng đang bán. Làm xong, máy đọc lại bản sao từ đầu đến cuối để kiểm tra.',
  make: 'Sao lưu ngay',
  busy: 'Đang sao lưu. Tải lại trang sau ít phút.',
  made: 'Đã có',
  download: 'Tải về',
  downloadOf: (name: string) => `Tải về ${name}`,
  holds:
    'Bản sao lưu có cả thông tin cá nhân và mật khẩu đã băm. Ai tải về được ghi vào nhật ký; hãy cất ở nơi an toàn.',
  none: 'Chưa có bản sao lưu nào trong thư mục này.',
  folder: (folder: string) => `Thư mục: ${folder}`,
  size: (megabytes: string) => `${megabytes} MB`,
  failed: 'Chưa sao lưu được:',
  notSetUp:
    'Chưa khai nơi để bản sao lưu. Người quản trị máy chủ thêm "backupFolder" vào site.json, ví dụ "/mnt/sao-luu": nên là ổ đĩa khác với ổ chứa dữ liệu. Dữ liệu nằm trong PostgreSQL thì nút này không dùng được: người quản trị máy chủ sao lưu bằng pg_dump (xem docs/postgres.md).',
  restore: 'Khôi phục: người quản trị máy chủ chạy ocop restore TỆP --data THƯ_MỤC_TRỐNG.',
}

const en: typeof vi = {
  title: 'Backup',
  about:
    'A backup holds all data and photos, and is made while the shop sells. When it is made, it is read again from the first to the last line.',
  make: 'Back up now',
  busy: 'A backup is being made. Load the page again in some minutes.',
  made: 'There are',
  download: 'Download',
  downloadOf: (name) => `Download ${name}`,
  holds:
    'A backup holds personal data and hashed passwords. Who downloads one is written into the audit trail; keep it in a safe place.',
  none: 'There is no backup in this folder yet.',
  folder: (folder) => `Folder: ${folder}`,
  size: (megabytes) => `${megabytes} MB`,
  failed: 'No backup was made:',
  notSetUp:
    'No place for backups is stated. Whoever looks after the server adds "backupFolder" to site.json, such as "/mnt/backup": better another disk than the one with the data. Data in PostgreSQL are out of this button’s reach: whoever looks after the server backs them up with pg_dump (see docs/postgres.md).',
  restore: 'To restore: whoever looks after the server runs ocop restore FILE --data EMPTY_FOLDER.',
}

/** Words of the office's page for backups. */
export const officeBackup = { vi, en }
