const vi = {
  title: 'Mã QR',
  text: 'Quét mã này để xem nguồn gốc, giấy chứng nhận và nơi bán của sản phẩm.',
  poster: 'In tờ treo kệ A4',
  stickers: 'In tờ tem A4 (24 tem)',
  scan: 'Quét để xem nguồn gốc',
  leadsTo: 'Mã dẫn tới',
}

const en: typeof vi = {
  title: 'QR code',
  text: 'Whoever scans this code sees where the product comes from, its certificate and where it is sold.',
  poster: 'Print an A4 shelf poster',
  stickers: 'Print an A4 sheet of 24 stickers',
  scan: 'Scan to see where it comes from',
  leadsTo: 'The code leads to',
}

/** Words of QR codes for shelves and packs. */
export const shelf = { vi, en }
