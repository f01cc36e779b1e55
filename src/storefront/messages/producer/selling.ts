const vi = {
  sections: { home: 'Tổng quan', products: 'Hàng và giá', people: 'Người làm' },
  publicPage: 'Xem trang công khai',
  people: {
    invite: 'Mời thêm người',
    text: 'Chủ tài khoản quyết định ai được làm việc cho chủ thể; nhân viên đăng sản phẩm và xử lý đơn.',
    take: 'Thôi vai trò',
    takeOf: (name: string) => `Thôi vai trò của ${name}`,
    link: 'Đường dẫn đặt mật khẩu',
    linkOf: (name: string) => `Đường dẫn đặt mật khẩu cho ${name}`,
    you: 'bạn',
    done: 'Đã thu vai trò.',
  },
}

const en: typeof vi = {
  sections: { home: 'Overview', products: 'Goods', people: 'People' },
  publicPage: 'See the public page',
  people: {
    invite: 'Invite somebody',
    text: 'Owners decide who works for the producer; staff list products and handle orders.',
    take: 'Take the role',
    takeOf: (name) => `Take the role of ${name}`,
    link: 'Link for a password',
    linkOf: (name) => `Link for a password for ${name}`,
    you: 'you',
    done: 'The role is taken.',
  },
}

/** Words of the producer's front. */
export const selling = { vi, en }
