const vi = {
  title: 'Đang không có mạng',
  text: 'Trang này chưa được lưu trên máy. Hãy thử lại khi có mạng, hoặc mở một trang đã xem.',
  readable: 'Đọc được ngay',
  noNetwork: 'Đang không có mạng.',
  keptPage: 'Trang lưu lúc {time}; giá và hàng còn có thể đã khác.',
  orderKept: 'Đơn hàng đang chờ mạng',
  orderKeptMore:
    'Đơn được giữ trên máy này và tự gửi một lần khi có mạng. Đơn chỉ được nhận sau khi bạn thấy mã đơn hàng.',
  orderSent: 'Đơn giữ trên máy đã gửi xong.',
  openOrder: 'Xem đơn hàng',
  orderRefused: 'Đơn giữ trên máy chưa đặt được.',
  orderRefusedMore: 'Giá hoặc hàng đã đổi trong lúc mất mạng. Hãy xem lại rồi đặt lại:',
}

const en: typeof vi = {
  title: 'There is no network',
  text: 'This page is not kept on the device. Try again when there is a network, or open a page that you have seen.',
  readable: 'Can be read now',
  noNetwork: 'There is no network.',
  keptPage: 'This page was kept at {time}; prices and stock may have changed.',
  orderKept: 'The order waits for a network',
  orderKeptMore:
    'The order is kept on this device and sent once when there is a network. It is accepted only when you see its code.',
  orderSent: 'The order kept on this device was sent.',
  openOrder: 'See the order',
  orderRefused: 'The order kept on this device could not be placed.',
  orderRefusedMore: 'Prices or stock have changed meanwhile. Look at it and order again:',
}

export const offline = { vi, en }
