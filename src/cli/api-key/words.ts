const vi = {
  about: 'khóa để phần mềm khác gọi giao diện lập trình (JSON API)',
  add: 'tạo khóa; in khóa một lần duy nhất',
  list: 'liệt kê khóa, không in khóa',
  revoke: 'thu hồi một khóa ngay',
  name: 'dùng để làm gì',
  scope: (scopes: string) => `được làm gì; ghi nhiều lần cho nhiều quyền: ${scopes}`,
  roleOption: 'vai trò: viewer, reviewer, importer, administrator (cơ quan); owner, staff (chủ thể)',
  province: 'tỉnh, thành của vai trò cơ quan; ghi nhiều lần cho nhiều tỉnh; bỏ trống là cả nước',
  producer: 'mã hoặc đường dẫn ngắn của chủ thể, cho vai trò owner và staff',
  until: 'ngày cuối dùng được, như 2027-06-30 (mặc định: một năm; nhiều nhất hai năm)',
  id: 'mã của khóa, như lệnh list in ra',
  added: (id: string, until: string) => `Đã tạo khóa ${id}, dùng được đến hết ${until}. Khóa chỉ hiện lần này:`,
  revoked: (name: string) => `Đã thu hồi khóa: ${name}.`,
  none: 'Chưa có khóa nào.',
  headings: ['Mã', 'Bắt đầu bằng', 'Dùng để', 'Vai trò', 'Được làm', 'Đến hết', 'Dùng lần cuối', 'Tình trạng'],
  never: 'chưa dùng',
  states: { active: 'dùng được', revoked: 'đã thu hồi', over: 'đã hết hạn', orphaned: 'ngừng: người tạo hết quyền' },
}

const en: typeof vi = {
  about: 'keys by which other software calls the JSON API',
  add: 'make a key; prints it this once',
  list: 'list the keys, without the keys themselves',
  revoke: 'end a key at once',
  name: 'what it is for',
  scope: (scopes) => `what it may do; may be repeated: ${scopes}`,
  roleOption: 'role: viewer, reviewer, importer, administrator (office); owner, staff (producer)',
  province: 'province of an office role; may be repeated; left out means the whole country',
  producer: 'id or slug of the producer, for the roles owner and staff',
  until: 'last day of use, such as 2027-06-30 (default: a year; two at most)',
  id: 'id of the key, as list prints it',
  added: (id, until) => `Made the key ${id}, which lasts until ${until}. The key, shown this once:`,
  revoked: (name) => `Revoked the key: ${name}.`,
  none: 'There is no key.',
  headings: ['Id', 'Begins with', 'For', 'Role', 'May do', 'Until', 'Last used', 'State'],
  never: 'never',
  states: { active: 'in use', revoked: 'revoked', over: 'run out', orphaned: 'stopped: its maker has left' },
}

/** Words of `ocop api-key`. */
export const apiKeyWords = { vi, en }
