const vi = {
  title: 'Giao diện lập trình',
  text: 'Phần mềm khác đọc gian hàng, đặt hàng và theo dõi đơn qua các địa chỉ dưới đây, không cần khóa. Địa chỉ có ghi quyền thì cần khóa API, do quản trị viên của cơ quan cấp: Authorization: Bearer ocop_…',
  document: 'Tài liệu OpenAPI 3.1 (JSON)',
  base: 'Địa chỉ gốc',
  rules: [
    'Tiền là đồng, số nguyên, đã gồm thuế. Ngày là ngày ở Việt Nam.',
    'Yêu cầu tạo ra thứ gì đó nhận tiêu đề Idempotency-Key, bắt buộc nơi có ghi: gửi lại cùng khóa thì nhận lại đúng câu trả lời trước, không làm hai lần.',
    'Thao tác có nêu If-Match cần tiêu đề ấy với ETag đã đọc; bản ghi đã đổi thì trả lời 412, thiếu thì 428.',
    'Danh sách dài trả về next; gửi lại trong cursor để đọc tiếp.',
    'Bị từ chối thì câu trả lời là application/problem+json (RFC 9457), có code không đổi, bằng tiếng Việt hoặc tiếng Anh theo Accept-Language.',
    'Quá nhanh thì trả lời 429 kèm Retry-After; tiêu đề RateLimit cho biết còn bao nhiêu.',
  ],
  scope: 'Quyền của khóa',
  parameters: 'Gửi trong địa chỉ và tiêu đề',
  body: 'Nội dung gửi',
  answer: 'Trả lời',
  refusals: 'Có thể bị từ chối',
  records: 'Các kiểu dữ liệu',
  codes: 'Mã từ chối',
  required: 'bắt buộc',
  places: { path: 'địa chỉ', query: 'tham số', header: 'tiêu đề' },
}

const en: typeof vi = {
  title: 'API',
  text: 'Other software reads the shop, orders and follows orders by the addresses below, without a key. An address that names a scope needs an API key, made by the office’s administrator: Authorization: Bearer ocop_…',
  document: 'OpenAPI 3.1 document (JSON)',
  base: 'Base address',
  rules: [
    'Money is whole đồng, tax included. Days are days in Vietnam.',
    'A request that makes something takes the Idempotency-Key header, and needs it where it says so: repeated with the same key it gets the answer that it got before, and nothing is done twice.',
    'An operation that lists If-Match needs it, with the ETag that was read; a record that has changed answers 412, a missing header 428.',
    'Long lists answer with next; send it back as cursor to read on.',
    'Refusals are application/problem+json (RFC 9457) with a stable code, in Vietnamese or English as Accept-Language says.',
    'Who is too fast gets 429 with Retry-After; the RateLimit header tells what is left.',
  ],
  scope: 'Scope of the key',
  parameters: 'Sent in the address and headers',
  body: 'Body',
  answer: 'Answer',
  refusals: 'May be refused with',
  records: 'Kinds of data',
  codes: 'Codes of refusals',
  required: 'required',
  places: { path: 'path', query: 'query', header: 'header' },
}

/** Words of the page that describes the JSON API. */
export const apiGuide = { vi, en }
