import { errorTable } from './error-entry.js'

/** What can be wrong with the request of a program. */
export const REQUEST_ERRORS = errorTable({
  IDEMPOTENCY_MISMATCH: {
    status: 422,
    vi: 'Khóa chống trùng này đã dùng cho một yêu cầu có nội dung khác.',
    en: 'This idempotency key was used for a request with other contents.',
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    vi: 'Thiếu tiêu đề Idempotency-Key: một khóa từ 8 đến 255 ký tự, tạo mới cho mỗi yêu cầu và giữ nguyên khi gửi lại.',
    en: 'The Idempotency-Key header is missing: a key of 8 to 255 characters, made anew for each request and kept when it is repeated.',
  },
  IDEMPOTENCY_IN_FLIGHT: {
    status: 409,
    vi: 'Yêu cầu có khóa này đang được xử lý. Hãy chờ một giây rồi gửi lại với đúng khóa đó.',
    en: 'The request with this key is under way. Wait a second, then send it again with the same key.',
  },
  VERSION_MISSING: {
    status: 428,
    vi: 'Thiếu tiêu đề If-Match: hãy đọc bản ghi trước rồi gửi lại ETag của nó.',
    en: 'The If-Match header is missing: read the record first and send its ETag.',
  },
  VERSION_CHANGED: {
    status: 412,
    vi: 'Bản ghi đã thay đổi từ lúc bạn đọc. Hãy đọc lại rồi làm lại.',
    en: 'The record has changed since it was read. Read it again and repeat your change.',
  },
  API_KEY_REFUSED: {
    status: 401,
    vi: 'Cần khóa API còn hiệu lực: Authorization: Bearer ocop_…',
    en: 'A valid API key is needed: Authorization: Bearer ocop_…',
  },
  SCOPE_MISSING: {
    status: 403,
    vi: 'Khóa API này không có quyền “{scope}”.',
    en: 'This API key lacks the scope “{scope}”.',
  },
  NOT_JSON: {
    status: 415,
    vi: 'Nội dung phải là JSON, gửi kèm tiêu đề Content-Type: application/json.',
    en: 'The body must be JSON, sent with the header Content-Type: application/json.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    vi: 'Nơi này trả lời bằng JSON; hãy gửi Accept: application/json, hoặc bỏ tiêu đề Accept.',
    en: 'This answers in JSON; send Accept: application/json, or no Accept at all.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    vi: 'Địa chỉ này chỉ nhận: {methods}.',
    en: 'This address takes only: {methods}.',
  },
})
