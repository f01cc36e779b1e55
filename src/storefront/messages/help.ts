import { RETURN_DAYS } from '../../trade/returns.js'

const vi = {
  description: 'Liên hệ, phản ánh, cách đặt hàng và dữ liệu của bạn.',
  contact: 'Liên hệ',
  owner: {
    name: 'Chủ trang',
    address: 'Địa chỉ',
    registration: 'Mã số thuế/đăng ký',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
  },
  links: {
    orders: 'Tra cứu đơn hàng',
    feedback: 'Gửi phản ánh',
    hotline: 'Gọi 1022',
    privacy: 'Quyền riêng tư',
    myData: 'Dữ liệu của tôi',
  },
  template: 'Bản mẫu theo quy định có hiệu lực đến ngày ghi bên cạnh. Chủ trang cần rà lại trước khi dùng thật.',
  ruleDate: 'Quy định tính đến',
  order: {
    id: 'dat-hang',
    title: 'Đặt hàng và nhận hàng',
    paragraphs: [
      'Bạn không cần tài khoản. Đơn cần tên, số điện thoại và địa chỉ nhận.',
      'Mỗi người bán tự đóng gói và giao phần hàng của mình. Phí giao hiện ở trang sản phẩm, ở giỏ hàng và ngay trên nút đặt hàng.',
      'Trước khi người bán nhận đơn, bạn có thể tự hủy ở trang tra cứu đơn hàng.',
    ],
  },
  paying: {
    id: 'tra-tien',
    title: 'Giá và cách trả tiền',
    paragraphs: [
      'Giá đã gồm VAT. Tổng tiền hiện trước khi bạn bấm đặt, sau đó không đổi.',
      'Bạn trả tiền khi nhận hàng, hoặc chuyển khoản bằng mã VietQR nếu người bán nhận chuyển khoản. Chỉ chuyển vào tài khoản hiện ở trang đơn hàng của bạn.',
    ],
  },
  returns: {
    id: 'tra-hang',
    title: 'Xem hàng, trả hàng, hoàn tiền',
    paragraphs: [
      'Bạn được xem hàng khi nhận. Hàng sai hoặc hỏng thì từ chối nhận, không phải trả tiền.',
      `Trong ${RETURN_DAYS} ngày kể từ ngày giao, bạn xin trả hàng được ở trang đơn hàng. Người bán trả lời ngay tại đó; tiền hoàn là tiền hàng của số lượng trả.`,
    ],
  },
  complaint: {
    id: 'phan-anh',
    title: 'Phản ánh và khiếu nại',
    paragraphs: [
      'Thấy thông tin sai, hàng không đúng, hoặc người bán không trả lời: gửi phản ánh tại đây. Bạn nhận mã và ngày hẹn trả lời.',
      'Việc gấp, hoặc không tiện viết: gọi tổng đài 1022 của tỉnh.',
    ],
  },
  privacy: {
    id: 'du-lieu',
    title: 'Dữ liệu của bạn',
    paragraphs: [
      'Khi bạn đặt hàng, chúng tôi giữ tên, số điện thoại và địa chỉ để giao hàng. Chỉ người bán trong đơn và chủ trang này thấy những thông tin đó.',
      'Luật yêu cầu giữ đơn hàng ít nhất 3 năm. Muốn xem, sửa hoặc xóa, mở trang Dữ liệu của tôi.',
      'Trang không theo dõi bạn. Cookie chỉ nhớ ngôn ngữ, giỏ hàng (90 ngày), mã đơn kèm số điện thoại đã đặt (30 ngày) và, nếu bạn chọn, thông tin người nhận (1 năm); có tài khoản thì cả việc đang đăng nhập. Mã đơn và thông tin người nhận xóa được bằng một nút ở trang tra cứu đơn và trang đặt hàng. Bạn có quyền xem, sửa và yêu cầu xóa dữ liệu của mình.',
    ],
  },
}

const en: typeof vi = {
  description: 'Contact, complaints, how to order, and your data.',
  contact: 'Contact',
  owner: {
    name: 'Owner',
    address: 'Address',
    registration: 'Tax or registration number',
    phone: 'Phone',
    email: 'E-mail',
  },
  links: {
    orders: 'Find an order',
    feedback: 'Send a complaint',
    hotline: 'Call 1022',
    privacy: 'Privacy',
    myData: 'My data',
  },
  template:
    'A template after the rules in force on the date beside it. The owner of the site must review it before real use.',
  ruleDate: 'Rules as of',
  order: {
    id: 'ordering',
    title: 'Ordering and delivery',
    paragraphs: [
      'You need no account. An order needs your name, phone number and address.',
      'Each producer packs and delivers its own share. The shipping charge shows on the product’s page, in the cart and above the button that orders.',
      'Until the producer accepts the order you can cancel it on the order page.',
    ],
  },
  paying: {
    id: 'paying',
    title: 'Prices and paying',
    paragraphs: [
      'Prices include VAT. The total shows before you order and does not change afterwards.',
      'You pay on delivery, or by bank transfer with a VietQR code where the producer takes transfers. Transfer only to the account that your order’s page shows.',
    ],
  },
  returns: {
    id: 'returns',
    title: 'Inspection, returns and refunds',
    paragraphs: [
      'You may inspect the goods on delivery. Refuse what is wrong or damaged, and pay nothing.',
      `Within ${RETURN_DAYS} days of the delivery you can ask on the order’s page to give goods back. The producer answers there; what you get back is the price of what you return.`,
    ],
  },
  complaint: {
    id: 'complaints',
    title: 'Complaints',
    paragraphs: [
      'Wrong information, wrong goods, or a seller who does not answer: send a complaint here. You get a code and a day for the answer.',
      'If it is urgent, or you would rather speak: call the province’s hotline 1022.',
    ],
  },
  privacy: {
    id: 'data',
    title: 'Your data',
    paragraphs: [
      'When you order we keep your name, phone number and address for the delivery. Only the producers who sell to you and the owner of this site see them.',
      'The law asks that orders are kept for at least 3 years. To see, correct or erase it, open the page My data.',
      'Nothing tracks you. The only cookies remember your language, your cart (90 days), the codes of your orders with the phone number (30 days) and, if you choose so, the recipient’s details (1 year); with an account also that you are signed in. One button deletes codes and details, on the order look-up and the checkout. You may see, correct and have erased what we hold of you.',
    ],
  },
}

/** The words of the help page. */
export const help = { vi, en }
