const vi = {
  title: 'An toàn',
  text: 'Những lần truy cập bị chặn, đếm theo ngày, 184 ngày gần nhất. Không ghi ai, từ đâu.',
  all: (count: string) => `${count} lần bị chặn`,
  none: 'Chưa có lần truy cập nào bị chặn.',
  day: 'Ngày',
  total: 'Cộng',
  meaningTitle: 'Cách đếm',
  events: {
    failedSignIn: 'Đăng nhập sai',
    throttled: 'Quá nhanh',
    refusedRight: 'Không có quyền',
    crossSite: 'Biểu mẫu từ trang khác',
    unknownPath: 'Dò địa chỉ lạ',
  },
  meanings: {
    failedSignIn: 'Mật khẩu hoặc mã dùng một lần không đúng.',
    throttled: 'Yêu cầu đến quá nhanh: đăng nhập, đặt hàng, dò mã đơn, dò địa chỉ lạ.',
    refusedRight: 'Người đã đăng nhập đòi làm việc mà vai trò không cho phép.',
    crossSite: 'Biểu mẫu do trang khác gửi, hoặc thiếu dấu của phiên.',
    unknownPath: 'Địa chỉ mà trang này không có; phần lớn là máy dò tìm lỗ hổng.',
  },
}

const en: typeof vi = {
  title: 'Security',
  text: 'What was turned away, counted by day, the last 184 days. Nothing is noted of who it was or where from.',
  all: (count) => `${count} times turned away`,
  none: 'Nothing was turned away yet.',
  day: 'Day',
  total: 'Total',
  meaningTitle: 'How it is counted',
  events: {
    failedSignIn: 'Failed sign-ins',
    throttled: 'Too fast',
    refusedRight: 'No right',
    crossSite: 'Foreign forms',
    unknownPath: 'Unknown addresses',
  },
  meanings: {
    failedSignIn: 'A wrong password or one-time code.',
    throttled: 'Requests that came too fast: sign-ins, orders, guesses at order codes or at addresses.',
    refusedRight: 'Somebody signed in asked for what the role does not allow.',
    crossSite: 'A form sent by another site’s page, or without the mark of its session.',
    unknownPath: 'An address that this site does not have; mostly machines that look for weaknesses.',
  },
}

/** Words of the security page. */
export const officeSecurity = { vi, en }
