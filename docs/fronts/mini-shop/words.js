const vi = {
  title: 'Đặt hàng OCOP',
  other: 'English',
  find: 'Tìm sản phẩm',
  words: 'Tên sản phẩm hoặc nơi làm ra',
  search: 'Tìm',
  more: 'Xem thêm',
  order: 'Đặt hàng',
  quantity: 'Số lượng',
  name: 'Tên người nhận',
  phone: 'Số điện thoại',
  province: 'Tỉnh, thành',
  commune: 'Xã, phường',
  street: 'Số nhà, đường, thôn',
  adult: 'Tôi từ 18 tuổi trở lên',
  place: 'Đặt hàng, trả tiền khi nhận',
  follow: 'Theo dõi đơn hàng',
  code: 'Mã đơn hàng',
  askPhone: 'Số điện thoại đã đặt',
  ask: 'Xem đơn hàng',
  choose: 'Chọn',
  offline: 'Không có mạng. Hãy thử lại.',
  none: 'Không tìm thấy sản phẩm nào.',
  stars: (stars) => `OCOP ${stars} sao`,
  sample: ' (giá minh họa)',
  buy: (pack) => `Đặt mua ${pack}`,
  total: (total, shipping) => `Tổng cộng: ${total}, gồm phí giao ${shipping}`,
  ordered: (code, total) => `Đơn hàng ${code}: ${total}`,
  steps: {
    placed: 'đã đặt',
    accepted: 'người bán đã nhận',
    packed: 'đã đóng gói',
    shipped: 'đang giao',
    delivered: 'đã giao',
    cancelled: 'đã hủy',
    returned: 'đã trả lại',
  },
}

const en = {
  title: 'Order OCOP products',
  other: 'Tiếng Việt',
  find: 'Find a product',
  words: 'Name of the product, or where it is made',
  search: 'Search',
  more: 'Show more',
  order: 'Order',
  quantity: 'Quantity',
  name: 'Name of who receives it',
  phone: 'Phone number',
  province: 'Province or city',
  commune: 'Commune or ward',
  street: 'House, street, hamlet',
  adult: 'I am 18 or older',
  place: 'Order, pay on delivery',
  follow: 'Follow an order',
  code: 'Code of the order',
  askPhone: 'Phone number that it was ordered with',
  ask: 'Show the order',
  choose: 'Choose',
  offline: 'No network. Please try again.',
  none: 'No product was found.',
  stars: (stars) => `OCOP ${stars} stars`,
  sample: ' (sample price)',
  buy: (pack) => `Order ${pack}`,
  total: (total, shipping) => `Total: ${total}, ${shipping} of it for delivery`,
  ordered: (code, total) => `Order ${code}: ${total}`,
  steps: {
    placed: 'placed',
    accepted: 'accepted by the producer',
    packed: 'packed',
    shipped: 'on its way',
    delivered: 'delivered',
    cancelled: 'cancelled',
    returned: 'returned',
  },
}

/** The language that the address asks for: `?lang=en`, otherwise Vietnamese. */
export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'vi'

/** The words of the page in that language. */
export const words = { vi, en }[language]

/** Puts the words into the page: each element that bears `data-word` holds one. */
export function sayWords() {
  document.documentElement.lang = language
  document.title = words.title
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word]
  const other = document.getElementById('other')
  other.textContent = words.other
  other.lang = language === 'en' ? 'vi' : 'en'
  other.href = language === 'en' ? '?' : '?lang=en'
}
