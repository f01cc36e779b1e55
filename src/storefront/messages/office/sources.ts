const vi = {
  title: 'Trang OCOP khác',
  intro:
    'Sản phẩm của một trang OCOP khác, ví dụ của tỉnh bạn, hiện thêm ở đây kèm tên nguồn và ngày ký. Trang này tự hỏi nguồn và kiểm chữ ký. Nguồn không thay được gì của trang này hay của nguồn khác.',
  none: 'Chưa có nguồn nào.',
  add: 'Chấp nhận một nguồn',
  accepted: 'Đã chấp nhận.',
  pulled: 'Đã hỏi nguồn; những gì mới đã được nhận.',
  pull: 'Lấy cái mới',
  pullOf: (name: string) => `Lấy cái mới từ ${name}`,
  reset: 'Nhận lại từ đầu …',
  resetHint:
    'Chỉ dùng khi trang của nguồn vừa được phục hồi từ bản sao lưu cũ hơn. Trang này quên gói đã nhận sau cùng; lần lấy tới nhận gói đầy đủ của nguồn, chữ ký vẫn được kiểm. Sản phẩm mà nguồn không còn công bố sẽ được gỡ; của trang này và của nguồn khác không đổi. Việc này được ghi vào nhật ký.',
  resetNow: 'Quên gói sau cùng',
  resetOf: (name: string) => `Quên gói sau cùng của ${name}`,
  forgotten: 'Đã quên gói sau cùng; lần lấy tới nhận lại từ đầu.',
  key: 'Khóa',
  latest: (sequence: string, at: string) => `Gói ${sequence}, ký lúc ${at}`,
  never: 'Chưa nhận gói nào',
  asked: (at: string) => `Trang này tự hỏi lần cuối lúc ${at}`,
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
  title: 'Other OCOP sites',
  intro:
    'Products of another OCOP site, such as a neighbouring province’s, are shown here too, with its name and the day on which it signed them. This site asks by itself and checks the signature. A source cannot change anything of this site or of another source.',
  none: 'There is no source.',
  add: 'Accept a source',
  accepted: 'Accepted.',
  pulled: 'The source was asked, and what is new was taken.',
  pull: 'Take what is new',
  pullOf: (name) => `Take what is new from ${name}`,
  reset: 'Begin anew …',
  resetHint:
    'Only when the site of this source was restored from an older backup. This site forgets the last bundle that it took; the next one must be a full one, and its signature is proved as ever. Products that the source publishes no more are withdrawn; those of this site and of other sources stay as they are. The change stands in the audit log.',
  resetNow: 'Forget the last bundle',
  resetOf: (name) => `Forget the last bundle of ${name}`,
  forgotten: 'The last bundle is forgotten; the next one is taken as the first.',
  key: 'Key',
  latest: (sequence, at) => `Bundle ${sequence}, signed ${at}`,
  never: 'Nothing was taken yet',
  asked: (at) => `This site last asked by itself at ${at}`,
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
