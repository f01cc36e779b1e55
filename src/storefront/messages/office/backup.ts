const vi = {
  title: 'Sao lưu',
  about:
    'Bản sao lưu gồm toàn bộ dữ liệu và ảnh, làm được cả khi gian hàng đang bán. Làm xong, máy đọc lại bản sao từ đầu đến cuối để kiểm tra.',
  make: 'Sao lưu ngay',
  busy: 'Đang sao lưu. Tải lại trang sau ít phút.',
  made: 'Các bản đã có',
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
  restoreThis: 'Khôi phục',
  restoreOf: (name: string) => `Khôi phục ${name}`,
  restoreHere:
    'Khôi phục được cả bằng lệnh: người quản trị máy chủ dừng gian hàng rồi chạy ocop restore TỆP --data THƯ_MỤC_TRỐNG.',
  restoring: {
    title: 'Khôi phục từ bản sao lưu',
    about:
      'Trước hết máy đọc bản sao lưu từ đầu đến cuối, rồi so với dữ liệu hiện nay. Bước này chưa thay đổi gì, và gian hàng vẫn bán.',
    check: 'Kiểm tra và so sánh',
    leave: 'Không khôi phục',
    consequences: [
      'Mọi dữ liệu trở lại như lúc làm bản sao lưu. Đơn hàng đặt sau đó không còn trong gian hàng: hãy ghi lại và báo cho chủ thể, người mua.',
      'Không mất gì hẳn: dữ liệu hiện nay được sao lưu và kiểm tra trước, thành thêm một bản trong danh sách (tên có before-restore), khôi phục lại được như mọi bản khác.',
      'Gian hàng đóng vài phút (dữ liệu lớn thì lâu hơn), rồi tự mở lại. Bản sao lưu không dùng được thì mở lại với dữ liệu hiện nay.',
      'Tài khoản, mật khẩu, vai trò và khóa API cũng như lúc ấy: hãy khóa, thu hồi lại những gì đã khóa, thu hồi từ đó. Mọi người phải đăng nhập lại.',
      'Dữ liệu cá nhân đã xóa từ đó vẫn bị xóa: trước khi gian hàng mở, máy xóa lại trong dữ liệu của bản sao lưu; số lượng được ghi trong nhật ký thay đổi. Yêu cầu chưa trả lời gửi sau bản sao lưu thì mất: hãy trả lời trước.',
      'Cài đặt của máy chủ (site.json) và ảnh giữ như hiện nay; ảnh chỉ có trong bản sao lưu được thêm vào.',
    ],
    word: 'Xác nhận',
    theWord: 'KHÔI PHỤC',
    wordHint: (word: string) => `Gõ ${word}, có dấu hay không dấu đều được.`,
    code: 'Mã dùng một lần',
    codeHint: 'Mã mới trong ứng dụng xác thực, hoặc một mã dự phòng.',
    now: 'Khôi phục ngay',
    closing: (name: string) => [
      `Gian hàng đang đóng để khôi phục ${name}, và tự mở lại sau vài phút.`,
      'Sau đó hãy đăng nhập bằng mật khẩu lúc làm bản sao lưu. Kết quả được ghi trong nhật ký thay đổi.',
    ],
    back: 'Về trang Sao lưu',
  },
}

const en: typeof vi = {
  title: 'Backup',
  about:
    'A backup holds all data and photos, and is made while the shop sells. When it is made, it is read again from the first to the last line.',
  make: 'Back up now',
  busy: 'A backup is being made. Load the page again in some minutes.',
  made: 'Backups kept',
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
  restoreThis: 'Restore',
  restoreOf: (name) => `Restore ${name}`,
  restoreHere:
    'It can be restored by a command too: whoever looks after the server stops the shop and runs ocop restore FILE --data EMPTY_FOLDER.',
  restoring: {
    title: 'Restore from a backup',
    about:
      'First the backup is read from its first to its last line and compared with the present data. That changes nothing, and the shop goes on selling.',
    check: 'Check and compare',
    leave: 'Do not restore',
    consequences: [
      'All data become what they were when the backup was made. Orders placed since are no longer in the shop: note them down, and tell producers and shoppers.',
      'Nothing is lost for good: the present data are backed up and verified first, as one more backup in the list (its name says before-restore), which can be restored like any other.',
      'The shop closes for some minutes (longer with much data) and opens by itself. If the backup cannot be used, it opens with the present data.',
      'Accounts, passwords, roles and API keys are as they were then too: disable and revoke again what was disabled and revoked since. Everybody has to sign in again.',
      'Personal data erased since then stay erased: before the shop opens they are erased from the backup’s data too; how many stands in the audit trail. Requests sent since the backup and not answered yet are lost: answer them first.',
      'Settings of the server (site.json) and photos stay as they are; photos that only the backup has are added.',
    ],
    word: 'Confirmation',
    theWord: 'RESTORE',
    wordHint: (word) => `Type ${word}.`,
    code: 'One-time code',
    codeHint: 'A fresh code of the authenticator app, or a recovery code.',
    now: 'Restore now',
    closing: (name) => [
      `The shop is closing to restore ${name}, and opens by itself in some minutes.`,
      'Sign in then with the password of when the backup was made. What came of it stands in the audit trail.',
    ],
    back: 'Back to backups',
  },
}

/** Words of the office's page for backups. */
export const officeBackup = { vi, en }
