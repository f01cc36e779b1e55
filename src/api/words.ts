import type { Language } from '../catalog/text.js'

const vi = {
  about:
    'Mọi việc mà các trang của gian hàng làm được. Đọc gian hàng và đặt hàng không cần khóa; việc của chủ thể và cơ quan cần khóa API. Tiền là đồng, số nguyên.',
  fronts: {
    shop: 'Gian hàng: ai cũng gọi được',
    producer: 'Chủ thể: cần khóa API của chủ thể',
    office: 'Cơ quan quản lý: cần khóa API của cơ quan',
  },
  key: 'Khóa API do quản trị viên của cơ quan cấp; gửi kèm: Authorization: Bearer ocop_…',
  idempotencyKey:
    'Khóa chống trùng, 8 đến 255 ký tự: gửi lại cùng khóa thì nhận lại đúng câu trả lời trước (draft-ietf-httpapi-idempotency-key-header-07)',
  ifMatch: 'ETag của bản ghi đã đọc',
  ifNoneMatch: 'ETag đã có; không đổi thì trả lời 304, không có nội dung',
  acceptLanguage: 'vi (mặc định) hoặc en',
  etag: 'Phiên bản của câu trả lời',
  refused: 'Bị từ chối (RFC 9457)',
  notFound: 'Không có gì ở địa chỉ này.',
  tooLarge: 'Nội dung gửi quá lớn; tối đa {limit} byte.',
  badRequest: 'Địa chỉ hoặc tiêu đề Host có ký tự sai; hãy mã hóa địa chỉ theo UTF-8 và phần trăm.',
  bodyUnreadable:
    'Không giải được nội dung gửi: dùng UTF-8, nén gzip, deflate hoặc br đúng như tiêu đề Content-Encoding, hoặc không nén.',
  crossSite: 'Trang của nơi này không được phép gửi; người vận hành gian hàng ghi nguồn của nó vào apiOrigins.',
  tooMany: 'Gửi nhiều quá; hãy chờ số giây ở tiêu đề Retry-After.',
  busy: 'Đang có rất nhiều người cùng gửi, chưa có gì thay đổi; chờ theo Retry-After rồi gửi lại với đúng khóa đó.',
  retryAfter: 'Số giây cần chờ trước khi gửi lại',
  rateLimit: 'Số yêu cầu còn lại và số giây đến khi đếm lại (draft-ietf-httpapi-ratelimit-headers)',
}

const en: typeof vi = {
  about:
    'All that the pages of the shop do. Reading the shop and ordering need no key; the work of producers and offices needs an API key. Money is whole đồng.',
  fronts: {
    shop: 'The shop: open to everybody',
    producer: 'Producers: with the API key of a producer',
    office: 'Offices: with the API key of an office',
  },
  key: 'An API key made by the office’s administrator, sent as Authorization: Bearer ocop_…',
  idempotencyKey:
    'A key of 8 to 255 characters: repeated with the same key, a request gets the answer that it got before (draft-ietf-httpapi-idempotency-key-header-07)',
  ifMatch: 'The ETag of the record that was read',
  ifNoneMatch: 'The ETag of what is at hand; if that still holds, the answer is 304 without a body',
  acceptLanguage: 'vi (the default) or en',
  etag: 'The version of the answer',
  refused: 'Refused (RFC 9457)',
  notFound: 'There is nothing at this address.',
  tooLarge: 'What was sent is too large; at most {limit} bytes.',
  badRequest: 'The address or the Host header holds wrong characters; encode the address as UTF-8 with percent signs.',
  bodyUnreadable:
    'The body cannot be read: send UTF-8, packed as gzip, deflate or br just as Content-Encoding says, or not packed.',
  crossSite: 'Pages of that origin may not send; who runs the shop names it in apiOrigins.',
  tooMany: 'Too many requests; wait for the seconds of Retry-After.',
  busy: 'Very many people are sending at once, nothing was changed; wait as Retry-After says, then send it again with the same key.',
  retryAfter: 'Seconds to wait before it is sent again',
  rateLimit: 'Requests that are left, and seconds until they are counted anew (draft-ietf-httpapi-ratelimit-headers)',
}

/** Words of the JSON API and of its document. */
export const textOf = (language: Language): typeof vi => (language === 'vi' ? vi : en)
