import { errorTable } from './error-entry.js'

/** What can be wrong with a bundle that another site has signed, or with the key of one’s own. */
export const BUNDLE_ERRORS = errorTable({
  BUNDLE_UNREADABLE: {
    status: 422,
    vi: 'Gói trao đổi không đọc được ở dòng {where}.',
    en: 'The bundle cannot be read at line {where}.',
  },
  BUNDLE_WRONG_KEY: {
    status: 422,
    vi: 'Gói trao đổi ký bằng khóa {kid}, không phải khóa đã chấp nhận của nguồn này.',
    en: 'The bundle is signed with the key {kid}, which was not accepted for this source.',
  },
  BUNDLE_TAMPERED: {
    status: 422,
    vi: 'Gói trao đổi đã bị sửa: chữ ký không khớp với nội dung.',
    en: 'The bundle was changed: its signature does not fit its contents.',
  },
  BUNDLE_TRUNCATED: {
    status: 422,
    vi: 'Gói trao đổi bị cắt: có {lines} trên {wanted} dòng.',
    en: 'The bundle is cut off: {lines} of {wanted} lines are there.',
  },
  BUNDLE_REPLAYED: {
    status: 409,
    vi: 'Gói trao đổi số {sequence} đã cũ; đã nhận đến số {latest}.',
    en: 'Bundle {sequence} is an old one; up to {latest} they were taken already.',
  },
  BUNDLE_OUT_OF_ORDER: {
    status: 409,
    vi: 'Gói trao đổi nối tiếp số {since}, nhưng đã nhận đến số {latest}. Hãy lấy gói còn thiếu, hoặc gói đầy đủ.',
    en: 'The bundle continues {since}, but {latest} is the last one taken. Take the missing one, or a full one.',
  },
  BUNDLE_OTHER_HISTORY: {
    status: 409,
    vi: 'Những gì đã nhận đến số {latest} không khớp với những gì nguồn công bố: có lẽ nguồn đã được phục hồi từ bản sao lưu. Hỏi lại người giữ nguồn, rồi nhận lại từ đầu.',
    en: 'What was taken up to {latest} does not fit what the source publishes: it may have been restored from a backup. Ask its people, then begin anew.',
  },
  BUNDLE_OTHER_SITE: {
    status: 422,
    vi: 'Gói trao đổi là của {site}, không phải của {wanted}.',
    en: 'The bundle is of {site}, not of {wanted}.',
  },
  BUNDLE_KEY_UNUSABLE: {
    status: 500,
    vi: 'Tệp khóa {file} không chứa khóa Ed25519 dùng được.',
    en: 'The key file {file} holds no Ed25519 key that can be used.',
  },
})
