const vi = {
  title: 'Nguồn trao đổi',
  intro:
    'Danh mục có chữ ký của trang khác, hiện ở đây kèm tên nguồn và ngày ký. Nguồn không thay được gì của trang này hay của nguồn khác.',
  none: 'Chưa có nguồn nào.',
  add: 'Chấp nhận một nguồn',
  accepted: 'Đã chấp nhận.',
  pulled: 'Đã hỏi nguồn; những gì mới đã được nhận.',
  pull: 'Lấy cái mới',
  pullOf: (name: string) => `Lấy cái mới từ ${name}`,
  key: 'Khóa',
  latest: (sequence: string, at: string) => `Gói ${sequence}, ký lúc ${at}`,
  never: 'Chưa nhận gói nào',
  failed: (at: string, why: string) => `Lỗi lúc ${at}: ${why}`,
  fields: {
    id: 'Tên ngắn',
    name: 'Tên nguồn',
    site: 'Địa chỉ',
    key: 'Dấu vân khóa',
  },
  idHint: '2–12 chữ thường không dấu hoặc số, ví dụ: daklak',
  siteHint: 'Địa chỉ trang của nguồn, bắt đầu bằng https://',
  keyHint: 'Hỏi người của trang đó qua điện thoại hoặc công văn; họ xem bằng lệnh ocop exchange key.',
}

const en: typeof vi = {
  title: 'Exchange sources',
  intro:
    'Signed catalogs of other sites, shown here with the source’s name and the day of its signature. A source can replace nothing of this site or of another source.',
  none: 'There is no source.',
  add: 'Accept a source',
  accepted: 'Accepted.',
  pulled: 'The source was asked, and what is new was taken.',
  pull: 'Take what is new',
  pullOf: (name) => `Take what is new from ${name}`,
  key: 'Key',
  latest: (sequence, at) => `Bundle ${sequence}, signed ${at}`,
  never: 'Nothing was taken yet',
  failed: (at, why) => `Failed at ${at}: ${why}`,
  fields: {
    id: 'Short name',
    name: 'Name',
    site: 'Address',
    key: 'Thumbprint of its key',
  },
  idHint: '2 to 12 small letters or digits, for example: daklak',
  siteHint: 'The address of the other site, beginning with https://',
  keyHint: 'Ask the people of that site by telephone or letter; they see it with ocop exchange key.',
}

/** Words for other sites whose signed catalogs are shown. */
export const sources = { vi, en }
