import { ACCESS_ERRORS } from './access-errors.js'
import { BUNDLE_ERRORS } from './bundle-errors.js'
import { errorTable } from './error-entry.js'
import { REQUEST_ERRORS } from './request-errors.js'
import { STORE_ERRORS } from './store-errors.js'

/**
 * Every way in which a request of the catalog can fail, with the HTTP status that fits it and a sentence
 * for people in both languages. Codes are stable: callers may switch on them.
 */
export const ERRORS = errorTable({
  INVALID_INPUT: {
    status: 422,
    vi: 'Có {count} chỗ cần sửa.',
    en: 'Things to correct: {count}.',
  },
  INVALID_OPTIONS: {
    status: 500,
    vi: '{caller}: có {count} tùy chọn cần sửa.',
    en: '{caller}: options to correct: {count}.',
  },
  NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy “{id}”.',
    en: 'There is no {what} “{id}”.',
  },
  CONFLICT: {
    status: 409,
    vi: '“{id}” vừa được người khác thay đổi. Hãy tải lại rồi làm lại.',
    en: 'The {what} “{id}” was changed by someone else meanwhile. Load it again and repeat your change.',
  },
  DUPLICATE: {
    status: 409,
    vi: '“{id}” đã có rồi.',
    en: 'The {what} “{id}” exists already.',
  },
  OUT_OF_STOCK: {
    status: 409,
    vi: 'Mã hàng {sku} chỉ còn {available}; đơn đặt {wanted}.',
    en: 'Only {available} of {sku} are left; {wanted} were asked for.',
  },
  NOT_FOR_SALE: {
    status: 409,
    vi: 'Mã hàng {sku} hiện không bán tại đây.',
    en: '{sku} is not sold here at the moment.',
  },
  EMPTY_CART: {
    status: 409,
    vi: 'Giỏ hàng đang trống. Hãy chọn sản phẩm trước khi đặt.',
    en: 'Your cart is empty. Choose a product before you order.',
  },
  NOT_ALLOWED_NOW: {
    status: 409,
    vi: 'Đơn hàng đã sang bước khác nên không làm được việc này nữa.',
    en: 'The order has moved on to another step, so this can no longer be done.',
  },
  NOTICE_SETTLED: {
    status: 409,
    vi: 'Khoản tiền này đã có người xử lý. Hãy tải lại trang.',
    en: 'Somebody has dealt with this transfer already. Load the page again.',
  },
  SUBMISSION_MOVED_ON: {
    status: 409,
    vi: 'Hồ sơ đã sang bước khác nên không làm được việc này nữa. Hãy tải lại trang.',
    en: 'The submission has moved on to another step, so this can no longer be done. Load the page again.',
  },
  FILES_WAITING: {
    status: 429,
    vi: 'Máy chủ đang xử lý nhiều tệp. Hãy thử lại sau một phút.',
    en: 'The server is busy with many files. Try again in a minute.',
  },
  FILE_TOO_HEAVY: {
    status: 422,
    vi: 'Tệp này quá lớn, không tạo được một lần. Hãy lọc bớt dữ liệu hoặc tải CSV.',
    en: 'This file is too large to be made at once. Choose less data, or take the CSV.',
  },
  TOO_MANY_ORDERS: {
    status: 429,
    vi: 'Số điện thoại này đã đặt quá nhiều đơn trả tiền khi nhận trong 24 giờ. Hãy chuyển khoản trước, hoặc đặt tiếp vào ngày mai.',
    en: 'Too many orders for cash on delivery were placed with this phone number in 24 hours. Pay by transfer, or order again tomorrow.',
  },
  BAD_SIGNATURE: {
    status: 401,
    vi: 'Chữ ký thiếu, sai hoặc quá cũ. Gửi X-Ocop-Signature: t=<giây Unix>,v1=<HMAC-SHA256 của "<t>.<nội dung>">, ký trong vòng 5 phút.',
    en: 'The signature is missing, wrong or too old. Send X-Ocop-Signature: t=<Unix seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>">, made within 5 minutes.',
  },
  NOTICE_NOT_PROVED: {
    status: 401,
    vi: 'Không chứng minh được tin báo này là của {provider}: chữ ký thiếu, sai hoặc quá cũ.',
    en: 'This notice is not proved to be of {provider}: its signature is missing, wrong or too old.',
  },
  NOT_SET_UP: {
    status: 404,
    vi: 'Trang này không nhận báo có của ngân hàng: chủ trang chưa đặt khóa ký.',
    en: 'This shop takes no bank notices: its owner has set no secret for them.',
  },
  AGE_CONFIRMATION_REQUIRED: {
    status: 422,
    vi: 'Đơn có đồ uống có cồn: người mua phải xác nhận đủ 18 tuổi.',
    en: 'The order holds alcoholic drinks: the buyer must confirm being 18 or older.',
  },
  ALREADY_DECIDED: {
    status: 409,
    vi: 'Việc này đã có người quyết định rồi. Hãy tải lại trang.',
    en: 'Somebody has decided this already. Load the page again.',
  },
  WRONG_STEP: {
    status: 409,
    vi: 'Ở bước này không làm được việc đó nữa. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This can no longer be done at this step. Load the page again to see how things stand.',
  },
  NOT_DELIVERED: {
    status: 409,
    vi: 'Hàng chưa giao xong nên chưa đánh giá được. Hãy quay lại khi đã nhận hàng.',
    en: 'The goods have not been delivered yet. Come back once you have them.',
  },
  TOO_MANY_WAITING: {
    status: 429,
    vi: 'Đang có {count} mục của bạn chờ trả lời. Hãy chờ trả lời rồi gửi tiếp.',
    en: 'You have {count} entries waiting for an answer. Wait for it before you send more.',
  },
  ORDERS_OPEN: {
    status: 409,
    vi: 'Còn {count} đơn chưa giao xong. Xóa được khi các đơn này đã xong.',
    en: 'There are {count} orders still under way. Erase once they are done.',
  },
  PHOTOS_UNAVAILABLE: {
    status: 503,
    vi: 'Hiện chưa nhận được ảnh: {why}.',
    en: 'Photos cannot be taken at the moment: {whyEn}.',
  },
  NOT_INSTALLED: {
    status: 503,
    vi: 'Việc này cần gói {package}, chưa được cài trên máy chủ. Hãy chạy: npm install {package}',
    en: 'This needs the package {package}, which is not installed on the server. Run: npm install {package}',
  },
  ADDRESS_REFUSED: {
    status: 422,
    vi: 'Không dùng được địa chỉ {url}: {why}.',
    en: 'The address {url} cannot be used: {whyEn}.',
  },
  NO_ANSWER: {
    status: 502,
    vi: '{host} không trả lời ({why}).',
    en: '{host} does not answer ({why}).',
  },
  REFUND_NOT_SENT: {
    status: 502,
    vi: '{provider} chưa nhận việc hoàn tiền, nên chưa có gì được ghi. Hãy thử lại sau ít phút; tiền không bị hoàn hai lần.',
    en: '{providerEn} did not take the refund, so nothing is noted. Try again in some minutes; no money goes back twice.',
  },
  NO_MAIL: {
    status: 503,
    vi: 'Trang này chưa gửi được e-mail. Người vận hành cần khai báo máy chủ thư.',
    en: 'This site cannot send mail yet. Its operator has to name a mail server.',
  },
  NO_REPORT_FOLDER: {
    status: 503,
    vi: 'Chưa có thư mục cho báo cáo. Người vận hành cần khai báo reportFolder.',
    en: 'There is no folder for reports. The site’s operator has to name a reportFolder.',
  },
  REFERENCE_DAMAGED: {
    status: 500,
    vi: 'Không dùng được dữ liệu tham chiếu {file}. Hãy cài lại gói ocop-catalog.',
    en: 'The reference data {file} cannot be used ({why}). Install the package ocop-catalog again.',
  },
  ...ACCESS_ERRORS,
  ...REQUEST_ERRORS,
  ...STORE_ERRORS,
  ...BUNDLE_ERRORS,
})
