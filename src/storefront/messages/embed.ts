const vi = {
  order: 'Đặt mua',
  see: 'Xem sản phẩm',
  sampleOffer: 'Giá minh họa, không bán.',
  from: 'từ',
  stars: (stars: string) => `OCOP ${stars} sao`,
  starsWith: (stars: string, standing: string) => `OCOP ${stars} sao. ${standing}`,
  count: (count: string) => `${count} sản phẩm`,
  all: 'Xem tất cả',
  none: 'Không tìm thấy sản phẩm nào.',
  shownBy: 'Theo',
}

const en: typeof vi = {
  order: 'Order',
  see: 'See the product',
  sampleOffer: 'Sample price, not for sale.',
  from: 'from',
  stars: (stars) => `OCOP ${stars} stars`,
  starsWith: (stars, standing) => `OCOP ${stars} stars. ${standing}`,
  count: (count) => `${count} products`,
  all: 'See all',
  none: 'No product was found.',
  shownBy: 'From',
}

/** What stands on other sites' pages: cards, search results, the frame of a product. */
export const embed = { vi, en }
