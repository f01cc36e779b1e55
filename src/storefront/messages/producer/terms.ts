const vi = {
  title: 'Cách bán',
  saved: 'Đã lưu. Đơn đặt từ bây giờ theo cách bán này; đơn đã đặt giữ nguyên.',
  save: 'Lưu',
  account: 'Tài khoản nhận tiền',
  accountText:
    'Có tài khoản thì người mua chuyển khoản được bằng mã VietQR; tiền vào thẳng tài khoản này. Để trống cả ba ô thì chỉ nhận tiền khi giao hàng.',
  bank: 'Ngân hàng',
  number: 'Số tài khoản',
  holder: 'Tên chủ tài khoản',
  holderHint: 'Viết đúng như ngân hàng hiện, ví dụ: HTX EA TU.',
  prepaidOnly: 'Chỉ nhận chuyển khoản, không thu tiền khi giao hàng',
  prepaidOnlyHint: 'Chọn ô này thì người mua phải chuyển khoản; hãy gửi hàng khi thấy tiền về.',
  sample: 'Thử mã QR',
  sampleText:
    'Mở ứng dụng ngân hàng, quét mã này: ứng dụng phải hiện đúng tên chủ tài khoản của bạn. Không cần chuyển tiền. Mã của mỗi đơn có thêm số tiền và nội dung.',
  sampleAlt: (number: string) => `Mã VietQR của tài khoản ${number}, không có số tiền`,
  shipping: 'Phí giao hàng',
  shippingText: 'Tính theo nơi nhận và cân nặng. Để trống các ô tiền thì theo mức phí chung của trang.',
  zones: { sameProvince: 'Cùng tỉnh', sameRegion: 'Cùng miền', elsewhere: 'Nơi khác' },
  first: 'Phí đầu, đồng',
  each: 'Mỗi nấc thêm, đồng',
  firstGrams: 'Phí đầu tính cho bao nhiêu gam',
  stepGrams: 'Mỗi nấc thêm là bao nhiêu gam',
  freeFrom: 'Miễn phí giao từ số tiền hàng này, đồng',
  pickUp: 'Nhận tại chỗ',
  pickUpText: 'Có địa chỉ thì người mua được chọn tự đến lấy, không mất phí giao.',
  address: 'Địa chỉ lấy hàng',
  hours: 'Giờ mở cửa',
}

const en: typeof vi = {
  title: 'How I sell',
  saved: 'Saved. Orders placed from now on follow it; earlier ones stay as they are.',
  save: 'Save',
  account: 'Account that is paid into',
  accountText:
    'With an account buyers can transfer by VietQR code; the money goes straight into it. Leave all three empty to take cash on delivery alone.',
  bank: 'Bank',
  number: 'Account number',
  holder: 'Account holder',
  holderHint: 'As the bank shows it, for example: HTX EA TU.',
  prepaidOnly: 'Bank transfers only, no cash on delivery',
  prepaidOnlyHint: 'With this, buyers have to transfer; send the goods when you see the money.',
  sample: 'Test the QR code',
  sampleText:
    'Open your bank’s app and scan this code: it must show your own name as the holder. No money needs to be sent. The code of an order also holds its sum and text.',
  sampleAlt: (number) => `VietQR code of account ${number}, without a sum`,
  shipping: 'Shipping charges',
  shippingText: 'By place and weight. Leave the sums empty to follow the shop’s own charge.',
  zones: { sameProvince: 'Same province', sameRegion: 'Same region', elsewhere: 'Elsewhere' },
  first: 'First charge, đồng',
  each: 'Each further step, đồng',
  firstGrams: 'Grams that the first charge covers',
  stepGrams: 'Grams of each further step',
  freeFrom: 'Free shipping from this sum of goods, đồng',
  pickUp: 'Pick-up',
  pickUpText: 'With an address buyers may fetch the goods and pay no shipping.',
  address: 'Pick-up address',
  hours: 'Opening hours',
}

/** Words for how a producer is paid and what it asks for delivery. */
export const terms = { vi, en }
