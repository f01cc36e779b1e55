const vi = {
  join: {
    title: 'Lập tài khoản mua hàng',
    text: 'Không bắt buộc: mua hàng không cần tài khoản. Có tài khoản thì xem lại mọi đơn, giữ địa chỉ và đặt nhanh trên máy khác.',
    code: 'Mã một đơn đã đặt bằng số này',
    codeHint: 'Đơn này sẽ nằm sẵn trong tài khoản.',
    submit: 'Lập tài khoản',
    privacy:
      'Chúng tôi chỉ giữ những gì bạn gõ ở đây, các đơn và địa chỉ của bạn. Bạn tải về hoặc xóa được bất cứ lúc nào.',
    done: 'Đã xong. Hãy đăng nhập bằng số điện thoại và mật khẩu vừa đặt. Nếu số này đã có tài khoản từ trước thì mật khẩu cũ vẫn giữ nguyên.',
    link: 'Người mua chưa có tài khoản? Lập tài khoản (không bắt buộc)',
  },
  orders: {
    title: 'Đơn của tôi',
    none: 'Chưa có đơn nào trong tài khoản.',
    noneText: 'Đơn đặt khi đang đăng nhập sẽ tự vào đây. Đơn đặt trước đó thì thêm bằng mã đơn và số điện thoại.',
    browse: 'Xem sản phẩm',
    add: 'Thêm đơn đã đặt',
    addText: 'Cần đúng mã đơn và số điện thoại đã dùng khi đặt, để không ai thêm được đơn của người khác.',
    submit: 'Thêm đơn',
    added: 'Đã thêm đơn vào tài khoản.',
    notFound: 'Không có đơn nào với mã và số điện thoại này.',
    again: 'Đặt lại',
    againOf: (code: string) => `Đặt lại đơn ${code}`,
    items: (count: string) => `${count} món`,
  },
  addresses: {
    title: 'Địa chỉ',
    none: 'Chưa lưu địa chỉ nào. Lúc đặt hàng, chọn “Lưu địa chỉ này vào tài khoản”, hoặc thêm ở đây.',
    usual: 'dùng trước',
    prefer: 'Dùng trước',
    preferOf: (street: string) => `Dùng trước: ${street}`,
    remove: 'Xóa',
    removeOf: (street: string) => `Xóa địa chỉ ${street}`,
    add: 'Thêm địa chỉ',
    submit: 'Lưu địa chỉ',
    done: { saved: 'Đã lưu địa chỉ.', removed: 'Đã xóa địa chỉ.', preferred: 'Đã đổi địa chỉ dùng trước.' },
  },
  data: {
    title: 'Dữ liệu và xóa',
    exportTitle: 'Tải về',
    exportText: 'Một tệp JSON với mọi thứ nằm trong tài khoản: tên, số điện thoại, địa chỉ và các đơn.',
    export: 'Tải dữ liệu của tôi',
    closeTitle: 'Xóa tài khoản',
    closeText:
      'Tên, số điện thoại, mật khẩu, địa chỉ và danh sách đơn trong tài khoản bị xóa ngay. Các đơn đã đặt vẫn được giữ theo luật và mở được bằng mã đơn với số điện thoại.',
    ordersText: 'Muốn xóa cả thông tin trong các đơn?',
    ordersLink: 'Gửi yêu cầu ở trang Dữ liệu của tôi',
    staff: 'Tài khoản này còn vai trò làm việc nên không tự xóa được. Hãy nhờ người quản trị bỏ vai trò trước.',
    close: 'Xóa tài khoản của tôi',
    closed: 'Đã xóa tài khoản. Bạn vẫn mua hàng được mà không cần tài khoản.',
  },
  settings: 'Bảo mật',
  checkout: {
    saved: 'Địa chỉ đã lưu',
    use: (address: string) => `Dùng địa chỉ: ${address}`,
    keep: 'Lưu địa chỉ này vào tài khoản',
    signedIn: (name: string) => `Đang đăng nhập: ${name}. Đơn này sẽ vào tài khoản của bạn.`,
  },
  order: {
    keep: 'Giữ đơn này trong tài khoản',
    kept: 'Đơn này ở trong tài khoản của bạn',
  },
}

const en: typeof vi = {
  join: {
    title: 'Open a shopper’s account',
    text: 'Not needed: you can buy without one. An account keeps your orders and addresses and lets you order quickly on another device.',
    code: 'Code of an order placed with this number',
    codeHint: 'The order will be in the account from the start.',
    submit: 'Open the account',
    privacy:
      'We keep what you type here, your orders and your addresses, and nothing else. You can download or erase it at any time.',
    done: 'Done. Sign in with the phone number and the password that you have just chosen. If the number had an account before, its old password still holds.',
    link: 'Shopping and no account yet? Open one (not needed to buy)',
  },
  orders: {
    title: 'My orders',
    none: 'There is no order in this account yet.',
    noneText:
      'Orders that you place while signed in come here by themselves. Add earlier ones by code and phone number.',
    browse: 'See products',
    add: 'Add an order placed before',
    addText: 'It takes both the order’s code and the phone number given with it, so that nobody adds another’s order.',
    submit: 'Add the order',
    added: 'The order is now in your account.',
    notFound: 'There is no order with this code and phone number.',
    again: 'Order again',
    againOf: (code) => `Order ${code} again`,
    items: (count) => `items: ${count}`,
  },
  addresses: {
    title: 'Addresses',
    none: 'No address is kept yet. Tick “Save this address in my account” when you order, or add one here.',
    usual: 'used first',
    prefer: 'Use first',
    preferOf: (street) => `Use first: ${street}`,
    remove: 'Delete',
    removeOf: (street) => `Delete the address ${street}`,
    add: 'Add an address',
    submit: 'Save the address',
    done: {
      saved: 'The address is saved.',
      removed: 'The address is deleted.',
      preferred: 'Another address is used first.',
    },
  },
  data: {
    title: 'Data and erasure',
    exportTitle: 'Download',
    exportText: 'A JSON file with all that is in the account: name, phone number, addresses and orders.',
    export: 'Download my data',
    closeTitle: 'Erase the account',
    closeText:
      'Name, phone number, password, addresses and the list of orders in the account are erased at once. The orders themselves are kept as the law asks and open by code and phone number.',
    ordersText: 'Do you also want the data in your orders erased?',
    ordersLink: 'Ask for it on the page My data',
    staff:
      'This account still has roles in an office or with a producer, so it cannot be erased from here. Ask an administrator to take them away first.',
    close: 'Erase my account',
    closed: 'The account is erased. You can still buy without one.',
  },
  settings: 'Security',
  checkout: {
    saved: 'Saved addresses',
    use: (address) => `Use the address: ${address}`,
    keep: 'Save this address in my account',
    signedIn: (name) => `Signed in as ${name}. This order will be in your account.`,
  },
  order: {
    keep: 'Keep this order in an account',
    kept: 'This order is in your account',
  },
}

/** Words of the shopper's own account. */
export const shopper = { vi, en }
