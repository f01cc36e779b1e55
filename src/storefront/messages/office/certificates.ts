const vi = {
  title: 'Giấy sắp hết hạn',
  intro:
    'Giấy chứng nhận OCOP của sản phẩm đang bán, tính đến hôm nay. Hồ sơ đánh giá lại nhận từ 180 đến 120 ngày trước ngày hết hạn (Quyết định 26/2026/QĐ-TTg). Chủ thể được báo khi còn 90 ngày, còn 30 ngày và khi giấy hết hạn, mỗi lần một tin. Giấy không rõ ngày cấp thì không có trong danh sách.',
  waiting: (count: string) => `${count} giấy chứng nhận sắp hết hạn`,
  over: (count: string) => `${count} đã hết hạn`,
  filter: 'Lọc theo thời hạn',
  everything: 'Tất cả',
  none: 'Không có giấy nào trong nhóm này.',
  ends: (until: string, days: string) => `Hết hạn ${until}, còn ${days} ngày.`,
  ended: (until: string, days: string) => `Hết hạn từ ${until}, đã ${days} ngày.`,
  unnamed: 'Chưa rõ chủ thể',
  csv: 'Tải CSV',
  csvHeadings: [
    'mã sản phẩm',
    'sản phẩm',
    'chủ thể',
    'điện thoại',
    'tỉnh',
    'sao',
    'số quyết định',
    'hết hạn',
    'còn bao nhiêu ngày',
    'thời hạn',
  ],
}

const en: typeof vi = {
  title: 'Certificates running out',
  intro:
    'OCOP certificates of products on sale, as of today. Renewal dossiers are taken between 180 and 120 days before the end (Decision 26/2026/QĐ-TTg). Producers are told when 90 days and 30 days are left and when the certificate has run out, once each. Certificates without an exact day are not listed.',
  waiting: (count) => `${count} certificates run out soon`,
  over: (count) => `${count} have run out`,
  filter: 'By time left',
  everything: 'All',
  none: 'There is none of these.',
  ends: (until, days) => `Ends on ${until}, ${days} days left.`,
  ended: (until, days) => `Ended on ${until}, ${days} days ago.`,
  unnamed: 'Producer not known',
  csv: 'Download CSV',
  csvHeadings: [
    'product id',
    'product',
    'producer',
    'phone',
    'province',
    'stars',
    'decision number',
    'ends on',
    'days left',
    'time left',
  ],
}

/** Words of the list of certificates that run out. */
export const officeCertificates = { vi, en }
