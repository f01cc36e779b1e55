import { errorTable } from './error-entry.js'

/** What can keep a person from getting in, or from doing something. */
export const ACCESS_ERRORS = errorTable({
  SIGN_IN_REQUIRED: {
    status: 401,
    vi: 'Hãy đăng nhập để làm việc này.',
    en: 'Sign in to do this.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    vi: 'Số điện thoại, e-mail hoặc mật khẩu không đúng.',
    en: 'The phone number, e-mail address or password is not right.',
  },
  FORBIDDEN: {
    status: 403,
    vi: 'Tài khoản của bạn không có quyền làm việc này.',
    en: 'Your account does not have the right to do this.',
  },
  TOO_MANY_TRIES: {
    status: 429,
    vi: 'Bạn thử quá nhiều lần. Hãy chờ {seconds} giây rồi thử lại.',
    en: 'Too many tries. Wait {seconds} seconds, then try again.',
  },
  SIGN_INS_WAITING: {
    status: 503,
    vi: 'Đang có rất nhiều người cùng đăng nhập. Chưa có gì thay đổi; hãy chờ {seconds} giây rồi gửi lại.',
    en: 'Very many people are signing in at once. Nothing was changed; wait {seconds} seconds, then send it again.',
  },
  SEALED: {
    status: 503,
    vi: 'Bí mật này đã được niêm bằng khóa {key}, mà trang đang chạy không có khóa đó. Người vận hành cần khai khóa ấy (docs/running.md).',
    en: 'This secret is sealed with the key {key}, which the site does not have. Its operator has to state that key (docs/running.md).',
  },
  LINK_NOT_VALID: {
    status: 410,
    vi: 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Hãy xin đường dẫn mới.',
    en: 'This link was used already or has run out. Ask for a new one.',
  },
  ACCOUNT_DISABLED: {
    status: 409,
    vi: 'Tài khoản này đang bị khóa. Hãy mở lại trước.',
    en: 'This account is disabled. Open it again first.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    vi: 'Đây là quản trị viên toàn quốc cuối cùng. Hãy trao vai trò đó cho người khác trước.',
    en: 'This is the last administrator for the whole country. Give that role to somebody else first.',
  },
})
