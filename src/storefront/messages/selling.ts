const vi = {
  sections: { home: 'Tổng quan' },
  publicPage: 'Xem trang công khai',
}

const en: typeof vi = {
  sections: { home: 'Overview' },
  publicPage: 'See the public page',
}

/** Words of the producer's front. */
export const selling = { vi, en }
